"""The message bar above the page: one line, one button, never modal."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.plain_words import PlainLabel, literal

LETTERS = 24  # of a message beside its buttons; with less room they go below it
READ_MS = 8000  # what stood so long has been read: what is only told goes by itself then
LINES = 3  # shown of a message; the whole is told on hover


class MessageButton(NamedTuple):
    """A button of a message and what it does."""

    button: str
    run: Callable[[], object]


class Offer(NamedTuple):
    """A message that waits for an answer; ``button`` tells it from others.

    ``lasting``: it tells of something that goes on (a task, a trouble) until it is withdrawn.
    ``other`` is a second button.
    """

    words: str
    button: str
    run: Callable[[], object] | None
    lasting: bool = False
    other: MessageButton | None = None


class MessageBar(QFrame):
    """Shows the latest message; an offer stays until it is answered or withdrawn.

    What is only told covers an offer for a moment. The offer comes back if it has not stood long
    enough to be read; one that was read does not: each has its command in the menus. The bar
    never takes the focus: its buttons are reached by Tab or the mouse.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self._button = QPushButton()
        self._other = QPushButton()
        self._close = QPushButton("知道了")
        row = FlowLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.add_wide(self._words, LETTERS)
        buttons = QWidget()  # they stay together: beside the words, or all below them
        buttons.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        beside = FlowLayout(buttons)
        for button in (self._button, self._other, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            beside.addWidget(button)
        row.addWidget(buttons)
        self._offers: list[Offer] = []
        self._button.clicked.connect(self._act)
        self._other.clicked.connect(self._act_otherwise)
        self._close.clicked.connect(self._dismiss)
        self._timer = QTimer(self, singleShot=True, interval=READ_MS)
        self._timer.timeout.connect(self._next)
        self._reading = QTimer(self, singleShot=True, interval=READ_MS)
        self._reading.timeout.connect(self._note_read)
        self._read: Offer | None = None
        self.hide()

    def say(self, words: str, button: str = "", run: Callable[[], object] | None = None) -> None:
        """Show a message ('' takes away what is told); with a button it is an offer to ``run``."""
        if not words:
            self._next()
        elif button:
            self._offer(Offer(words, button, run))
        else:
            self._put_away_read()
            self._show(Offer(words, "", None))
            self._timer.start()

    def unsay(self, words: str) -> None:
        """What is told is so no more; another message stays."""
        if self._timer.isActive() and self._words.text() == words:
            self._next()

    def say_with(self, words: str, one: MessageButton, other: MessageButton) -> None:
        """An offer with two buttons."""
        self._offer(Offer(words, one.button, one.run, other=other))

    def say_lasting(self, words: str, button: str, run: Callable[[], object] | None) -> None:
        """Tell of something that goes on; it stands there until it is withdrawn or answered."""
        self._offer(Offer(words, button, run, lasting=True))

    def say_behind(self, words: str, button: str, run: Callable[[], object]) -> None:
        """An offer that comes when those there have been answered: they are more urgent."""
        kept = [o for o in self._offers if o.button != button]
        self._offers = [Offer(words, button, run), *kept]
        self._next()

    def _offer(self, offer: Offer) -> None:
        self._offers = [o for o in self._offers if o.button != offer.button]
        self._offers.append(offer)
        self._next()

    def _put_away_read(self) -> None:
        """What has been read does not come back behind what is told now."""
        self._reading.stop()
        self._offers = [o for o in self._offers if o is not self._read or o.lasting]

    def _note_read(self) -> None:
        if self.isVisible() and self._offers and self.window().isActiveWindow():
            self._read = self._offers[-1]
        elif self._offers:
            self._reading.start()

    def put_away_told(self) -> None:
        """What is only told is no longer so: a step was taken back."""
        if self._timer.isActive():
            self._next()

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
        self._show(self._offers[-1])
        if self._offers[-1] is not self._read:
            self._reading.start()

    def _show(self, offer: Offer) -> None:
        words = offer.words
        self._words.setText(_first_lines(words))
        self._words.setToolTip(literal(words if words.count("\n") >= LINES else ""))
        others = offer.other.button if offer.other else ""
        for button, name in ((self._button, offer.button), (self._other, others)):
            button.setText(name)
            button.setVisible(bool(name))
        self.setAccessibleName(words)
        self.show()

    def _dismiss(self) -> None:
        if not self._timer.isActive() and self._offers:
            self._offers.pop()
        self._next()

    def _act_otherwise(self) -> None:
        offer = self._offers.pop()
        self._next()
        if offer.other:
            offer.other.run()

    def _act(self) -> None:
        offer = self._offers.pop()
        self._next()
        if offer.run:
            offer.run()


def _first_lines(words: str) -> str:
    lines = words.split("\n")
    if len(lines) <= LINES:
        return words
    left = len(lines) - LINES + 1
    return "\n".join([*lines[: LINES - 1], f"……还有 {left} 条，鼠标停在这里看全"])
