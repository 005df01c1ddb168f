"""The field that has the keys, asked and told through Qt's own input method events."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent, QWindow
from PySide6.QtWidgets import QApplication

from editor.ui.input_method.composed_words import takes_words


def field_with_keys() -> QObject | None:
    """The object that takes composed words now; None for a tree, a menu, a password."""
    # Qt gives none where no window of ours has the keys.
    field = cast("QObject | None", QGuiApplication.focusObject())
    if field is None or QApplication.activePopupWidget() is not None:
        return None
    asked = Qt.InputMethodQuery.ImEnabled | Qt.InputMethodQuery.ImHints
    query = QInputMethodQueryEvent(asked)
    QCoreApplication.sendEvent(field, query)
    hints = query.value(Qt.InputMethodQuery.ImHints)
    usable = bool(query.value(Qt.InputMethodQuery.ImEnabled))
    return field if usable and takes_words(Qt.InputMethodHint(hints or 0)) else None


def caret_on_screen(window: QWindow) -> tuple[int, int, int, int]:
    """x, y, width and height of the caret in the screen's own pixels."""
    rectangle = QGuiApplication.inputMethod().cursorRectangle().toRect()
    ratio, screen = window.devicePixelRatio(), window.screen()
    origin = screen.geometry().topLeft() if screen else QPoint()
    # Qt scales distances from a screen's corner, and leaves the corner where the screen has it.
    at = window.mapToGlobal(rectangle.topLeft()) - origin
    return (
        origin.x() + round(at.x() * ratio),
        origin.y() + round(at.y() * ratio),
        max(1, round(rectangle.width() * ratio)),
        round(rectangle.height() * ratio),
    )


def hand_over(receiver: QObject, event: QEvent) -> None:
    """Send an event at once."""
    QCoreApplication.sendEvent(receiver, event)
