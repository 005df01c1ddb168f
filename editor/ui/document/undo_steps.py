"""Programmatic steps on the page: edits as one undo step, undo, redo, and the caret.

Apart from the widget because all of it is about the text and nothing about its looks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy

from PySide6.QtGui import QTextCursor

from editor.manuscript.edits import Edit, map_position
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.hanging_boxes import box_edits_after
from editor.manuscript.structure.relabelling import label_edits_after
from editor.ui.document.all_or_nothing import all_or_nothing
from editor.ui.document.caret_history import CaretHistory
from editor.ui.document.edit_block import apply_edits
from editor.ui.document.frame_guard import refusal
from editor.ui.document.step_names import StepNames
from editor.ui.document.tracked_document import TrackedDocument


class UndoSteps:
    """The steps of one text; ``cursor`` gives the caret, ``show`` sets it."""

    def __init__(
        self,
        tracked: TrackedDocument,
        cursor: Callable[[], QTextCursor],
        show: Callable[[QTextCursor], None],
    ) -> None:
        self._tracked = tracked
        self._cursor, self._show = cursor, show
        self._carets = CaretHistory(tracked.document)
        self.names = StepNames(tracked)

    def seen_from(
        self, cursor: Callable[[], QTextCursor], show: Callable[[QTextCursor], None]
    ) -> UndoSteps:
        """The same steps for another view of the same text: one stack, its own caret."""
        other = copy(self)
        other._cursor, other._show = cursor, show
        return other

    def forget(self) -> None:
        """Another text was loaded."""
        self._carets.forget()
        self.names.forget()

    def perform(
        self, edits: Sequence[Edit], select: tuple[Position, Position] | None = None
    ) -> str:
        """Do the edits; why not, where a frame forbids them, else ''.

        ``select`` counts in the new text; without it the caret keeps its words.
        Raises ValueError for a bad place.
        """
        why = refusal(self._tracked.manuscript(), edits)
        if why:
            return why
        cursor = self._cursor()
        target = select or self._mapped(cursor, edits)
        before = self._carets.now(cursor)
        now = self._tracked.manuscript()
        boxes = box_edits_after(now, edits)
        for move in boxes:
            target = map_position(move, target[0]), map_position(move, target[1])
        places, edits = len(edits), (*edits, *boxes)
        with all_or_nothing(self._tracked, self.names), self.names.one_step(places):
            apply_edits(self._tracked, (*edits, *label_edits_after(now, edits)))
        cursor.setPosition(self._tracked.flat(target[0]))
        cursor.setPosition(self._tracked.flat(target[1]), QTextCursor.MoveMode.KeepAnchor)
        self._carets.remember(before, self._carets.now(cursor))
        self._show(cursor)
        return ""

    def undo(self) -> None:
        """Take the last step back; the caret returns to where it was before it."""
        self._step(self._carets.undo)

    def redo(self) -> None:
        """Do the last step taken back again."""
        self._step(self._carets.redo)

    def _step(self, step: Callable[[QTextCursor], None]) -> None:
        cursor = self._cursor()
        with self.names.walking():
            step(cursor)
        self._show(cursor)

    def _mapped(self, cursor: QTextCursor, edits: Sequence[Edit]) -> tuple[Position, Position]:
        ends = [self._tracked.place(cursor.anchor()), self._tracked.place(cursor.position())]
        for edit in edits:
            ends = [map_position(edit, place) for place in ends]
        return ends[0], ends[1]
