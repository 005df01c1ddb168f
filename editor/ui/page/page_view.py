"""The page: the widget in which the speech is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from editor.manuscript.edits import Edit, map_position
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.ui.page.apply import apply_edits
from editor.ui.page.bridge import LiveText
from editor.ui.page.carets import Carets
from editor.ui.page.frames import refusal


class PageView(QTextEdit):
    """Shows and edits one text; tells what it would not do."""

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.live = LiveText(self.document())
        self._carets = Carets(self.document())

    def load(self, manuscript: Manuscript) -> None:
        """Show another text, caret at its start, nothing to undo."""
        self.live.load(manuscript)
        self._carets.forget()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        layout = self.textCursor().block().layout()
        return layout is not None and bool(layout.preeditAreaText())

    def perform(
        self, edits: Sequence[Edit], select: tuple[Position, Position] | None = None
    ) -> bool:
        """Do the edits as one undo step; False (and `refused`) where a frame forbids it.

        ``select`` counts in the new text; without it the caret keeps its words.
        Raises ValueError for a bad place.
        """
        if self.composing():
            QGuiApplication.inputMethod().commit()
        why = refusal(self.live.manuscript(), edits)
        if why:
            self.refused.emit(why)
            return False
        cursor = self.textCursor()
        target = select or self._mapped(cursor, edits)
        before = self._carets.now(cursor)
        apply_edits(self.live, edits)
        cursor.setPosition(self.live.flat(target[0]))
        cursor.setPosition(self.live.flat(target[1]), QTextCursor.MoveMode.KeepAnchor)
        self._carets.remember(before, self._carets.now(cursor))
        self.show_cursor(cursor)
        return True

    def show_cursor(self, cursor: QTextCursor) -> None:
        """Set the caret and scroll it into view."""
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_reading(self, reading: object) -> None:
        """Dress and mark the text after what was read in it."""

    def undo(self) -> None:
        """Take the last step back; the caret returns to where it was before it."""
        self._step(self._carets.undo)

    def redo(self) -> None:
        """Do the last step taken back again."""
        self._step(self._carets.redo)

    def _step(self, step: object) -> None:
        if self.composing():
            QGuiApplication.inputMethod().commit()
        cursor = self.textCursor()
        step(cursor)  # type: ignore[operator]
        self.show_cursor(cursor)

    def _mapped(self, cursor: QTextCursor, edits: Sequence[Edit]) -> tuple[Position, Position]:
        ends = [self.live.place(cursor.anchor()), self.live.place(cursor.position())]
        for edit in edits:
            ends = [map_position(edit, place) for place in ends]
        return ends[0], ends[1]
