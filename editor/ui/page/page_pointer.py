"""The page under the mouse: words, sentences and paragraphs are taken whole, the wheel zooms.

Two clicks take a Chinese word, three a paragraph (Qt's), Ctrl and a click a sentence; with the
button held the selection grows word by word, sentence by sentence.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QMouseEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from editor.manuscript.paragraph import Position
from editor.manuscript.search.sentence_hits import sentence_at
from editor.ui.look.wheel_steps import WheelSteps
from editor.ui.page.composing_surface import ComposingSurface
from editor.ui.page.word_movement import RunsAsWords, WordCutter

_LEFT = Qt.MouseButton.LeftButton
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ZOOM = 10  # per cent a step
Whole = Callable[[str, int], tuple[int, int]]
"""From a paragraph and the offset of a letter to the stretch that is taken with it."""


class PagePointer(ComposingSurface):
    """What the mouse selects."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: WordCutter = RunsAsWords()
        self._whole: Whole | None = None  # while the button that took the first is held
        self._first = (0, 0)  # what was taken first, in Qt's places
        self._sentence_if_let_go = False
        self._steps_of_wheel = WheelSteps()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click takes a Chinese word."""
        super().mouseDoubleClickEvent(event)  # Qt notes the click, for a third one
        if event.button() == _LEFT:
            self._take(event, self.words.word_at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Ctrl a sentence; on what is selected it may begin a drag that copies."""
        with_control = event.button() == _LEFT and event.modifiers() == _CONTROL
        inside = with_control and self._is_selected(event.position().toPoint())
        self._whole = None
        super().mousePressEvent(event)
        self._sentence_if_let_go = inside
        if with_control and not inside:
            self._take(event, sentence_at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """With the button held: more wholes of the kind."""
        super().mouseMoveEvent(event)
        if self._whole is not None and event.buttons() & _LEFT:
            start, end = self._stretch(event.position().toPoint(), self._whole)
            if start < self._first[0]:
                self._select(self._first[1], start)
            else:
                self._select(self._first[0], max(end, self._first[1]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was pressed with Ctrl and not dragged is a sentence to take."""
        super().mouseReleaseEvent(event)
        if self._sentence_if_let_go and event.button() == _LEFT:
            self._take(event, sentence_at)
        if self._whole is not None:
            self._give_to_middle_button()
        self._whole, self._sentence_if_let_go = None, False

    def take_caret_along(self, event: QContextMenuEvent) -> None:
        """A menu is asked for beside what is selected: its steps are done where it was asked."""
        if event.reason() is not QContextMenuEvent.Reason.Keyboard and not self._is_selected(
            event.pos()
        ):
            self.setTextCursor(self.cursorForPosition(event.pos()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; a touch pad scrolls by the pixels it tells."""
        if event.modifiers() & _CONTROL:
            self.set_zoom(self.zoom() + _ZOOM * self._steps_of_wheel.taken(event))
            event.accept()
        elif event.pixelDelta().y() and tells_pixels():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - event.pixelDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def _take(self, event: QMouseEvent, whole: Whole) -> None:
        self._first = self._stretch(event.position().toPoint(), whole)
        self._whole = whole
        self._select(*self._first)

    def _give_to_middle_button(self) -> None:
        """What is lit is what X11's middle button pastes: Qt has given it its own wholes."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and self.textCursor().hasSelection():
            chosen = self.createMimeDataFromSelection()
            clipboard.setMimeData(chosen, QClipboard.Mode.Selection)

    def _select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _stretch(self, spot: QPoint, whole: Whole) -> tuple[int, int]:
        """The whole under a point of the viewport, in Qt's places."""
        number, offset = self._letter_at(spot)
        start, end = whole(self.tracked.paragraph(number).text, offset)
        flat = self.tracked.flat
        return flat(Position(number, start)), flat(Position(number, end))

    def _letter_at(self, spot: QPoint) -> Position:
        """The letter under a point: Qt tells the gap between two letters that is nearest."""
        cursor = self.cursorForPosition(spot)
        place = self.tracked.place(cursor.position())
        behind = self.cursorRect(cursor).center().x() > spot.x()
        return Position(place.paragraph, max(0, place.offset - behind))

    def _is_selected(self, spot: QPoint) -> bool:
        cursor, at = self.textCursor(), self.cursorForPosition(spot).position()
        return cursor.hasSelection() and cursor.selectionStart() <= at <= cursor.selectionEnd()


def tells_pixels() -> bool:
    """Whether a touch pad's pixels can be believed: on X11 they are the driver's (Qt's manual)."""
    return QGuiApplication.platformName() != "xcb"
