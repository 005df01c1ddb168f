"""The surface of the page with an input method at work on it: when composing ends.

What then becomes of the word is `composing`'s.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from editor.ui.page.composing import ComposedWord
from editor.ui.page.page_surface import PageSurface


class ComposingSurface(PageSurface):
    """Whoever writes on it gives it its `word`."""

    word: ComposedWord

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.other_word: ComposedWord | None = None  # of another view of the text

    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return any(word.text() for word in self.words_composed())

    def settle(self) -> None:
        """Put in what is being composed: a command comes, or the text is saved."""
        for word in self.words_composed():
            word.settle()

    def words_composed(self) -> tuple[ComposedWord, ...]:
        """The one of here, and the one of the other view if there is one."""
        return (self.word, self.other_word) if self.other_word else (self.word,)

    def undo(self) -> None:
        """Take the last step back; the caret returns to where it was before it."""
        self.settle()
        self.take_back()

    def redo(self) -> None:
        """Do the last step taken back again."""
        self.settle()
        self.do_again()

    def take_back(self) -> None:
        """The same as `undo` for one who knows that nothing is composed."""
        super().undo()

    def do_again(self) -> None:
        """The same as `redo` for one who knows that nothing is composed."""
        super().redo()

    def deliver(self, event: QInputMethodEvent) -> None:
        """Answer an input method as Qt does."""
        super().inputMethodEvent(event)

    # -- what Qt sends

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is composed; see `composing`."""
        self.word.take(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys go elsewhere."""
        self.word.left()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click elsewhere ends composing; one inside the word is the input method's."""
        down = QPointF(0, self.verticalScrollBar().value())
        if not self.word.covers(event.position() + down):
            self.settle()
        super().mousePressEvent(event)

    def setTextCursor(self, cursor: QTextCursor) -> None:
        """Another place, or another selection; what is being composed stays where it was."""
        self.settle()
        super().setTextCursor(cursor)
