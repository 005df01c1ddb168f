"""A command that fails leaves the text as it was: what it had done is taken back."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtGui import QTextDocument

from editor.ui.document.step_names import StepNames
from editor.ui.document.tracked_document import TrackedDocument


@contextmanager
def all_or_nothing(tracked: TrackedDocument, names: StepNames) -> Generator[None]:
    """Where what is done meanwhile raises, its steps are taken back, and it raises on.

    They cannot be done again: half of a command is nothing that anybody wants. Another text
    that was loaded meanwhile stays.
    """
    document, text = tracked.document, tracked.text_id
    before = document.availableUndoSteps()
    try:
        yield
    except Exception:
        if tracked.text_id == text and document.availableUndoSteps() > before:
            with names.walking():
                _take_back(document, before)
            document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
            names.forget_undone()
        raise


def _take_back(document: QTextDocument, steps: int) -> None:
    now = document.availableUndoSteps()
    while now > steps:
        document.undo()
        left = document.availableUndoSteps()
        if left == now:
            return
        now = left
