"""Headers and footers of the source in a final: on wish only, else the edition's page number.

A part of the source is written anew once, in the faces of the edition, its borders, pictures and
page numbers kept. A draft says so in every header.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from editor.editions.styles import Edition
from editor.files.docx.xml_tree import attribute, child, local_name
from editor.files.docx_final.carry_source import CarrySource
from editor.files.docx_final.object_xml import Surround
from editor.files.docx_final.part_copies import CarriedParts, NewRelation
from editor.files.docx_final.word_xml import RELATIONS, declared, spaces_of, word_xml
from editor.files.docx_new.section_parts import draft_line, footer_xml, header_xml
from editor.files.trouble import Trouble

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KINDS: Mapping[str, str] = MappingProxyType({"header": "hdr", "footer": "ftr"})
_PAGES = ("default", "first", "even")
_OFF = ("0", "false", "off")
_VML = (
    'xmlns:v="urn:schemas-microsoft-com:vml"',
    'xmlns:o="urn:schemas-microsoft-com:office:office"',
)
_ID = f"{{{RELATIONS}}}id"


class MarginSetting(NamedTuple):
    """What a section says of its headers and footers: references, page numbers, first page."""

    references: str
    numbers: str
    first: str


class PageMargins:
    """The headers and footers of one source; ``blocks`` writes what they hold."""

    def __init__(
        self,
        source: CarrySource,
        blocks: Callable[[Any, Surround], str],
        page: Surround,
        edition: Edition,
        draft: bool,
    ) -> None:
        self._source, self._blocks, self._page = source, blocks, page
        self._edition, self._draft = edition, draft
        settings = source.related_tree("settings")
        self._evens = settings is not None and _on(settings, "evenAndOddHeaders")
        self._known: dict[tuple[str, str], str] = {}  # member and pages: relation id
        self._now: dict[tuple[str, str], str] = {}  # what the section at hand refers to
        self._first = False
        self._numbers = ""
        self.parts = CarriedParts()

    def begin(self, section: Any) -> None:
        """A section begins: what it does not say it has from the one before."""
        self._first = section is not None and _on(section, "titlePg")
        number = None if section is None else child(section, "pgNumType")
        self._numbers = "" if number is None else word_xml(number)
        for one in () if section is None else section:
            kind, found, _ = local_name(one.tag).partition("Reference")
            if not found or kind not in _KINDS:
                continue
            pages = attribute(one, "type") or "default"
            said = [pages] if pages != "default" or self._evens else ["default", "even"]
            for each in said if pages != "even" or self._evens else ():
                if made := self._part(kind, str(one.get(_ID)), each):
                    self._now[kind, each] = made

    @staticmethod
    def changes(section: Any) -> bool:
        """Whether a section has headers, footers or page numbers of its own."""
        names = set[str]() if section is None else {local_name(one.tag) for one in section}
        return bool(names & {"headerReference", "footerReference", "titlePg", "pgNumType"})

    def setting(self) -> MarginSetting:
        """For the section at hand; where the source has nothing the edition's own stands."""
        said = "".join([self._reference(kind, pages) for kind in _KINDS for pages in _PAGES])
        return MarginSetting(said, self._numbers, "<w:titlePg/>" if self._first else "")

    def _reference(self, kind: str, pages: str) -> str:
        """One reference; each to a part of its own, as word processors write them."""
        if pages == "first" and not self._first:
            return ""
        made = self._now.get((kind, pages), "")
        bare = not any(one == "footer" for one, _ in self._now)
        if not made and (self._draft if kind == "header" else bare):
            made = f"{kind}-{pages}" if pages != "first" else self._own_first(kind)
        return f'<w:{kind}Reference w:type="{pages}" r:id="{made}"/>' if made else ""

    def _part(self, kind: str, old: str, pages: str) -> str:
        """The relation id of a header or footer, written when it is first met; '' for none."""
        relation = self._source.relations(self._source.part).get(old)
        if relation is None or relation.member is None:
            return ""
        if (relation.member, pages) not in self._known:
            try:
                root = self._source.tree(relation.member)
            except (KeyError, Trouble):
                return ""
            self._known[relation.member, pages] = self._written(kind, relation.member, root)
        return self._known[relation.member, pages]

    def _written(self, kind: str, member: str, root: Any) -> str:
        number = len(self.parts.members) + 1
        spaces = spaces_of(root)
        into = f"word/margin{number}.xml"
        surround = self._page._replace(
            part=member, into=into, kind="margin", spaces=spaces, counts=True
        )
        inner = self._blocks(root, surround) or "<w:p/>"
        head = declared(spaces, root)
        if self._draft and kind == "header":
            inner = draft_line(100 + number) + inner
            head += "".join([f" {one}" for one in _VML if one.partition("=")[0] not in head])
        return self._added(kind, f"<w:{_KINDS[kind]}{head}>{inner}</w:{_KINDS[kind]}>")

    def _own_first(self, kind: str) -> str:
        """The edition's own line for a first page unlike the others."""
        if (kind, "first") not in self._known:
            number = len(self.parts.members) + 1
            xml = (
                header_xml(100 + number)
                if kind == "header"
                else footer_xml(self._edition, even=False)
            )
            self._known[kind, "first"] = self._added(kind, xml)
        return self._known[kind, "first"]

    def _added(self, kind: str, xml: str) -> str:
        number = len(self.parts.members) + 1
        name, made = f"word/margin{number}.xml", f"margin{number}"
        self.parts.members[name] = (_HEAD + xml).encode("utf-8")
        self.parts.types[name] = f"{_WORD}{kind}+xml"
        row = self.parts.relations.setdefault("word/document.xml", [])
        row.append(NewRelation(made, f"{RELATIONS}/{kind}", name))
        return made


def _on(parent: Any, name: str) -> bool:
    found = child(parent, name)
    return found is not None and attribute(found, "val") not in _OFF
