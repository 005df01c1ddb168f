"""Only this section: the rest of the page is dimmed and cannot be changed until one is done.

The two ends are cursors of the document, so that they go with what is typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from editor.manuscript.edits import Edit, Move, Replace, Splice
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from editor.ui.page.page_view import PageView

PROTECTED = "现在只看这一节，别处不能改。按 Esc 看全文。"
_Key = QKeySequence.StandardKey


class SectionFocus(QObject):
    """The focus of one page; off until `begin`."""

    said = Signal(str)
    ended = Signal()

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view, self._tracked = view, view.tracked
        self._ends: tuple[QTextCursor, QTextCursor] | None = None

    @property
    def on(self) -> bool:
        """Whether only a section is shown."""
        return self._ends is not None

    def begin(self, section: Section) -> None:
        """Show only this section from now on."""
        if not self.on:
            self._view.installEventFilter(self)
        last = section.end.paragraph
        if section.end.offset == 0 and last > section.start.paragraph:
            last -= 1
        head, tail = QTextCursor(self._view.document()), QTextCursor(self._view.document())
        head.setPosition(self._tracked.flat(Position(section.start.paragraph, 0)))
        head.setKeepPositionOnInsert(True)
        tail.setPosition(self._tracked.flat(Position(last, 10**9)))
        self._ends = head, tail
        self._view.protect(self._refusal)
        self._view.set_veil(self.lines)

    def end(self) -> None:
        """Show the whole text again."""
        if self._ends is None:
            return
        self._ends = None
        self._view.removeEventFilter(self)
        self._view.protect(None)
        self._view.set_veil(None)
        self.ended.emit()

    def lines(self) -> tuple[int, int]:
        """The paragraphs shown, as a run ``[first, last)``."""
        if self._ends is None:
            return 0, 10**9
        head, tail = self._ends
        return head.blockNumber(), tail.blockNumber() + 1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys change nothing outside; Esc ends it. Edits and input methods ask `_refusal`."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.end()
                return True
            if changes_text(event) and not self._inside(event):
                self.said.emit(PROTECTED)
                return True
        return super().eventFilter(watched, event)

    def _inside(self, event: QKeyEvent) -> bool:
        first, last = self.lines()
        start, end = self._view.selected()
        if not first <= start.paragraph <= end.paragraph < last:
            return False
        if start != end:
            return True
        if event.key() == Qt.Key.Key_Backspace:
            return start > Position(first, 0)
        if event.key() == Qt.Key.Key_Delete:
            return start < Position(last - 1, len(self._tracked.paragraph(last - 1).text))
        return True

    def _refusal(self, edits: Sequence[Edit]) -> str:
        first, last = self.lines()
        for edit in edits:
            match edit:
                case Replace(start, end, text, _):
                    inside = first <= start.paragraph <= end.paragraph < last
                    last += text.count("\n") - (end.paragraph - start.paragraph)
                case Splice(one, other, made):
                    inside = first <= one <= other <= last
                    last += len(made) - (other - one)
                case Move(one, other, before):
                    inside = first <= one <= other <= last and first <= before <= last
            if not inside:
                return PROTECTED
        return ""


def changes_text(event: QKeyEvent) -> bool:
    """Whether a key changes the text."""
    keys = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if event.key() in keys or event.matches(_Key.Paste) or event.matches(_Key.Cut):
        return True
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & control
