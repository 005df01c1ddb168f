"""Buttons whose words may be shortened where there is no room: the whole is told on hover."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QToolTip,
)

_LEAST: Final = 4  # letters that are always shown


class LinkButton(QPushButton):
    """A button that looks like a link."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("role", "link")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def minimumSizeHint(self) -> QSize:
        """Some letters of its words."""
        return _least(self, super().minimumSizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it with as much of its words as there is room for."""
        del event
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = _shortened(self)  # type: ignore[attr-defined]
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)

    def event(self, event: QEvent) -> bool:
        """Tell the whole where it is shortened."""
        return _tells(self, event) or super().event(event)


class FigureButton(QToolButton):
    """A button of the status bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Some letters of its words."""
        return _least(self, super().minimumSizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it with as much of its words as there is room for."""
        del event
        painter, option = QStylePainter(self), QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = _shortened(self)  # type: ignore[attr-defined]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)

    def event(self, event: QEvent) -> bool:
        """Tell the whole where it is shortened."""
        return _tells(self, event) or super().event(event)


def _least(button: QPushButton | QToolButton, whole: QSize) -> QSize:
    letters = (_LEAST + 1) * button.fontMetrics().horizontalAdvance("字")
    beside = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(button.text())
    return QSize(min(button.sizeHint().width(), letters + beside), whole.height())


def _shortened(button: QPushButton | QToolButton) -> str:
    lacking = button.sizeHint().width() - button.width()
    if lacking <= 0:
        return button.text()
    metrics = button.fontMetrics()
    room = metrics.horizontalAdvance(button.text()) - lacking
    return metrics.elidedText(button.text(), Qt.TextElideMode.ElideRight, max(0, room))


def _tells(button: QPushButton | QToolButton, event: QEvent) -> bool:
    if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
        return False
    if button.width() >= button.sizeHint().width():
        return False
    tip = button.toolTip()
    told = button.text() if not tip or tip == button.text() else f"{button.text()}\n{tip}"
    QToolTip.showText(event.globalPos(), told, button)
    return True
