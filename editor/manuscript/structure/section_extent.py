"""What a command takes when it takes a node: whole paragraphs, or a stretch of one.

Separate from the commands, because all of them ask it. The node of the last point in a
paragraph runs on to the next heading; a command takes its own paragraph's part only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from editor.manuscript.heading.heading_extent import sentence_end
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.speech_ends import above_empty, own_end

BLANKS: Final = " \u3000\t"
MARKS: Final = "；;，,。."
HEADED: Final = (SectionKind.SECTION, SectionKind.POINT)


class Refused(ValueError):  # noqa: N818 - an answer, not an error
    """What makes no sense here; ``why`` is a sentence in Chinese for the message bar."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class ExtentShape(Enum):
    """``WHOLE`` paragraphs; an ``ITEM`` inside one; ``RAGGED`` begins or ends inside one."""

    WHOLE = "whole"
    ITEM = "item"
    RAGGED = "ragged"


@dataclass(frozen=True, slots=True)
class SectionExtent:
    """``[start, end)``; whole paragraphs are ``[first, last)``."""

    start: Position
    end: Position
    shape: ExtentShape
    first: int
    last: int


def section_family(outline: Outline, section: Section) -> Sequence[Section]:
    """The section and its siblings of every kind."""
    level: Sequence[Section] = outline.sections
    while True:
        for node in level:
            if node.start == section.start and node.level == section.level:
                return level
        above = [n for n in level if n.start <= section.start < n.end]
        if not above:
            return ()
        level = above[-1].children


def siblings(outline: Outline, section: Section) -> list[Section]:
    """The section and those beside it that it can change places with."""
    kinds = (SectionKind.TITLE,) if section.kind is SectionKind.TITLE else HEADED
    return [s for s in section_family(outline, section) if s.kind in kinds]


def parent(outline: Outline, section: Section) -> Section | None:
    """The node right above, or None."""
    above = None
    for node in outline.path(section.start):
        if node.start == section.start and node.level == section.level:
            return above
        above = node
    return above


def outermost(sections: Sequence[Section]) -> list[Section]:
    """The sections in the order of the text, without those that stand in another of them."""
    found: list[Section] = []
    for section in sorted(sections, key=lambda s: (s.start, s.level)):
        if not found or section.start >= found[-1].end:
            found.append(section)
    return found


def line_beginning_at(manuscript: Manuscript, place: Position) -> int | None:
    """The paragraph that begins at a place (blanks before it aside), or None.

    At the end of the text it is the one that would come behind the last words.
    """
    if place == manuscript.end:
        return above_empty(manuscript, len(manuscript.paragraphs))
    before = manuscript.paragraphs[place.paragraph].text[: place.offset]
    return place.paragraph if not before.strip() else None


def section_extent(manuscript: Manuscript, outline: Outline, section: Section) -> SectionExtent:
    """What a command on a section takes. Raises Refused where that is not clear."""
    section = section._replace(end=own_end(manuscript, outline, section))
    line = section.start.paragraph
    head = line_beginning_at(manuscript, section.start) == line
    last = line_beginning_at(manuscript, section.end)
    beside = _beside(outline, section)
    if head and not beside:
        if last is not None:
            return _whole(line, last, manuscript)
        return SectionExtent(
            Position(line, 0), section.end, ExtentShape.RAGGED, line, section.end.paragraph + 1
        )
    return _in_line(manuscript, section, beside)


def _beside(outline: Outline, section: Section) -> list[Section]:
    if section.kind not in HEADED:
        return []
    line = section.start.paragraph
    return [
        s
        for s in siblings(outline, section)
        if s.start.paragraph == line and s.start != section.start
    ]


def _whole(first: int, last: int, manuscript: Manuscript) -> SectionExtent:
    end = Position(last, 0) if last < len(manuscript.paragraphs) else manuscript.end
    return SectionExtent(Position(first, 0), end, ExtentShape.WHOLE, first, last)


def _in_line(manuscript: Manuscript, section: Section, beside: Sequence[Section]) -> SectionExtent:
    line, end = section.start.paragraph, section.end
    text = manuscript.paragraphs[line].text
    own = Position(line, len(text))
    if end.paragraph == line or not _words_between(manuscript, line + 1, end):
        end = min(end, own)
        return SectionExtent(
            section.start, _stop(text, section, end, beside), ExtentShape.ITEM, line, line + 1
        )
    below = any(c.start.paragraph > line for c in section.children)
    if section.kind is not SectionKind.POINT or below:
        last = line_beginning_at(manuscript, end)
        last = end.paragraph + 1 if last is None else last
        return SectionExtent(section.start, end, ExtentShape.RAGGED, line, last)
    if any(s.start > section.start and s.start.paragraph > line for s in beside):
        raise Refused("这一点后面还带着别的段落，请先把它另起一段。")
    return SectionExtent(
        section.start, _stop(text, section, own, beside), ExtentShape.ITEM, line, line + 1
    )


def _words_between(manuscript: Manuscript, first: int, end: Position) -> bool:
    if any(p.text.strip() for p in manuscript.paragraphs[first : end.paragraph]):
        return True
    behind = manuscript.paragraphs[end.paragraph].text[: end.offset]
    return end.paragraph >= first and bool(behind.strip())


def _stop(text: str, section: Section, end: Position, beside: Sequence[Section]) -> Position:
    """Of a run with ；, what follows the 。 of the last point is not its own."""
    if any(s.start > section.start for s in beside):
        return end
    before = max((s for s in beside), key=lambda s: s.start, default=None)
    if before is None:
        return end
    piece = text[before.start.offset : section.start.offset].rstrip(BLANKS)
    if not piece.endswith(("；", ";")):
        return end
    stop = sentence_end(text, section.start.offset)
    while stop < end.offset and text[stop] not in "。！？!?":
        stop = sentence_end(text, stop + 1)
    return Position(end.paragraph, min(end.offset, stop + 1))


def frame_among(manuscript: Manuscript, first: int, last: int) -> str:
    """The table or text box that paragraphs ``[first, last)`` touch, or ''."""
    run = manuscript.paragraphs[first:last]
    return next((p.frame.split("·")[0] for p in run if p.frame), "")
