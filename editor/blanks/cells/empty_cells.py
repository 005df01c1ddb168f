"""What is empty in the tables of a text, as blanks of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from editor.blanks.blank import BlankKind, BlankOrigin
from editor.blanks.cells.cell_labels import labels_in
from editor.blanks.cells.entries import (
    SOFT_BREAK,
    bare_date,
    bare_measure,
    begins_entry,
    entries_in,
    signs,
)
from editor.blanks.cells.form import empty_beside, of_figures
from editor.blanks.cells.grid import Cell, Table, tables_of
from editor.blanks.cells.register import EmptyCell, Register, empty_in, registers_of
from editor.blanks.recognisers.found import FoundBlank
from editor.manuscript.paragraph import Paragraph

_SIGNS: Final = ("：", ":", "年")  # an entry has a colon, room for a date its 年


class CellBlanks(NamedTuple):
    """The blanks of cells by paragraph, where room is left to sign, what the table calls a cell."""

    found: dict[int, list[FoundBlank]]
    by_hand: frozenset[int]
    labels: dict[int, str]


def cell_blanks(paragraphs: Sequence[Paragraph]) -> CellBlanks:
    """What is empty in the tables of a text."""
    framed = [n for n, p in enumerate(paragraphs) if p.frame]
    found: dict[int, list[FoundBlank]] = {}
    by_hand: set[int] = set()
    labels: dict[int, str] = {}
    for table in tables_of(paragraphs, framed) if framed else ():
        registers = registers_of(table)
        for cell, label in labels_in(table, registers):
            labels |= dict.fromkeys(cell.lines, label)
        for empty in _empty(table, registers):
            line = empty.cell.lines[0]
            found.setdefault(line, []).append(_blank(table, empty, paragraphs[line].text))
        for before, cell in _cells(table):
            found_measure = _measured(table, before, cell, paragraphs)
            if found_measure:
                found.setdefault(cell.lines[0], []).append(found_measure)
            if (before and before.is_hand) or any(signs(words) for words in cell.words):
                by_hand |= set(cell.lines)
            for line, one in _entries(table, cell, paragraphs):
                found.setdefault(line, []).append(one)
        by_hand |= _below_stamps(table)
    return CellBlanks(found, frozenset(by_hand), labels)


def _empty(table: Table, registers: Sequence[Register]) -> Iterator[EmptyCell]:
    if of_figures(table):
        return
    yield from empty_beside(table, registers)
    for register in registers:
        yield from empty_in(register)


def _place(table: Table, cell: Cell) -> str:
    """Where a cell is, as one says it who names its label too: '表1第3行'."""
    return f"{table.name}第{cell.row}行"


def _blank(table: Table, empty: EmptyCell, text: str) -> FoundBlank:
    cell = empty.cell
    note = f"{_place(table, cell)}{empty.note}"
    start = len(text) - len(text.lstrip()) if empty.whole else 0
    end = len(text.rstrip()) if empty.whole else len(text)
    return FoundBlank(start, end, BlankKind.BLANK, BlankOrigin.CELL, empty.name, empty.sure, note)


def _cells(table: Table) -> Iterator[tuple[Cell | None, Cell]]:
    """The cells with words, each with the one at its left."""
    for row in table.rows:
        for before, cell in zip((None, *row), row, strict=False):
            if cell.words:
                yield before, cell


def _entries(
    table: Table, cell: Cell, paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[int, FoundBlank]]:
    if not any(sign in words for words in cell.words for sign in _SIGNS):
        return  # nearly all of them
    rows = [row for n in cell.lines for row in _rows(n, paragraphs[n].text)]
    beside = _beside(table, cell)
    place = _place(table, cell)
    for (line, first, text), following in zip(rows, (*rows[1:], None), strict=True):
        open_end = following is None or begins_entry(following.text)
        alone = open_end and not cell.held and beside is None
        for start, end, name, by_hand in entries_in(text, last=alone):
            span, note = (first + start, first + end), f"{place}“{name}”后面"
            yield line, _room(span, name, not by_hand, note)
        if room := bare_date(text):
            before = (first + room[0], first + room[1])
            yield line, _room(before, "年", True, f"{place}“年”前面")


def _below_stamps(table: Table) -> set[int]:
    """The lines of a signature block: names and dates below where a contract is stamped."""
    lines: set[int] = set()
    stamped: set[int] = set()
    for row in table.rows:
        for cell in row:
            room = cell.is_room or all(begins_entry(words) for words in cell.words)
            if cell.column in stamped and cell.words and room:
                lines |= set(cell.lines)
        stamped |= {c.column for c in row if any(map(signs, c.words))}
    return lines


def _measured(
    table: Table, label: Cell | None, cell: Cell, paragraphs: Sequence[Paragraph]
) -> FoundBlank | None:
    """The room before the measure that is all a cell beside its label has: 年龄│　岁."""
    line = next(iter(cell.lines))
    room = bare_measure(paragraphs[line].text) if len(cell.words) == 1 else None
    if room is None or label is None or not label.is_field:
        return None
    place = f"{_place(table, cell)}“{label.label}”旁边一格"
    return _room(room, label.label, True, place)


class _SeenLine(NamedTuple):
    """A line of a cell as one sees it: its paragraph, where it begins in it, its text."""

    line: int
    first: int
    text: str


def _rows(line: int, text: str) -> Iterator[_SeenLine]:
    """The lines of a paragraph that have words, parted at soft breaks."""
    first = 0
    for part in text.split(SOFT_BREAK):
        if part.strip():
            yield _SeenLine(line, first, part)
        first += len(part) + 1


def _room(place: tuple[int, int], name: str, sure: bool, note: str) -> FoundBlank:
    return FoundBlank(*place, BlankKind.BLANK, BlankOrigin.CELL, name, sure, note)


def _beside(table: Table, cell: Cell) -> Cell | None:
    """The cell that may hold what a label with a colon asks for: at its right, else below."""
    row = table.row(cell.row)
    right = next((c for c in row if c.column > cell.column), None)
    if right is not None and not _labels(right):
        return right
    below = table.below(cell)
    return below if below is not None and not _labels(below) else None


def _labels(cell: Cell) -> bool:
    return cell.is_field or cell.is_hand or any(map(begins_entry, cell.words[:1]))
