"""Every number that would change, old and new; only the ticked ones are changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.manuscript.edits import Replace, from_last
from editor.manuscript.enumeration.renumber import Renumbering
from editor.manuscript.manuscript import Manuscript
from editor.ui.look.first_size import fit


class RenumberDialog(QDialog):
    """Announced counts ('三点意见') are among the lines, and can be left alone too."""

    def __init__(
        self, parent: QWidget, manuscript: Manuscript, changes: Sequence[Renumbering]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("重排序号")
        fit(self, 520, 480)
        self._changes = changes
        self._list = QListWidget()
        self._list.setWordWrap(True)
        for change in changes:
            text = manuscript.paragraphs[change.span.paragraph].text
            behind = text[change.span.end : change.span.end + 18]
            item = QListWidgetItem(f"{change.old} → {change.new}　{behind}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self._list.addItem(item)
        buttons = QDialogButtonBox()
        buttons.addButton("改正勾选的", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(QLabel(f"有 {len(changes)} 处序号要改，去掉勾的不动："))
        column.addWidget(self._list, 1)
        column.addWidget(buttons)

    def edits(self) -> tuple[Replace, ...]:
        """The edits of the ticked lines."""
        ticked = [
            change
            for row, change in enumerate(self._changes)
            if self._list.item(row).checkState() is Qt.CheckState.Checked
        ]
        return from_last(change.edit for change in ticked)
