"""What the document controller asks of a view of its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QScrollBar, QWidget

from editor.analysis.values import Analysis, Structure
from editor.manuscript.edits import Edit
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.ui.document.step_names import StepNames
from editor.ui.document.tracked_document import TrackedDocument


class TextView(Protocol):
    """A widget that shows the open text and writes in it."""

    tracked: TrackedDocument
    taken_back_beside: Callable[[], bool]  # undoes what was done beside the text last
    step_names: StepNames

    def follow(
        self,
        caret: Callable[[], object],
        selection: Callable[[], object],
        refused: Callable[[str], object],
    ) -> None:
        """Call these when the caret moved, another stretch is selected, an edit was not done."""
        ...

    def text_id(self) -> str:
        """Which text this is, the same in every view of it."""
        ...

    def load(self, manuscript: Manuscript) -> None:
        """Show another text, caret at its start, nothing to undo."""
        ...

    def show_structure(self, structure: Structure) -> None:
        """Set the paragraphs as what they are."""
        ...

    def show_analysis(self, analysis: Analysis) -> None:
        """The same, and mark what was found."""
        ...

    def show_cursor(self, cursor: QTextCursor) -> None:
        """Set the caret and scroll it into view."""
        ...

    def bring_into_view(self, cursor: QTextCursor, heading: QTextCursor | None = None) -> None:
        """Set the caret; its heading comes to the top, else it to where it can be seen well."""
        ...

    def selected_by_command(self) -> bool:
        """Whether a command has selected what is selected, and not the hand."""
        ...

    def sees(self, cursor: QTextCursor) -> bool:
        """Whether what is selected there is in view with its whole lines."""
        ...

    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        ...

    def settle(self) -> None:
        """Put in what an input method is composing."""
        ...

    def perform(
        self, edits: Sequence[Edit], select: tuple[Position, Position] | None = None
    ) -> bool:
        """Do the edits as one undo step; False where that is forbidden."""
        ...

    def forbids(self, edits: Sequence[Edit]) -> str:
        """Why the edits may not be done at present, or ''."""
        ...

    def document(self) -> QTextDocument:
        """Qt's document of the text."""
        ...

    def textCursor(self) -> QTextCursor:
        """The caret and its selection."""
        ...

    def setFocus(self) -> None:
        """Take the keys."""
        ...

    def cursorRect(self, cursor: QTextCursor, /) -> QRect:
        """Where a caret is painted, in the viewport."""
        ...

    def verticalScrollBar(self) -> QScrollBar:
        """What scrolls the view."""
        ...

    def viewport(self) -> QWidget:
        """The part that is painted."""
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

    def copy(self) -> None:
        """Copy the selection into the clipboard."""
        ...

    def paste(self) -> None:
        """Put in what is in the clipboard."""
        ...

    def paste_plain(self) -> None:
        """Put in its words alone."""
        ...

    def selectAll(self) -> None:
        """Select the whole text."""
        ...
