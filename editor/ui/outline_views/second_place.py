"""A second place of the same speech beside the page, to look at while one writes.

It follows every change but is not written on: a document has one layout, and ours sets its
lines for one width, so the second page is a copy of the words kept in step, not a second
view of the same document. A double click goes there on the page.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.manuscript.edits import Splice
from editor.manuscript.paragraph import Position
from editor.ui.page.apply import apply_edits
from editor.ui.page.bridge import Change
from editor.ui.page.desk import Desk
from editor.ui.page.page_view import PageView
from editor.ui.page.reading import Reading


class Mirror(PageView):
    """A page that is only read; ``go_asked`` with the place of a double click."""

    go_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("对照的另一处")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go there on the page."""
        place = self.cursorForPosition(event.position().toPoint()).position()
        self.go_asked.emit(self.live.place(place))


class SecondPlace(QWidget):
    """The mirror with a line over it; ``closed`` when it is not wanted any more."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.page = Mirror()
        close = QPushButton("收起")
        line = QHBoxLayout()
        line.setContentsMargins(12, 6, 8, 6)
        line.addWidget(QLabel("对照（只看；双击到那里去改）"), 1)
        line.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.page, 1)
        close.clicked.connect(self.closed)
        self.page.go_asked.connect(desk.go_to)
        desk.view.live.changed.connect(self._follow)
        desk.reading_changed.connect(self._dress)
        self.page.load(desk.manuscript())
        self.page.setUndoRedoEnabled(False)
        self._dress(desk.reading())

    def show_place(self, place: Position) -> None:
        """Scroll a place into view."""
        cursor = self.page.textCursor()
        cursor.setPosition(self.page.live.flat(place))
        self.page.show_cursor(cursor)

    def leave(self) -> None:
        """Stop following."""
        self._desk.view.live.changed.disconnect(self._follow)
        self._desk.reading_changed.disconnect(self._dress)

    def _follow(self, change: Change) -> None:
        live, mine = self._desk.view.live, self.page.live
        first, old, new, _ = change
        if mine.count() - old + new != live.count() or first + old > mine.count():
            self.page.load(self._desk.manuscript())
            self.page.setUndoRedoEnabled(False)
            return
        fresh = tuple(live.paragraph(n) for n in range(first, first + new))
        apply_edits(mine, (Splice(first, first + old, fresh),))

    def _dress(self, reading: Reading) -> None:
        if reading.manuscript.revision == self._desk.view.live.revision:
            self.page.live.revision = reading.manuscript.revision
            self.page.show_reading(reading)
