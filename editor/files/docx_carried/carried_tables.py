"""The tables of a main part as values: columns, rows, merged cells, lines, tables in cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from editor.editions.carried import CarriedCell, CarriedRow, CarriedTable, Placement, Sides
from editor.files.docx.styles_part import Styles
from editor.files.docx.xml_tree import attribute, child, local_name, value_of
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.whole_number import whole_number

_TWIPS = 1440 / 25.4  # a mm
_WHOLE = 156.0  # mm over which columns without a width are dealt out
_NARROWEST = 2.0  # mm
_MOST_SPAN = 64
_NO_LINE = ("nil", "none")
_AROUND = ("top", "left", "bottom", "right")
_INSIDE, _ACROSS = ("insideH", "insideV"), ("tl2br", "tr2bl")
_OTHER_NAMES = {"left": "start", "right": "end"}
_PLACES = {"center": Placement.CENTRE, "right": Placement.RIGHT, "end": Placement.RIGHT}
_OPEN = ("sdt", "sdtContent", "customXml", "ins", "moveTo")


class CarriedTables:
    """Reads tables; ``numbers`` has the manuscript's number of each shown w:p."""

    def __init__(self, styles: Styles, numbers: Mapping[Any, int]) -> None:
        self._styles = styles
        self._numbers = numbers

    def outer(self, body: Any) -> tuple[CarriedTable, ...]:
        """The tables of a body in order; those in their cells are in them."""
        found = [self._table(one) for one in _outermost(body)]
        return tuple([table for table in found if table.paragraphs()])

    def _table(self, table: Any) -> CarriedTable:
        properties = child(table, "tblPr")
        style = None if properties is None else value_of(properties, "tblStyle")
        chain = [p for p in (properties, *self._styles.table(style, "tblPr")) if p is not None]
        lines = _borders(chain, "tblBorders")
        elements = list(_members(table, "tr"))
        rows: list[CarriedRow] = []
        for at, row in enumerate(elements):
            rows.append(self._row(row, lines, (at == 0, at == len(elements) - 1)))
        placed = next((v for p in chain if (v := value_of(p, "jc"))), "")
        columns = _columns(table, rows, elements)
        return CarriedTable(columns, _headed(rows), _PLACES.get(placed, Placement.AS_EDITION))

    def _row(self, row: Any, lines: Mapping[str, float], edge: tuple[bool, bool]) -> CarriedRow:
        properties = child(row, "trPr")
        before = _whole(properties, "gridBefore")
        height = None if properties is None else child(properties, "trHeight")
        head = None if properties is None else child(properties, "tblHeader")
        least = 0.0 if height is None else _number(attribute(height, "val")) / _TWIPS
        repeated = head is not None and attribute(head, "val") not in ("0", "false", "off")
        cells: list[CarriedCell] = []
        elements = list(_members(row, "tc"))
        for at, cell in enumerate(elements):
            around = (*edge, at == 0, at == len(elements) - 1)
            made = self._cell(cell, lines, around)
            if cells and _merged_across(cell):
                cells[-1] = _joined(cells[-1], made)
            else:
                cells.append(made)
        return CarriedRow(tuple(cells), before, least, repeated)

    def _cell(
        self, cell: Any, lines: Mapping[str, float], edge: tuple[bool, bool, bool, bool]
    ) -> CarriedCell:
        properties = child(cell, "tcPr")
        merge = None if properties is None else child(properties, "vMerge")
        goes_on = merge is not None and attribute(merge, "val") != "restart"
        span = min(max(1, _whole(properties, "gridSpan")), _MOST_SPAN)
        own = _borders([properties] if properties is not None else [], "tcBorders")
        standing = "top" if properties is None else value_of(properties, "vAlign") or "top"
        sides = _sides(own, lines, edge)
        return CarriedCell(tuple(self._blocks(cell)), span, goes_on, sides, standing)

    def _blocks(self, element: Any) -> Iterator[int | CarriedTable]:
        for one in element:
            name = local_name(one.tag)
            if name == "p":
                if one in self._numbers:
                    yield self._numbers[one]
                # Of a text box in it; what is in a branch that is not shown has no number.
                for inner in one.iter(one.tag):
                    if inner is not one and inner in self._numbers:
                        yield self._numbers[inner]
            elif name == "tbl":
                table = self._table(one)
                if table.paragraphs():
                    yield table
            elif name != "tcPr":
                yield from self._blocks(one)


