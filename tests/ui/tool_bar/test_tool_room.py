"""The tool bar in a narrow window: closer, then icons; no word and no figure is shortened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from editor.ui.shell.window import Window
from tests.ui.shell.windows import parts_of

WORDS = Qt.ToolButtonStyle.ToolButtonTextUnderIcon


@pytest.mark.parametrize("size", [13, 19, 24])
@pytest.mark.parametrize("width", [2400, 1366, 1100, 900])
def test_every_button_and_the_minutes_are_whole(window: Window, size: int, width: int) -> None:
    window.settings.set("interface_size", size)
    narrow(window, width)
    for button in window.tools.findChildren(QToolButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
    assert parts_of(window).budget.isVisible()


def test_words_come_back_with_the_room(window: Window) -> None:
    window.settings.set("interface_size", 24)
    narrow(window, 900)
    assert window.tools.toolButtonStyle() != WORDS
    narrow(window, 2400)
    assert window.tools.toolButtonStyle() == WORDS
    assert not window.tools.property("close")


def narrow(window: Window, width: int) -> None:
    """Another width, with everything else as it is."""
    for part in (window.left, window.right):
        part.hide()
    window.resize(width, 700)
    for _ in range(3):
        QApplication.processEvents()
