"""The numbered sections of a text by their markers: what numbering and counts both read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from editor.checks.programs.paragraph_memory import ParagraphMemory
from editor.checks.scanning.hits import make
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import Marker, marker_at
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Paragraph, Position

_COUNTED = (SectionKind.SECTION, SectionKind.POINT)


class Numbered(NamedTuple):
    """A section by its marker: the paragraph and its text, the marker.

    ``automatic``: Word counts it, so that it is never wrong; it stands in no text.
    """

    paragraph: int
    text: str
    marker: Marker
    automatic: bool = False


class Siblings(NamedTuple):
    """The numbered children of one node, and where the node's own words begin."""

    begin: Position
    row: list[Numbered]


def siblings_of(m: Manuscript, outline: Outline, memory: ParagraphMemory) -> list[Siblings]:
    """All rows of numbered siblings, the outermost first."""
    families: list[tuple[Position, list[Section]]] = []
    _collect(Position(0, 0), outline.sections, families)
    paragraphs = m.paragraphs
    starts = [section.start for _, sections in families for section in sections]
    keys = [(paragraphs[place].text, offset) for place, offset in starts]
    markers = memory.each(_marker, keys)
    found: list[Siblings] = []
    first = 0
    for begin, sections in families:
        last = first + len(sections)
        row = [
            made
            for at, marker in enumerate(markers[first:last], first)
            if (made := _numbered(paragraphs[starts[at][0]], starts[at], marker)) is not None
        ]
        first = last
        if row:
            found.append(Siblings(begin, row))
    return found


def _numbered(paragraph: Paragraph, start: Position, marker: Marker | None) -> Numbered | None:
    if paragraph.label and not paragraph.text[: start.offset].strip():
        shown = marker_at(paragraph.label.strip())
        here = shown and Marker(shown.style, shown.value, start.offset, start.offset, shown.number)
        return Numbered(start.paragraph, paragraph.text, here, True) if here else None
    return make(Numbered, (start.paragraph, paragraph.text, marker, False)) if marker else None


def _collect(
    begin: Position,
    sections: Sequence[Section],
    families: list[tuple[Position, list[Section]]],
) -> None:
    numbered = [s for s in sections if s.number and s.kind in _COUNTED]
    if numbered:
        families.append((begin, numbered))
    for section in sections:
        if section.children:
            own = section.start if section.kind is SectionKind.TITLE else section.body
            _collect(own, section.children, families)


def _marker(key: tuple[str, int]) -> Marker | None:
    text, start = key
    while start < len(text) and text[start] in " \u3000\t":
        start += 1
    return marker_at(text, start)
