"""Drag and drop on the page: text moves as edits, files go to the window.

A mixin of the page, so that the widget itself stays within its size.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from editor.manuscript.edits import apply, map_position
from editor.manuscript.paragraph import Position
from editor.ui.page.clipboard import OWN, from_mime, put_in, removal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit as _Base

    from editor.ui.page.page_view import PageView
else:
    _Base = object


class Drops(_Base):
    """What the page does with what is dragged over it."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether there are words in it."""
        files = source.hasUrls() and any(u.isLocalFile() for u in source.urls())
        return not files and (source.hasFormat(OWN) or source.hasText() or source.hasHtml())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome: the window will open them."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As on entering."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self: PageView, event: QDropEvent) -> None:
        """Files go to the window; our own text moves; other text comes in."""
        files = files_of(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)
            return
        point = event.position().toPoint()
        target = self.live.place(self.cursorForPosition(point).position())
        own = event.source() in (self, self.viewport())
        if own and event.dropAction() == Qt.DropAction.MoveAction:
            self.move_selection(target)
        else:
            run = from_mime(event.mimeData())
            if run:
                edit, caret = put_in(self.live.manuscript(), run, target, target)
                self.perform((edit,), (target, caret))
        event.accept()
        super().dragLeaveEvent(QDragLeaveEvent())  # Qt puts its drop caret away

    def move_selection(self: PageView, target: Position) -> bool:
        """Move the selected stretch to a place; one undo step, nothing if it is inside."""
        start, end = self.selected()
        if start == end or start <= target <= end:
            return False
        manuscript = self.live.manuscript()
        run = from_mime(self.createMimeDataFromSelection())
        out = removal(start, end)
        place = map_position(out, target)
        rest = apply(manuscript, out)
        into, caret = put_in(rest, run, place, place)
        return self.perform((out, into), (place, caret))


def files_of(mime: QMimeData) -> list[Path]:
    """The local files that are dragged."""
    if not mime.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
