"""Bursts of edits in random places that leave a speech about as long as it was."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.bench.program import Program

BURST = 50  # edits: as many letters go as came
WORDS = "我们要把工作做得更扎实更细致，一件事情接着一件事情办好。"


class Bursts:
    """Types, breaks and joins paragraphs, deletes, undoes and does again."""

    def __init__(self, program: Program, random: Random) -> None:
        self.random = random
        self._program, self._page = program, program.page

    def burst(self, keystroke: Callable[[Any, str], float]) -> list[float]:
        """Fifty edits; the seconds that each typed letter took."""
        self._program.caret(self.random.random())
        start = self.random.randrange(len(WORDS))
        came = BURST // 2 - 3
        times = [keystroke(self._page, WORDS[(start + n) % len(WORDS)]) for n in range(came)]
        self._press(Qt.Key.Key_Return)
        self._press(Qt.Key.Key_Backspace)
        for _ in range(came):
            self._press(Qt.Key.Key_Backspace)
        for words in ("撤销", "重做", "撤销", "重做"):
            self._program.choose(words)
            self._program.turn()
        return times

    def _press(self, key: Qt.Key) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            text = "\r" if key == Qt.Key.Key_Return else ""
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(self._page, event)
        QApplication.processEvents()
