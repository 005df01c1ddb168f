"""查看原文: the text as it was before any cleaning, to read and to copy from."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from editor.ui.look.button_row import close_only
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel, titled


class OriginalDialog(QDialog):
    """Not modal: it can stay beside the window while one writes."""

    def __init__(self, parent: QWidget, text: str, title: str) -> None:
        super().__init__(parent)
        explain(self, "tidy")
        self.setWindowTitle(titled(title))
        fit(self, 640, 640)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        note = PlainLabel("只能看和复制，不能改。")
        note.setProperty("role", "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(note)
        column.addWidget(self.text, 1)
        column.addWidget(close_only(self))
