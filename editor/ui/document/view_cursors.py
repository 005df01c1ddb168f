"""Cursors of a view at places of the text."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from editor.manuscript.paragraph import Position
from editor.ui.document.text_view import TextView


def cursor_at(view: TextView, place: Position) -> QTextCursor:
    """A cursor at a place of the text; the view's own stays where it is."""
    cursor = view.textCursor()
    cursor.setPosition(view.tracked.flat(place))
    return cursor
