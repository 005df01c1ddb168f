"""A small box for the reason why findings were set aside; the page stays in use."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.plain_words import PlainLabel

# What an office says most often; a click writes it.
USUAL = ("引文，照录原文", "会议和机构的正式名称", "领导审定")


class ReasonBox(QDialog):
    """Not modal: `show` it; ``done`` gets the words when the user has written some."""

    def __init__(
        self, parent: QWidget, words: str, signed: bool, done: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("忽略的理由")
        self.setMinimumWidth(440)
        self._done = done
        self.field = QLineEdit()
        self.field.setMaxLength(200)
        self.field.setPlaceholderText("为什么不改，会写在校核单上")
        self.field.setAccessibleName("忽略的理由")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        head = PlainLabel(words)
        head.setWordWrap(True)
        for part in (head, self.field):
            column.addWidget(part)
        column.addLayout(self._usual())
        if not signed:
            note = PlainLabel("在“设置”里填了起草人，校核单上才有署名。")
            note.setProperty("role", "dim")
            note.setWordWrap(True)
            column.addWidget(note)
        column.addWidget(
            ButtonRow(push_button("写上", self.write), leave=push_button("不写", self.reject))
        )

    def write(self) -> None:
        """Take the words, where there are any."""
        why = " ".join(self.field.text().split())
        if why:
            self._done(why)
        self.accept()

    def _usual(self) -> FlowLayout:
        row = FlowLayout(gap=16)
        for words in USUAL:
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.setProperty("role", "link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, words=words: self.field.setText(words))
            row.addWidget(button)
        return row
