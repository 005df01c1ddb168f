"""Footnotes and endnotes as pages need them: their words, their numbers in the file's form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from editor.editions.carried import CarriedNote, NoteWords, drawn_looks
from editor.files.docx.run_looks import looks_of
from editor.files.docx.styles_part import Styles
from editor.files.docx.text_runs import RunContent, run_contents
from editor.files.docx.xml_tree import attribute, child, local_name, value_of
from editor.files.docx_carried.formula_line import line_of
from editor.files.docx_parts.concealed import Concealment
from editor.files.docx_parts.shown_formula import shown_formula
from editor.files.docx_parts.text_parts import WordParts
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.marks import HIDDEN, Mark, moved
from editor.manuscript.number_format import write_number
from editor.manuscript.whole_number import whole_number

# ECMA-376 Part 1, 17.11.17: what numbers notes where the file says nothing.
_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
# What a note may hold that its words at the foot of a page do not show.
_LACKED = tuple(
    kind.value
    for kind in (
        ObjectKind.PICTURE, ObjectKind.CHART, ObjectKind.SHAPE, ObjectKind.EMBEDDED, ObjectKind.INK,
    )
)  # fmt: skip


class CarriedNotes:
    """The notes of one document; `of` counts the references as they come."""

    def __init__(self, parts: WordParts, styles: Styles, concealment: Concealment) -> None:
        self._styles, self._concealment = styles, concealment
        self._notes = {kind: _elements(parts, kind) for kind in _FORMS}
        settings = parts.of("settings")
        self._settings = settings[0].root if settings else None
        self._counts = dict.fromkeys(_FORMS, 0)
        self._section: Any = None

    def of(self, reference: Any) -> tuple[CarriedNote, tuple[ObjectKind, ...]]:
        """The note of a w:footnoteReference or w:endnoteReference, and the kinds it lacks."""
        kind = "endnote" if local_name(reference.tag) == "endnoteReference" else "footnote"
        note = self._notes[kind].get(attribute(reference, "id") or "")
        own = attribute(reference, "customMarkFollows") in ("1", "true", "on")
        number = "" if own else self._next(kind)
        lacks: list[ObjectKind] = []
        said = () if note is None else tuple(self._paragraphs(note, lacks))
        anew = number and self._said(kind, "numRestart") == "eachPage"
        form = self._form(kind) if anew else ""
        return CarriedNote(number, said, kind == "endnote", form), tuple(lacks)

    def begin_section(self, section: Any) -> None:
        """What follows belongs to the section of this w:sectPr (None: says nothing)."""
        self._section = section
        for kind in _FORMS:
            if self._said(kind, "numRestart") == "eachSect":
                self._counts[kind] = 0

    def _next(self, kind: str) -> str:
        self._counts[kind] += 1
        first = max(0, whole_number(self._said(kind, "numStart"), 1))
        return write_number(first + self._counts[kind] - 1, self._form(kind))

    def _form(self, kind: str) -> str:
        return self._said(kind, "numFmt") or _FORMS[kind]

    def _said(self, kind: str, name: str) -> str | None:
        for properties in (self._section, self._settings):
            if properties is None:
                continue
            own = child(properties, f"{kind}Pr")
            if own is not None and (found := value_of(own, name)):
                return found
        return None

    def _paragraphs(self, note: Any, lacks: list[ObjectKind]) -> Iterator[NoteWords]:
        for paragraph in note.iter():
            if local_name(paragraph.tag) == "p":
                yield self._words(run_contents(paragraph), lacks)

    def _words(self, contents: list[RunContent], lacks: list[ObjectKind]) -> NoteWords:
        text = ""
        spans: list[Mark] = []
        for content in contents:
            if content.holds == "公式":
                shown = shown_formula(content.element, self._concealment)
                line = NoteWords("") if shown is None else line_of(shown)
                if line is None:
                    lacks.append(ObjectKind.FORMULA)
                else:
                    spans += moved(line.spans, len(text))
                    text += line.text
            elif content.holds in _LACKED:
                lacks.append(ObjectKind(content.holds))
            looks = (*self._looks(content.run), *content.around)
            end = len(text) + len(content.text)
            spans += [Mark(len(text), end, kind, value) for kind, value in looks]
            text += content.text
        return _stripped(text, spans)

    def _looks(self, run: Any) -> Iterator[tuple[str, str]]:
        looks = dict(looks_of(run, self._styles))
        if run is not None and ObjectKind.HIDDEN in self._concealment.kinds(run):
            looks[HIDDEN] = ""
        yield from looks.items()


def _stripped(text: str, spans: list[Mark]) -> NoteWords:
    """Without the blank that stands between a note's number and its words."""
    bare = text.lstrip()
    head = len(text) - len(bare)
    shifted = [m._replace(start=max(0, m.start - head), end=m.end - head) for m in spans]
    return NoteWords(bare, drawn_looks([m for m in shifted if m.start < m.end]))


def _elements(parts: WordParts, kind: str) -> dict[str, Any]:
    return {
        attribute(one, "id") or "": one
        for part in parts.of(f"{kind}s")
        for one in part.root
        if local_name(one.tag) == kind
    }
