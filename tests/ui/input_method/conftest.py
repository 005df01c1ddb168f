"""A window with two fields, a command and a little fcitx behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from editor.input_method.fcitx_context import FcitxContext
from editor.ui.input_method import fcitx_bridge
from editor.ui.input_method.fcitx_bridge import FcitxBridge
from tests.input_method.little_fcitx import LittleFcitx
from tests.ui.until import rest, until

PATIENCE_MS = 600  # the program's own is five times as long
NONE_HELD = Qt.KeyboardModifier.NoModifier
SYMBOLS = {Qt.Key.Key_Backspace: 0xFF08, Qt.Key.Key_Return: 0xFF0D, Qt.Key.Key_Escape: 0xFF1B}


def press(
    window: QWindow, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = NONE_HELD
) -> QKeyEvent:
    """A key down and up as the X server names it; gives back what was asked before it."""
    symbol = SYMBOLS.get(key, ord(text) if text else int(key))
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
    events = [QKeyEvent(kind, key, held, 31, symbol, 0, text) for kind in kinds]
    events[0].ignore()
    for event in events:
        QCoreApplication.sendEvent(window, event)
    return events[0]


def type_into(window: QWindow, words: str) -> None:
    """A key for each letter, without a pause."""
    for letter in words:
        press(window, Qt.Key(ord(letter.upper())), letter)


class TypingWindow(QWidget):
    """Two fields and a button; Ctrl+S counts itself."""

    def __init__(self, fcitx: LittleFcitx) -> None:
        super().__init__()
        self.fcitx = fcitx
        self.page, self.line, self.button = QPlainTextEdit(), QLineEdit(), QPushButton("按钮")
        column = QVBoxLayout(self)
        for part in (self.page, self.line, self.button):
            column.addWidget(part)
        self.saved: list[str] = []
        save = QAction("保存", self)
        save.setShortcut("Ctrl+S")
        save.triggered.connect(lambda: self.saved.append(self.page.toPlainText()))
        self.addAction(save)
        self.show()
        self.activateWindow()
        self.page.setFocus()
        assert QTest.qWaitForWindowActive(self)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(fcitx_bridge, "PATIENCE_MS", PATIENCE_MS)
            self.bridge = FcitxBridge(FcitxContext(fcitx, "81"), fcitx.descriptor(), self)
        if fcitx.runs:
            until(self.bridge.is_open)

    def type(self, words: str) -> None:
        """Press and release a key for each letter."""
        type_into(self.windowHandle(), words)

    def press(
        self, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = NONE_HELD
    ) -> QKeyEvent:
        """One key; gives back what was asked before it."""
        return press(self.windowHandle(), key, text, held)

    def settle(self) -> None:
        """Let what fcitx has said arrive."""
        rest(self)


@pytest.fixture
def fcitx() -> Iterator[LittleFcitx]:
    """The input method, running."""
    little = LittleFcitx()
    yield little
    little.close()


@pytest.fixture
def window(fcitx: LittleFcitx, application: object) -> Iterator[TypingWindow]:
    """The window, in front, with the bridge open."""
    made = TypingWindow(fcitx)
    yield made
    made.deleteLater()
    rest()
