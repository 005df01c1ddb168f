"""Footnotes and endnotes of the source: references kept, texts written anew in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from editor.files.docx.xml_tree import attribute, child, local_name, word_tags
from editor.files.docx_final.carry_source import CarrySource
from editor.files.docx_final.object_xml import Surround
from editor.files.docx_final.word_xml import declared, quoted, spaces_of, word_xml

_SEPARATORS = (
    '<w:{kind} w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/>'
    "</w:pPr><w:r><w:separator/></w:r></w:p></w:{kind}>"
    '<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>'
)
_NUMBERED = ("pos", "numFmt", "numStart", "numRestart")


class NoteKind(NamedTuple):
    """One of both kinds of note: names of its elements, part and styles."""

    kind: str
    part: str
    style: str
    reference: str


FOOTNOTES = NoteKind("footnote", "footnotes", "FootnoteText", "FootnoteReference")
ENDNOTES = NoteKind("endnote", "endnotes", "EndnoteText", "EndnoteReference")


@dataclass(slots=True)
class FinalNotes:
    """The notes of one kind that a new document refers to; ``blocks`` writes their texts."""

    source: CarrySource
    names: NoteKind
    blocks: Callable[[Any, Surround], str]
    page: Surround
    _notes: list[str] = field(default_factory=list[str])
    _found: dict[str, Any] | None = None
    _root: Any = None
    _numbering: str | None = None

    def reference(self, element: Any) -> str:
        """The run of a reference, its note written; '' where the note is not there."""
        if self._found is None:
            self._found = self._read()
        note = self._found.get(attribute(element, "id") or "")
        if note is None:
            return ""
        number = len(self._notes) + 1
        self._notes.append("")
        inner = self.blocks(note, self._surround()) or "<w:p/>"
        kind = self.names.kind
        self._notes[number - 1] = f'<w:{kind} w:id="{number}">{inner}</w:{kind}>'
        custom = attribute(element, "customMarkFollows")
        own = f' w:customMarkFollows="{quoted(custom)}"' if custom else ""
        return f'<w:r>{self.look()}<w:{kind}Reference{own} w:id="{number}"/></w:r>'

    def look(self) -> str:
        """The properties of the run with a note's number."""
        return f'<w:rPr><w:rStyle w:val="{self.names.reference}"/></w:rPr>'

    def xml(self) -> str:
        """The part; '' where no note is referred to."""
        if not self._notes:
            return ""
        kind, part = self.names.kind, self.names.part
        head = declared(self._surround().spaces, self._root)
        separators = _SEPARATORS.replace("{kind}", kind)
        return f"<w:{part}{head}>{separators}{''.join(self._notes)}</w:{part}>"

    def numbering(self, sections: list[Any]) -> str:
        """How the source numbers its notes, for a section's properties; '' for the usual way."""
        if self._numbering is None:
            self._numbering = self._read_numbering(sections)
        return self._numbering

    def _read_numbering(self, sections: list[Any]) -> str:
        reference = word_tags(f"{self.names.kind}Reference")
        if next(self.source.body.iter(*reference), None) is None:
            return ""
        name = f"{self.names.kind}Pr"
        for one in (*sections, self.source.related_tree("settings")):
            said = None if one is None else child(one, name)
            kept = [] if said is None else [x for x in said if local_name(x.tag) in _NUMBERED]
            if kept:
                return f"<w:{name}>{''.join([word_xml(x) for x in kept])}</w:{name}>"
        return ""

    def _surround(self) -> Surround:
        part = self.source.related(self.names.part) or ""
        spaces = spaces_of(self._root)
        into = f"word/{self.names.part}.xml"
        return self.page._replace(part=part, into=into, kind="note", spaces=spaces)

    def _read(self) -> dict[str, Any]:
        self._root = self.source.related_tree(self.names.part)
        found: dict[str, Any] = {}
        for one in () if self._root is None else self._root:
            if local_name(one.tag) == self.names.kind and attribute(one, "type") in (
                None,
                "normal",
            ):
                found.setdefault(attribute(one, "id") or "", one)
        return found
