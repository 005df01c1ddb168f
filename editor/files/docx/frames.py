"""Where a paragraph outside the plain body stands: '表1·2行3列', '文本框1'; or unseen.

What stands in another thing is named from the outside in, each table and text box with its own
number as met: '表1·2行1列·表2·1行1列', '表1·2行1列·文本框1', '文本框1·表2·1行1列'. Rows and
columns are those of the grid, so that a cell over two columns leaves out a number. The lower
parts of a cell over several rows bear the name of its first, as they are one cell to the eye.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from editor.files.docx.text_runs import chosen
from editor.files.docx.xml_tree import attribute, child, local_name, value_of
from editor.manuscript.whole_number import whole_number

# Around a paragraph these leave it a free paragraph of the text.
_OPEN = {"body", "sdt", "sdtContent", "customXml", "ins", "moveTo"}
_GONE = {"del", "moveFrom"}
_WIDEST = 64  # columns that one cell may span, so that a broken file costs nothing


class _Place(NamedTuple):
    """What standing in an element means: whether it is shown, is free text, and its frame."""

    shown: bool = True
    free: bool = True
    frame: str = ""


class FrameNames:
    """Names the frames of one document; tables and text boxes are numbered as met."""

    def __init__(self, body: Any) -> None:
        self._tables: dict[Any, int] = {}
        self._boxes: dict[Any, int] = {}
        self._named: dict[Any, str] = {}
        # A header or a note is no body: what stands in it and in no cell is called 其他.
        self._places: dict[Any, _Place] = {body: _Place(free=local_name(body.tag) in _OPEN)}

    def of(self, paragraph: Any) -> str | None:
        """The frame, '' in the body, None where the paragraph is not shown at all."""
        waiting: list[Any] = []
        one = paragraph.getparent()
        while one is not None and one not in self._places:
            waiting.append(one)
            one = one.getparent()
        place = _Place() if one is None else self._places[one]
        for inner in reversed(waiting):
            place = self._places[inner] = self._inside(inner, place)
        if not place.shown:
            return None
        return place.frame or ("" if place.free else "其他")

    def _inside(self, element: Any, around: _Place) -> _Place:
        """What standing in an element means, from what stands around it."""
        name, parent = local_name(element.tag), element.getparent()
        shown, frame = around.shown and name not in _GONE, around.frame
        if shown and parent is not None and local_name(parent.tag) == "AlternateContent":
            shown = chosen(parent) is element
        if not shown:
            return around._replace(shown=False)  # what is not shown counts as no table or box
        before = f"{frame}·" if frame else ""
        if name == "tc":
            if element not in self._named:
                self._name_table(element, before)
            frame = self._named[element]
        elif name == "txbxContent":
            frame = f"{before}文本框{self._boxes.setdefault(element, len(self._boxes) + 1)}"
        return _Place(True, around.free and name in _OPEN, frame)

    def _name_table(self, cell: Any, before: str) -> None:
        """Name all cells of the table in which a cell stands."""
        row = _nearest(cell, "tr")
        table = _nearest(row, "tbl") if row is not None else None
        number = self._tables.setdefault(table, len(self._tables) + 1)
        rows = _members(table, "tr") if table is not None else [row]
        above: dict[int, str] = {}
        for down, one in enumerate(rows, 1):
            across = 1 + _skipped(one)
            here: dict[int, str] = {}
            for member in _members(one, "tc"):
                own = f"{before}表{number}·{down}行{across}列"
                here[across] = self._named[member] = (
                    above.get(across, own) if _continued(member) else own
                )
                across += _span(member)
            above = here
        self._named.setdefault(cell, f"{before}表{number}")


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
    value = None if properties is None else value_of(properties, "gridSpan")
    return max(1, _columns(value))


def _skipped(row: Any) -> int:
    # A row may begin further right than the grid does.
    properties = None if row is None else child(row, "trPr")
    return _columns(None if properties is None else value_of(properties, "gridBefore"))


def _columns(value: str | None) -> int:
    return min(max(0, whole_number(value)), _WIDEST)


def _continued(cell: Any) -> bool:
    properties = child(cell, "tcPr")
    merge = None if properties is None else child(properties, "vMerge")
    return merge is not None and attribute(merge, "val") in (None, "continue")
