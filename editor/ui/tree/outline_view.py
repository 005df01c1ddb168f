"""The tree widget: clicks and drags become requests; the view itself changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from editor.manuscript.outline.sections import Section
    from editor.manuscript.structure.drop_rules import DropPosition
    from editor.ui.tree.drop_label import DropLabel
    from editor.ui.tree.outline_editor import DropPreview, OutlineEditor
    from editor.ui.tree.outline_model import OutlineNode

INDENT = 18  # px a level
EMPTY = "打开一份稿子，提纲就在这里。"


class OutlineView(QTreeView):
    """Shows the outline; a click, a drag and a menu become requests."""

    chosen = Signal(object)  # Position
    dropped = Signal(object, object, object)  # tuple[Section], anchor, Where
    words_dropped = Signal(object)  # the section on which selected words were dropped
    refused = Signal(str)  # why something was not dropped
    menu_asked = Signal(object)  # the place on the screen for a context menu

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
        self._asks: OutlineEditor | None = None
        self._label: DropLabel | None = None
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def prepare(self) -> None:
        """What the first paint does without (see `shell.window`)."""
        from PySide6.QtCore import Qt

        from editor.ui.tree.drop_label import DropLabel

        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._label = DropLabel(self.viewport())

    def ask(self, restructurer: OutlineEditor) -> None:
        """Who knows what a drop would do."""
        self._asks = restructurer

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The commands of the menu 提纲, here too."""
        self.menu_asked.emit(event.globalPos())

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the rows; when they were let go where they cannot be, say why."""
        self._refusal = ""
        super().startDrag(actions)
        self._put_label_away()
        if self._refusal:
            self.refused.emit(self._refusal)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Sections of this text, and words of its page."""
        if self._welcome(event):
            super().dragEnterEvent(event)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go and what that means; refuse what makes no sense."""
        super().dragMoveEvent(event)
        place = event.position().toPoint()
        preview = self._preview(event)
        self._refusal = "" if preview.possible else preview.words
        if self._label is not None:
            self._label.tell(preview.words, place, possible=preview.possible)
        if preview.possible:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The mouse has gone, or let go where nothing can be dropped: then the words stay."""
        super().dragLeaveEvent(event)
        mouse = self.viewport().mapFromGlobal(QCursor.pos())
        if not self.viewport().rect().contains(mouse):
            self._refusal = ""
        self._put_label_away()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; to Qt nothing was moved, else it would remove the rows."""
        from PySide6.QtCore import Qt

        preview, dragged, target = self._preview(event), self._dragged(event), self._aim(event)
        # Of a drag that can only move, Qt would turn a copy into a move again.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self._put_label_away()
        self.viewport().update()
        if not preview.possible or target is None:
            self.refused.emit(preview.words)
        elif dragged:
            self.dropped.emit(tuple(dragged), *target)
        else:
            self.words_dropped.emit(target[0])

    def drawRow(
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The delegate draws the whole row, its arrow too, in the colours of the row."""
        from editor.ui.tree.row_cache import DrawnRow

        node: OutlineNode = self.model().node(index)  # type: ignore[attr-defined]
        unfolded = self.isExpanded(index) if node.children else None
        chosen = self.selectionModel().isSelected(index)
        box = options.rect  # type: ignore[attr-defined]
        row = DrawnRow(box, INDENT * (node.depth + 1), unfolded, chosen)
        self.itemDelegate().draw_row(painter, row, node)  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty tree says what will stand there."""
        model = self.model()
        if model is not None:
            self.itemDelegate().about_to_draw(self.viewport(), self.font())  # type: ignore[attr-defined]
        super().paintEvent(event)
        if model is not None and not model.rowCount():
            from PySide6.QtCore import Qt

            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            box = self.viewport().rect().adjusted(16, 24, -16, -16)
            wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, int(wrapped), EMPTY)

    def _choose(self, index: QModelIndex) -> None:
        from editor.ui.tree.item_roles import NODE

        node = index.data(NODE)
        # Ctrl and Shift choose several rows; the caret stays then.
        if node is not None and node.section and len(self.selectedIndexes()) <= 1:
            self.chosen.emit(node.section.start)

    def _put_label_away(self) -> None:
        if self._label is not None:
            self._label.hide()

    def _welcome(self, event: QDropEvent) -> bool:
        from editor.ui.tree.item_roles import MIME, WORDS

        mime = event.mimeData()
        return mime.hasFormat(MIME) or (mime.hasFormat(WORDS) and event.source() is not None)

    def _preview(self, event: QDropEvent) -> DropPreview:
        from editor.ui.tree.drop_targets import NO_ROW
        from editor.ui.tree.outline_editor import DropPreview

        target, dragged = self._aim(event), self._dragged(event)
        if target is None or self._asks is None:
            return DropPreview(False, NO_ROW)
        if dragged:
            return self._asks.preview_drop(dragged, *target)
        return self._asks.preview_text_drop(target[0])

    def _aim(self, event: QDropEvent) -> tuple[Section, DropPosition] | None:
        from editor.ui.tree.drop_targets import RowPart, drop_target
        from editor.ui.tree.item_roles import NODE

        index = self.indexAt(event.position().toPoint())
        row: OutlineNode | None = index.data(NODE)
        if row is None or row.section is None:
            return None
        where = QAbstractItemView.DropIndicatorPosition
        side = {where.AboveItem: RowPart.ABOVE, where.BelowItem: RowPart.BELOW}.get(
            self.dropIndicatorPosition(), RowPart.ON
        )
        if side is RowPart.BELOW and self.isExpanded(index) and row.children:
            side = RowPart.BELOW_OPEN
        dragged = self._dragged(event)
        return drop_target(dragged[0] if dragged else row.section, row.section, side)

    def _dragged(self, event: QDropEvent) -> list[Section]:
        from editor.ui.tree.item_roles import MIME

        rows = set(bytes(event.mimeData().data(MIME).data()).decode().split(";"))  # type: ignore[call-overload]
        found = [n.section for n in self._nodes(QModelIndex()) if n.section]
        return [s for s in found if f"{s.start.paragraph},{s.start.offset},{s.kind.value}" in rows]

    def chosen_sections(self) -> list[Section]:
        """The sections of the rows that are selected."""
        from editor.ui.tree.item_roles import NODE

        nodes = [index.data(NODE) for index in self.selectedIndexes()]
        return [n.section for n in nodes if n is not None and n.section]

    def _nodes(self, parent: QModelIndex) -> list[OutlineNode]:
        from editor.ui.tree.item_roles import NODE

        model = self.model()
        found: list[OutlineNode] = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found += [index.data(NODE), *self._nodes(index)]
        return found
