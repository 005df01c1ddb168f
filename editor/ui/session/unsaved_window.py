"""没存盘的稿子: what earlier runs could not save, all at once; open, keep for later, let go.

Not modal, and it decides nothing: closed without a word, everything stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.files.recovery.recovery_bin import DAYS, BinnedText
from editor.files.recovery.snapshot import Damage, Snapshot
from editor.manuscript.comparison.pairing import text_with_label
from editor.ui.drafts.list_layout import format_row, lay_out_list, set_columns
from editor.ui.drafts.unfiled_page import UnfiledPage
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel, literal
from editor.ui.session.lost_texts import UnsavedText
from editor.ui.session.unsaved_rows import UnsavedRow, damage_words, left_words, seconds

ITEM = Qt.ItemDataRole.UserRole
HEADS = ("稿子", "时间", "字数", "和文件比")
LostText = UnsavedText | BinnedText


class UnsavedList(QWidget):
    """A list of texts with the words of the chosen one beside it, and buttons under it."""

    chosen_one = Signal(object)  # Snapshot of the one chosen row, else None

    def __init__(self, last_head: str) -> None:
        super().__init__()
        self.list, self.text, self.note = QTreeWidget(), QPlainTextEdit(), PlainLabel()
        self._needing: list[tuple[QPushButton, bool]] = []
        set_columns(self.list, (*HEADS[:3], last_head), 0, ())
        self.list.itemSelectionChanged.connect(self._select)

    def fill(self, rows: Sequence[tuple[UnsavedRow, str, LostText]], note: str) -> None:
        """Show rows, each with the words of the last column and what it stands for."""
        self.list.clear()
        for row, last, value in rows:
            item = QTreeWidgetItem(self.list, [row.name, row.when, f"{row.characters:,}", last])
            item.setData(0, ITEM, value)
            item.setToolTip(0, literal(row.place or row.name))
            item.setToolTip(3, literal(last))
            format_row(item, 2)
        self.note.setText(note)
        first = self.list.topLevelItem(0)
        if first is not None:
            # Said outright: without it a held Ctrl would take the row out of the selection.
            self.list.setCurrentItem(first, 0, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            first.setSelected(True)
        self._select()

    def chosen(self) -> list[LostText]:
        """What the selected rows stand for."""
        return [item.data(0, ITEM) for item in self.list.selectedItems()]

    def button(self, words: str, run: Callable[[], object], *, single: bool = True) -> QPushButton:
        """A button that needs one row (or at least one)."""
        made = push_button(words, run)
        self._needing.append((made, single))
        return made

    def _select(self) -> None:
        chosen = self.chosen()
        snapshot = chosen[0].snapshot if len(chosen) == 1 else None
        readable = snapshot is not None and snapshot.damage is not Damage.ALL
        for button, single in self._needing:
            button.setEnabled(readable if single else bool(chosen))
        lines = [text_with_label(p) for p in snapshot.manuscript.paragraphs] if snapshot else []
        if snapshot and not readable:
            lines = [damage_words(snapshot)]
        self.text.setPlainText("\n".join(lines))
        self.chosen_one.emit(snapshot)

    def lay_out(self, main: QPushButton, *others: QPushButton) -> None:
        """Put the list in its place, with buttons of `button` under it."""
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName("没存盘的稿子")
        self.text.setAccessibleName("这份稿子的文字")
        row = ButtonRow(main, others)
        lay_out_list(self, (self.list, self.text), (620, 340), self.note, row)


class UnsavedWindow(QDialog):
    """Asks by signals; `show_unsaved` fills it."""

    open_asked = Signal(object)  # UnsavedText
    differences_asked = Signal(object)  # UnsavedText
    later_asked = Signal(object)  # list[UnsavedText]
    throw_asked = Signal(object)  # list[UnsavedText]
    back_asked = Signal(object)  # Thrown
    drop_asked = Signal(object)  # list[BinnedText]

    def __init__(self, parent: QWidget, loose: UnfiledPage) -> None:
        super().__init__(parent)
        explain(self, "files")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("没存盘的稿子")
        fit(self, 980, 560)
        self.waiting, self.bin = UnsavedList("和文件比"), UnsavedList("还留多久")
        self._tabs = QTabWidget()
        self._lay_out()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        for page, words in ((self.waiting, ""), (loose, "留有版本的"), (self.bin, "")):
            self._tabs.addTab(page, words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 4, 8, 8)
        whole.addWidget(self._tabs)
        self.waiting.list.itemDoubleClicked.connect(lambda: self._one(self.open_asked))

    def show_unsaved(
        self,
        rows: Sequence[tuple[UnsavedRow, UnsavedText, bool]],
        thrown: Sequence[tuple[UnsavedRow, BinnedText]],
    ) -> None:
        """Fill both lists; ``True`` marks a text that is kept for later."""
        words = (
            "上次没来得及存盘的稿子，不处理就一直留着。点“先留着”，以后启动不再提醒，"
            "在“文件 → 没存盘的稿子”里找得到。"
        )
        self.waiting.fill(
            [(row, row.difference + ("（先留着）" if later else ""), lost)
             for row, lost, later in rows],
            words if rows else "没有没存盘的稿子。",
        )  # fmt: skip
        now = seconds()
        self.bin.fill(
            [(row, _damaged(one) + left_words(one.days(now)), one) for row, one in thrown],
            f"不要了的、关闭时选“不保存”的，在这里留 {DAYS} 天，过后自动清掉。",
        )
        self._tabs.setTabText(0, f"待处理 {len(rows)}" if rows else "待处理")
        self._tabs.setTabText(2, f"不要了的 {len(thrown)}" if thrown else "不要了的")

    def _lay_out(self) -> None:
        waiting, thrown = self.waiting, self.bin
        look = waiting.button("看差别", lambda: self._one(self.differences_asked))

        def enable(snapshot: Snapshot | None) -> None:
            look.setEnabled(snapshot is not None and snapshot.path is not None)

        waiting.chosen_one.connect(enable)
        later = partial(self._all, waiting, self.later_asked)
        throw = partial(self._all, waiting, self.throw_asked)
        drop = partial(self._all, thrown, self.drop_asked)
        waiting.lay_out(
            waiting.button("打开", lambda: self._one(self.open_asked)),
            look,
            waiting.button("先留着", later, single=False),
            waiting.button("不要了…", throw, single=False),
        )
        thrown.lay_out(
            thrown.button("取回并打开", self._back),
            thrown.button("现在就清掉…", drop, single=False),
        )

    def _one(self, signal: SignalInstance) -> None:
        chosen = self.waiting.chosen()
        if len(chosen) == 1:
            signal.emit(chosen[0])

    def _all(self, page: UnsavedList, signal: SignalInstance) -> None:
        if chosen := page.chosen():
            signal.emit(chosen)

    def _back(self) -> None:
        chosen = self.bin.chosen()
        if len(chosen) == 1:
            self.back_asked.emit(chosen[0])


def _damaged(thrown: BinnedText) -> str:
    words = damage_words(thrown.snapshot)
    return f"{words}；" if words else ""
