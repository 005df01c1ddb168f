"""The rows of a paragraph that has looks or things: words, lines under and through, dots.

Everything is set in a column of its own width, so that the type area, a cell and the foot of
a page are set by the same rules.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Generic, TypeVar

from editor.editions.breaking import BrokenLine, Room, break_lines
from editor.editions.carried import CarriedNote, Placement
from editor.editions.carried_layout.picture_rows import PictureRoom, picture_rows, scaled_size
from editor.editions.carried_layout.word_pieces import PiecedPart, WordPiece
from editor.editions.composed_pages import Dot, PageLine, PagePicture, Stroke, TextRun
from editor.editions.furniture import MIDDLE_TO_BASELINE
from editor.editions.set_lines import centred_lines, ragged
from editor.editions.slab import Slab
from editor.editions.styles import Face
from editor.editions.text_measure import Advances, Measure
from editor.manuscript.marks import DOTTED, STRIKE, UNDERLINE

_Thing = TypeVar("_Thing")
NotedSlab = tuple[Slab, tuple[CarriedNote, ...]]
_LINE_WEIGHT = 1 / 20  # of the size of type
_UNDER = 0.2  # of the size, from the baseline down to the line under the words
_DOT_UNDER, _DOT_RADIUS = 0.27, 0.055
_ASCENT = 0.88  # of an em, in Chinese faces
_READING, _SMALLEST_READING = 0.5, 3.5  # of the size; pt


@dataclass(frozen=True, slots=True)
class WordColumn:
    """How a paragraph is set, in pt: width, line pitch, size, indent, tracking of the grid.

    ``tallest`` is the height a picture may have. ``placement``: centre and right leave the
    ends of lines ragged, and so does ``loose``, which is off the grid. ``titled`` breaks
    centred lines by meaning.
    """

    width: float
    pitch: float
    size: float
    tallest: float
    indent: float = 0.0
    tracking: float = 0.0
    placement: Placement = Placement.AS_EDITION
    titled: bool = False
    loose: bool = False


class RowSetter:
    """Sets the parts of paragraphs with one measure."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._advances: dict[tuple[Face, float, float], Advances] = {}

    def rows(self, part: PiecedPart, column: WordColumn, paragraph: int) -> list[NotedSlab]:
        """Rows and pictures in order, each with the notes that are referred to in it."""
        return list(self._rows(part, column, paragraph))

    def _rows(self, part: PiecedPart, column: WordColumn, paragraph: int) -> Iterator[NotedSlab]:
        text = "".join([piece.text for piece in part.pieces])
        widths = [w for piece in part.pieces for w in self._widths(piece, column)]
        cutter = _Cutter(part)
        room = PictureRoom(column.width, column.tallest, column.pitch, column.placement)
        pictures, notes = _Queue(part.pictures), _Queue(part.notes)
        ahead = pictures.until(0)
        yield from [(slab, ()) for slab in picture_rows(ahead, room, column.loose)]
        for row in self._broken(text, widths, column) if text else ():
            slab = self._set(row, widths, cutter, (column, paragraph))
            yield slab, tuple(notes.until(row.end - 1 if row.end < len(text) else row.end))
            shown = pictures.until(row.end)
            yield from [(slab, ()) for slab in picture_rows(shown, room, column.loose)]
        if left := notes.until(len(text)):  # signs that the text itself has, without a word
            yield Slab(0.0, loose=True), tuple(left)

    def _widths(self, piece: WordPiece, column: WordColumn) -> list[float]:
        if piece.picture:
            return [scaled_size(piece.picture, column.width, column.tallest)[0]]
        tracking = column.tracking if piece.size == column.size else 0.0
        key = (piece.face, piece.size, tracking)
        if key not in self._advances:
            self._advances[key] = Advances(self._measure, *key)
        advances = self._advances[key]
        return [advances[c] for c in piece.text]

    def _broken(self, text: str, widths: Sequence[float], column: WordColumn) -> list[BrokenLine]:
        if column.titled and text.strip():
            return centred_lines(text, widths, column.width)
        bare = column.placement is Placement.AS_EDITION
        room = Room(column.width, column.indent if bare else 0.0, column.size)
        rows = break_lines(text, widths, room)
        if bare and not column.loose:
            return rows
        return [_shifted(ragged(row, widths), column) for row in rows]

    def _set(
        self,
        row: BrokenLine,
        widths: Sequence[float],
        cutter: _Cutter,
        where: tuple[WordColumn, int],
    ) -> Slab:
        column, paragraph = where
        drawn = list(cutter.between(row.first, row.last))
        height = _row_height([piece for piece, *_ in drawn], column)
        y = height - column.pitch / 2 + column.size * MIDDLE_TO_BASELINE
        made = _Row(self._measure, row, y, column)
        for piece, start, first, last in drawn:
            made.add(piece, start, first, last)
        for piece, _, first, last in cutter.between(row.last, row.end):
            made.underline_blanks(piece, sum(widths[row.last : first]), widths[first:last])
        left = row.xs[0] if row.xs else 0.0
        start, end = cutter.source(row.start), cutter.source(row.end)
        line = PageLine(left, y, row.width - left, tuple(made.runs), paragraph, start, end)
        own = [line] if made.runs or paragraph >= 0 else []  # else all of it is not the text's
        return Slab(
            height,
            (*own, *made.beside),
            tuple(made.strokes),
            tuple(made.pictures),
            tuple(made.dots),
            loose=column.loose,
        )


