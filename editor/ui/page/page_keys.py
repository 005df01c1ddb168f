"""Keys that the page answers itself, because Qt's answer would break a law of the text.

What joins or splits paragraphs goes through edits (properties stay with the first part,
frames are asked); undo and redo put the caret back; words are Chinese words.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.page.clipboard import removal
from editor.ui.page.editing_view import EditingView
from editor.ui.page.paragraph_keys import ParagraphKeys
from editor.ui.page.word_movement import last_stop, next_stop

_Key = QKeySequence.StandardKey
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class PageKeys:
    """The keys of one page."""

    def __init__(self, view: EditingView) -> None:
        self._view = view
        self._by_paragraph = ParagraphKeys(view)
        self._standard: tuple[tuple[QKeySequence.StandardKey, Callable[[], None]], ...] = (
            (_Key.Undo, view.undo),
            (_Key.Redo, view.redo),
            (_Key.Cut, view.cut),
            (_Key.MoveToNextWord, lambda: self._step(forward=True, select=False)),
            (_Key.MoveToPreviousWord, lambda: self._step(forward=False, select=False)),
            (_Key.SelectNextWord, lambda: self._step(forward=True, select=True)),
            (_Key.SelectPreviousWord, lambda: self._step(forward=False, select=True)),
            (_Key.DeleteStartOfWord, lambda: self._delete_word(forward=False)),
            (_Key.DeleteEndOfWord, lambda: self._delete_word(forward=True)),
            # Qt would take away the rest of a line here, on X11 by Ctrl+K, which is the
            # phrase bank's key: no key takes away words without being known for it.
            (_Key.DeleteEndOfLine, lambda: None),
            (_Key.DeleteCompleteLine, lambda: None),
        )

    def take(self, event: QKeyEvent) -> bool:
        """Answer a key; False leaves it to Qt."""
        if _is_menu_key(event):
            return True
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_Y:
            self._view.redo()
            return True
        for key, answer in self._standard:
            if event.matches(key):
                answer()
                return True
        return self._by_paragraph.take(event) or self._structural(event)

    def _structural(self, event: QKeyEvent) -> bool:
        view, plain = self._view, Qt.KeyboardModifier.NoModifier
        start, end = view.selected()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and modifiers == plain:
            self._part(start, end)
            return True
        if event.key() == Qt.Key.Key_Backspace and start == end:
            return self._join(start.paragraph - 1) if start.offset == 0 else False
        if event.key() == Qt.Key.Key_Delete and start == end:
            at_end = start.offset == len(view.tracked.paragraph(start.paragraph).text)
            return self._join(start.paragraph) if at_end else False
        if start.paragraph == end.paragraph:
            return False
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._remove(start, end)
            return True
        text = event.text()
        if (
            text
            and (text.isprintable() or text == "\t")
            and not event.modifiers()
            & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        ):
            caret = Position(start.paragraph, start.offset + len(text))
            view.perform((Replace(start, end, text),), (caret, caret))
            return True
        return False

    def _part(self, start: Position, end: Position) -> None:
        """Begin a paragraph; at the start of one an empty one comes before it.

        So the element of the file goes with its words, its picture and its number.
        """
        number = start.paragraph
        caret = Position(number + 1, 0)
        one = self._view.tracked.paragraph(number)
        edits: tuple[Edit, ...] = (Replace(start, end, "\n"),)
        if start.offset == 0 and end < Position(number, len(one.text)) and not one.frame:
            edits = (Splice(number, number, (Paragraph(""),)),)
            if start < end:
                edits = (Replace(start, end, ""), *edits)
        self._view.perform(edits, (caret, caret))

    def _join(self, number: int) -> bool:
        """Join a paragraph with the next; an empty first one goes, with its properties."""
        tracked = self._view.tracked
        if not 0 <= number < tracked.count() - 1:
            return True
        first = tracked.paragraph(number)
        caret = Position(number, len(first.text))
        edit: Edit = Replace(caret, Position(number + 1, 0), "")
        if not first.text and not first.frame and not first.holds:
            edit = removal(Position(number, 0), Position(number + 1, 0))
        self._view.perform((edit,), (caret, caret))
        return True

    def _remove(self, start: Position, end: Position) -> None:
        self._view.perform((removal(start, end),), (start, start))

    def _step(self, *, forward: bool, select: bool) -> None:
        cursor = self._view.textCursor()
        keep = QTextCursor.MoveMode.KeepAnchor
        mode = keep if select else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(self._view.tracked.flat(self._stop(forward)), mode)
        self._view.show_cursor(cursor)

    def _stop(self, forward: bool) -> Position:
        tracked = self._view.tracked
        number, offset = tracked.place(self._view.textCursor().position())
        text = tracked.paragraph(number).text
        if forward and offset == len(text):
            last = number == tracked.count() - 1
            return Position(number, offset) if last else Position(number + 1, 0)
        if not forward and offset == 0:
            if number == 0:
                return Position(0, 0)
            return Position(number - 1, len(tracked.paragraph(number - 1).text))
        step = next_stop if forward else last_stop
        return Position(number, step(self._view.words, text, offset))

    def _delete_word(self, *, forward: bool) -> None:
        start, end = self._view.selected()
        if start == end:
            start, end = sorted((start, self._stop(forward)))
        if start != end:
            self._remove(start, end)


def _is_menu_key(event: QKeyEvent) -> bool:
    """Whether Alt and a letter that is no command of ours was pressed: Qt would type the letter.

    A Mac types signs with it; AltGr comes as Ctrl+Alt or without Alt.
    """
    alone = event.modifiers() & ~_SHIFT == Qt.KeyboardModifier.AltModifier
    return alone and event.text().isprintable() and event.text() != "" and sys.platform != "darwin"
