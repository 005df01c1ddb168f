"""What a final would tell beside its words: looked at before it goes out, each may stay behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.files.metadata.metadata_item import MetadataItem, MetadataKind
from editor.ui.look.button_row import accept_or_leave
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel, literal
from editor.ui.look.row_size import row_size

KIND = Qt.ItemDataRole.UserRole
WORDS = "除了看得见的文字，文件里还带着下面这些。打了勾的去掉，再导出；原稿不动。"
NAMES = 15  # Chinese characters that the first column holds, its box among them


class PropertiesSheet(QDialog):
    """A row a kind; what is ticked is taken out."""

    def __init__(
        self, parent: QWidget, items: Sequence[MetadataItem], kept: Sequence[MetadataKind]
    ) -> None:
        """``kept``: the kinds that go along unless one ticks them."""
        super().__init__(parent)
        explain(self, "privacy")
        self.setWindowTitle("随文件出去的属性")
        fit(self, 640, 420)
        self.list = QTreeWidget()
        self.list.setHeaderLabels(["去掉", "内容"])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName("随文件出去的属性")
        self.never = QCheckBox("以后不再列出，都去掉")
        for item in items:
            self._add(item, item.kind in kept)
        self._lay_out()

    def unwanted(self) -> set[MetadataKind]:
        """The kinds that are to be taken out."""
        rows = [self.list.topLevelItem(n) for n in range(self.list.topLevelItemCount())]
        return {
            MetadataKind(row.data(0, KIND))
            for row in rows
            if row and row.checkState(0) is Qt.CheckState.Checked
        }

    def _add(self, item: MetadataItem, kept: bool) -> None:
        row = QTreeWidgetItem(self.list, [item.title, item.told()])
        row.setData(0, KIND, item.kind.value)
        row.setToolTip(0, literal(item.title))
        row.setToolTip(1, literal("\n".join(item.values[:30])))
        row.setSizeHint(0, row_size())
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(0, Qt.CheckState.Unchecked if kept else Qt.CheckState.Checked)

    def _lay_out(self) -> None:
        head = self.list.header()
        head.resizeSection(0, NAMES * self.fontMetrics().horizontalAdvance("性"))
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        words = PlainLabel(WORDS)
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (words, self.list, self.never, accept_or_leave(self, "导出")):
            column.addWidget(part)
