"""The stretch that is searched when only the selected words are: it goes along with edits."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor

from editor.manuscript.paragraph import Position, Span
from editor.manuscript.search.finder import Stretch
from editor.ui.document.tracked_document import TrackedDocument


class SearchedStretch:
    """A stretch of a document, kept by a cursor of Qt's, which edits move."""

    def __init__(self, tracked: TrackedDocument, stretch: Stretch) -> None:
        self._tracked = tracked
        self._cursor = QTextCursor(tracked.document)
        start, end = map(tracked.flat, stretch)
        self._cursor.setPosition(start)
        self._cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)

    def ends(self) -> Stretch:
        """Where it begins and ends now."""
        place = self._tracked.place
        return place(self._cursor.selectionStart()), place(self._cursor.selectionEnd())


def spans_of(tracked: TrackedDocument, start: Position, end: Position) -> Iterator[Span]:
    """A stretch paragraph by paragraph."""
    for number in range(start.paragraph, end.paragraph + 1):
        first = start.offset if number == start.paragraph else 0
        last = end.offset if number == end.paragraph else len(tracked.paragraph(number).text)
        yield Span(number, first, last)
