"""Buttons whose words may be shortened where there is no room: the whole is told on hover."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
)

from editor.ui.look.plain_words import LiteralHtml, caption, literal

_LEAST: Final = 4  # letters that are always shown


class LinkButton(QPushButton):
    """A button that looks like a link."""

    def __init__(self, words: str) -> None:
        super().__init__(caption(words))
        self._tip = ""
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
        option.text = _shortened(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)

    def setToolTip(self, tip: str) -> None:
        """What is told besides the words."""
        self._tip = tip.words if isinstance(tip, LiteralHtml) else tip
        super().setToolTip(_told(self, self._tip))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole where it is shortened now."""
        super().resizeEvent(event)
        super().setToolTip(_told(self, self._tip))


class FigureButton(QToolButton):
    """A button of the status bar."""

    def __init__(self) -> None:
        super().__init__()
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Some letters of its words."""
        return _least(self, super().minimumSizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it with as much of its words as there is room for."""
        del event
        painter, option = QStylePainter(self), QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = _shortened(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)

    def setToolTip(self, tip: str) -> None:
        """What is told besides the words."""
        self._tip = tip.words if isinstance(tip, LiteralHtml) else tip
        super().setToolTip(_told(self, self._tip))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole where it is shortened now."""
        super().resizeEvent(event)
        super().setToolTip(_told(self, self._tip))


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


def _told(button: QPushButton | QToolButton, tip: str) -> str:
    if button.width() >= button.sizeHint().width():
        return literal(tip)
    words = button.text().replace("&&", "&")
    return literal(words if not tip or tip == words else f"{words}\n{tip}")
