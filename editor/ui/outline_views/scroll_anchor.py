"""A view whose text is changed from elsewhere keeps its caret and what stands at its top."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from editor.manuscript.paragraph import Position
from editor.ui.document.document_sync import carried
from editor.ui.document.view_cursors import cursor_at
from editor.ui.page.page_view import PageView


@contextmanager
def top_kept(view: PageView) -> Generator[None]:
    """What stands at the top of a view stays there, while little changes; very cheap."""
    cursor = top_cursor(view)
    ahead = view.cursorRect(cursor).top()
    view.typed_elsewhere = True
    try:
        yield
    finally:
        view.typed_elsewhere = False
    scroll_to(view, cursor, ahead)


@contextmanager
def caret_and_top_kept(view: PageView) -> Generator[None]:
    """The same, and the caret with its selection, through any change (a move, an undo)."""
    old = view.tracked.manuscript().paragraphs
    caret, top = view.textCursor(), top_cursor(view)
    ahead = view.cursorRect(top).top()
    value = view.verticalScrollBar().value()
    places = [view.tracked.place(n) for n in (caret.anchor(), caret.position(), top.position())]
    yield
    new = view.tracked.manuscript().paragraphs
    anchor, position, head = (carried(place, old, new) for place in places)
    if anchor is not None and position is not None:
        _select(view, anchor, position)
    view.verticalScrollBar().setValue(value)
    if head is not None:
        scroll_to(view, cursor_at(view, head), ahead)


def top_cursor(view: PageView) -> QTextCursor:
    """Where the first line that is seen begins."""
    return view.cursorForPosition(QPoint(view.viewport().width() // 2, 0))


def scroll_to(view: PageView, cursor: QTextCursor, ahead: int) -> None:
    """Scroll so that a place stands ``ahead`` pixels below the upper edge."""
    moved = view.cursorRect(cursor).top() - ahead
    if moved:
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + moved)


def _select(view: PageView, anchor: Position, position: Position) -> None:
    cursor = view.textCursor()
    ends = view.tracked.flat(anchor), view.tracked.flat(position)
    if ends == (cursor.anchor(), cursor.position()):
        return
    cursor.setPosition(ends[0])
    cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
