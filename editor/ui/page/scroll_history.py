"""Where the page was scrolled to around each programmatic step, for undo and redo.

Beside `carets`, which keeps the caret: the view must come back to what was seen too. A
state is known by the number of undo steps before it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit


class ScrollHistory:
    """The scroll positions of one page."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._known: dict[int, tuple[int, int]] = {}  # scroll value, height of the caret

    def forget(self) -> None:
        """Another text was loaded."""
        self._known.clear()

    def about_to_do(self) -> None:
        """A step will be made: what could be redone is gone."""
        now = self._steps()
        self._known = {steps: value for steps, value in self._known.items() if steps < now}
        self._known[now] = self._seen()

    def about_to_walk(self) -> None:
        """Undo or redo will leave this state."""
        self._known[self._steps()] = self._seen()

    def restore(self) -> None:
        """After undo or redo: as it was, and the caret in sight all the same."""
        known = self._known.get(self._steps())
        if known is None:
            return
        value, height = known
        bar = self._view.verticalScrollBar()
        bar.setValue(value)
        if 0 <= height < self._view.viewport().height():
            # Heights of what was not yet seen are guesses; the caret's place is none.
            bar.setValue(bar.value() + self._view.cursorRect().top() - height)
        self._view.ensureCursorVisible()

    def _seen(self) -> tuple[int, int]:
        return self._view.verticalScrollBar().value(), self._view.cursorRect().top()

    def _steps(self) -> int:
        return self._view.document().availableUndoSteps()
