"""Where the page is scrolled to when one goes to a place: one answer for all who send one there.

Headings come to the top with a line of room above; anything else into the upper third, unless
it can be seen well already. Heights above what was never seen are guesses, so a scroll is made
again until the lines that came into view have pushed nothing away.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.ui.layout.page_layout import GAP, PageLayout

NEAR = 2  # lines at the upper and the lower edge where a place is not seen well
ROUNDS = 4  # the second is exact unless the lines met on the way are far from their guess


class PageScroller:
    """Scrolls one page; all heights in pixels of its viewport."""

    def __init__(self, view: QTextEdit, layout: PageLayout) -> None:
        self._view, self._layout = view, layout

    def go(self, cursor: QTextCursor, heading: QTextCursor | None) -> None:
        """Set caret and selection; bring ``heading`` to the top, else the selection's start."""
        bar = self._view.verticalScrollBar()
        value = bar.value()
        self._view.setTextCursor(cursor)  # Qt scrolls just so far that its end is seen
        bar.setValue(value)
        if heading is not None:
            self.put(heading, self._pitch)
        elif not self.seen_well(cursor):
            self.put(_at(cursor, cursor.selectionStart()), self._height / 3)

    def bring_back(self, cursor: QTextCursor) -> None:
        """Bring a place that is out of sight, or cut by an edge, into the upper third."""
        if not self.seen(cursor):
            self.put(_at(cursor, cursor.selectionStart()), self._height / 3)

    @contextmanager
    def whole_start(self) -> Generator[None]:
        """A key that scrolls up to the first line shows the page's upper edge with it."""
        bar = self._view.verticalScrollBar()
        before = bar.value()
        yield
        if bar.value() >= before:
            return  # as at most keys
        caret = self._view.textCursor()
        first = self._top(_at(caret, 0)) - GAP + self._pitch * 2
        if self._top(caret) < first:
            bar.setValue(self._layout.room_above)

    @contextmanager
    def caret_kept(self) -> Generator[None]:
        """Other type: the line of the caret stays where it is seen, if it is, as a whole line."""
        caret = self._view.textCursor()
        caret.clearSelection()
        ahead, in_view = self._top(caret), self.seen(caret)
        yield
        if in_view:
            self.put(caret, max(0.0, min(ahead, self._height - self._pitch)))

    def seen_well(self, cursor: QTextCursor) -> bool:
        """Whether all that is selected (or the caret) is in view, not in the outermost lines."""
        room = min(NEAR * self._pitch, self._height / 4)
        return self._between(cursor, room, self._height - room)

    def seen(self, cursor: QTextCursor) -> bool:
        """Whether all that is selected (or the caret) is in view, with its whole lines."""
        return self._between(cursor, 0, self._height)

    def shows(self, first: QTextCursor, last: QTextCursor) -> bool:
        """Whether any line between two places is in view."""
        return self._top(first) + self._pitch <= self._height and self._top(last) >= 0

    def put(self, cursor: QTextCursor, ahead: float) -> None:
        """Scroll so that the line of a place is ``ahead`` below the upper edge, or as near as
        the ends of the text allow."""
        bar = self._view.verticalScrollBar()
        for _ in range(ROUNDS):
            before = bar.value()
            bar.setValue(before + round(self._top(cursor) - ahead))
            self._layout.ensure_between(bar.value(), bar.value() + self._height)
            if bar.value() == before and abs(self._top(cursor) - ahead) < 1:
                return

    def _between(self, cursor: QTextCursor, upper: float, lower: float) -> bool:
        start, end = _at(cursor, cursor.selectionStart()), _at(cursor, cursor.selectionEnd())
        return self._top(start) >= upper and self._top(end) + self._pitch <= lower

    def _top(self, cursor: QTextCursor) -> float:
        """Where the line of a place begins."""
        return self._view.cursorRect(cursor).center().y() - self._pitch / 2

    @property
    def _pitch(self) -> float:
        return self._layout.pitch

    @property
    def _height(self) -> int:
        return self._view.viewport().height()


def _at(cursor: QTextCursor, position: int) -> QTextCursor:
    made = QTextCursor(cursor)
    made.setPosition(position)
    return made