@dataclass(slots=True)
class _Row:
    """What one row gathers."""

    measure: Measure
    row: BrokenLine
    y: float
    column: WordColumn
    runs: list[TextRun] = field(default_factory=list[TextRun])
    beside: list[PageLine] = field(default_factory=list[PageLine])
    strokes: list[Stroke] = field(default_factory=list[Stroke])
    pictures: list[PagePicture] = field(default_factory=list[PagePicture])
    dots: list[Dot] = field(default_factory=list[Dot])

    def add(self, piece: WordPiece, start: int, first: int, last: int) -> None:
        """The drawn characters ``[first, last)`` of a piece that begins at ``start``."""
        row = self.row
        xs = row.xs[first - row.first : last - row.first]
        right = row.xs[last - row.first] if last < row.last else row.width
        words = piece.text[first - start : last - start]
        if piece.picture:
            width, height = scaled_size(piece.picture, self.column.width, self.column.tallest)
            place = (xs[0], self.y - height, xs[0] + width, self.y)
            shown = piece.picture
            self.pictures.append(PagePicture(*place, shown.data, shown.crop, shown.quarters))
            return
        own = piece.source is not None
        left = row.xs[0] if own else xs[0]
        places = tuple([x - left for x in xs])
        source = 0 if piece.source is None else piece.source + first - start
        run = TextRun(words, piece.face, piece.size, places, source, piece.rise)
        if own:
            self.runs.append(run)
        else:
            self.beside.append(PageLine(left, self.y, right - left, (run,), -1, 0, 0))
        self._line(piece, xs[0], right)
        if DOTTED in piece.kinds:
            self._dot(piece, words, (*xs, right))
        if piece.ruby and first == start:
            self._read_over(piece, xs[0], right)

    def underline_blanks(self, piece: WordPiece, before: float, widths: Sequence[float]) -> None:
        """The line under blanks at the end of a row: a form is filled in there."""
        left = self.row.width + before
        right = min(left + sum(widths), self.column.width)
        if UNDERLINE in piece.kinds and right > left:
            self._line(piece, left, right)

    def _line(self, piece: WordPiece, left: float, right: float) -> None:
        size, y = piece.size, self.y - piece.rise
        for kind, down in ((UNDERLINE, _UNDER), (STRIKE, -MIDDLE_TO_BASELINE)):
            if kind in piece.kinds:
                level = y + down * size
                self.strokes.append(Stroke(left, level, right, level, size * _LINE_WEIGHT))

    def _dot(self, piece: WordPiece, words: str, borders: Sequence[float]) -> None:
        size, y = piece.size, self.y + _DOT_UNDER * piece.size
        for at, character in enumerate(words):
            if character.isalnum():
                middle = (borders[at] + borders[at + 1]) / 2
                self.dots.append(Dot(middle, y, size * _DOT_RADIUS))

    def _read_over(self, piece: WordPiece, left: float, right: float) -> None:
        """The reading over the word, smaller where there is less room; the pitch stays."""
        room = self.y - piece.rise - _ASCENT * piece.size
        size = min(_READING * piece.size, room / _ASCENT)
        face = replace(piece.face, bold=False, slanted=False)
        wide = self.measure.width(piece.ruby, face, size)
        size = max(_SMALLEST_READING, min(size, size * 1.3 * (right - left) / max(wide, 0.1)))
        xs = [0.0]
        for character in piece.ruby:
            xs.append(xs[-1] + self.measure.width(character, face, size))
        x = max(0.0, (left + right - xs[-1]) / 2)
        y = self.y - piece.rise - _ASCENT * piece.size - 0.12 * size
        run = TextRun(piece.ruby, face, size, tuple(xs[:-1]), 0)
        self.beside.append(PageLine(x, y, xs[-1], (run,), -1, 0, 0))


