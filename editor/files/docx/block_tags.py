"""What stands between the paragraphs of a main part, read as tags: tables, controls, marks.

Only what is known is read; anything else says so, and the part is read as a tree. Cells are
named as `FrameNames` names them: each table by its number as met, rows and columns of the grid.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from editor.files.docx.xml_tree import DEEPEST
from editor.manuscript.whole_number import whole_number

# Properties hold no paragraphs; those that a tracked change keeps hold properties again.
_PROPERTIES = re.compile(
    r"<w:(tblPr|tblGrid|tblPrEx|sdtPr|sdtEndPr|sectPr)(?:\s[^<>]*)?(?:/>|>.*?</w:\1>)", re.DOTALL
)
_TAG = re.compile(r"<(/?)w:(\w+)([^<>]*?)(/?)>")
_HOLDER = re.compile(r"<(/?)(w:(?:tbl|tr|tc|sdtContent|sdt)(?=[\s/>])[^<>]*?)/?>")
_VALUE = re.compile(r"""\sw:val=["'](\w+)["']""")
_HELD = frozenset({"tbl", "tr", "tc", "sdt", "sdtContent"})
_CONTROLS = ("sdt", "sdtContent")  # what is in one is where the control is
_INSIDE = {"tbl": ("", "tc"), "tr": ("tbl",), "tc": ("tr",)}
# In the properties of a row or a cell, of no weight here.
_LIGHT = frozenset(
    {"tcW", "tcBorders", "top", "left", "start", "bottom", "right", "end", "insideH", "insideV",
     "tl2br", "tr2bl", "shd", "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign",
     "hideMark", "cnfStyle", "gridAfter", "wBefore", "wAfter", "cantSplit", "trHeight",
     "tblHeader", "tblCellSpacing", "jc", "hidden", "divId", "gridSpan", "vMerge", "gridBefore"}
)  # fmt: skip
# Between blocks, of no weight here.
_MARKS = frozenset(
    {"bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart",
     "commentRangeEnd"}
)  # fmt: skip
_COUNTED = {"gridBefore": "trPr", "gridSpan": "tcPr", "vMerge": "tcPr"}
_WIDEST = 64  # as in `frames`
_DEEP = DEEPEST // 4  # each of these may have as many elements inside itself


class _BlockStep(NamedTuple):
    """One tag that matters: 'begin' or 'end' of an element, or a property with its number."""

    act: str
    name: str
    number: int = 0


_NEXT_CELL = (_BlockStep("end", "tc"), _BlockStep("begin", "tc"))


class MetTable(NamedTuple):
    """A table that stands in nothing: the number of its first w:p, its name, how it begins."""

    number: int
    name: str
    words: str


class _OpenTable:
    """An open table: where in its grid the reading stands."""

    __slots__ = ("above", "across", "cell", "down", "here", "merged", "name", "span")

    def __init__(self) -> None:
        self.name = ""  # given when its first paragraph is met
        self.cell = ""  # that of the open cell, when its first paragraph is met
        self.down = self.across = 0
        self.span, self.merged = 1, False
        self.above: dict[int, str] = {}
        self.here: dict[int, str] = {}

    def begin_row(self) -> None:
        """A row, which begins at the first column."""
        self.down += 1
        self.across = 1
        self.above, self.here = self.here, {}

    def begin_cell(self) -> None:
        """A cell of one column."""
        self.cell, self.span, self.merged = "", 1, False

    def end_cell(self) -> bool:
        """The next cell stands behind it; False where nobody had to name it."""
        self.here[self.across] = self.cell
        self.across += self.span
        return bool(self.cell)

    def named_cell(self) -> str:
        """The name of the open cell; a lower part of a merged one has its first one's."""
        if not self.cell:
            own = f"{self.name}·{self.down}行{self.across}列"
            self.cell = self.above.get(self.across, own) if self.merged else own
        return self.cell


class BlockTags:
    """Follows the tags between the paragraphs of a body."""

    def __init__(self) -> None:
        self.tables: list[tuple[int, str]] = []  # those that stand in nothing, as `MetTable`
        self._count = 0
        self._met = 0
        self._grids: list[_OpenTable] = []
        self._open: list[str] = [""]
        self._known: dict[str, tuple[_BlockStep, ...] | None] = {}

    def open(self) -> bool:
        """Whether something is open."""
        return len(self._open) > 1

    def through(self, tags: str) -> bool:
        """Go on over some XML without paragraphs; False where it holds what is not known."""
        if tags not in self._known:
            self._known[tags] = _steps(tags)
        steps = self._known[tags]
        if steps is None:
            return False
        if steps[:2] == _NEXT_CELL and self._open[-1] == "tc":  # nearly always, in a table
            if not self._grids[-1].end_cell():
                return False
            self._grids[-1].begin_cell()
            steps = steps[2:]
        return all(self._take(step) for step in steps)

    def frame(self) -> str:
        """The frame of the paragraph that is met here; tables are numbered by it."""
        self._met += 1
        name = ""
        for grid in self._grids:
            if not grid.name:
                self._count += 1
                grid.name = f"{name}·表{self._count}" if name else f"表{self._count}"
                if not name:
                    self.tables.append((self._met, grid.name))
            name = grid.named_cell()
        return name

    def seen(self) -> list[str]:
        """All that stood between paragraphs, each once."""
        return list(self._known)

    def closed_tags(self) -> str:
        """The same as XML that is sound if the tags are: none is left open."""
        return _HOLDER.sub(lambda tag: "" if tag[1] else f"<{tag[2]}/>", "".join(self._known))

    def _take(self, step: _BlockStep) -> bool:
        act, name, number = step
        if act == "begin":
            return self._begin(name)
        if act == "end":
            return self._end(name)
        if not self._grids:
            return False
        grid = self._grids[-1]
        if name == "gridBefore":
            grid.across = 1 + number
        elif name == "gridSpan":
            grid.span = max(1, number)
        else:
            grid.merged = bool(number)
        return True

    def _begin(self, name: str) -> bool:
        if not self._fits(name):
            return False
        self._open.append(name)
        if name == "tbl":
            self._grids.append(_OpenTable())
        elif name == "tr":
            self._grids[-1].begin_row()
        elif name == "tc":
            self._grids[-1].begin_cell()
        return True

    def _fits(self, name: str) -> bool:
        if len(self._open) >= _DEEP or (name == "sdtContent") != (self._open[-1] == "sdt"):
            return False
        around = next(one for one in reversed(self._open) if one not in _CONTROLS)
        return name in _CONTROLS or around in _INSIDE[name]

    def _end(self, name: str) -> bool:
        if self._open[-1] != name:
            return False
        self._open.pop()
        if name == "tbl":
            self._grids.pop()
        return name != "tc" or self._grids[-1].end_cell()


def _steps(tags: str) -> tuple[_BlockStep, ...] | None:
    """The tags that matter, in order; None where something else stands there."""
    if "showingPlcHdr" in tags or _TAG.sub("", tags).strip():
        return None
    found: list[_BlockStep] = []
    inside = ""
    for closing, name, attributes, empty in _TAG.findall(_PROPERTIES.sub("", tags)):
        if name in ("trPr", "tcPr"):
            inside = "" if closing or empty else name
        elif closing and attributes.strip():
            return None
        elif name in _HELD:
            found.append(_BlockStep("end" if closing else "begin", name))
            if empty:
                found.append(_BlockStep("end", name))
        elif inside and name in _LIGHT:
            if _COUNTED.get(name) == inside:
                found.append(_BlockStep("property", name, _number(name, attributes)))
        elif name not in _MARKS:
            return None
    return None if inside else tuple(found)


def _number(name: str, attributes: str) -> int:
    value = _VALUE.search(attributes)
    if name == "vMerge":
        return int(value is None or value[1] == "continue")
    return min(max(0, whole_number(value[1] if value else "")), _WIDEST)
