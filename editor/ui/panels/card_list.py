"""A scrolling list of cards that are made only when they come into view's reach.

Separate from the panels, which all show cards and differ in what is on them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.flow_layout import take_room
from editor.ui.look.plain_words import PlainLabel, RichLabel
from editor.ui.look.scroll_column import ScrollColumn
from editor.ui.look.short_buttons import LinkButton
from editor.ui.panels.key_takers import key_takers

FIRST = 10  # cards built at once: a style sheet makes each widget dear
EDGE = 24  # px that stay free above and below what comes into view
NEAR = 400  # px from the end of the scroll at which more are built


class CardList(ScrollColumn):
    """Cards from top to bottom; an empty list says what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is on the cards takes the keys
        self._built = 0
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._makers: Sequence[Callable[[], QWidget]] = ()
        self.show_cards((), "")

    def show_cards(self, makers: Sequence[Callable[[], QWidget]], empty: str) -> None:
        """Show one card a maker, or the words ``empty``; the scroll place is kept."""
        place, keys = self.verticalScrollBar().value(), self._number_with_keys()
        self._makers = makers
        self.begin()
        self.column.setContentsMargins(12, 4, 12, 12)
        self.column.setSpacing(8)
        if not makers:
            note = PlainLabel(empty)
            note.setProperty("role", "dim")
            note.setWordWrap(True)
            note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            note.setContentsMargins(8, 32, 8, 8)
            self.add(note)
        built, self._built = self._built, 0
        self._cards: list[QWidget] = []
        self._selected: tuple[QWidget, ...] = ()
        self._build(max(FIRST, built))  # as far as one had scrolled: else the place is lost
        # The old cards may be in the middle of a click or an Enter: they go later.
        if (before := self.show_column()) is not None:
            before.hide()
            before.deleteLater()
        self._body.adjustSize()
        self.verticalScrollBar().setValue(place)
        if keys is not None:
            takers = key_takers(self._body)
            if takers:
                takers[min(keys, len(takers) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _number_with_keys(self) -> int | None:
        """Which of the buttons and inputs has the keys: they stay about there in new cards."""
        takers = key_takers(self._body)
        return next((n for n, taker in enumerate(takers) if taker.hasFocus()), None)

    def _build(self, number: int) -> None:
        upto = min(len(self._makers), self._built + number)
        for make in self._makers[self._built : upto]:
            self._cards.append(made := make())
            self.add(made)
        self._built = max(upto, self._built)

    def card_at(self, number: int) -> QWidget:
        """The card of a maker, made now if it was not. Raises IndexError for another number."""
        self._build(number + 1 - self._built)
        return self._cards[number]

    def select(self, card_: QWidget, row: QWidget | None = None) -> None:
        """Set one card off from the others, and a row of it; both come into view."""
        for part in self._selected:
            _set_off(part, on=False)
        self._selected = (card_, row) if row else (card_,)
        for part in self._selected:
            _set_off(part, on=True)
        self._body.adjustSize()  # rows that were made just now have no place yet
        self.ensureWidgetVisible(card_, 0, EDGE)
        if row is not None:
            self.ensureWidgetVisible(row, 0, EDGE)

    def _scrolled(self, value: int) -> None:
        if self._built < len(self._makers) and value > self.verticalScrollBar().maximum() - NEAR:
            self._build(FIRST)


def _set_off(part: QWidget, *, on: bool) -> None:
    part.setProperty("chosen", on)
    part.style().unpolish(part)
    part.style().polish(part)


def card() -> tuple[QFrame, QVBoxLayout]:
    """An empty card and its column."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(4)
    return frame, column


def label(words: str, *, dim: bool = False, rich: bool = False, strong: bool = False) -> QLabel:
    """A wrapping label; ``rich`` for text that has been escaped and marked up."""
    made = RichLabel(words) if rich else PlainLabel(words)
    made.setWordWrap(True)
    take_room(made)
    if dim or strong:
        made.setProperty("role", "dim" if dim else "strong")
    return made


class PressLabel(RichLabel):
    """Wrapping rich text that is the label of a button: a click on it is one on the button."""

    def __init__(self, words: str, button: QAbstractButton) -> None:
        super().__init__(words)
        self.setBuddy(button)
        self.setWordWrap(True)
        take_room(self)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, if it ends where it began."""
        super().mouseReleaseEvent(event)
        button = self.buddy()
        if isinstance(button, QAbstractButton) and self.rect().contains(event.position().toPoint()):
            button.click()


def link(words: str, run: Callable[[], object]) -> QPushButton:
    """A button that looks like a link."""
    button = LinkButton(words)
    button.clicked.connect(lambda: run())
    return button
