"""The receipt window: every item of a clean-up by kind, each and each kind can be kept."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.intake.kinds import label_of
from editor.intake.receipt import Receipt, ReceiptItem
from editor.ui.receipt.original import OriginalDialog
from editor.ui.receipt.rows import balance_words, before_and_after, row_words
from editor.ui.shell.palette import Colours

ITEM = Qt.ItemDataRole.UserRole
TICKED, EMPTY = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ReceiptDialog(QDialog):
    """``done``: the clean-up has been made, and unticking takes items back.

    After `exec`, `chosen` has the ticked items.
    """

    def __init__(
        self, parent: QWidget, receipt: Receipt, colours: Colours, *, done: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("清理清单" if done else "清理范文")
        self.resize(760, 600)
        self._receipt, self._colours = receipt, colours
        self._tree = QTreeWidget()
        self._pane = QTextBrowser()
        self._balance = QLabel()
        self._balance.setWordWrap(True)
        self._go = QPushButton("去掉勾的还原" if done else "清理勾选的")
        self._go.setDefault(True)
        self._lay_out(done)
        self._fill()
        self._tree.itemChanged.connect(self._account)
        self._tree.currentItemChanged.connect(lambda now, _: self._explain(now))
        self._tree.setCurrentItem(self._rows()[0])
        self._account()

    def chosen(self) -> tuple[ReceiptItem, ...]:
        """The ticked items, in the order of the text."""
        return tuple(
            sorted(
                (row.data(0, ITEM) for row in self._rows() if row.checkState(0) == TICKED),
                key=lambda item: (item.start, item.end),
            )
        )

    def tick(self, kinds: Iterable[str], ticked: bool) -> None:
        """Tick or untick whole kinds."""
        wanted = {label_of(kind) for kind in kinds}
        for head in self._heads():
            if head.data(0, ITEM) in wanted:
                head.setCheckState(0, TICKED if ticked else EMPTY)

    def _fill(self) -> None:
        by_kind: dict[str, list[ReceiptItem]] = {}
        for item in self._receipt.items:
            by_kind.setdefault(item.label, []).append(item)
        for label, items in by_kind.items():
            size = sum(len(i.before.strip()) for i in items)
            words = f"{label}　{len(items)} 处" + (f"，{size:,} 字符" if size else "")
            head = _row(self._tree, words)
            head.setData(0, ITEM, label)
            head.setFlags(head.flags() | Qt.ItemFlag.ItemIsAutoTristate)
            for item in items:
                row = _row(head, row_words(self._receipt, item))
                row.setData(0, ITEM, item)
                row.setToolTip(0, item.why)
                row.setCheckState(0, TICKED)
            head.setExpanded(len(items) <= 6)

    def _heads(self) -> list[QTreeWidgetItem]:
        found = [self._tree.topLevelItem(n) for n in range(self._tree.topLevelItemCount())]
        return [head for head in found if head]

    def _rows(self) -> list[QTreeWidgetItem]:
        found = [head.child(n) for head in self._heads() for n in range(head.childCount())]
        return [row for row in found if row]

    def _account(self) -> None:
        chosen = self.chosen()
        self._balance.setText(balance_words(self._receipt, chosen))
        self._go.setEnabled(self._receipt.balanced(chosen))

    def _explain(self, row: QTreeWidgetItem | None) -> None:
        item = row.data(0, ITEM) if row else None
        if isinstance(item, ReceiptItem):
            self._pane.setHtml(before_and_after(self._receipt, item, self._colours))
        else:
            self._pane.clear()

    def _lay_out(self, done: bool) -> None:
        head = QLabel(
            "已清理的都在这里。去掉勾，那一处就还原。"
            if done
            else "下面这些不像讲话内容。去掉勾的不动；清理后按 Ctrl+Z 一步还原。"
        )
        head.setWordWrap(True)
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName("清理清单")
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._tree)
        split.addWidget(self._pane)
        split.setSizes([360, 160])
        original = QPushButton("查看原文")
        original.clicked.connect(
            lambda: OriginalDialog(self, self._receipt.raw.text, "未清理的原文").show()
        )
        back = QPushButton("取消")
        back.clicked.connect(self.reject)
        self._go.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(original)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for part in (head, split, self._balance):
            column.addWidget(part, 1 if part is split else 0)
        column.addLayout(row)


def _row(parent: QTreeWidget | QTreeWidgetItem, words: str) -> QTreeWidgetItem:
    row = QTreeWidgetItem(parent, [words])  # type: ignore[arg-type]
    row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    return row
