"""Where one was in a view, to come back to after other places were shown in it."""

from __future__ import annotations

from editor.ui.document.text_view import TextView


class Bookmark:
    """The caret with its selection, and what was seen; for as long as the text is the same."""

    def __init__(self, view: TextView) -> None:
        self._view, self._cursor = view, view.textCursor()
        self._value = view.verticalScrollBar().value()
        self._height = view.cursorRect(self._cursor).top()

    def come_back(self) -> None:
        """As it was."""
        view, bar = self._view, self._view.verticalScrollBar()
        view.show_cursor(self._cursor)
        bar.setValue(self._value)
        if 0 <= self._height < view.viewport().height():
            # Heights of what was not yet seen are guesses; the caret's place is none.
            bar.setValue(bar.value() + view.cursorRect(self._cursor).top() - self._height)
