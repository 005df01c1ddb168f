"""Buttons that have no room for their words show some of them, and tell the whole on hover."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QToolTip, QWidget

from editor.ui.look.short_buttons import FigureButton, LinkButton

NAME = "在全县优化营商环境动员部署大会上的讲话.docx"


def figure() -> QAbstractButton:
    made = FigureButton()
    made.setText(NAME)
    return made


def hovered(button: QAbstractButton) -> str:
    QToolTip.hideText()
    at = button.rect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, button.mapToGlobal(at))
    QApplication.sendEvent(button, event)
    return QToolTip.text()


@pytest.mark.parametrize("kind", ["link", "figure"])
def test_what_is_shortened_is_told_whole(application: QApplication, kind: str) -> None:
    window, button = QWidget(), LinkButton(NAME) if kind == "link" else figure()
    button.setToolTip("点一下打开")
    QHBoxLayout(window).addWidget(button)
    window.resize(900, 60)
    window.show()
    QApplication.processEvents()
    assert hovered(button) == "点一下打开"
    window.resize(120, 60)
    QApplication.processEvents()
    assert window.width() <= 180 and button.geometry().right() < window.width()
    assert hovered(button) == f"{NAME}\n点一下打开"


def test_some_letters_are_always_there(application: QApplication) -> None:
    least = LinkButton(NAME).minimumSizeHint()
    short = LinkButton("看")
    assert least.width() < LinkButton(NAME).sizeHint().width() / 2
    assert short.minimumSizeHint().width() == short.sizeHint().width()
    assert least.width() >= 4 * short.fontMetrics().horizontalAdvance("字")
