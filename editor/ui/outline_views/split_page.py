"""The second page of a text: written on like the first, with one undo stack, the first's.

A document has one layout, and ours sets its lines for one width, so this is a document of
its own, kept in step. What Qt types here goes over to the main document at once; whatever
is an edit (a paste, a join, Enter) is done there and comes back; so is undo.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
    QTextDocument,
)

from editor.manuscript.edits import Edit, Replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.ui.document.controller import DocumentController
from editor.ui.document.document_sync import pass_on
from editor.ui.document.tracked_document import DocumentChange
from editor.ui.document.undo_steps import UndoSteps
from editor.ui.outline_views.scroll_anchor import caret_and_top_kept, top_kept
from editor.ui.outline_views.section_focus import changes_text
from editor.ui.page.page_drops import move_selection
from editor.ui.page.page_menu import page_menu
from editor.ui.page.page_view import PageView


class SplitPage(PageView):
    """Another page of the controller's text; `leave` before it goes."""

    def __init__(self, controller: DocumentController, main: PageView) -> None:
        super().__init__()
        self._controller, self._main = controller, main
        self._main_tracked, self.step_names = main.tracked, main.step_names
        self._passing = self._taking = self._committing = False
        self.setAccessibleName("正文的另一处")
        self.setReadOnly(self._main.isReadOnly())
        self.words, self.messy = self._main.words, self._main.messy
        self.keeps_looks = self._main.keeps_looks
        self._main_steps = self._main.seen_from(self._cursor_there, self._show_there)
        self.load(controller.manuscript())
        self.tracked.changed.connect(self._pass_to_main)
        self._main_tracked.changed.connect(self._take_from_main)
        self._main.other_word = self.word
        self.cursorPositionChanged.connect(self._tell_caret)
        self.selectionChanged.connect(controller.selection_changed)
        self.files_dropped.connect(self._main.files_dropped)
        self.paste_is_messy.connect(self._main.paste_is_messy)
        self.menu_asked.connect(self._main.menu_asked)

    def leave(self) -> None:
        """Stop keeping in step."""
        self._main_tracked.changed.disconnect(self._take_from_main)
        self._main.other_word = None
        self._controller.activate(self._main)

    # -- the text is the main document's

    def load(self, manuscript: Manuscript) -> None:
        """Show another text; nothing is ever undone here."""
        super().load(manuscript)
        self.setUndoRedoEnabled(False)

    def text_id(self) -> str:
        """It is the same text as the page's."""
        return self._main.text_id()

    def perform(
        self,
        edits: Sequence[Edit],
        select: tuple[Position, Position] | None = None,
        steps: UndoSteps | None = None,
    ) -> bool:
        """Do the edits on the main document, with the caret of this place."""
        del steps  # this place's own are used
        with caret_and_top_kept(self._main):
            return self._main.perform(edits, select, self._main_steps)

    def forbids(self, edits: Sequence[Edit]) -> str:
        """What the main page forbids, here too."""
        return self._main.forbids(edits)

    def count_as_main(self) -> int:
        """The revision of the main document, which this one has from now on too."""
        self.tracked.revision = self._main_tracked.revision
        return self.tracked.revision

    def undo_document(self) -> QTextDocument:
        """The main document: nothing is ever undone here."""
        return self._main.document()

    def take_back(self) -> None:
        """Take back the last step, wherever it was made."""
        with caret_and_top_kept(self._main):
            self._main_steps.undo()

    def do_again(self) -> None:
        """Do again what was taken back."""
        with caret_and_top_kept(self._main):
            self._main_steps.redo()

    # -- in step

    def _pass_to_main(self, change: DocumentChange) -> None:
        if self._taking:
            return
        self._passing, done = True, False
        try:
            with top_kept(self._main):
                done = pass_on(change, self.tracked, self._main_tracked, one_step=self._committing)
        finally:
            self._passing = False
        if not done:  # cannot be; but what is not in step must not stay
            QTimer.singleShot(0, lambda: self.load(self._controller.manuscript()))

    def _take_from_main(self, change: DocumentChange) -> None:
        if self._passing:
            return
        self._taking = True
        small = change.old == change.new == 1
        try:
            with top_kept(self) if small else caret_and_top_kept(self):
                if not pass_on(change, self._main_tracked, self.tracked):
                    self.load(self._controller.manuscript())
        finally:
            self._taking = False

    # -- one caret in each

    def _cursor_there(self) -> QTextCursor:
        mine, cursor = self.textCursor(), QTextCursor(self._main.document())
        cursor.setPosition(mine.anchor())
        cursor.setPosition(mine.position(), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _show_there(self, cursor: QTextCursor) -> None:
        mine = self.textCursor()
        mine.setPosition(cursor.anchor())
        mine.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        self.show_step(mine)

    def _tell_caret(self) -> None:
        if self._controller.active_view is self and not self._taking:
            self._controller.caret_has_moved()

    # -- what Qt sends

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One works here now."""
        super().focusInEvent(event)
        self._controller.activate(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As on the page; where only a section may be changed, that holds here too."""
        if changes_text(event) and self._forbidden():
            event.accept()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method gives is a step of its own, as on the page."""
        self._committing = bool(event.commitString())
        super().inputMethodEvent(event)
        self._committing = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The page's menu; what can be undone is the main document's."""
        self.take_caret_along(event)
        menu = page_menu(self, self.remove, self.paste_plain)
        undo, redo = menu.actions()[:2]
        undo.setEnabled(self._main.document().isUndoAvailable())
        redo.setEnabled(self._main.document().isRedoAvailable())
        place = self.tracked.place(self.cursorForPosition(event.pos()).position())
        self.menu_asked.emit(menu, place)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dragged over from the other page moves inside the one text."""
        if not move_between_pages(self._main, self, event):
            super().dropEvent(event)

    def _forbidden(self) -> bool:
        why = self._main.forbids((Replace(*self.selected(), ""),))
        if why:
            self.refused.emit(why)
        return bool(why)


def move_between_pages(source: PageView, target: PageView, event: QDropEvent) -> bool:
    """Move the selection of one page to where it was dropped on the other; one step."""
    inside = event.source() in (source, source.viewport())
    if not inside or event.dropAction() != Qt.DropAction.MoveAction:
        return False
    place = target.cursorForPosition(event.position().toPoint()).position()
    move_selection(source, target.tracked.place(place))
    event.setDropAction(Qt.DropAction.CopyAction)  # else Qt takes the words away once more
    event.accept()
    target.dragLeaveEvent(QDragLeaveEvent())  # Qt puts its drop caret away
    return True
