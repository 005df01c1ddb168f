"""The tree widget: clicks and drags become requests; the view itself changes nothing.

The window paints it empty before anything else is there: it imports no room to draw itself,
and nothing of the namespace Qt, until `prepare`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from editor.manuscript.outline.sections import Section
    from editor.ui.tree.outline_delegate import OutlineDelegate
    from editor.ui.tree.outline_drags import OutlineDrags
    from editor.ui.tree.outline_editor import OutlineEditor
    from editor.ui.tree.outline_model import OutlineModel
    from editor.ui.tree.section_transfers import SectionTransfers

INDENT = 18  # px a level
NOTHING_OPEN = "打开一份稿子，提纲就在这里。"
NO_HEADINGS = "还没有标题：写“一、”“（一）”起头的一段，就列在这里。"
NOT_HERE = "要移动这一节，放到提纲的另一行上。"


class OutlineView(QTreeView):
    """Shows the outline; a click, a drag and a menu become requests."""

    # Not the types themselves: importing them would delay the first paint.
    chosen = Signal(object)  # Position
    dropped = Signal(tuple, object, object)  # tuple[Section, ...], anchor, DropPosition
    words_dropped = Signal(object)  # the Section on which selected words were dropped
    refused = Signal(str)  # why something was not dropped
    menu_asked = Signal(QPoint)  # on the screen, for a context menu
    walked_to = Signal(object)  # Position: another row has become current by a key
    letters_typed = Signal(str)  # to go to a row by its title
    command_asked = Signal(str)  # a command of the menu 提纲 on the chosen rows

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
        self.words_when_empty, self.fault = NOTHING_OPEN, ""  # a fault: why it could not be read
        self._refusal = ""
        self._drags_rows = False
        self._outline: OutlineModel | None = None
        self._delegate: OutlineDelegate | None = None
        self._drags: OutlineDrags | None = None
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def prepare(
        self,
        outline: OutlineModel,
        delegate: OutlineDelegate,
        editor: OutlineEditor,
        transfers: SectionTransfers,
    ) -> None:
        """What the first paint does without: rows, who draws them, who knows what a drop does."""
        from PySide6.QtCore import Qt

        from editor.ui.tree.outline_drags import OutlineDrags

        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._outline, self._delegate = outline, delegate
        self._drags = OutlineDrags(self, outline, editor, transfers)
        self.setModel(outline)
        self.setItemDelegate(delegate)

    def chosen_sections(self) -> list[Section]:
        """The sections of the rows that are selected."""
        if self._outline is None:
            return []
        nodes = [self._outline.node(index) for index in self.selectedIndexes()]
        return [node.section for node in nodes if node.section]

    def drags(self) -> OutlineDrags | None:
        """Who knows what a drag over this tree, or over its tab, would do."""
        return self._drags

    def have_arrived(self) -> None:
        """What is dragged was let go in another speech: nothing is to be explained here."""
        self._refusal = ""

    def let_go(self, mime: QMimeData) -> bool:
        """Rows that were dragged to another speech, which has them now, go from here."""
        return self._drags is not None and self._drags.leave(mime)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The commands of the menu 提纲, here too; by a key, below the current row."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(corner))
        else:
            self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys walk through the rows; several rows chosen by Shift are not gone to."""
        before = self.currentIndex()
        super().keyPressEvent(event)
        section = self._outline.node(self.currentIndex()).section if self._outline else None
        moved = self.currentIndex() != before and len(self.selectedIndexes()) <= 1
        if moved and section is not None:
            self.walked_to.emit(section.start)

    def keyboardSearch(self, search: str) -> None:
        """By title, and not by the number in front of it."""
        self.letters_typed.emit(search)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the rows; when they were let go where they cannot be, say why."""
        self._refusal, self._drags_rows = "", True
        super().startDrag(actions)
        self._drags_rows = False
        self._hide_preview()
        if self._refusal:
            self.refused.emit(self._refusal)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Sections of this text or of another, and words of its page."""
        if self._drags is not None and self._drags.welcome(event):
            super().dragEnterEvent(event)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go and what that means; refuse what makes no sense."""
        from PySide6.QtCore import Qt

        super().dragMoveEvent(event)
        if self._drags is None:
            event.ignore()
            return
        plan = self._drags.plan(event)
        preview = plan.preview
        self._refusal = "" if preview.possible else preview.words
        self._drags.show_preview(event, preview)
        copied = plan.come is not None and not plan.moves
        event.setDropAction(Qt.DropAction.CopyAction if copied else Qt.DropAction.MoveAction)
        event.setAccepted(preview.possible)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The mouse has gone, or let go where nothing can be dropped: then the words stay."""
        super().dragLeaveEvent(event)
        mouse = self.viewport().mapFromGlobal(QCursor.pos())
        if not self.viewport().rect().contains(mouse):
            self._refusal = NOT_HERE
        elif self._refusal and not self._drags_rows:  # words of the page were let go
            self.refused.emit(self._refusal)
        self._hide_preview()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; to Qt nothing was moved, else it would remove the rows."""
        from PySide6.QtCore import Qt

        plan = self._drags.plan(event) if self._drags else None
        # Of a drag that can only move, Qt would turn a copy into a move again.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self._hide_preview()
        self.viewport().update()
        if plan is None:
            return
        if self._drags and plan.come is not None:
            self._drags.take(plan, event)
        elif not plan.preview.possible or plan.target is None:
            self.refused.emit(plan.preview.words)
        elif plan.sections:
            self.dropped.emit(plan.sections, *plan.target)
        else:
            self.words_dropped.emit(plan.target[0])

    def drawRow(
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The delegate draws the whole row, its arrow too, in the colours of the row."""
        from editor.ui.tree.row_cache import DrawnRow

        if self._outline is None or self._delegate is None:
            return
        node = self._outline.node(index)
        unfolded = self.isExpanded(index) if node.children else None
        chosen = self.selectionModel().isSelected(index)
        row = DrawnRow(options.rect, INDENT * (node.depth + 1), unfolded, chosen)
        self._delegate.draw_row(painter, row, node)
        if self.hasFocus() and index == self.currentIndex():
            painter.setPen(QPen(QColor(self._delegate.colours.accent), 2))
            painter.drawRect(options.rect.adjusted(1, 1, -1, -1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty tree says what will stand there."""
        if self._delegate is not None:
            self._delegate.about_to_draw(self.viewport(), self.font())
            if self._delegate.take_width(self.viewport().width(), self.font()):
                self.scheduleDelayedItemsLayout()
        super().paintEvent(event)
        if self._outline is not None and not self._outline.rowCount():
            from PySide6.QtCore import Qt

            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            box = self.viewport().rect().adjusted(16, 24, -16, -16)
            wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, int(wrapped), self.fault or self.words_when_empty)

    def _choose(self, index: QModelIndex) -> None:
        section = self._outline.node(index).section if self._outline else None
        # Ctrl and Shift choose several rows; the caret stays then.
        if section is not None and len(self.selectedIndexes()) <= 1:
            self.chosen.emit(section.start)

    def _hide_preview(self) -> None:
        if self._drags is not None:
            self._drags.hide_preview()
