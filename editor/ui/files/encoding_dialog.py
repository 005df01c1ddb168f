"""换编码重新打开: the encodings there are, and how the file reads in each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.files.encodings import CHOICES, preview
from editor.files.file_kind import read_bytes
from editor.files.opened import Opened
from editor.files.trouble import Trouble
from editor.ui.look.button_row import ButtonRow
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel, titled
from editor.ui.trouble_box import show_trouble

_ASKED = "认不准这份文件的编码。请看右边的字：哪一种读得通，就选哪一种。"
_CHANGED = "右边是按所选编码读出来的开头几行。读得通的，就是它的编码。"


class EncodingDialog(QDialog):
    """One list and one preview; what is chosen is `encoding`."""

    def __init__(self, parent: QWidget, data: bytes, now: str, words: str) -> None:
        """``now``: the encoding in which the file is read, the first to be looked at."""
        super().__init__(parent)
        explain(self, "open")
        self.setWindowTitle(titled("换编码重新打开"))
        fit(self, 720, 420)
        self._data = data
        self._names = [name for name, _ in CHOICES]
        self.list = QListWidget()
        self.list.setAccessibleName("编码")
        self.list.addItems([called for _, called in CHOICES])
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setAccessibleName("按这种编码读出来的文字")
        self._lay(words)
        self.list.currentRowChanged.connect(self._look)
        self.list.itemActivated.connect(self.accept)
        self.list.setCurrentRow(self._names.index(now) if now in self._names else 0)

    @property
    def encoding(self) -> str:
        """The chosen one."""
        return self._names[self.list.currentRow()]

    def _lay(self, words: str) -> None:
        note = PlainLabel(words)
        note.setWordWrap(True)
        take, leave = QPushButton("用这种编码打开"), QPushButton("取消")
        take.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        both = QHBoxLayout()
        both.addWidget(self.list, 2)
        both.addWidget(self.shown, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(note)
        column.addLayout(both, 1)
        column.addWidget(ButtonRow(take, leave=leave))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, row: int) -> None:
        self.shown.setPlainText(preview(self._data, self._names[row]))


def ask_encoding(parent: QWidget, opened: Opened) -> str | None:
    """The encoding in which a plain text is to be read; None where it is left as it is."""
    if opened.path is None:
        return None
    try:
        data = read_bytes(opened.path)
    except Trouble as trouble:
        show_trouble(parent, "打不开", trouble)
        return None
    words = _ASKED if opened.doubtful else _CHANGED
    dialog = EncodingDialog(parent, data, opened.encoding, words)
    return dialog.encoding if dialog.exec() else None
