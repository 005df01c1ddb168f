"""The input of the fill sheet: Ctrl+Z goes on to the page, and the page follows the input."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class FillField(QLineEdit):
    """After a fill the focus is in the next, empty input: there Ctrl+Z means the page."""

    undo_asked = Signal()
    redo_asked = Signal()
    entered = Signal()  # the focus has come: the page may show the place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What was typed here is taken back first, then what was filled."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable():
            self.redo_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that one works here now."""
        super().focusInEvent(event)
        self.entered.emit()
