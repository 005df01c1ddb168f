"""Forms: labels with room beside them. What of the room was not filled in.

姓名│　　│性别│　　: a sure label waits for words. What stands in a form with several of them
waits too, even if its label is none that is known; a whole column of unknown labels (it may
be one of persons) is asked about once. Boxes to sign and stamp are asked about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from editor.blanks.cells.grid import Cell, Table
from editor.blanks.cells.register import EmptyCell, Register

_PROVEN: Final = 2  # so many sure labels make the other labels of a form sure too
_ROW: Final = 3  # so many unknown labels with room beside them may be a form
_COLONS: Final = (("：",), (":",))
_FIGURES: Final = 4  # so many figures, and most of what is written, make a table of figures


def empty_beside(table: Table, registers: Sequence[Register]) -> Iterator[EmptyCell]:
    """The empty cells beside or below a label, outside of lists."""
    listed = {row[0].row for r in registers for row in (r.heads, *r.body)}
    rows = [row for row in table.rows if row[0].row not in listed]
    sure: list[EmptyCell] = []
    weak: list[EmptyCell] = []
    for row in rows:
        for label, cell, where in [*_in_row(table, row), *_under(table, row)]:
            found = EmptyCell(cell, label.label, f"“{label.label}”{where}", not label.is_hand)
            (sure if label.is_field or label.is_hand else weak).append(found)
    yield from sure
    if sum([_known(row) for row in rows]) >= _PROVEN:
        yield from weak
    elif len(weak) >= _ROW and len(weak) > 2 * _answered(table):
        first, note = weak[0], f"“{weak[0].name}”等栏旁边{len(weak)}格"
        yield first._replace(note=note, sure=False)


def _known(row: Sequence[Cell]) -> int:
    """How many sure labels of a row have a cell beside them, be it filled or not."""
    return sum([label.is_field and not cell.is_field for label, cell in pairwise(row)])


def _answered(table: Table) -> int:
    """How many rows begin with a label and go on with words."""
    begun = [row for row in table.rows if len(row) > 1 and row[0].names]
    return len([row for row in begun if row[1].words])


def of_figures(table: Table) -> bool:
    """Whether a table holds figures in the main, so that empty cells say nothing."""
    told = [c for row in table.rows for c in row[1:] if not c.empty]
    figures = [c for c in told if c.is_number]
    return len(figures) >= _FIGURES and 3 * len(figures) > len(told)


def _in_row(table: Table, row: Sequence[Cell]) -> Iterator[tuple[Cell, Cell, str]]:
    """Labels with the empty cells at their right."""
    row = [c for c in row if c.words not in _COLONS]  # 姓名│：│　: the colon has a cell of its own
    for at, (label, cell) in enumerate(pairwise(row)):
        if not cell.empty or not label.names or label.held or label.is_remark:
            continue
        before = row[at - 1] if at else None
        behind = row[at + 2] if at + 2 < len(row) else None
        if before and not table.is_tall(before):
            if before.is_field and label.is_field:
                continue  # 时间│地点│　: a heading row with a hole
            if before.words and not label.is_field and not label.is_hand:
                continue  # 姓名│张三│　: a value, behind which nothing is wanted
        if behind and behind.words and not behind.names:
            continue  # 人数│　│120│98
        yield label, cell, "旁边一格"


def _under(table: Table, row: Sequence[Cell]) -> Iterator[tuple[Cell, Cell, str]]:
    """A label over the whole width, with nothing in the row below."""
    if len(row) == 1 and (row[0].is_field or row[0].is_hand):
        below = table.row(row[0].row + 1)
        if len(below) == 1 and below[0].empty:
            yield row[0], below[0], "下面一格"