class _Cutter:
    """The pieces of a part by places of the drawn text, and those by places of the source."""

    def __init__(self, part: PiecedPart) -> None:
        self._pieces = part.pieces
        sizes = [len(piece.text) for piece in part.pieces]
        self._borders = list(accumulate(sizes, initial=0))
        self._sources = [part.end]
        for piece in reversed(part.pieces):
            known = self._sources[-1] if piece.source is None else piece.source
            self._sources.append(known)
        self._sources.reverse()
        self._first = part.start

    def between(self, first: int, last: int) -> Iterator[tuple[WordPiece, int, int, int]]:
        """Each piece drawn in ``[first, last)``: where it begins, what of it is drawn."""
        at = max(0, bisect_right(self._borders, first) - 1)
        while at < len(self._pieces) and self._borders[at] < last:
            start, end = self._borders[at], self._borders[at + 1]
            if max(start, first) < min(end, last):
                yield self._pieces[at], start, max(start, first), min(end, last)
            at += 1

    def source(self, place: int) -> int:
        """The offset in the paragraph for a place of the drawn text; hidden words go before it."""
        if not place:
            return self._first
        at = bisect_right(self._borders, place) - 1
        if at >= len(self._pieces) or self._pieces[at].source is None:
            return self._sources[at]
        return self._sources[at] + place - self._borders[at]


class _Queue(Generic[_Thing]):
    """Things at places of the drawn text, taken in order."""

    def __init__(self, placed: Sequence[tuple[int, _Thing]]) -> None:
        self._placed = placed
        self._taken = 0

    def until(self, place: int) -> list[_Thing]:
        """Those at most at a place that were not taken before."""
        first = self._taken
        while self._taken < len(self._placed) and self._placed[self._taken][0] <= place:
            self._taken += 1
        return [thing for _, thing in self._placed[first : self._taken]]


def _row_height(pieces: Sequence[WordPiece], column: WordColumn) -> float:
    """The pitch, or more where a picture among the words needs it; on the grid whole lines."""
    shown = [piece.picture for piece in pieces if piece.picture]
    tallest = max([scaled_size(p, column.width, column.tallest)[1] for p in shown], default=0.0)
    above = column.pitch / 2 + column.size * MIDDLE_TO_BASELINE
    if tallest <= above:
        return column.pitch
    height = column.pitch + tallest - above
    return height if column.loose else math.ceil(round(height / column.pitch, 3)) * column.pitch


def _shifted(row: BrokenLine, column: WordColumn) -> BrokenLine:
    """A row moved to the middle or to the right of its column."""
    slack = max(0.0, column.width - row.width)
    by = {Placement.CENTRE: slack / 2, Placement.RIGHT: slack}.get(column.placement, 0.0)
    return replace(row, xs=tuple([x + by for x in row.xs]), width=row.width + by) if by else row
