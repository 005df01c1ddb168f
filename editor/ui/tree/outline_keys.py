"""The tree by keys: the page follows the rows one walks to; Enter goes there, Esc back.

What the view does itself: arrows, Home and End, Left and Right to fold. What commands do: F2,
Alt+Shift and an arrow. Letters go to the next title that begins so, or whose pinyin does.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from editor.manuscript.paragraph import Position
from editor.ui.document.bookmark import Bookmark
from editor.ui.document.controller import DocumentController
from editor.ui.tree.outline_model import OutlineModel, OutlineNode, words_of
from editor.ui.tree.outline_view import OutlineView

_Key, _Reason = Qt.Key, Qt.FocusReason


class OutlineKeys(QObject):
    """The keys of one tree; ``walking`` while the page follows it, and not it the page."""

    def __init__(
        self, controller: DocumentController, view: OutlineView, model: OutlineModel
    ) -> None:
        super().__init__(view)
        self._controller, self._view, self._model = controller, view, model
        self.initials: Callable[[str], str] = lambda _: ""  # of the pinyin of words
        self.walking = False
        self._back: tuple[Bookmark, object] | None = None  # and the text it is of
        self._typed, self._pause = "", QElapsedTimer()
        view.installEventFilter(self)
        view.walked_to.connect(self._show)
        view.letters_typed.connect(self._search)

    def are_here(self) -> bool:
        """Whether keys go to the tree."""
        return self._view.hasFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Esc and Delete; and where one was when the keys came here."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            self._note_place(event.reason())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in (_Key.Key_Return, _Key.Key_Enter):
            section = self._model.node(self._view.currentIndex()).section
            if section is not None:
                self._controller.go_to(section.start)
            return True
        if event.key() == _Key.Key_Delete:
            self._view.command_asked.emit("outline.delete")
            return True
        if event.key() == _Key.Key_Escape:
            self._come_back()  # who has the parts of the window gives the keys to the page
        return False

    def _note_place(self, reason: Qt.FocusReason) -> None:
        if reason in (_Reason.TabFocusReason, _Reason.BacktabFocusReason):
            view = self._controller.active_view
            self._back = Bookmark(view), self._controller.manuscript()
        elif reason == _Reason.MouseFocusReason:
            self._back = None

    def _come_back(self) -> None:
        """The page as it was, unless the text has been changed from here."""
        if self._back is not None and self._back[1] is self._controller.manuscript():
            self._back[0].come_back()
        self._back = None

    def _show(self, place: Position) -> None:
        self.walking = True
        try:
            self._controller.show(place)
        finally:
            self.walking = False

    def _search(self, letters: str) -> None:
        """To the next row whose title begins with what was typed without a pause."""
        fresh = not self._pause.isValid()
        if fresh or self._pause.elapsed() > QApplication.keyboardInputInterval():
            self._typed = ""
        self._pause.start()
        self._typed += letters.lower()
        rows = [node for node in self._model.walk() if self._is_shown(node)]
        here = self._model.node(self._view.currentIndex())
        at = rows.index(here) if here in rows else 0
        first = at if len(self._typed) > 1 else at + 1
        for node in (*rows[first:], *rows[:first]):
            if self._begins(node):
                self._view.setCurrentIndex(self._model.index_of(node))
                return

    def _begins(self, node: OutlineNode) -> bool:
        words = (node.title, words_of(node), self.initials(node.title[: len(self._typed)]))
        return any(w.lower().startswith(self._typed) for w in words)

    def _is_shown(self, node: OutlineNode) -> bool:
        above = self._model.index_of(node).parent()
        while above.isValid():
            if not self._view.isExpanded(above):
                return False
            above = QModelIndex(above.parent())
        return True
