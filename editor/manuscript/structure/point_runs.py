"""Points that stand in one paragraph (一是…；二是…；三是…。): taken out, put in, reordered.

Separate from moves of paragraphs, because here marks must be set right: the last point of
a run ends with 。 and the others as the run does, whatever its order. Every edit is as
small as can be, so that the caret and what stands around keep their places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import NO_WORDS, MarkedText, joined, marked, put_words
from editor.manuscript.outline.sections import Outline, Section
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.section_extent import (
    BLANKS,
    HEADED,
    MARKS,
    ExtentShape,
    Refused,
    section_extent,
    siblings,
)


@dataclass(frozen=True, slots=True)
class InlinePoint:
    """One point: ``words`` without the ``mark`` (and blanks) that ends it."""

    section: Section
    start: int
    end: int
    words: str
    mark: str


@dataclass(frozen=True, slots=True)
class PointRun:
    """The points that follow each other in one paragraph, whose words are ``text``."""

    line: int
    items: tuple[InlinePoint, ...]
    text: MarkedText

    def index(self, section: Section) -> int:
        """Which item a section is. Raises ValueError for none of them."""
        return [i.section.start for i in self.items].index(section.start)

    def words(self, number: int) -> MarkedText:
        """The words of an item with their marks."""
        item = self.items[number]
        return self.text.part(item.start, item.start + len(item.words))

    def ending(self, number: int) -> MarkedText:
        """What ends an item, with its marks."""
        item = self.items[number]
        return self.text.part(item.end - len(item.mark), item.end)

    @property
    def inner(self) -> str:
        """The mark between two points of this run."""
        first = next(iter(self.items))
        if len(self.items) > 1:
            return first.mark or "；"
        return "。" if "。" in first.words else "；"


def point_run_of(manuscript: Manuscript, outline: Outline, section: Section) -> PointRun:
    """The run in which a point stands. Raises Refused for what is no point of a paragraph."""
    if section.kind not in HEADED:
        raise Refused("这一部分和别的文字在同一段里，请先另起一段。")
    line = section.start.paragraph
    text = manuscript.paragraphs[line].text
    items: list[InlinePoint] = []
    for one in siblings(outline, section):
        if one.start.paragraph != line:
            continue
        taken = section_extent(manuscript, outline, one)
        if taken.shape is ExtentShape.ITEM:
            items.append(_item(text, one, taken.end.offset))
    return PointRun(line, tuple(items), marked(manuscript.paragraphs[line]))


def _item(text: str, section: Section, end: int) -> InlinePoint:
    piece = text[section.start.offset : end]
    words, mark = words_and_mark(piece)
    return InlinePoint(section, section.start.offset, end, words, mark)


def words_and_mark(piece: str) -> tuple[str, str]:
    """A piece as its words and the mark and blanks that end it ('' where none does)."""
    words = piece.rstrip(BLANKS)
    if words and words[-1] in MARKS:
        return words[:-1], piece[len(words) - 1 :]
    return words, piece[len(words) :]


def reordered(run: PointRun, order: Sequence[int]) -> Replace:
    """The points in another order; the mark that ends each place stays at that place."""
    pieces = [p for at, n in enumerate(order) for p in (run.words(n), run.ending(at))]
    return _cut(run, run.items[0].start, run.items[-1].end, joined(pieces))


def taken_out(run: PointRun, gone: Sequence[int]) -> list[Replace]:
    """The edits that take points out; what is then the last ends as the last did."""
    kept = [n for n in range(len(run.items)) if n not in gone]
    last = kept[-1] if kept else -1
    edits = [_cut(run, run.items[n].start, run.items[n].end, NO_WORDS) for n in gone if n < last]
    if last < len(run.items) - 1:
        tail = run.items[-1]
        if last < 0:
            edits.append(_cut(run, run.items[0].start, tail.end, NO_WORDS))
        else:
            own = run.items[last]
            tail_mark = run.ending(len(run.items) - 1)
            edits.append(_cut(run, own.end - len(own.mark), tail.end, tail_mark))
    return edits


def _cut(run: PointRun, start: int, end: int, text: MarkedText) -> Replace:
    return put_words(Position(run.line, start), Position(run.line, end), text)


def put_in(run: PointRun, index: int, pieces: Sequence[MarkedText | str]) -> Replace:
    """The edit that puts pieces (without their last marks) before the point ``index``."""
    inner = run.inner
    if index < len(run.items):
        place = run.items[index].start
        return _cut(run, place, place, joined([one for p in pieces for one in (p, inner)]))
    last = run.items[-1]
    start = last.end - len(last.mark)
    made = joined([*[one for p in pieces for one in (inner, p)], run.ending(len(run.items) - 1)])
    return _cut(run, start, last.end, made)


def as_paragraph(words: MarkedText, mark: MarkedText) -> MarkedText:
    """A point as a paragraph of its own: it ends with a full stop."""
    start = len(mark.text) - len(mark.text.lstrip(BLANKS))
    ends = mark.part(start, len(mark.text.rstrip(BLANKS)))
    open_end = ends.text in ("；", ";", "，", ",", "") and words.text[-1:] not in "。！？"
    return joined([words, "。" if open_end else ends])
