"""Esc, wherever the keys go in a window, for what is open in it and no one else's Esc."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ESCAPE = 0x01000000  # Qt.Key_Escape


class EscapeKey(QObject):
    """Hears the window: an Esc comes to it when no part below wanted it (completion, a name)."""

    def __init__(self, part: QWidget, answer: Callable[[], object]) -> None:
        super().__init__(part)
        self._part, self._answer = part, answer
        self._window: QWidget | None = None

    def listen(self) -> None:
        """Listen to the window the part is in now."""
        if self._window is not self._part.window():
            self._window = self._part.window()
            self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take an Esc while the part is seen."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == _ESCAPE
            and self._part.isVisible()
        ):
            self._answer()
            return True
        return super().eventFilter(watched, event)
