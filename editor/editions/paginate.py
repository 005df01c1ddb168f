"""Which row stands on which page: full pages, headings never left alone at the foot."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from editor.editions.roles import PageParagraph, style_of
from editor.editions.set_lines import SetLine
from editor.editions.slab import Slab
from editor.editions.styles import Edition, Role

Row = SetLine | Slab
Block = tuple[PageParagraph, Sequence[Row]]  # rows of plain words only, or slabs only
_HEAD = (Role.TITLE, Role.SUBTITLE, Role.BYLINE)
_EPSILON = 0.001  # of a line
_LEAST_BODY = 2  # lines that notes which run over from the page before leave to the text
_LONG_NOTE = 8  # lines of the text; a longer note may go on at the next page's foot
_LEAST_NOTE = 2  # of its own rows that stand where it is referred to


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A row of a paragraph at ``line`` (from 0) of a page (from 0).

    A `Slab` may begin between the lines of the grid; paragraph -1 is a note's.
    """

    page: int
    line: float
    paragraph: int
    row: Row


def paginate(
    blocks: Sequence[Block], edition: Edition, rule: Slab | None = None
) -> list[PlacedLine]:
    """Every row with its place, in order; ``rule`` stands over the notes of a page."""
    filler = _Filler(edition, rule)
    for index, (part, rows) in enumerate(blocks):
        if filler.line and part.opens:
            filler.turn()
        elif filler.line:
            filler.leave(_gap(blocks, index, edition))
            if rows and not (isinstance(rows[0], Slab) and rows[0].loose):
                filler.to_grid()
            filler.turn_unless(_together(blocks, index, edition))
        filler.put(part.paragraph, rows)
    return filler.finished()


class _Filler:
    """Fills pages from the top, and their feet with the notes that belong there."""

    def __init__(self, edition: Edition, rule: Slab | None) -> None:
        self._lines, self._pitch = edition.lines, edition.pitch
        self._rule = rule
        self._page = 0
        self.line: float = 0
        self._room: float = edition.lines  # lines that notes leave to the text
        self._foot: list[Slab] = []
        self._over: list[Slab] = []  # rows of notes that go on at the next page's foot
        self._placed: list[PlacedLine] = []

    def leave(self, lines: int) -> None:
        """Leave lines empty."""
        self.line += lines

    def to_grid(self) -> None:
        """Go on at the next line of the grid."""
        self.line = math.ceil(self.line - _EPSILON)

    def turn_unless(self, lines: float) -> None:
        """Begin a page where so many lines do not fit on this one."""
        if self.line + lines > self._room + _EPSILON:
            self.turn()

    def put(self, paragraph: int, rows: Sequence[Row]) -> None:
        """The rows of a block. Those of plain words take a line of the grid each."""
        if not rows or isinstance(rows[0], Slab):
            for row in rows:
                if isinstance(row, Slab):
                    self._put_slab(paragraph, row)
            return
        self.to_grid()
        line, page, most = self.line, self._page, self._room - 1 + _EPSILON
        place = self._placed.append
        for row in rows:
            if line > most:
                self.turn()
                line, page, most = 0, self._page, self._room - 1 + _EPSILON
            place(PlacedLine(page, line, paragraph, row))
            line += 1
        self.line = line

    def _put_slab(self, paragraph: int, slab: Slab) -> None:
        """A slab where it fits, with its notes at the foot of the page."""
        if slab.turns and self.line:
            self.turn()
        if not slab.loose:
            self.to_grid()
        height = slab.height / self._pitch
        notes = [row for note in slab.notes for row in note]
        if self.line and self.line + height > self._room - self._wish(notes) + _EPSILON:
            seam = Slab(0.0, strokes=slab.seam)
            self._set(paragraph, seam)
            self.turn()
            for head in slab.again:
                self._set(paragraph, head)
            self._set(paragraph, seam)
        self._set(paragraph, slab)
        self._note(notes)

    def turn(self) -> None:
        """Begin a page; what notes are left over begins its foot."""
        self._end_page()
        self._page += 1
        self.line = 0
        over, self._over = self._over, []
        self._note(over, _LEAST_BODY)

    def finished(self) -> list[PlacedLine]:
        """All that was placed, the last feet too."""
        self._end_page()
        while self._over:
            self.turn()
            self._end_page()
        return self._placed

    def _set(self, paragraph: int, slab: Slab) -> None:
        self._placed.append(PlacedLine(self._page, self.line, paragraph, slab))
        self.line += slab.height / self._pitch

    def _needs(self, notes: Sequence[Slab]) -> float:
        """How many lines more the notes take, with the rule where there is none yet."""
        rule = [self._rule] if notes and self._rule and not self._foot else []
        return sum([row.height for row in (*rule, *notes)]) / self._pitch

    def _wish(self, notes: Sequence[Slab]) -> float:
        """What must stand on the page of the reference: all of a note, of a long one its head."""
        whole = self._needs(notes)
        return whole if whole <= _LONG_NOTE else self._needs(notes[:_LEAST_NOTE])

    def _note(self, notes: Sequence[Slab], least: float = 0.0) -> None:
        """Put rows of notes at the foot, as many as the page has room for."""
        for at, row in enumerate(notes):
            need = self._needs([row])
            if self._over or max(self.line, least) + need > self._room + _EPSILON:
                self._over += notes[at:]
                return
            if self._rule and not self._foot:
                self._foot.append(self._rule)
            self._foot.append(row)
            self._room -= need

    def _end_page(self) -> None:
        line = self._room
        for row in self._foot:
            self._placed.append(PlacedLine(self._page, line, -1, row))
            line += row.height / self._pitch
        self._foot = []
        self._room = self._lines


def _gap(blocks: Sequence[Block], index: int, edition: Edition) -> int:
    """Empty lines before a block: between the title block and the text."""
    ends_head = blocks[index - 1][0].role in _HEAD and blocks[index][0].role not in _HEAD
    return edition.head_gap if ends_head else 0


def _together(blocks: Sequence[Block], index: int, edition: Edition) -> float:
    """How many lines, from this block on, must stand on one page; 1 if too many."""
    total: float = 0
    for at in range(index, len(blocks)):
        part, rows = blocks[at]
        if at > index:
            if part.opens:
                return total
            total += _gap(blocks, at, edition)
        if not style_of(part, edition).keep_next:
            return total + _beginning(rows, edition)
        total += _height(rows, edition)
        if total >= edition.lines:
            return 1
    return total


def _beginning(rows: Sequence[Row], edition: Edition) -> float:
    """Lines that a block must have on its first page: a row, of a table two where they fit."""
    first = rows[:1]
    if first and isinstance(first[0], Slab) and first[0].loose:
        both = _height(rows[:2], edition)
        return both if both <= edition.lines / 2 else _height(first, edition)
    return _height(first, edition)


def _height(rows: Sequence[Row], edition: Edition) -> float:
    """Lines of the grid that rows take."""
    slabs = [row for row in rows if not isinstance(row, SetLine)]
    return len(rows) - len(slabs) + sum([slab.height for slab in slabs]) / edition.pitch
