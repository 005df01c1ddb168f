"""Where the caret was around each programmatic step, so that undo puts it back there.

Qt leaves it at the last place a step touched, which for a moved section is not where
anybody was. A step is known by the number of undo commands before and after it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QTextCursor, QTextDocument


class CaretStep(NamedTuple):
    """A state of the undo stack and the caret in it (UTF-16 positions)."""

    steps: int
    anchor: int
    position: int


class CaretHistory:
    """The carets before and after programmatic steps of one document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._known: list[tuple[CaretStep, CaretStep]] = []

    def now(self, cursor: QTextCursor) -> CaretStep:
        """The caret as it is."""
        steps = self._document.availableUndoSteps()
        return CaretStep(steps, cursor.anchor(), cursor.position())

    def remember(self, before: CaretStep, after: CaretStep) -> None:
        """A step was made: forget what it has overwritten, and keep its carets."""
        self._known = [k for k in self._known if k[1].steps <= before.steps]
        if after.steps > before.steps:
            self._known.append((before, after))

    def forget(self) -> None:
        """Another text was loaded."""
        self._known.clear()

    def undo(self, cursor: QTextCursor) -> None:
        """Undo; ``cursor`` ends where the caret was before the step."""
        came = self._document.availableUndoSteps()
        self._walk(cursor, self._document.undo)
        here = self._document.availableUndoSteps()
        for before, after in self._known:
            if before.steps == here and after.steps == came:
                self._set(cursor, before)

    def redo(self, cursor: QTextCursor) -> None:
        """Redo; ``cursor`` ends where the caret was after the step."""
        came = self._document.availableUndoSteps()
        self._walk(cursor, self._document.redo)
        here = self._document.availableUndoSteps()
        for before, after in self._known:
            if before.steps == came and after.steps == here:
                self._set(cursor, after)

    def _walk(self, cursor: QTextCursor, step: Callable[[], None]) -> None:
        """Do a step; ``cursor`` ends behind what it changed.

        Qt's own answer counts letters twice whose format was changed twice, and may be
        beyond the text.
        """
        ends: list[int] = []

        def listen(position: int, _removed: int, added: int) -> None:
            ends.append(position + added)

        self._document.contentsChange.connect(listen)
        step()
        self._document.contentsChange.disconnect(listen)
        if ends:
            cursor.setPosition(min(ends[-1], self._document.characterCount() - 1))

    def _set(self, cursor: QTextCursor, caret: CaretStep) -> None:
        last = self._document.characterCount() - 1
        cursor.setPosition(min(caret.anchor, last))
        cursor.setPosition(min(caret.position, last), QTextCursor.MoveMode.KeepAnchor)
