"""Tables of the source in a new document: shape, widths and borders stay, looks are ours.

A table wider than the room is made narrower as a whole. A shade that is too dark for black
letters goes, since the colour of letters is not carried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from editor.files.docx.xml_tree import TRANSITIONAL, attribute, child, local_name, value_of
from editor.files.docx_final.object_xml import Surround
from editor.files.docx_final.word_xml import quoted, word_xml
from editor.manuscript.whole_number import whole_number

_W = f"{{{TRANSITIONAL}}}"
_OPEN = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}
_WIDTHS = tuple(
    f"{_W}{name}"
    for name in ("gridCol", "tcW", "tblW", "tblInd", "wBefore", "wAfter", "tblCellSpacing")
)
_TRACKED = {
    "tblPrChange", "trPrChange", "tcPrChange", "tblPrExChange", "tblGridChange", "ins", "del",
    "cellIns", "cellDel", "cellMerge", "cnfStyle", "hideMark", "divId", "rPrChange", "pPrChange",
}  # fmt: skip
# What a table's style may say of letters and lines; face, size, colour and spacing are ours.
_STYLE_LEAVES_OUT = {
    "rFonts", "sz", "szCs", "color", "lang", "spacing", "ind", "kern", "rsid", "uiPriority",
    "link", "next", "aliases", "locked", "semiHidden", "unhideWhenUsed", "name", "basedOn",
    "outlineLvl", "numPr", "w", "position", "highlight", "contextualSpacing",
}  # fmt: skip
# Below this lightness (0 to 1, ITU-R BT.601) black letters are hard to read.
_LIGHT = 0.55
_DARK_PATTERNS = ("solid", "pct60", "pct62", "pct65", "pct70", "pct75", "pct80", "pct85", "pct87")
# The order of ECMA-376 Part 1, 17.4.60 and 17.4.70, which some writers do not keep.
_TABLE_ORDER = (
    "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize",
    "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar",
    "tblLook", "tblCaption", "tblDescription",
)  # fmt: skip
_CELL_ORDER = (
    "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection",
    "tcFitText", "vAlign",
)  # fmt: skip
_STYLE_ID = "CarriedTable"
_ROOM = 1.02  # a table may stand out by the margins of its cells
SEPARATOR = (
    '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)


class TableStyles:
    """The table styles that carried tables use, under new ids."""

    def __init__(self, root: Any) -> None:
        self._elements: dict[str, Any] = {}
        self._default = ""
        self._names: dict[str, str] = {}
        self._xml: list[str] = []
        for one in () if root is None else root:
            if local_name(one.tag) == "style" and attribute(one, "type") == "table":
                name = attribute(one, "styleId") or ""
                self._elements.setdefault(name, one)
                if attribute(one, "default") in ("1", "true", "on"):
                    self._default = name

    def used(self, name: str | None) -> str:
        """The new id of a table's style, '' for none; its bases come along."""
        name = name if name in self._elements else self._default
        if not name:
            return ""
        if name not in self._names:
            self._names[name] = f"{_STYLE_ID}{len(self._names) + 1}"
            self._xml.append(self._style(name))
        return self._names[name]

    def xml(self) -> str:
        """The styles to add to the new document's."""
        return "".join(self._xml)

    def _style(self, name: str) -> str:
        element = self._elements[name]
        new = self._names[name]
        base = value_of(element, "basedOn")
        based = f'<w:basedOn w:val="{self.used(base)}"/>' if base in self._elements else ""
        inner = "".join([word_xml(one, _style_keeps) for one in element])
        head = f'<w:style w:type="table" w:customStyle="1" w:styleId="{new}">'
        number = new.removeprefix(_STYLE_ID)
        return f'{head}<w:name w:val="表格样式{number}"/>{based}{inner}</w:style>'


