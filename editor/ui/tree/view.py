"""The tree widget: clicks and drags become requests; the view itself changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from editor.manuscript.paragraph import Position
    from editor.manuscript.sections import Section
    from editor.ui.tree.model import Node
    from editor.ui.tree.targets import Target

INDENT = 18  # px a level
EMPTY = "打开一份稿子，提纲就在这里。"


class OutlineView(QTreeView):
    """Shows the outline; ``chosen`` when a row is clicked, ``dropped`` after a drag."""

    chosen = Signal(object)  # Position
    dropped = Signal(object, object)  # start of the section, place it goes to
    refused = Signal(str)  # why a section was not dropped

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(True)
        self.setAccessibleName("提纲")
        self._refusal = ""
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def prepare(self) -> None:
        """What the first paint does without (see `shell.window`)."""
        from PySide6.QtCore import Qt

        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the row; when it was let go where it cannot be, say why."""
        self._refusal = ""
        super().startDrag(actions)
        if self._refusal:
            self.refused.emit(self._refusal)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only sections of this text may be dropped."""
        from editor.ui.tree.roles import MIME

        if event.mimeData().hasFormat(MIME):
            super().dragEnterEvent(event)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go; refuse what makes no sense."""
        super().dragMoveEvent(event)
        _, target = self._ask(event)
        self._refusal = target.refusal
        if target.place is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; Qt's own removal of rows is kept out by a copy action."""
        from PySide6.QtCore import Qt

        source, target = self._ask(event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if target.place is not None:
            self.dropped.emit(source, target.place)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The delegate draws the arrow, in the colours of the row."""
        draw = getattr(self.itemDelegate(), "draw_branch", None)
        if draw is not None:
            chosen = self.selectionModel().isSelected(index)
            unfolded = self.isExpanded(index) if self.model().hasChildren(index) else None
            draw(painter, rect, unfolded, chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty tree says what will stand there."""
        super().paintEvent(event)
        model = self.model()
        if model is not None and not model.rowCount():
            from PySide6.QtCore import Qt

            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            box = self.viewport().rect().adjusted(16, 24, -16, -16)
            wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, int(wrapped), EMPTY)

    def _choose(self, index: QModelIndex) -> None:
        from editor.ui.tree.roles import NODE

        node = index.data(NODE)
        if node is not None and node.section:
            self.chosen.emit(node.section.start)

    def _ask(self, event: QDropEvent) -> tuple[Position | None, Target]:
        """The start of the dragged section and where it would go."""
        from editor.ui.tree.roles import MIME, NODE
        from editor.ui.tree.targets import NOWHERE, Side, Target, target_of

        source = _source(event.mimeData().data(MIME).data())
        index = self.indexAt(event.position().toPoint())
        row: Node | None = index.data(NODE)
        dragged = self._section_at(source)
        if row is None or row.section is None or dragged is None:
            return source, Target(None, NOWHERE)
        where = QAbstractItemView.DropIndicatorPosition
        side = {where.AboveItem: Side.ABOVE, where.BelowItem: Side.BELOW}.get(
            self.dropIndicatorPosition(), Side.ON
        )
        if side is Side.BELOW and self.isExpanded(index) and row.children:
            side = Side.BELOW_OPEN
        return source, target_of(dragged, row.section, side)

    def _section_at(self, place: Position) -> Section | None:
        found = [n.section for n in self._nodes(QModelIndex()) if n.section]
        return next((s for s in reversed(found) if s.start == place), None)

    def _nodes(self, parent: QModelIndex) -> list[Node]:
        from editor.ui.tree.roles import NODE

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
