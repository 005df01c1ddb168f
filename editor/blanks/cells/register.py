"""Tables with a heading row: lists, registers, programmes. What is empty below a heading.

One record that was not written is a blank. Many empty rows are room for people to sign in, a
column that is empty all the way may be meant so: these are asked about, once. Sparse figures
and remarks say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from editor.blanks.cells.grid import Cell, Table

_SPLIT: Final = 3  # of so many cells one may begin where no heading does
_FEW: Final = 3  # so many empty cells of a column are told one by one
_RARE: Final = 4  # a hole among so many filled ones is no habit


class EmptyCell(NamedTuple):
    """An empty cell and what is wanted there; not ``sure``: it may be meant to be empty.

    ``whole``: the words of the cell itself are the place (a heading over an empty column).
    """

    cell: Cell
    name: str
    note: str
    sure: bool = True
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """A heading row with the rows below it."""

    heads: tuple[Cell, ...]
    body: tuple[tuple[Cell, ...], ...]


def registers_of(table: Table) -> tuple[Register, ...]:
    """The stretches of a table that are lists under a heading row."""
    found: list[Register] = []
    at = 0
    while at < len(table.rows):
        body = _body(table, at) if _is_heading(table.rows[at]) else ()
        if body:
            found.append(Register(table.rows[at], body))
        at += 1 + len(body)
    return tuple(found)


def _is_heading(row: Sequence[Cell]) -> bool:
    """Whether a row names columns: no value stands in it, labels stand side by side."""
    named = row[1:] if row and row[0].empty else row  # the corner may be empty
    if len(row) < 2 or not named or not all(c.names for c in named):
        return False
    sure = [c.is_field or c.is_hand or c.is_remark for c in row]
    beside = any(a and b for a, b in pairwise(sure))
    in_turn = all(sure[::2]) and not any(sure[1::2])  # 姓名│张三│性别│男
    form = in_turn and (len(row) % 2 == 0 or row[-1].is_remark)
    return beside or (len(row) > 2 and not form)


def _body(table: Table, head: int) -> tuple[tuple[Cell, ...], ...]:
    columns = {c.column for c in table.rows[head]}
    body: list[tuple[Cell, ...]] = []
    for row in table.rows[head + 1 :]:
        # A heading may go over two columns; then one more begins below it.
        beyond = [c for c in row if c.column not in columns]
        fits = len(row) > 1 and row[0] not in beyond and _SPLIT * len(beyond) <= len(row)
        if not fits or _begins_form(row) or (_is_heading(row) and _labels(row)):
            break
        body.append(row)
    return tuple(body)


def _labels(row: Sequence[Cell]) -> bool:
    return sum(c.is_field for c in row) * 2 > len(row)


def _begins_form(row: Sequence[Cell]) -> bool:
    """Whether a row is 姓名│　│性别│　, and no record of a list."""
    filled = [c for c in row if not c.empty]
    return row[0].is_field and row[1].empty and all(c.names for c in filled)


def empty_in(register: Register) -> Iterator[EmptyCell]:
    """What of a list is empty and should not be, or may not."""
    rows = [row for row in register.body if not any(c.is_total for c in row[:2])]
    blank = [row for row in rows if _is_blank(row)]
    filled = [row for row in rows if not _is_blank(row)]
    wanted = [c for c in register.heads if c.is_field]
    if not filled:
        yield from _unwritten(register, wanted, blank)
        return
    for head in register.heads:
        if head.is_field or head.is_hand:
            yield from _holes(head, filled)


def _unwritten(
    register: Register, wanted: Sequence[Cell], blank: Sequence[tuple[Cell, ...]]
) -> Iterator[EmptyCell]:
    """A list of which nothing is written."""
    told = [c for c in register.heads if c.names and not c.is_remark]
    if not blank or not told:
        return
    if len(blank) > 1 or 2 * len(wanted) < len(told):
        head = (wanted or told)[0]
        yield EmptyCell(head, head.label, f"“{head.label}”等栏下面{len(blank)}行", False, True)
        return
    below = {c.column: c for c in blank[0]}
    for head in register.heads:
        if (cell := below.get(head.column)) and cell.empty and (head.is_field or head.is_hand):
            yield EmptyCell(cell, head.label, f"“{head.label}”下面一格", not head.is_hand)


def _holes(head: Cell, filled: Sequence[tuple[Cell, ...]]) -> Iterator[EmptyCell]:
    """The empty cells below a heading, of the rows in which something is written."""
    column = [(row, c) for row in filled for c in row if c.column == head.column]
    empty = [(row, c) for row, c in column if c.empty]
    note = f"“{head.label}”下面一格"
    if len(column) == 1 and empty:
        yield EmptyCell(empty[0][1], head.label, note, not head.is_hand)
    elif empty and len(empty) == len(column) > _FEW:
        yield EmptyCell(head, head.label, f"“{head.label}”这一栏", False, True)
    elif len(empty) == len(column):
        for _, cell in empty:
            yield EmptyCell(cell, head.label, note, False)
    elif len(empty) <= max(1, len(column) // _RARE) and not _figures([c for _, c in column]):
        spare = _spare(filled)
        for row, cell in empty:
            if all(not c.empty or c is cell or c.column in spare for c in row):
                yield EmptyCell(cell, head.label, note, False)


def _spare(filled: Sequence[tuple[Cell, ...]]) -> set[int]:
    """The columns that have an empty cell in most of the rows."""
    gaps = Counter(c.column for row in filled for c in row if c.empty)
    return {column for column, count in gaps.items() if 2 * count >= len(filled)}


def _figures(column: Sequence[Cell]) -> bool:
    """Whether a column holds small figures, of which a missing one may mean none."""
    small = [c for c in column if c.is_number]
    return 2 * len(small) > len([c for c in column if not c.empty])


def _is_blank(row: Sequence[Cell]) -> bool:
    """Whether nothing is written in a row but its number."""
    return all(c.empty or c.is_counter for c in row) and any(c.empty for c in row)
