"""A window of plain text that can be copied: a fault of the program, its log, what was not read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from editor.ui.look.button_row import ButtonRow
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel

COPIED = "已复制"


class ReportWindow(QDialog):
    """Not modal, and does not take the keys from the page: one may be typing."""

    def __init__(self, parent: QWidget, title: str, words: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        fit(self, 560, 320)
        told = PlainLabel(words)
        told.setWordWrap(True)
        self._text = QPlainTextEdit(text)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(title)
        self._copy = QPushButton("复制")
        self._copy.clicked.connect(self._copy_text)
        close = QPushButton("关闭")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(told)
        column.addWidget(self._text, 1)
        column.addWidget(ButtonRow(None, (self._copy,), close))

    def add(self, text: str) -> None:
        """More to tell of the same; the reader stays where he reads."""
        self._text.appendPlainText(text)
        self._copy.setText("复制")

    def text(self) -> str:
        """What can be copied."""
        return self._text.toPlainText()

    def show_end(self) -> None:
        """The latest is below."""
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._copy.setText(COPIED)
