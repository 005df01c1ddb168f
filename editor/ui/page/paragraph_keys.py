"""Keys of Word and WPS that go by paragraph, by cell, or that mean nothing in a speech here."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from editor.manuscript.paragraph import Position
from editor.ui.page.editing_view import EditingView

_KEY, _MOD = Qt.Key, Qt.KeyboardModifier
CELL: Final = "表"  # how the frame of a paragraph in a table begins
INDENTED: Final = "段首不用按 Tab：缩进、对齐由版式排，这里只管写字。"
LAST_CELL: Final = "这是最后一格；加行、加列请在 Word 里做。"
LOOKS: Final = "加粗、倾斜、下划线由公文格式统一排；文稿里原有的照样留着。"
_LOOK_KEYS: Final = (_KEY.Key_B, _KEY.Key_I, _KEY.Key_U)


class ParagraphKeys:
    """The keys of one page."""

    def __init__(self, view: EditingView) -> None:
        self._view = view
        self._said = set[str]()

    def take(self, event: QKeyEvent) -> bool:
        """Answer a key; False where it is none of these."""
        key, held = event.key(), event.modifiers() & ~_MOD.KeypadModifier
        if key in (_KEY.Key_Tab, _KEY.Key_Backtab):
            return self._tab(back=key == _KEY.Key_Backtab)
        if held == _MOD.ControlModifier and key in _LOOK_KEYS:
            self._explain(LOOKS)
            return True
        if (
            key in (_KEY.Key_Up, _KEY.Key_Down)
            and held & ~_MOD.ShiftModifier == _MOD.ControlModifier
        ):
            self._go(down=key == _KEY.Key_Down, select=bool(held & _MOD.ShiftModifier))
            return True
        return key == _KEY.Key_Insert and held == _MOD.NoModifier  # nothing is ever overwritten

    def _go(self, *, down: bool, select: bool) -> None:
        tracked = self._view.tracked
        cursor = self._view.textCursor()
        number, offset = tracked.place(cursor.position())
        last = number == tracked.count() - 1
        if down:
            end = len(tracked.paragraph(number).text)
            place = Position(number, end) if last else Position(number + 1, 0)
        else:
            place = Position(number if offset else max(0, number - 1), 0)
        keep, move = QTextCursor.MoveMode.KeepAnchor, QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(tracked.flat(place), keep if select else move)
        self._view.show_cursor(cursor)

    def _tab(self, *, back: bool) -> bool:
        """To the next cell; at a start of a paragraph nothing; a tab where one may be meant."""
        start, end = self._view.selected()
        paragraph = self._view.tracked.paragraph(start.paragraph)
        if paragraph.frame.startswith(CELL):
            self._to_cell(start.paragraph, -1 if back else 1)
            return True
        if back:
            return True
        if start == end and paragraph.text[: start.offset].strip():
            return False
        self._explain(INDENTED)
        return True

    def _to_cell(self, number: int, step: int) -> None:
        tracked = self._view.tracked
        here = tracked.paragraph(number).frame
        number += step
        while 0 <= number < tracked.count() and tracked.paragraph(number).frame == here:
            number += step
        if not 0 <= number < tracked.count() or not tracked.paragraph(number).frame.startswith(
            CELL
        ):
            if step > 0:
                self._explain(LAST_CELL)
            return
        cursor = self._view.textCursor()
        cursor.setPosition(tracked.flat(Position(number, 0)))
        end = Position(number, len(tracked.paragraph(number).text))
        cursor.setPosition(tracked.flat(end), QTextCursor.MoveMode.KeepAnchor)
        self._view.show_cursor(cursor)

    def _explain(self, why: str) -> None:
        """Say it once."""
        if why not in self._said:
            self._said.add(why)
            self._view.explain(why)
