"""The bar over a page, and the hands that use it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout

from editor.manuscript.paragraph import Position
from editor.ui.find.find_commands import FindCommands
from editor.ui.find.find_fields import PastWords
from editor.ui.page.page_view import PageView
from tests.notation import lines
from tests.ui.parts import Parts, button
from tests.ui.until import rest

PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """Types, presses and looks."""

    def __init__(self, parts: Parts) -> None:
        self.parts, self.controller = parts, parts.controller
        page = parts.controller.view
        assert isinstance(page, PageView)
        self.page = page
        self.finding = FindCommands(parts.context, page)
        self.bar = self.finding.bar
        window = parts.context.parent
        column = QVBoxLayout(window)
        column.addWidget(self.bar)
        column.addWidget(page)
        window.resize(900, 600)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        page.setFocus()

    def command(self, name: str) -> None:
        """Run a command of the menu."""
        handler: Callable[[], object] = self.finding.handlers()[name]
        handler()

    def write(self, words: str, other: str | None = None) -> None:
        """Type into the fields."""
        _type(self.bar.words, words)
        if other is not None:
            _type(self.bar.other, other)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key in the field of the words."""
        QTest.keyClick(self.bar.words, key, modifiers)

    def click(self, words: str) -> None:
        """Press a button of the bar, or tick a box."""
        pressed = button(self.bar, words)
        if not pressed.isVisible():
            self.click("选项")
        QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)

    def select(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Select a stretch of the text."""
        self.controller.go_to(Position(*start), Position(*end))

    def app_settles(self) -> None:
        """All is laid out."""
        rest(self.parts.context.parent)

    def told(self) -> str:
        """What the bar says."""
        return self.bar.told()

    def text(self) -> str:
        """The text on one line."""
        return lines(self.controller.manuscript())

    def selected(self) -> str:
        """What is selected."""
        return self.controller.selected_text()


def _type(field: PastWords, words: str) -> None:
    """Each letter as a key; QTest's own only know those of a keyboard."""
    field.line.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    for letter in words:
        QApplication.sendEvent(field, QKeyEvent(QKeyEvent.Type.KeyPress, 0, PLAIN, letter))
