"""What is typed is read when its step is asked for, wherever the text changed meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.ui.document.step_names import StepNames
from editor.ui.document.tracked_document import TrackedDocument


def _typed(document: QTextDocument, block: int, words: str) -> None:
    cursor = QTextCursor(document.findBlockByNumber(block))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    for letter in words:
        cursor.insertText(letter)


@pytest.mark.parametrize("elsewhere", [0, 2])
def test_a_step_has_all_its_words_though_another_paragraph_was_typed_in(
    elsewhere: int,
) -> None:
    document = QTextDocument("开头\n中间\n结尾")
    names = StepNames(TrackedDocument(document))
    _typed(document, 1, "各位来宾")
    _typed(document, elsewhere, "\n好\n")
    told = [step.name for step in names.done()]
    assert told[-1] == "打字“各位来宾”"
    assert "打字“好”" in told


def test_a_step_has_all_its_words_though_its_paragraph_was_parted() -> None:
    document = QTextDocument("开头\n中间")
    names = StepNames(TrackedDocument(document))
    _typed(document, 1, "各位来宾")
    QTextCursor(document.findBlockByNumber(1)).insertText("\n")
    assert [step.name for step in names.done()] == ["分段", "打字“各位来宾”"]


def test_deleted_letters_are_told_in_their_order() -> None:
    document = QTextDocument("各位来宾")
    names = StepNames(TrackedDocument(document))
    cursor = QTextCursor(document)
    for _ in range(3):
        cursor.deleteChar()
    assert [step.name for step in names.done()] == ["删除“各位来”"]
