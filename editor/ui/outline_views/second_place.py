"""A second place of the same speech beside the page, to write on as well.

The text is one, and so is its undo stack; each place keeps its own caret and scroll.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.manuscript.paragraph import Position
from editor.ui.outline_views.mirror import Mirror, moved_across
from editor.ui.page.desk import Desk
from editor.ui.page.reading import Reading, Sketch


class SecondPlace(QWidget):
    """The mirror with a line over it; ``closed`` when it is not wanted any more."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.page = Mirror(desk)
        here, close = QPushButton("正文转到这里"), QPushButton("收起")
        line = QHBoxLayout()
        line.setContentsMargins(12, 6, 8, 6)
        line.addWidget(QLabel("另一处（两边都能改）"), 1)
        line.addWidget(here)
        line.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.page, 1)
        here.clicked.connect(self._go)
        close.clicked.connect(self.closed)
        self.page.refused.connect(desk.refused)
        _application().focusChanged.connect(self._focus_went)
        desk.view.viewport().installEventFilter(self)
        desk.reading_changed.connect(self._dress)
        desk.sketched.connect(self._sketch)
        self._dress(desk.reading())

    def show_place(self, place: Position) -> None:
        """Scroll a place into view, the caret there."""
        cursor = self.page.textCursor()
        cursor.setPosition(self.page.live.flat(place))
        self.page.show_cursor(cursor)

    def leave(self) -> None:
        """Stop keeping in step."""
        _application().focusChanged.disconnect(self._focus_went)
        self._desk.view.viewport().removeEventFilter(self)
        self._desk.reading_changed.disconnect(self._dress)
        self._desk.sketched.disconnect(self._sketch)
        self.page.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Words dragged from here to the page move."""
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return moved_across(self.page, self._desk.view, event)
        return super().eventFilter(watched, event)

    def _focus_went(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The page takes the hand back with the focus."""
        if new is self._desk.view:
            self._desk.take_hand(self._desk.view)

    def _go(self) -> None:
        cursor, place = self.page.textCursor(), self.page.live.place
        self._desk.go_to(place(cursor.position()))

    def _dress(self, reading: Reading) -> None:
        if self._is_of_now(reading):
            self.page.show_reading(reading)

    def _sketch(self, sketch: Sketch) -> None:
        if self._is_of_now(sketch):
            self.page.show_sketch(sketch)

    def _is_of_now(self, sketch: Sketch) -> bool:
        """Whether it is of the text of now; the two documents count alike from here on."""
        now = self._desk.view.live.revision
        self.page.live.revision = now
        return sketch.manuscript.revision == now


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
