"""Where a paragraph outside the plain body stands: '表1·2行3列', '文本框1'; or unseen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from editor.files.docx.text_runs import chosen
from editor.files.docx.xml_tree import attribute, child, local_name

# Around a paragraph these leave it a free paragraph of the text.
_OPEN = {"body", "sdt", "sdtContent", "customXml", "ins", "moveTo"}
_GONE = {"del", "moveFrom"}


class FrameNames:
    """Names the frames of one document; tables and text boxes are numbered as met."""

    def __init__(self, body: Any) -> None:
        self._body = body
        self._tables: dict[Any, int] = {}
        self._boxes: dict[Any, int] = {}
        self._rows: dict[Any, str] = {}

    def of(self, paragraph: Any) -> str | None:
        """The frame, '' in the body, None where the paragraph is not shown at all."""
        outer = list(_outward(paragraph, self._body))
        if not _seen(outer):
            return None
        names = [local_name(one.tag) for one in outer]
        for one, name in zip(outer, names, strict=True):
            if name == "txbxContent":
                return f"文本框{self._boxes.setdefault(one, len(self._boxes) + 1)}"
            if name == "tc":
                cells = [o for o, n in zip(outer, names, strict=True) if n == "tc"]
                return "·".join([self._cell(cell) for cell in reversed(cells)])
        return "" if all(name in _OPEN for name in names) else "其他"

    def _cell(self, cell: Any) -> str:
        if cell not in self._rows:
            row = _nearest(cell, "tr")
            table = _nearest(row, "tbl") if row is not None else None
            number = self._tables.setdefault(table, len(self._tables) + 1)
            rows = _members(table, "tr") if table is not None else [row]
            self._name_cells(number, rows)
            self._rows.setdefault(cell, f"表{number}")
        return self._rows[cell]

    def _name_cells(self, table: int, rows: list[Any]) -> None:
        for down, row in enumerate(rows, 1):
            across = 1
            for cell in _members(row, "tc"):
                self._rows[cell] = f"表{table}·{down}行{across}列"
                across += _span(cell)


def _outward(paragraph: Any, body: Any) -> Iterator[Any]:
    one = paragraph.getparent()
    while one is not None:
        yield one
        if one is body:
            return
        one = one.getparent()


def _seen(outer: list[Any]) -> bool:
    for inner, one in zip([None, *outer], outer, strict=False):
        name = local_name(one.tag)
        if name in _GONE:
            return False
        if name == "AlternateContent" and inner is not None and chosen(one) is not inner:
            return False
    return True


def _nearest(element: Any, name: str) -> Any:
    one = element.getparent()
    while one is not None and local_name(one.tag) != name:
        one = one.getparent()
    return one


def _members(parent: Any, name: str) -> list[Any]:
    # Rows and cells may stand in content controls and tracked insertions.
    found: list[Any] = []
    for one in () if parent is None else parent:
        got = local_name(one.tag)
        if got == name:
            found.append(one)
        elif got in _OPEN:
            found += _members(one, name)
    return found


def _span(cell: Any) -> int:
    properties = child(cell, "tcPr")
    span = None if properties is None else child(properties, "gridSpan")
    value = None if span is None else attribute(span, "val")
    return min(int(value), 64) if value and value.isdigit() and int(value) > 0 else 1
