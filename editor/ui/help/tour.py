"""The tour: four cards, each beside the part of the window it tells of; never in the way.

Nothing is modal: one may go on working at any step, and 跳过 or Esc ends it. The frame around the
part lets the mouse through.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from editor.ui.look.button_row import ButtonRow
from editor.ui.look.plain_words import PlainLabel

GAP = 12  # px between a card and what it tells of
WIDTH = 26  # a card is as wide as so many characters of its type


class TourStep(NamedTuple):
    """``part`` gives the widget when the step is shown; ``before`` is done first."""

    title: str
    words: str
    part: Callable[[], QWidget]
    before: Callable[[], object] = lambda: None


class Tour(QObject):
    """Shows the steps one after the other over a window."""

    ended = Signal()

    def __init__(self, window: QWidget, steps: Sequence[TourStep]) -> None:
        super().__init__(window)
        self._window, self._steps = window, tuple(steps)
        self._at = 0
        self._before = QApplication.focusWidget()
        self._frame = QFrame(window)
        self._frame.setProperty("role", "tour-frame")
        self._frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.card = TourCard(window)
        self.card.on.clicked.connect(self.go_on)
        self.card.skip.clicked.connect(self.end)
        QShortcut(QKeySequence("Esc"), self.card, self.end)
        window.installEventFilter(self)
        self._show()

    def go_on(self) -> None:
        """The next step; behind the last one the tour is over."""
        self._at += 1
        if self._at == len(self._steps):
            self.end()
        else:
            self._show()

    def end(self) -> None:
        """Nothing of it stays; the keys go back to where they were."""
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self._window.removeEventFilter(self)
        for part in (self._frame, self.card):
            part.hide()
            part.deleteLater()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep beside the part when the window changes its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        step = self._steps[self._at]
        step.before()
        self.card.tell(step, self._at + 1, len(self._steps))
        for part in (self._frame, self.card):
            part.show()
            part.raise_()
        self.card.fit()
        self._place()
        self.card.on.setFocus()  # Enter goes on, and is not written into the speech

    def _place(self) -> None:
        part = self._steps[self._at].part()
        top_left = part.mapTo(self._window, QPoint(0, 0))
        box = QRect(top_left, part.size()).intersected(self._window.rect())
        self._frame.setGeometry(box)
        self.card.move(_beside(box, self.card.rect(), self._window.rect()))


class TourCard(QFrame):
    """What one step says, with the way on and the way out."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "word-card")
        self.setAccessibleName("四步导览")
        self._title, self._words = PlainLabel(), PlainLabel()
        self._title.setProperty("role", "title")
        for label in (self._title, self._words):
            label.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.on, self.skip = QPushButton("下一步"), QPushButton("跳过")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (self._title, self._words, ButtonRow(self.on, (), self.skip)):
            column.addWidget(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and → go on, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.on.click()
        else:
            super().keyPressEvent(event)

    def tell(self, step: TourStep, number: int, count: int) -> None:
        """Show a step; the last one is done with, not skipped."""
        self._title.setText(f"{number}／{count}　{step.title}")
        self._words.setText(step.words)
        self.on.setText("下一步" if number < count else "知道了")
        self.skip.setVisible(number < count)

    def fit(self) -> None:
        """As high as its words are, in the type that it is shown with."""
        for label in (self._title, self._words):
            label.ensurePolished()
        wide = WIDTH * self.fontMetrics().horizontalAdvance("字")
        layout = self.layout()
        assert layout is not None
        layout.activate()
        # adjustSize knows no wrapped words; the row of buttons may take a little more than it says.
        self.setFixedSize(wide, layout.heightForWidth(wide) + GAP)


def _beside(box: QRect, card: QRect, window: QRect) -> QPoint:
    """Where a card goes: right of the part, left of it, below, above, or inside it."""
    room = window.adjusted(GAP, GAP, -GAP, -GAP)
    middle = box.center() - card.center()
    places = (
        QPoint(box.right() + GAP, max(box.top(), GAP)),
        QPoint(box.left() - GAP - card.width(), max(box.top(), GAP)),
        QPoint(middle.x(), box.bottom() + GAP),
        QPoint(middle.x(), box.top() - GAP - card.height()),
    )
    for place in places:
        inside = card.translated(place)
        inside.moveLeft(min(max(inside.left(), room.left()), room.right() - card.width()))
        if room.contains(inside) and not inside.intersects(box):
            return inside.topLeft()
    return middle
