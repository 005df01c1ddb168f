"""The card at a marked word: what is wrong, what mends it, why. It never takes the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from html import escape

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QCursor, QEnterEvent, QFontMetrics, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.checks.finding import Severity
from editor.checks.report.finding_words import WHY
from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.palette import Colours
from editor.ui.look.plain_words import caption
from editor.ui.look.theme import Theme
from editor.ui.marked_words.card_place import card_place, leaves_room
from editor.ui.marked_words.place_notes import PlaceNote, Remedy
from editor.ui.panels.card_list import label, link
from editor.ui.panels.reason_words import reason_html

GONE_MS = 300  # from the word to the card, and back
WIDE, NARROW = 26, 18  # characters of the interface type in a line
NOTES = 3
MARGIN = 8  # pixels to the edge of the window


class MarkCard(QFrame):
    """Shows the notes of one place beside it; goes when the mouse has left both."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, parent
        self._notes: tuple[PlaceNote, ...] = ()
        self._word = QRect()
        self._why: set[int] = set()
        self._moved_off = False  # by itself, from under the mouse
        self._page: QWidget | None = None
        self._body: QWidget | None = None
        self.setProperty("role", "word-card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._scroll)
        self._timer = QTimer(self, singleShot=True, interval=GONE_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_notes(
        self,
        notes: Sequence[PlaceNote],
        page: QAbstractScrollArea,
        boxes: Sequence[QRect],
        *,
        why: int = -1,
    ) -> None:
        """Show them beside a word whose ``boxes`` are pixels of the page's viewport.

        The reason of note ``why`` is unfolded. Esc on the page puts the card away.
        """
        self._notes = tuple(notes[:NOTES])
        self._why = {why} if why >= 0 else set()
        self._timer.stop()
        self._moved_off = False
        self._leave_page()
        self._page = page
        page.installEventFilter(self)
        self._word = self._placed(page.viewport(), boxes)
        self._build()

    def _placed(self, ground: QWidget, boxes: Sequence[QRect]) -> QRect:
        """What of a word is seen, in pixels of the window; its first line if it is too high."""
        seen = [box & ground.rect() for box in boxes if box.intersects(ground.rect())]
        seen = seen or [QRect(ground.rect().center(), QSize(1, 1))]
        whole = reduce(QRect.united, seen)
        whole.moveTopLeft(ground.mapTo(self._window, whole.topLeft()))
        if leaves_room(whole, self._window.rect()):
            return whole
        return QRect(ground.mapTo(self._window, seen[0].topLeft()), seen[0].size())

    def leave_soon(self) -> None:
        """The mouse has left the word; it may be on its way to the card."""
        if self.isVisible() and not self._moved_off:
            self._timer.start()

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        room = self._window.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        width = min(self._width(), room.width())
        for number, note in enumerate(self._notes):
            if number:
                column.addSpacing(8)
            self._note(column, number, note)
        if self._body is not None:  # it may be in the middle of a click
            self._scroll.takeWidget()
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._scroll.setWidget(body)
        body.setAutoFillBackground(False)  # Qt has just switched it on
        self._fit(column, width, room)
        self.setAccessibleName("；".join(f"{n.severity.value}：{n.message}" for n in self._notes))
        self.show()
        self.raise_()
        self._fit(column, width, room)  # rows of links know their type when they are shown

    def _fit(self, column: QVBoxLayout, width: int, room: QRect) -> None:
        """As high as all its rows are in the type that they are shown in."""
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        column.invalidate()
        height = column.totalHeightForWidth(width - 2) + 4
        self.setGeometry(card_place(QSize(width, height), self._word, room))

    def _width(self) -> int:
        """As wide as the longest sentence, from `NARROW` to `WIDE`; a reason takes all of it."""
        metrics = QFontMetrics(self.font())
        em = metrics.horizontalAdvance("字")
        told = [f"{note.head}　{note.message}　　" for note in self._notes]
        told += [note.advice for note in self._notes]
        longest = WIDE * em if self._why else max(map(metrics.horizontalAdvance, told)) + 2 * em
        return max(NARROW * em, min(WIDE * em, longest))

    def _note(self, column: QVBoxLayout, number: int, note: PlaceNote) -> None:
        colours = self._theme.colours
        head = f'<span style="color:{_colour(note, colours)}">{note.head}</span>'
        column.addWidget(label(f"{head}　{escape(note.message)}", rich=True))
        if note.advice:
            column.addWidget(label(note.advice, dim=True))
        buttons = [self._button(choice) for choice in note.mends]
        _put_row(column, buttons)
        links = [self._link(choice) for choice in (*note.alike[:-1], *note.others, *note.leaves)]
        if note.alike[:-1]:
            links[0].setText(f"{note.alike_words}：{links[0].text()}")
        if note.reason is not None:
            links.append(link(WHY, lambda: self._toggle(number)))
        _put_row(column, links)
        if note.reason is not None and number in self._why:
            column.addWidget(label(reason_html(note.reason, colours), rich=True))

    def _button(self, choice: Remedy) -> QPushButton:
        button = QPushButton(caption(choice.words))
        button.clicked.connect(lambda: self._run(choice.run))
        return button

    def _link(self, choice: Remedy) -> QPushButton:
        return link(choice.words, lambda: self._run(choice.run))

    def _run(self, act: Callable[[], object]) -> None:
        self.hide()
        act()

    def _toggle(self, number: int) -> None:
        self._why ^= {number}
        self._build()
        # Unfolded it may stand on the other side of the word: then the mouse has not left it.
        self._moved_off = not self.rect().contains(self.mapFromGlobal(QCursor.pos()))

    # -- what Qt sends

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse is here: it stays."""
        super().enterEvent(event)
        self._moved_off = False
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse may be on its way back to the word."""
        super().leaveEvent(event)
        self.leave_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        """It is gone."""
        super().hideEvent(event)
        self._timer.stop()
        self._leave_page()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc puts the card away; so does another window."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.isVisible():
                self.hide()
                return True
        elif event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.hide()
        return super().eventFilter(watched, event)

    def _leave_page(self) -> None:
        if self._page is not None:
            self._page.removeEventFilter(self)
            self._page = None


def _colour(note: PlaceNote, colours: Colours) -> str:
    table = {Severity.MUST: colours.must, Severity.LOOK: colours.look}
    return table.get(note.severity, colours.dim)


def _put_row(column: QVBoxLayout, buttons: Sequence[QPushButton]) -> None:
    """Buttons side by side, in as many lines as they need; none takes the keys."""
    if buttons:
        line = FlowLayout(gap=12)
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            line.addWidget(button)
        column.addLayout(line)
