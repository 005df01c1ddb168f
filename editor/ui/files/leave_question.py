"""The one question before the window closes over several unsaved speeches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.files.recovery.recovery_bin import DAYS
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel


class LeaveQuestion(QDialog):
    """All of them with ticks. Accepted, what is ticked is to be saved and the rest let go."""

    def __init__(self, parent: QWidget, names: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle("还没保存")
        head = PlainLabel(f"有 {len(names)} 份稿子还没保存。打勾的会保存：")
        self._list = QListWidget()
        self._list.setAccessibleName("没保存的稿子")
        for name in names:
            item = QListWidgetItem(name, self._list)
            item.setCheckState(Qt.CheckState.Checked)
        note = PlainLabel(f"没打勾的不保存，改动会在“文件 → 没存盘的稿子”里留 {DAYS} 天。")
        note.setProperty("role", "dim")
        note.setWordWrap(True)
        self._save = push_button("保存并退出", self.accept)
        drop = push_button("都不保存", self._save_none)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self._list, 1)
        column.addWidget(note)
        column.addWidget(ButtonRow(self._save, [drop], push_button("取消", self.reject)))
        fit(self, 460, 320)

    def wanted(self) -> list[bool]:
        """Of each whether it is to be saved."""
        rows = [self._list.item(n) for n in range(self._list.count())]
        return [row.checkState() == Qt.CheckState.Checked for row in rows]

    def _save_none(self) -> None:
        for n in range(self._list.count()):
            self._list.item(n).setCheckState(Qt.CheckState.Unchecked)
        self.accept()
