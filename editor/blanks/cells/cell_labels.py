"""What a table calls a cell: by the heading of its column, else by the label beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.blanks.cells.grid import Cell, Table
from editor.blanks.cells.register import Register


def labels_in(table: Table, registers: Sequence[Register]) -> Iterator[tuple[Cell, str]]:
    """The cells with words that the table names, and what it calls them."""
    listed: set[int] = set()
    for register in registers:
        heads = {head.column: head.label for head in register.heads if head.names}
        listed |= {row[0].row for row in (register.heads, *register.body)}
        for row in register.body:
            yield from ((c, heads[c.column]) for c in row if c.words and c.column in heads)
    for row in table.rows:
        if row[0].row not in listed:
            pairs = pairwise(row)
            yield from (
                (cell, label.label) for label, cell in pairs if cell.words and label.is_field
            )
