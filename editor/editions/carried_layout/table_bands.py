"""A table as bands that follow one another: rows, or rows that a merged cell ties together.

A band never reaches past a page: a row taller than that is cut between its lines. The head is
set again over the first band of every further page (see `Slab.again`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from editor.editions.carried import CarriedCell, CarriedTable, Placement, Sides
from editor.editions.composed_pages import Stroke
from editor.editions.slab import Slab, together
from editor.editions.styles import PT_PER_MM

# A paragraph by its number as loose slabs: width in pt, how much smaller than the file's type.
WordSetter = Callable[[int, float, float], Sequence[Slab]]
PAD, PAD_ABOVE = 4.0, 3.0  # pt between a cell's lines and its words: at the sides, above, below
_SMALLEST_SHRINK = 0.7  # type is not set smaller than this much of the file's size
_TIED = 0.5  # of a page: rows that a merged cell ties stay together up to this height
_HEAD = 0.5  # of a page: a taller head is not repeated


@dataclass(slots=True)
class _SetCell:
    """A cell between two edges with its pieces, from the top.

    ``first`` and ``last`` are its rows in the group; ``goes_on``: it is a lower part of a
    merged one, which has its pieces. ``seam`` is the line at its top where a page ends there.
    """

    left: float
    right: float
    sides: Sides
    standing: str
    pieces: list[Slab] = field(default_factory=list[Slab])
    first: int = 0
    last: int = 0
    goes_on: bool = False
    seam: float = 0.0

    @property
    def height(self) -> float:
        return sum([piece.height for piece in self.pieces]) + 2 * PAD_ABOVE


@dataclass(slots=True)
class _SetRow:
    cells: list[_SetCell]
    least: float
    head: bool
    height: float = 0.0


def table_bands(
    table: CarriedTable, width: float, tallest: float, words: WordSetter, shrunk: float = 1.0
) -> list[Slab]:
    """The bands of a table in a width, none taller than ``tallest`` (pt).

    ``shrunk``: how much smaller the type of a table around it is set.
    """
    total = sum(table.columns) * PT_PER_MM
    scale = min(1.0, width / total) if total else 1.0
    slack = max(0.0, width - total * scale)
    left = {Placement.CENTRE: slack / 2, Placement.RIGHT: slack}.get(table.placement, 0.0)
    edges = [left + w * PT_PER_MM * scale for w in accumulate(table.columns, initial=0.0)]
    shrink = max(_SMALLEST_SHRINK, scale * shrunk)
    rows: list[_SetRow] = []
    for row in table.rows:
        cells: list[_SetCell] = []
        at = min(row.before, len(edges) - 1)
        for cell in row.cells:
            end = min(at + cell.span, len(edges) - 1)
            made = _SetCell(edges[at], edges[end], cell.sides, cell.standing)
            made.goes_on = cell.goes_on
            made.pieces = _pieces(cell, edges[end] - edges[at], (tallest, shrink), words)
            cells.append(made)
            at = end
        rows.append(_SetRow(cells, min(row.height * PT_PER_MM * scale, tallest / 2), row.head))
    return list(_banded(rows, tallest))


def _pieces(
    cell: CarriedCell, width: float, room: tuple[float, float], words: WordSetter
) -> list[Slab]:
    inner, (tallest, shrink) = max(width - 2 * PAD, PAD), room
    found: list[Slab] = []
    blocks = cell.blocks
    if len(blocks) > 1 and isinstance(blocks[-2], CarriedTable):
        # Every file has a paragraph behind a table in a cell; mostly nothing is in it.
        last = [] if isinstance(blocks[-1], CarriedTable) else [*words(blocks[-1], inner, shrink)]
        blocks = blocks if any(slab.lines for slab in last) else blocks[:-1]
    for block in blocks:
        if isinstance(block, CarriedTable):
            found += table_bands(block, inner, tallest - 2 * PAD_ABOVE, words, shrink)
        else:
            found += words(block, inner, shrink)
    return found


def _banded(rows: list[_SetRow], tallest: float) -> Iterator[Slab]:
    heads: tuple[Slab, ...] = ()
    room, height = tallest, 0.0
    for group in _groups(rows):
        bands = list(_group_bands(group, room))
        if group[0].head:
            height += sum(band.height for band in bands)
            if height <= _HEAD * tallest:
                heads = (*heads, *[band.repeated() for band in bands])
                room = tallest - height
            else:
                heads, room = (), tallest
            yield from bands
        else:
            yield from [replace(band, again=heads) for band in bands] if heads else bands


def _groups(rows: list[_SetRow]) -> Iterator[list[_SetRow]]:
    """Rows tied by merged cells; what stands in the lower parts of one goes to its first."""
    group: list[_SetRow] = []
    above: dict[tuple[float, float], _SetCell] = {}
    for row in rows:
        upper = [above.get((cell.left, cell.right)) for cell in row.cells]
        tied = [u is not None and c.goes_on for u, c in zip(upper, row.cells, strict=True)]
        if group and not any(tied):
            yield group
            group = []
        for cell, owner, lower in zip(row.cells, upper, tied, strict=True):
            cell.first = cell.last = len(group)
            cell.goes_on = lower
            if owner is not None and lower:
                if any(slab.lines or slab.pictures for slab in cell.pieces):
                    owner.pieces += cell.pieces
                cell.pieces = []
                owner.last = len(group)
                owner.sides = owner.sides._replace(bottom=cell.sides.bottom)
        above = {(c.left, c.right): _owner(c, above) for c in row.cells}
        group.append(row)
    if group:
        yield group


def _owner(cell: _SetCell, above: dict[tuple[float, float], _SetCell]) -> _SetCell:
    return above[cell.left, cell.right] if cell.goes_on else cell


def _group_bands(group: list[_SetRow], tallest: float) -> Iterator[Slab]:
    cells = [cell for row in group for cell in row.cells if not cell.goes_on]
    ending: dict[int, list[_SetCell]] = {}
    for cell in cells:
        ending.setdefault(cell.last, []).append(cell)
    for at, row in enumerate(group):
        plain = [cell.height for cell in ending.get(at, ()) if cell.first == at]
        row.height = max([row.least, 2 * PAD_ABOVE, *plain])
        for cell in ending.get(at, ()):
            lack = cell.height - sum([one.height for one in group[cell.first : at + 1]])
            row.height += max(0.0, lack)
    if len(group) > 1 and sum([row.height for row in group]) <= _TIED * tallest:
        yield _tied(group, cells)
        return
    for cell in cells:
        if cell.last > cell.first:
            _deal_out(cell, group[cell.first : cell.last + 1])
    for row in group:
        yield from _row_bands(row, tallest)


def _tied(group: list[_SetRow], cells: Sequence[_SetCell]) -> Slab:
    """All rows of a group as one band."""
    tops = list(accumulate([row.height for row in group], initial=0.0))
    drawn = [_drawn(cell, tops[cell.first], tops[cell.last + 1]) for cell in cells]
    return together(tops[-1], drawn)


def _deal_out(cell: _SetCell, rows: Sequence[_SetRow]) -> None:
    """The pieces of a merged cell over the rows it spans, each where it has room."""
    parts = [next(c for c in row.cells if c.left == cell.left) for row in rows]
    waiting, cell.pieces = cell.pieces, []
    for at, (row, part) in enumerate(zip(rows, parts, strict=True)):
        part.pieces, waiting = _fitting(waiting, row.height - 2 * PAD_ABOVE)
        last = at == len(rows) - 1
        if last:
            part.pieces += waiting
            row.height = max(row.height, part.height)
        part.sides, part.goes_on = cell.sides, False
        _open(part, bool(at), not last)


def _row_bands(row: _SetRow, tallest: float) -> Iterator[Slab]:
    """A row as one band, or as several where it is taller than a page."""
    if row.height <= tallest + 0.01:
        yield together(row.height, [_drawn(cell, 0.0, row.height) for cell in row.cells])
        return
    yield from _slices(row)


def _slices(row: _SetRow) -> Iterator[Slab]:
    """A row cut between its lines, so that a page may end between any two."""
    most = max([len(cell.pieces) for cell in row.cells])
    for at in range(most):
        above, below = (0.0 if at else PAD_ABOVE), (PAD_ABOVE if at == most - 1 else 0.0)
        height = max([p.height for cell in row.cells for p in cell.pieces[at : at + 1]])
        cut: list[Slab] = []
        for cell in row.cells:
            part = _SetCell(cell.left, cell.right, cell.sides, "top", cell.pieces[at : at + 1])
            _open(part, bool(at), not below)
            cut.append(_drawn(part, 0.0, height + above + below, above))
        yield together(height + above + below, cut)


def _open(cell: _SetCell, above: bool, below: bool) -> None:
    """Take away the lines where a cell goes on; where a page ends there they close it."""
    sides = cell.sides
    cell.seam = max(sides.top, sides.bottom) if above else 0.0
    cell.sides = sides._replace(
        top=0.0 if above else sides.top, bottom=0.0 if below else sides.bottom
    )


def _fitting(pieces: list[Slab], room: float) -> tuple[list[Slab], list[Slab]]:
    """The first pieces that fit into a height, and those left."""
    used, count = 0.0, 0
    for piece in pieces:
        used += piece.height
        if used > room + 0.01:
            break
        count += 1
    return pieces[:count], pieces[count:]


def _drawn(cell: _SetCell, top: float, bottom: float, above: float = PAD_ABOVE) -> Slab:
    """A cell between two heights: its lines, its pieces where they stand in it."""
    slack = max(0.0, bottom - top - cell.height)
    down = top + above + {"center": slack / 2, "bottom": slack}.get(cell.standing, 0.0)
    seam = (Stroke(cell.left, top, cell.right, top, cell.seam),) if cell.seam else ()
    inside: list[Slab] = [Slab(0.0, strokes=tuple(_strokes(cell, top, bottom)), seam=seam)]
    for piece in cell.pieces:
        inside.append(piece.moved(cell.left + PAD, down))
        down += piece.height
    return together(bottom - top, inside)


def _strokes(cell: _SetCell, top: float, bottom: float) -> Iterator[Stroke]:
    left, right, sides = cell.left, cell.right, cell.sides
    if sides.top:
        yield Stroke(left, top, right, top, sides.top)
    if sides.bottom:
        yield Stroke(left, bottom, right, bottom, sides.bottom)
    if sides.left:
        yield Stroke(left, top, left, bottom, sides.left)
    if sides.right:
        yield Stroke(right, top, right, bottom, sides.right)
    if sides.falling:
        yield Stroke(left, top, right, bottom, sides.falling)
    if sides.rising:
        yield Stroke(left, bottom, right, top, sides.rising)