def framed_numbers(
    elements: Mapping[Any, int], paragraphs: tuple[Paragraph, ...]
) -> Mapping[Any, int]:
    """Of the numbers of w:p those that the manuscript knows to stand in a frame."""
    return {e: n for e, n in elements.items() if paragraphs[n].frame}


def _outermost(element: Any) -> Iterator[Any]:
    table = element.tag[: element.tag.index("}") + 1] + "tbl"
    for one in element.iter(table):
        if next(one.iterancestors(table), None) is None:
            yield one


def _members(parent: Any, name: str) -> Iterator[Any]:
    # Rows and cells may stand in content controls and tracked insertions.
    for one in parent:
        got = local_name(one.tag)
        if got == name:
            yield one
        elif got in _OPEN:
            yield from _members(one, name)


def _headed(rows: list[CarriedRow]) -> tuple[CarriedRow, ...]:
    """Only rows at the very top are repeated, whatever others say of themselves."""
    first = next((at for at, row in enumerate(rows) if not row.head), len(rows))
    if first == len(rows):
        first = 0
    rest = [CarriedRow(row.cells, row.before, row.height) for row in rows[first:]]
    return (*rows[:first], *rest)


def _columns(table: Any, rows: list[CarriedRow], elements: list[Any]) -> tuple[float, ...]:
    grid = child(table, "tblGrid")
    said = [] if grid is None else [one for one in grid if local_name(one.tag) == "gridCol"]
    widths = [_number(attribute(one, "w")) / _TWIPS for one in said]
    most = max((row.before + sum(cell.span for cell in row.cells) for row in rows), default=1)
    if sum(widths[:most]) <= _NARROWEST:
        rows_of_widths = [_cell_widths(row) for row in elements]
        widths = next((found for found in rows_of_widths if len(found) == most), widths[:0])
    if len(widths) < most:
        mean = sum(widths) / len(widths) if widths else _WHOLE / most
        widths += [mean] * (most - len(widths))
    return tuple([max(width, _NARROWEST) for width in widths[: max(most, 1)]])


def _cell_widths(row: Any) -> list[float]:
    found: list[float] = []
    for cell in _members(row, "tc"):
        properties = child(cell, "tcPr")
        width = None if properties is None else child(properties, "tcW")
        if width is None or attribute(width, "type") not in (None, "dxa"):
            return []
        found.append(_number(attribute(width, "w")) / _TWIPS)
    return found


def _merged_across(cell: Any) -> bool:
    properties = child(cell, "tcPr")
    merge = None if properties is None else child(properties, "hMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _joined(first: CarriedCell, second: CarriedCell) -> CarriedCell:
    sides = first.sides._replace(right=second.sides.right)
    blocks, span = (*first.blocks, *second.blocks), first.span + second.span
    return CarriedCell(blocks, span, first.goes_on, sides, first.standing)


def _borders(chain: list[Any], name: str) -> dict[str, float]:
    """The lines that a chain of properties says, each by the first that names it."""
    found: dict[str, float] = {}
    for properties in chain:
        borders = child(properties, name)
        for side in (*_AROUND, *_INSIDE, *_ACROSS) if borders is not None else ():
            line = child(borders, side)
            if line is None and side in _OTHER_NAMES:
                line = child(borders, _OTHER_NAMES[side])
            if line is not None:
                found.setdefault(side, line_weight(line))
    return found


def line_weight(line: Any) -> float:
    """How thick the line of a border is, in pt; 0 for none."""
    if (attribute(line, "val") or "none") in _NO_LINE:
        return 0.0
    eighths = _number(attribute(line, "sz")) or 4.0  # of a pt
    return min(max(eighths / 8, 0.25), 3.0)


def _sides(
    own: Mapping[str, float], lines: Mapping[str, float], edge: tuple[bool, bool, bool, bool]
) -> Sides:
    """The cell's own lines, else the table's outer or inner ones.

    ``edge``: whether it is in the first row, the last row, first and last of its row.
    """
    first, last, leftmost, rightmost = edge
    outer = (first, leftmost, last, rightmost)
    found: list[float] = []
    for side, at_edge in zip(_AROUND, outer, strict=True):
        inner = "insideH" if side in ("top", "bottom") else "insideV"
        found.append(own.get(side, lines.get(side if at_edge else inner, 0.0)))
    return Sides(*found, *[own.get(across, 0.0) for across in _ACROSS])


def _whole(properties: Any, name: str) -> int:
    return 0 if properties is None else max(0, whole_number(value_of(properties, name)))


def _number(value: str | None) -> float:
    try:
        return max(0.0, float(value or 0))
    except ValueError:
        return 0.0
