"""The lines stay where they are on the screen while bars above the page come and go.

A message, the find bar, the menus of F11: each gives the page another upper edge. The page is
scrolled by as much; where there is nothing to scroll it gets room above or below instead.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from editor.ui.layout.page_layout import PageLayout


class StillLines:
    """Keeps the lines of one page still; all heights in pixels."""

    def __init__(self, view: QTextEdit, layout: PageLayout) -> None:
        self._view, self._layout = view, layout
        self._above: int | None = None  # what stands above the page in its column, as last seen
        self._height = 0

    def seen(self) -> None:
        """The page was painted: from now on its lines have a place on the screen."""
        self._above, self._height = self._edge(), self._view.viewport().height()

    def forget(self) -> None:
        """Another text comes, from its start: nobody has seen its lines."""
        self._above = None
        self._layout.room_above = self._layout.room_below = 0

    @contextmanager
    def kept(self) -> Generator[None]:
        """While the page gets another size or place."""
        if self._above is None or not self._view.isVisible():
            yield
            return
        sunk = self._edge() - self._above
        self._above += sunk
        caret = self._view.textCursor()
        box = self._view.cursorRect(caret)
        in_view = box.top() >= 0 and box.bottom() <= self._height
        anchor = caret if in_view else self._top_line()
        value, ahead = self._view.verticalScrollBar().value(), self._view.cursorRect(anchor).top()
        yield
        here = self._view.verticalScrollBar().value()  # Qt keeps it between its bounds
        broken_elsewhere = self._view.cursorRect(anchor).top() + here - ahead - value
        self._put(max(0, value + broken_elsewhere) if broken_elsewhere else value, sunk)
        if in_view:
            self._uncover(self._view.cursorRect(caret).center().y())

    def _put(self, value: int, sunk: int) -> None:
        """Scroll there, and on by what the page's upper edge went down."""
        layout, bar = self._layout, self._view.verticalScrollBar()
        wanted = value - layout.room_above + sunk if sunk else value
        if sunk:
            layout.room_above, wanted = max(0, -wanted), max(0, wanted)
            layout.room_below = 0
            end = int(layout.documentSize().height()) - self._view.viewport().height()
            layout.room_below = max(0, wanted - end)
            layout.tell_size()
        bar.setValue(wanted)
        self._view.viewport().update()

    def _uncover(self, middle: int) -> None:
        """Scroll no farther than the whole line of the caret needs, which was in view before."""
        half = self._layout.pitch / 2
        bar, lowest = self._view.verticalScrollBar(), self._view.viewport().height() - half
        if middle < half:
            bar.setValue(bar.value() + math.floor(middle - half))
        elif middle > lowest:
            bar.setValue(bar.value() + math.ceil(middle - lowest))

    def _top_line(self) -> QTextCursor:
        return self._view.cursorForPosition(QPoint(self._view.viewport().width() // 2, 0))

    def _edge(self) -> int:
        """Where the page begins below the upper edge of the column that the window gives it."""
        column: QWidget = self._view
        while (parent := column.parentWidget()) is not None and not parent.isWindow():
            column = parent
        return self._view.mapTo(column, QPoint()).y()
