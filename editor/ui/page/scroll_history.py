"""Where the page was scrolled to around each programmatic step, for undo and redo.

Beside `caret_history`, which keeps the caret: the view must come back to what was seen too, and
what was taken back must be in it. A state is known by the number of undo steps before it.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.ui.document.tracked_document import DocumentChange, TrackedDocument
from editor.ui.page.page_scroller import PageScroller


class ScrollHistory:
    """The scroll positions of one page."""

    def __init__(self, view: QTextEdit, tracked: TrackedDocument, scroller: PageScroller) -> None:
        self._view, self._tracked, self._scroller = view, tracked, scroller
        self._known: dict[int, tuple[int, int]] = {}  # scroll value, height of the caret
        self._value = 0  # where the page was scrolled to when undo or redo began
        self._changed: DocumentChange | None = None

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
        self._value, self._changed = self._view.verticalScrollBar().value(), None
        self._tracked.changed.connect(self._note)

    def restore(self) -> None:
        """After undo or redo: as it was, and what changed in sight all the same."""
        self._tracked.changed.disconnect(self._note)
        bar = self._view.verticalScrollBar()
        value, height = self._known.get(self._steps(), (self._value, -1))
        bar.setValue(value)
        if 0 <= height < self._view.viewport().height():
            # Heights of what was not yet seen are guesses; the caret's place is none.
            bar.setValue(bar.value() + self._view.cursorRect().top() - height)
        caret = self._view.textCursor()
        caret.clearSelection()
        if self._is_changed(caret):
            self._scroller.bring_back(caret)
        elif self._changed and not self._scroller.shows(*self._ends(self._changed)):
            self._scroller.bring_back(self._ends(self._changed)[0])

    def _note(self, change: DocumentChange) -> None:
        self._changed = change

    def _is_changed(self, caret: QTextCursor) -> bool:
        change, number = self._changed, caret.blockNumber()
        return change is None or change.first <= number < change.first + change.new

    def _ends(self, change: DocumentChange) -> tuple[QTextCursor, QTextCursor]:
        """Where the paragraphs that have changed begin, and where their last one does."""
        document = self._view.document()
        last = max(change.first, change.first + change.new - 1)
        blocks = (document.findBlockByNumber(n) for n in (change.first, last))
        first, behind = (QTextCursor(block) for block in blocks)
        return first, behind

    def _seen(self) -> tuple[int, int]:
        return self._view.verticalScrollBar().value(), self._view.cursorRect().top()

    def _steps(self) -> int:
        return self._view.document().availableUndoSteps()
