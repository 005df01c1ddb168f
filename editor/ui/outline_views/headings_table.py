"""The table of headings: rows are dragged as those of the tree are, and changed by nobody else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget

from editor.manuscript.outline.sections import Section
from editor.manuscript.structure.drop_rules import DropPosition
from editor.ui.tree.drop_targets import NO_ROW, RowPart, target_under_mouse
from editor.ui.tree.outline_drags import DropLabel
from editor.ui.tree.outline_editor import DropPreview

HEADS: Final = ("序号", "标题", "字数")
NUMBER, TITLE, LENGTH = range(3)
_Indicator = QAbstractItemView.DropIndicatorPosition
_PARTS: Final = {_Indicator.AboveItem: RowPart.ABOVE, _Indicator.BelowItem: RowPart.BELOW}
_Preview = Callable[[Sequence[Section], Section, DropPosition], DropPreview]


class _Drop(NamedTuple):
    """What letting go would do, and to where; no target where there is no row."""

    preview: DropPreview
    target: tuple[Section, DropPosition] | None


class HeadingsTable(QTableWidget):
    """``sections`` are its rows; ``preview`` says what a drop would do, and does nothing."""

    dropped = Signal(tuple, object, object)  # tuple[Section, ...], anchor, DropPosition
    refused = Signal(str)  # why something was not dropped
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, preview: _Preview) -> None:
        super().__init__(0, len(HEADS))
        self.sections: list[Section] = []
        self._preview = preview
        self.setHorizontalHeaderLabels(HEADS)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)  # Tab goes on to what is beside; arrows to other cells
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._label = DropLabel(self.viewport())

    def chosen(self) -> tuple[Section, ...]:
        """The sections of the selected rows, in the order of the text."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return tuple(self.sections[row] for row in rows if row < len(self.sections))

    def choose(self, rows: Sequence[int]) -> None:
        """Select these rows, the first of them the current one."""
        if not rows:
            return
        chosen, last = QItemSelection(), len(HEADS) - 1
        for row in rows:
            chosen.select(self.model().index(row, 0), self.model().index(row, last))
        flag = QItemSelectionModel.SelectionFlag
        self.setCurrentCell(rows[0], TITLE)
        self.selectionModel().select(chosen, flag.ClearAndSelect)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The commands of the menu 提纲, here too."""
        self.menu_asked.emit(event.globalPos())

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the rows; nothing stays beside the mouse."""
        super().startDrag(actions)
        self._label.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only its own rows."""
        if event.source() is self:
            super().dragEnterEvent(event)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go and what that means; refuse what makes no sense."""
        super().dragMoveEvent(event)
        preview = self._drop(event).preview
        self._label.tell(preview.words, event.position().toPoint(), possible=preview.possible)
        event.setAccepted(preview.possible)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is dragged here any more."""
        super().dragLeaveEvent(event)
        self._label.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; to Qt nothing was moved, else it would take the rows away."""
        drop, sections = self._drop(event), self.chosen()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self._label.hide()
        self.viewport().update()
        if drop.target is None or not drop.preview.possible:
            self.refused.emit(drop.preview.words)
        else:
            self.dropped.emit(sections, *drop.target)

    def _drop(self, event: QDropEvent) -> _Drop:
        row, dragged = self.rowAt(event.position().toPoint().y()), self.chosen()
        if not dragged or not 0 <= row < len(self.sections):
            return _Drop(DropPreview(False, NO_ROW), None)
        section = self.sections[row]
        part = _PARTS.get(self.dropIndicatorPosition(), RowPart.ON)
        if part is RowPart.BELOW and section.children:
            part = RowPart.BELOW_OPEN  # all rows are unfolded here
        target = target_under_mouse(dragged[0], section, part)
        return _Drop(self._preview(dragged, *target), target)