class TableWriter:
    """Writes tables; ``blocks`` writes what a cell holds."""

    def __init__(self, styles: TableStyles, blocks: Callable[[Any, Surround], str]) -> None:
        self._styles, self._blocks = styles, blocks

    def table(self, table: Any, surround: Surround) -> str:
        """A w:tbl with its rows."""
        properties = child(table, "tblPr")
        if surround.kind != "cell":
            surround = surround._replace(scale=_narrowed(table, surround.width))
        rows = "".join([self._row(row, surround) for row in members(table, "tr")])
        if not rows:
            return ""
        grid = child(table, "tblGrid")
        columns = "<w:tblGrid/>" if grid is None else word_xml(grid, _keeps)
        return f"<w:tbl>{self._properties(properties)}{columns}{rows}</w:tbl>"

    def _properties(self, properties: Any) -> str:
        said = None if properties is None else value_of(properties, "tblStyle")
        style = self._styles.used(said)
        inner = f'<w:tblStyle w:val="{quoted(style)}"/>' if style else ""
        for one in () if properties is None else _in_order(properties, _TABLE_ORDER):
            if local_name(one.tag) != "tblStyle":
                inner += word_xml(one, _keeps)
        return f"<w:tblPr>{inner}</w:tblPr>"

    def _row(self, row: Any, surround: Surround) -> str:
        inner, cells = "", ""
        for one in row:
            if local_name(one.tag) in ("tblPrEx", "trPr"):
                inner += word_xml(one, _keeps)
        for cell in members(row, "tc"):
            cells += self._cell(cell, surround)
        return f"<w:tr>{inner}{cells}</w:tr>" if cells else ""

    def _cell(self, cell: Any, surround: Surround) -> str:
        properties = child(cell, "tcPr")
        head = "" if properties is None else _cell_properties(properties)
        inner = self._blocks(cell, surround._replace(kind="cell"))
        if not inner.endswith("</w:p>") and not inner.endswith("<w:p/>"):
            inner += "<w:p/>" if not inner else SEPARATOR
        return f"<w:tc>{head}{inner}</w:tc>"


def members(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or cells of a row; controls and insertions around them are open."""
    for one in parent:
        found = local_name(one.tag)
        if found == name:
            if name != "tr" or not _deleted(one):
                yield one
        elif found in _OPEN:
            yield from members(one, name)


def _deleted(row: Any) -> bool:
    """Whether a row is deleted by a tracked change and nothing is left in it."""
    properties = child(row, "trPr")
    if properties is None or child(properties, "del") is None:
        return False
    for text in row.iter(f"{_W}t"):
        if (text.text or "").strip() and next(text.iterancestors(f"{_W}del"), None) is None:
            return False
    return True


def _cell_properties(properties: Any) -> str:
    inner = "".join([word_xml(one, _keeps) for one in _in_order(properties, _CELL_ORDER)])
    return f"<w:tcPr>{inner}</w:tcPr>"


def _in_order(properties: Any, order: Sequence[str]) -> list[Any]:
    known = [one for one in properties if local_name(one.tag) in order]
    return sorted(known, key=lambda one: order.index(local_name(one.tag)))


def _keeps(name: str, element: Any) -> bool:
    return name not in _TRACKED and (name != "shd" or _light(element))


def _style_keeps(name: str, element: Any) -> bool:
    return name not in _STYLE_LEAVES_OUT and _keeps(name, element)


def _light(element: Any) -> bool:
    """Whether black letters can be read on a shade."""
    fill, pattern = attribute(element, "fill") or "auto", attribute(element, "val") or ""
    if pattern in _DARK_PATTERNS:
        return False
    if len(fill) != 6:
        return True
    try:
        red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    except ValueError:
        return True
    return 0.299 * red + 0.587 * green + 0.114 * blue >= _LIGHT


def _narrowed(table: Any, room: int) -> float:
    """Scale a table's widths to the room in twips; the factor, 1 where it fits."""
    wide = _width(table)
    if wide <= room * _ROOM:
        return 1.0
    factor = room / wide
    for one in table.iter(*_WIDTHS):
        if attribute(one, "type") in (None, "dxa") and (said := attribute(one, "w")):
            try:
                one.set(f"{_W}w", str(round(float(said) * factor)))
            except ValueError:
                continue
    return factor


def _width(table: Any) -> float:
    grid = child(table, "tblGrid")
    found = [attribute(one, "w") for one in grid] if grid is not None else []
    return float(sum([max(0, whole_number(one)) for one in found]))
