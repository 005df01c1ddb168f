"""A list of ticked places under heads, and a pane that explains the one chosen.

The receipt of a clean-up and the pair-by-pair repair are both read and decided in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.button_row import ButtonRow
from editor.ui.look.plain_words import HtmlPane

TickedRow = QTreeWidgetItem
_DATA = Qt.ItemDataRole.UserRole
_CHECKABLE = Qt.ItemFlag.ItemIsUserCheckable
_TICKED, _EMPTY = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TickedList(QSplitter):
    """Rows under heads, each with what it stands for; ``explain`` gives the pane's HTML."""

    ticks_changed = Signal()

    def __init__(
        self, name: str, explain: Callable[[TickedRow], str], pane_height: int = 160
    ) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._explain = explain
        self._tree, self._pane = QTreeWidget(), HtmlPane()
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName(name)
        self._pane.setAccessibleName(f"{name}：前后对照")
        self.addWidget(self._tree)
        self.addWidget(self._pane)
        self.setSizes([360, pane_height])
        self._tree.itemChanged.connect(self.ticks_changed)
        self._tree.currentItemChanged.connect(self._show)

    def refill(self, fill: Callable[[], None]) -> None:
        """Empty the list, let ``fill`` add to it, choose the first place; one signal."""
        self._tree.blockSignals(True)
        self._tree.clear()
        fill()
        self._tree.blockSignals(False)
        first = self._tree.topLevelItem(0)
        if first:
            self._tree.setCurrentItem(first.child(0) or first)
        self._show(self._tree.currentItem())
        self.ticks_changed.emit()

    def head(self, words: str, data: object = None, *, ticks: bool = True) -> TickedRow:
        """A new head; with ``ticks`` it shows and sets the ticks of all its rows."""
        row = QTreeWidgetItem(self._tree, [words])
        row.setData(0, _DATA, data)
        if ticks:
            row.setFlags(row.flags() | _CHECKABLE | Qt.ItemFlag.ItemIsAutoTristate)
        return row

    def row(
        self, head: TickedRow, words: str, data: object = None, *, ticked: bool | None
    ) -> TickedRow:
        """A new row below a head; None: it cannot be ticked."""
        row = QTreeWidgetItem(head, [words])
        row.setData(0, _DATA, data)
        if ticked is not None:
            row.setFlags(row.flags() | _CHECKABLE)
            row.setCheckState(0, _TICKED if ticked else _EMPTY)
        return row

    def ticked(self) -> list[Any]:
        """What the ticked rows stand for, from the top."""
        return [data_of(row) for row in self._rows() if row.checkState(0) == _TICKED]

    def tick(self, wanted: Callable[[Any], bool], ticked: bool) -> None:
        """Tick or untick every row whose data is wanted."""
        for row in self._rows():
            if wanted(data_of(row)):
                row.setCheckState(0, _TICKED if ticked else _EMPTY)

    def take_focus(self) -> None:
        """The focus comes into the list: arrows walk, the space bar ticks."""
        self._tree.setFocus()

    def _rows(self) -> list[TickedRow]:
        heads = [self._tree.topLevelItem(n) for n in range(self._tree.topLevelItemCount())]
        rows = [head.child(n) for head in heads if head for n in range(head.childCount())]
        return [row for row in rows if row and row.flags() & _CHECKABLE]

    def _show(self, row: TickedRow | None) -> None:
        self._pane.show_html(self._explain(row) if row else "")


def data_of(row: TickedRow) -> Any:
    """What a row or head stands for."""
    return row.data(0, _DATA)


def lay_out(window: QWidget, parts: tuple[QWidget, ...], buttons: ButtonRow) -> None:
    """Parts in a column, the list taking the room; below them the buttons."""
    column = QVBoxLayout(window)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(10)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, TickedList) else 0)
    column.addWidget(buttons)
