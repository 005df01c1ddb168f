"""The tree widget: clicks and drags become requests; the view itself changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from editor.ui.tree.roles import MIME, NODE

if TYPE_CHECKING:
    from editor.manuscript.paragraph import Position
    from editor.ui.tree.model import Node

INDENT = 18  # px a level


class OutlineView(QTreeView):
    """Shows the outline; ``chosen`` when a row is clicked, ``dropped`` after a drag."""

    chosen = Signal(object)  # Position
    dropped = Signal(object, object)  # start of the section, place it goes to

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setAccessibleName("提纲")
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only sections of this text may be dropped."""
        if event.mimeData().hasFormat(MIME):
            super().dragEnterEvent(event)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go; refuse what makes no sense."""
        super().dragMoveEvent(event)
        source = _source(event.mimeData().data(MIME).data())
        target = self._target(event.position().toPoint())
        if target is None or self._inside_itself(source, target):
            event.ignore()
        else:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; Qt's own removal of rows is kept out by a copy action."""
        source = _source(event.mimeData().data(MIME).data())
        target = self._target(event.position().toPoint())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if target is not None and not self._inside_itself(source, target):
            self.dropped.emit(source, target)

    def _choose(self, index: QModelIndex) -> None:
        node = index.data(NODE)
        if node is not None and node.section:
            self.chosen.emit(node.section.start)

    def _target(self, point: object) -> Position | None:
        index = self.indexAt(point)  # type: ignore[arg-type]
        node = index.data(NODE)
        if node is None or node.section is None:
            return None
        if self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.AboveItem:
            return node.section.start
        return node.section.end

    def _inside_itself(self, source: Position, target: Position) -> bool:
        for node in self._nodes(QModelIndex()):
            if node.section and node.section.start == source:
                return node.section.start <= target <= node.section.end
        return True

    def _nodes(self, parent: QModelIndex) -> list[Node]:
        model = self.model()
        found: list[Node] = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found += [index.data(NODE), *self._nodes(index)]
        return found


def _source(data: object) -> Position:
    from editor.manuscript.paragraph import Position

    paragraph, offset = bytes(data).decode().split(",")  # type: ignore[call-overload]
    return Position(int(paragraph), int(offset))
