"""A field that takes keys by their being pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from editor.ui.settings.key_rules import ONLY_MODIFIERS


class KeyField(QLineEdit):
    """Tells of one stroke, of Backspace or Delete alone, and of nothing else.

    Tab, Shift+Tab and Esc alone stay what they are: one must be able to leave.
    """

    pressed = Signal(object)  # QKeyCombination
    cleared = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, e: QEvent) -> bool:
        """Keys of the window's commands come here first."""
        if e.type() == QEvent.Type.ShortcutOverride:
            e.accept()
            return True
        return super().event(e)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One stroke, with what is held."""
        key, modifiers = event.key(), event.modifiers()
        bare = modifiers == Qt.KeyboardModifier.NoModifier
        if bare and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.cleared.emit()
        elif bare and key == Qt.Key.Key_Escape:
            event.ignore()
        elif key not in ONLY_MODIFIERS:
            self.pressed.emit(QKeyCombination(modifiers, Qt.Key(key)))
