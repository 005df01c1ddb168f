"""The message bar above the page: one line, one button, never modal."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

SHORT_MS = 8000  # a message without a button goes by itself


class Offer(NamedTuple):
    """A message that waits for an answer; ``button`` tells it from others."""

    words: str
    button: str
    run: Callable[[], object] | None


class MessageBar(QFrame):
    """Shows the latest message; an offer stays until it is answered or withdrawn.

    What is only told covers an offer for a moment, and the offer comes back. The bar
    never takes the focus: its buttons are reached by Tab or the mouse.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._button = QPushButton()
        self._close = QPushButton("知道了")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for button in (self._button, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self._offers: list[Offer] = []
        self._button.clicked.connect(self._act)
        self._close.clicked.connect(self._dismiss)
        self._timer = QTimer(self, singleShot=True, interval=SHORT_MS)
        self._timer.timeout.connect(self._next)
        self.hide()

    def say(self, words: str, button: str = "", run: Callable[[], object] | None = None) -> None:
        """Show a message ('' takes away what is told); with a button it is an offer to ``run``."""
        if not words:
            self._next()
            return
        if button:
            self._offers = [o for o in self._offers if o.button != button]
            self._offers.append(Offer(words, button, run))
            self._next()
            return
        self._show(words, "")
        self._timer.start()

    def withdraw(self, button: str = "") -> None:
        """Take back an offer; without a name all of them, and what is being told."""
        kept = [o for o in self._offers if button and o.button != button]
        told = self._timer.isActive() and bool(button)
        self._offers = kept
        if not told:
            self._next()

    def words(self) -> str:
        """What is shown now, '' when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def offers(self) -> list[str]:
        """The buttons of the offers that wait, the latest last."""
        return [offer.button for offer in self._offers]

    def _next(self) -> None:
        self._timer.stop()
        if not self._offers:
            self.hide()
            return
        self._show(self._offers[-1].words, self._offers[-1].button)

    def _show(self, words: str, button: str) -> None:
        self._words.setText(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(words)
        self.show()

    def _dismiss(self) -> None:
        if not self._timer.isActive() and self._offers:
            self._offers.pop()
        self._next()

    def _act(self) -> None:
        offer = self._offers.pop()
        self._next()
        if offer.run:
            offer.run()
