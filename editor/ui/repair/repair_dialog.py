"""逐对修复: each pair with all its places; the ticked ones are put back in one undo step.

The dialog stays open while anything is left, since a text that is half mended no longer
proves itself spun and the checks would not name the rest again.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import NamedTuple

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QWidget

from editor.checks.report.spun_repair import Pair, Repair, Swap, edits_of, left_after
from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.palette import Colours
from editor.ui.look.plain_words import PlainLabel
from editor.ui.receipt.ticked_list import TickedList, TickedRow, data_of, lay_out
from editor.ui.repair.swap_words import before_and_after, pair_words, place_words, reason_words

UNKNOWN = "这里的词像是机器换过的，原来是什么查不到，请看上下文自己改。"
OPEN_UP_TO = 6  # places of a pair that are shown without a click

ApplySwaps = Callable[[tuple[Replace, ...]], Manuscript]


class OpenRepair(NamedTuple):
    """What is mended: the text, its repair, and the way to edit it (gives the new text)."""

    manuscript: Manuscript
    repair: Repair
    apply: ApplySwaps


class RepairDialog(QDialog):
    """``mended`` counts the places that have been put back."""

    def __init__(self, parent: QWidget, bench: OpenRepair, colours: Colours) -> None:
        super().__init__(parent)
        explain(self, "traces")
        self.setWindowTitle("逐对修复")
        fit(self, 760, 620)
        self.mended = 0
        self._bench, self._colours = bench, colours
        self._head, self._sum = PlainLabel(), PlainLabel()
        self._head.setWordWrap(True)
        self._list = TickedList("替换的词", self._explain, pane_height=190)
        self._go = push_button("换回勾选的", self.mend)
        buttons = ButtonRow(self._go, leave=push_button("关闭", self.reject))
        lay_out(self, (self._head, self._list, self._sum), buttons)
        self._list.ticks_changed.connect(self._account)
        self._show("这份稿子的词语像是成批替换过的。勾上的换回原词，一步可以撤销；没勾的不动。")

    def chosen(self) -> tuple[Swap, ...]:
        """The ticked places."""
        return tuple(self._list.ticked())

    def tick(self, found: str, ticked: bool) -> None:
        """Tick or untick every place of a word."""
        self._list.tick(lambda swap: swap.found == found, ticked)

    def mend(self) -> None:
        """Put the ticked words back; show what is left, or close where nothing is."""
        chosen = self.chosen()
        if not chosen:
            return
        repair = left_after(self._bench.repair, chosen)
        manuscript = self._bench.apply(edits_of(chosen))
        if manuscript.revision == self._bench.manuscript.revision:
            return  # the page refused, and has said why
        self._bench = OpenRepair(manuscript, repair, self._bench.apply)
        self.mended += len(chosen)
        left = len(repair.swaps) + len(repair.unknown)
        if not left:
            self.accept()
            return
        self._show(f"换回了 {self.mended} 处，按 Ctrl+Z 可以撤销。还有 {left} 处没有动，请逐处看：")

    def _show(self, words: str) -> None:
        self._head.setText(words)
        self._list.refill(self._fill)
        self._list.take_focus()

    def _fill(self) -> None:
        for pair in self._bench.repair.pairs:
            self._pair(pair)
        self._unknown(self._bench.repair.unknown)

    def _pair(self, pair: Pair) -> None:
        head = self._list.head(pair_words(pair), pair)
        if pair.inverted:
            head.setForeground(0, QColor(self._colours.must))
        for swap in pair.swaps:
            words = place_words(self._bench.manuscript, swap.span)
            self._list.row(head, words, swap, ticked=pair.sure)
        head.setExpanded(pair.inverted or not pair.sure or len(pair.swaps) <= OPEN_UP_TO)

    def _unknown(self, spans: tuple[Span, ...]) -> None:
        if not spans:
            return
        head = self._list.head(f"原词不明　{len(spans)} 处，请自己改", ticks=False)
        for span in spans:
            self._list.row(head, place_words(self._bench.manuscript, span), ticked=None)
        head.setExpanded(True)

    def _account(self) -> None:
        chosen, total = len(self.chosen()), len(self._bench.repair.swaps)
        left = f"，换回后还有 {total - chosen} 处不动" if total > chosen else ""
        self._sum.setText(f"勾了 {chosen} 处{left}。")
        self._go.setEnabled(bool(chosen))

    def _explain(self, row: TickedRow) -> str:
        told, head = data_of(row), row.parent()
        if isinstance(told, Pair):  # the head of a pair: its first place is the example
            return f"<p><b>{escape(pair_words(told))}</b></p>" + self._swap(told, told.swaps[0])
        if isinstance(told, Swap) and head is not None:
            return self._swap(data_of(head), told)
        return f"<p>{UNKNOWN}</p>"

    def _swap(self, pair: Pair, swap: Swap) -> str:
        reason = reason_words(pair, swap)
        return before_and_after(self._bench.manuscript, swap, reason, self._colours)
