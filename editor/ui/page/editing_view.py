"""What the keys and the drops of a page ask of the view they work in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from editor.manuscript.edits import Edit
from editor.manuscript.paragraph import Position
from editor.ui.document.step_names import StepNames
from editor.ui.document.tracked_document import TrackedDocument
from editor.ui.page.word_movement import WordCutter


class EditingView(Protocol):
    """A view of one text in which one writes; every change of paragraphs is an edit."""

    tracked: TrackedDocument
    step_names: StepNames
    words: WordCutter
    keeps_looks: Callable[[], bool]

    def pass_files(self, files: list[Path]) -> None:
        """Files were dropped here: the window opens them."""
        ...

    def explain(self, why: str) -> None:
        """Say why a key did nothing."""
        ...

    def selected(self) -> tuple[Position, Position]:
        """The selected stretch, start before end."""
        ...

    def perform(
        self, edits: Sequence[Edit], select: tuple[Position, Position] | None = None
    ) -> bool:
        """Do the edits as one undo step; False where that is forbidden."""
        ...

    def text_id(self) -> str:
        """Which text this is, the same in every view of it."""
        ...

    def undo(self) -> None:
        """Take the last step back."""
        ...

    def redo(self) -> None:
        """Do the last step taken back again."""
        ...

    def cut(self) -> None:
        """Take the selection into the clipboard."""
        ...

    def show_cursor(self, cursor: QTextCursor) -> None:
        """Set the caret and scroll it into view."""
        ...

    def textCursor(self) -> QTextCursor:
        """The caret and its selection."""
        ...

    def cursorForPosition(self, pos: QPoint, /) -> QTextCursor:
        """The place under a point of the viewport."""
        ...

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as it is copied."""
        ...

    def viewport(self) -> QWidget:
        """The part that is painted."""
        ...
