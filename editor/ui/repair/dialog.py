"""逐对修复: each pair with all its places; the ticked ones are put back in one undo step.

The dialog stays open while anything is left, since a text that is half mended no longer
proves itself spun and the checks would not name the rest again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
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

from editor.checks.repair import Pair, Repair, Swap, edits_of, left_after
from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span
from editor.ui.repair.rows import before_and_after, pair_words, place_words, reason_words
from editor.ui.shell.palette import Colours

SWAP = Qt.ItemDataRole.UserRole
TICKED, EMPTY = Qt.CheckState.Checked, Qt.CheckState.Unchecked
OPEN_UP_TO = 6  # places of a pair that are shown without a click

Apply = Callable[[tuple[Replace, ...]], Manuscript]


class Bench(NamedTuple):
    """What is mended: the text, its repair, and the way to edit it (gives the new text)."""

    manuscript: Manuscript
    repair: Repair
    apply: Apply


class RepairDialog(QDialog):
    """``mended`` counts the places that have been put back."""

    def __init__(self, parent: QWidget, bench: Bench, colours: Colours) -> None:
        super().__init__(parent)
        self.setWindowTitle("逐对修复")
        self.resize(760, 620)
        self.mended = 0
        self._bench, self._colours = bench, colours
        self._head, self._sum = QLabel(), QLabel()
        self._tree = QTreeWidget()
        self._pane = QTextBrowser()
        self._go = QPushButton("换回勾选的")
        self._lay_out()
        self._tree.itemChanged.connect(lambda *_: self._account())
        self._tree.currentItemChanged.connect(lambda now, _: self._explain(now))
        self._show("这份稿子的词语像是成批替换过的。勾上的换回原词，一步可以撤销；没勾的不动。")

    def chosen(self) -> tuple[Swap, ...]:
        """The ticked places."""
        return tuple(row.data(0, SWAP) for row in self._rows() if row.checkState(0) == TICKED)

    def tick(self, found: str, ticked: bool) -> None:
        """Tick or untick every place of a word."""
        for row in self._rows():
            if row.data(0, SWAP).found == found:
                row.setCheckState(0, TICKED if ticked else EMPTY)

    def mend(self) -> None:
        """Put the ticked words back; show what is left, or close where nothing is."""
        chosen = self.chosen()
        if not chosen:
            return
        repair = left_after(self._bench.repair, chosen)
        manuscript = self._bench.apply(edits_of(chosen))
        if manuscript.revision == self._bench.manuscript.revision:
            return  # the page refused, and has said why
        self._bench = Bench(manuscript, repair, self._bench.apply)
        self.mended += len(chosen)
        left = len(repair.swaps) + len(repair.unknown)
        if not left:
            self.accept()
            return
        self._show(f"换回了 {self.mended} 处，按 Ctrl+Z 可以撤销。还有 {left} 处没有动，请逐处看：")

    def _show(self, words: str) -> None:
        self._head.setText(words)
        self._tree.blockSignals(True)
        self._tree.clear()
        for pair in self._bench.repair.pairs:
            self._pair(pair)
        self._unknown(self._bench.repair.unknown)
        self._tree.blockSignals(False)
        if first := self._tree.topLevelItem(0):
            self._tree.setCurrentItem(first.child(0) or first)
        self._account()

    def _pair(self, pair: Pair) -> None:
        head = QTreeWidgetItem(self._tree, [pair_words(pair)])
        head.setData(0, SWAP, pair)
        if pair.inverted:
            head.setForeground(0, QColor(self._colours.must))
        ticks = Qt.ItemFlag.ItemIsUserCheckable
        head.setFlags(head.flags() | ticks | Qt.ItemFlag.ItemIsAutoTristate)
        for swap in pair.swaps:
            row = QTreeWidgetItem(head, [place_words(self._bench.manuscript, swap.span)])
            row.setData(0, SWAP, swap)
            row.setFlags(row.flags() | ticks)
            row.setCheckState(0, TICKED if pair.sure else EMPTY)
        head.setExpanded(pair.inverted or not pair.sure or len(pair.swaps) <= OPEN_UP_TO)

    def _unknown(self, spans: tuple[Span, ...]) -> None:
        if not spans:
            return
        head = QTreeWidgetItem(self._tree, [f"原词不明　{len(spans)} 处，请自己改"])
        for span in spans:
            QTreeWidgetItem(head, [place_words(self._bench.manuscript, span)])
        head.setExpanded(True)

    def _rows(self) -> list[QTreeWidgetItem]:
        heads = [self._tree.topLevelItem(n) for n in range(self._tree.topLevelItemCount())]
        rows = [head.child(n) for head in heads if head for n in range(head.childCount())]
        return [row for row in rows if row and isinstance(row.data(0, SWAP), Swap)]

    def _account(self) -> None:
        chosen, total = len(self.chosen()), len(self._bench.repair.swaps)
        self._sum.setText(f"勾了 {chosen} 处，换回后还有 {total - chosen} 处不动。")
        self._go.setEnabled(bool(chosen))

    def _explain(self, row: QTreeWidgetItem | None) -> None:
        swap = row.data(0, SWAP) if row else None
        head = row.parent() if row else None
        pair = head.data(0, SWAP) if head else None
        if isinstance(swap, Swap) and isinstance(pair, Pair):
            told = self._bench.manuscript, swap, reason_words(pair, swap), self._colours
            self._pane.setHtml(before_and_after(*told))
        else:
            self._pane.clear()

    def _lay_out(self) -> None:
        self._head.setWordWrap(True)
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName("替换的词")
        self._pane.setAccessibleName("换回前后")
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._tree)
        split.addWidget(self._pane)
        split.setSizes([360, 190])
        back = QPushButton("关闭")
        back.clicked.connect(self.reject)
        self._go.setDefault(True)
        self._go.clicked.connect(self.mend)
        row = QHBoxLayout()
        row.addWidget(self._sum, 1)
        row.addWidget(back)
        row.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(split, 1)
        column.addLayout(row)
