"""The writer's Word file as it is now, opened to take its objects out of it."""

from __future__ import annotations

import posixpath
import re
from typing import Any, NamedTuple

from editor.files.current_docx import CurrentDocx
from editor.files.docx.body import body_of, keeps_blanks
from editor.files.docx.package import Package
from editor.files.docx.styles_part import Styles
from editor.files.docx.xml_tree import TRANSITIONAL, parse_xml
from editor.files.trouble import Trouble

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")
_PARAGRAPH = f"{{{TRANSITIONAL}}}p"


class PartRelation(NamedTuple):
    """One relation of a part: its type's last word, the member it leads to (None: nowhere).

    ``address`` is what an external one says, else ''.
    """

    kind: str
    type: str
    member: str | None
    address: str = ""


class CarrySource:
    """The parts of one docx by name, relations resolved, strict names made transitional."""

    def __init__(self, current: CurrentDocx) -> None:
        self._package = Package(current.data)
        self._relations: dict[str, dict[str, PartRelation]] = {}
        self._members = {_plain(name): name for name in self._package.names()}
        self._types: tuple[dict[str, str], dict[str, str]] | None = None
        self.part = current.part
        root = self.tree(current.part)
        self.root: Any = root
        self.body: Any = body_of(root)
        self.preserve = keeps_blanks(root)
        self.numbers: dict[Any, int] = {
            element: number for number, element in enumerate(self.body.iter(_PARAGRAPH), 1)
        }
        styles = self.related_tree("styles")
        self.styles = Styles(styles)
        self.styles_root: Any = styles

    def data(self, member: str) -> bytes:
        """The bytes of a member. Raises KeyError, Trouble."""
        return self._package.read(member)

    def tree(self, member: str) -> Any:
        """The root element of a member. Raises KeyError, Trouble."""
        return parse_xml(transitional(self.data(member)), member)

    def related_tree(self, kind: str, part: str = "") -> Any:
        """The root of what the main part (or ``part``) relates to, None where it is not there."""
        member = self.related(kind, part)
        try:
            return None if member is None else self.tree(member)
        except (Trouble, KeyError):
            return None

    def related(self, kind: str, part: str = "") -> str | None:
        """The member of the first relation of a kind ('footnotes') that leads to one.

        A part whose relation is forgotten is looked for under its usual name.
        """
        part = part or self.part
        found = self.relations(part).values()
        named = next((r.member for r in found if r.kind == kind and r.member), None)
        return named or self._member(posixpath.dirname(part), f"{kind}.xml")

    def relations(self, part: str) -> dict[str, PartRelation]:
        """The relations of a member by their ids; {} where it has none or they are damaged."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def content_type(self, member: str) -> str:
        """What [Content_Types].xml says of a member; '' for nothing."""
        if self._types is None:
            self._types = self._read_types()
        defaults, own = self._types
        name = _plain(member)
        return own.get(name) or defaults.get(name.rpartition(".")[2], "")

    def _read_relations(self, part: str) -> dict[str, PartRelation]:
        folder, name = posixpath.split(part.replace("\\", "/"))
        rels = self._package.find(posixpath.join(folder, "_rels", name + ".rels"))
        try:
            root = None if rels is None else self.tree(rels)
        except (Trouble, KeyError):
            root = None
        found: dict[str, PartRelation] = {}
        for one in () if root is None else root:
            kind, target = str(one.get("Type", "")), str(one.get("Target", ""))
            external = one.get("TargetMode") == "External"
            member = None if external else self._member(folder, target)
            address = target if external else ""
            found[str(one.get("Id", ""))] = PartRelation(
                kind.rpartition("/")[2], kind, member, address
            )
        return found

    def _member(self, folder: str, target: str) -> str | None:
        # Targets are addresses: %20 for a blank; some writers leave backslashes.
        for name in (target, _unescaped(target)):
            whole = posixpath.normpath(posixpath.join("/", folder, name.replace("\\", "/")))
            if found := self._members.get(_plain(whole)):
                return found
        return None

    def _read_types(self) -> tuple[dict[str, str], dict[str, str]]:
        name = self._package.find("[Content_Types].xml")
        defaults: dict[str, str] = {}
        own: dict[str, str] = {}
        try:
            root = parse_xml(self.data(name), name) if name else ()
        except Trouble:
            root = ()
        for one in root:
            said = str(one.get("ContentType", ""))
            if one.get("Extension"):
                defaults[str(one.get("Extension")).lower()] = said
            elif one.get("PartName"):
                own[_plain(str(one.get("PartName")))] = said
        return defaults, own


def transitional(data: bytes) -> bytes:
    """XML with the names of the strict standard replaced by the common ones."""
    if b"purl.oclc.org" not in data:
        return data
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)


def _unescaped(address: str) -> str:
    whole = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), address.encode("utf-8"))
    return whole.decode("utf-8", "replace")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
