"""The tables of a text as rows of cells, read from the names of the frames alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from editor.blanks.cells.entries import SOFT_BREAK, leaves_room, signs
from editor.language.field_labels import bare_label, is_by_hand, is_field, is_name, is_remark
from editor.manuscript.paragraph import Paragraph

_CELL: Final = re.compile(r"(?P<table>(?:.*·)?表\d+)·(?P<row>\d+)行(?P<column>\d+)列")
_FIGURE: Final = re.compile(
    r"[-+−–—－/／*＊√×○●☑□]+|[-+±￥¥$]?[\d０-９][\d０-９.,，:：/\-—~～%％‰]*[\u4e00-\u9fff％%℃]{0,3}"
)
_NAMED_BY_FIGURES: Final = re.compile(r"\d{7}|\d[:：]\d\d|\d[年月日.\-/]\d+[月日.\-/]|\d[月日]")
_COUNTER: Final = 3  # letters of the number of a row
_UPRIGHT: Final = 2  # letters a line of a label that is written from top to bottom
_TOTAL: Final = frozenset({"合计", "小计", "总计", "共计", "平均", "总分", "均分"})


@dataclass(frozen=True)
class Cell:
    """A cell: where it stands, its paragraphs by number, their words without the empty ones.

    ``held``: something stands in it that is no word (a picture, a table of its own);
    ``numbered``: the file shows a number of its own there.
    """

    row: int
    column: int
    lines: tuple[int, ...]
    words: tuple[str, ...]
    held: bool
    numbered: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is room to write in and nothing else."""
        return not (self.words or self.held or self.numbered)

    @property
    def is_counter(self) -> bool:
        """Whether it only counts its row: 3, or a number that the file shows."""
        small = self.is_figure and len(self.words[0]) <= _COUNTER
        return small or (self.numbered and not self.words and not self.held)

    @cached_property
    def label(self) -> str:
        """Its words as the name of a field: '联系电话' of '联 系 电 话：'."""
        upright = all(len(line) <= _UPRIGHT for line in self.words)  # 个/人/简/历
        return bare_label("".join(self.words)) if upright or len(self.words) <= 3 else ""

    @cached_property
    def is_field(self) -> bool:
        """Whether it names a field to be filled in."""
        known = is_field(self.label) and not self.is_hand
        return known and not self.is_remark and not self.is_room

    @cached_property
    def is_hand(self) -> bool:
        """Whether it names what is signed, stamped or judged by hand."""
        return is_by_hand(self.label) or any(map(signs, self.words))

    @cached_property
    def is_remark(self) -> bool:
        """Whether it names what may stay empty."""
        return is_remark(self.label)

    @cached_property
    def names(self) -> bool:
        """Whether it can be the name of a field, of a column or of a row."""
        return is_name(self.label) and not self.is_figure and not self.is_room

    @cached_property
    def is_room(self) -> bool:
        """Whether its words only leave room: （盖章）, 　年　月　日."""
        return all(leaves_room(words) for words in self.words)

    @property
    def is_figure(self) -> bool:
        """Whether it holds a number, a date or a tick."""
        return len(self.words) == 1 and _FIGURE.fullmatch(self.words[0].strip()) is not None

    @cached_property
    def is_number(self) -> bool:
        """Whether it holds a quantity: no date, no hour, no number of a telephone."""
        return self.is_figure and _NAMED_BY_FIGURES.search(self.words[0]) is None

    @property
    def is_total(self) -> bool:
        """Whether it heads a row of sums."""
        return self.label in _TOTAL


@dataclass(frozen=True)
class Table:
    """A table by its name, its rows from the top, the cells of each from the left.

    Of a cell over several rows only the first row has it.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]

    @cached_property
    def _by_number(self) -> dict[int, tuple[Cell, ...]]:
        return {row[0].row: row for row in self.rows}

    def row(self, number: int) -> tuple[Cell, ...]:
        """The cells that begin in a row, counted from 1."""
        return self._by_number.get(number, ())

    def below(self, cell: Cell) -> Cell | None:
        """The cell that begins under a cell, in its column."""
        return next((c for c in self.row(cell.row + 1) if c.column == cell.column), None)

    def is_tall(self, cell: Cell) -> bool:
        """Whether a cell goes on into the row below."""
        row = self.row(cell.row + 1)
        return bool(row) and all(c.column != cell.column for c in row)


def tables_of(paragraphs: Sequence[Paragraph], framed: Iterable[int]) -> tuple[Table, ...]:
    """The tables of a text, in the order in which they are met."""
    cells: dict[str, dict[tuple[int, int], list[int]]] = {}
    holders: set[str] = set()
    for n in framed:
        frame = paragraphs[n].frame
        holders |= _around(frame)
        if match := _CELL.fullmatch(frame):
            place = int(match["row"]), int(match["column"])
            cells.setdefault(match["table"], {}).setdefault(place, []).append(n)
    return tuple(_table(name, places, paragraphs, holders) for name, places in cells.items())


def _around(frame: str) -> set[str]:
    """The cells and boxes around a frame: of '表1·2行1列·文本框1' the cell."""
    parts = frame.split("·")
    found: set[str] = set()
    while len(parts) > 2:
        parts = parts[:-2] if parts[-1].endswith("列") else parts[:-1]
        found.add("·".join(parts))
    return found


def _table(
    name: str,
    places: dict[tuple[int, int], list[int]],
    paragraphs: Sequence[Paragraph],
    holders: set[str],
) -> Table:
    rows: dict[int, list[Cell]] = {}
    for (row, column), lines in sorted(places.items()):
        shown = [t for n in lines for t in paragraphs[n].text.split(SOFT_BREAK)]
        words = tuple(t for line in shown if (t := line.strip()))
        named = f"{name}·{row}行{column}列" in holders
        held = named or any(paragraphs[n].holds for n in lines)
        numbered = any(paragraphs[n].label for n in lines)
        rows.setdefault(row, []).append(Cell(row, column, tuple(lines), words, held, numbered))
    return Table(name, tuple(tuple(row) for row in rows.values()))
