"""The receipt window: every item of a clean-up by kind, each and each kind can be kept."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QWidget

from editor.intake.receipt import Receipt, ReceiptItem
from editor.intake.receipt_kinds import label_of
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.palette import Colours
from editor.ui.look.plain_words import PlainLabel, literal
from editor.ui.receipt.original_dialog import OriginalDialog
from editor.ui.receipt.receipt_words import balance_words, before_and_after, item_words, kind_words
from editor.ui.receipt.ticked_list import TickedList, TickedRow, data_of, lay_out

ASKED = "拿不准，请看一看"
OPEN_UP_TO = 6  # items of a kind that are shown without a click
_TO_DO = "〔〕里的不像讲话内容，要去掉（↵ 是换行）。去掉勾的不动；清理后按 Ctrl+Z 一步还原。"
_ASK = "没打勾的拿不准：看一看，要去掉的打上勾。"
_DONE = "〔〕里的已经去掉（↵ 是换行）。去掉勾，那一处就还原。"


class ReceiptDialog(QDialog):
    """``done``: the clean-up has been made, and unticking takes items back.

    After `exec`, `chosen` has the ticked items.
    """

    def __init__(
        self, parent: QWidget, receipt: Receipt, colours: Colours, *, done: bool = False
    ) -> None:
        super().__init__(parent)
        explain(self, "tidy")
        self.setWindowTitle("清理清单" if done else "清理范文")
        fit(self, 760, 600)
        self._receipt, self._colours = receipt, colours
        self._list = TickedList("清理清单", self._explain)
        self._balance = PlainLabel()
        self._balance.setWordWrap(True)
        self._go = push_button("照勾选的改" if done else "清理勾选的", self.accept)
        self._lay_out((_DONE if done else _TO_DO) + _ASK * bool(receipt.doubtful))
        self._list.ticks_changed.connect(self._account)
        self._list.refill(self._fill)
        self._list.take_focus()

    def chosen(self) -> tuple[ReceiptItem, ...]:
        """The ticked items, in the order of the text."""
        return tuple(sorted(self._list.ticked(), key=lambda item: (item.start, item.end)))

    def tick(self, kinds: Iterable[str], ticked: bool) -> None:
        """Tick or untick whole kinds."""
        wanted = {label_of(kind) for kind in kinds}
        self._list.tick(lambda item: item.label in wanted, ticked)

    def _fill(self) -> None:
        if self._receipt.doubtful:
            self._group(ASKED, self._receipt.doubtful).setExpanded(True)
        by_kind: dict[str, list[ReceiptItem]] = {}
        for item in self._receipt.sure:
            by_kind.setdefault(item.label, []).append(item)
        for label, items in by_kind.items():
            self._group(label, tuple(items)).setExpanded(len(items) <= OPEN_UP_TO)

    def _group(self, label: str, items: tuple[ReceiptItem, ...]) -> TickedRow:
        size = sum(len(i.before.strip()) for i in items)
        words = f"{label}　{len(items)} 处" + (f"，{size:,} 字符" if size else "")
        head = self._list.head(words, items)
        for item in items:
            told = item_words(self._receipt, item)
            row = self._list.row(head, told, item, ticked=item.sure)
            row.setToolTip(0, literal(item.why))
        return head

    def _account(self) -> None:
        chosen = self.chosen()
        self._balance.setText(balance_words(self._receipt, chosen))
        self._go.setEnabled(self._receipt.balanced(chosen))

    def _explain(self, row: TickedRow) -> str:
        told = data_of(row)
        if isinstance(told, ReceiptItem):
            return before_and_after(self._receipt, told, self._colours)
        return kind_words(self._receipt, told, self._colours)

    def _lay_out(self, words: str) -> None:
        head = PlainLabel(words)
        head.setWordWrap(True)
        raw = self._receipt.raw.text
        original = push_button("查看原文", lambda: OriginalDialog(self, raw, "未清理的原文").show())
        buttons = ButtonRow(self._go, (original,), push_button("取消", self.reject))
        lay_out(self, (head, self._list, self._balance), buttons)
