"""未存盘的文稿: texts that were never saved but have versions, by first words and time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from editor.files.versions.kept_version import Version
from editor.files.versions.unfiled import UnfiledDocument
from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.manuscript import Manuscript
from editor.ui.drafts.list_layout import format_row, lay_out_list, set_columns
from editor.ui.drafts.version_words import name_words, time_words
from editor.ui.look.button_row import ButtonRow
from editor.ui.look.plain_words import PlainLabel

ROW = Qt.ItemDataRole.UserRole  # (UnfiledDocument, Version)
NOTE = "没有存过盘的文稿，从最后一次留稿算起留 {} 天，过后自动清掉；存了盘，版本就一直跟着它。"


class UnfiledPage(QWidget):
    """A row a text, its versions under it; asks by signals."""

    text_asked = Signal(Version)
    open_asked = Signal(UnfiledDocument, Version)
    remove_asked = Signal(UnfiledDocument)

    def __init__(self, days: int) -> None:
        """``days``: how long the versions of such a text stay."""
        super().__init__()
        self._days = days
        self.list, self.text, self._note = QTreeWidget(), QPlainTextEdit(), PlainLabel()
        self._open, self._remove = QPushButton("作为新稿打开"), QPushButton("清掉…")
        self._lay_out()
        self.list.itemSelectionChanged.connect(self._select)
        self.list.itemDoubleClicked.connect(self._ask_open)
        self._open.clicked.connect(self._ask_open)
        self._remove.clicked.connect(self._ask_remove)

    def show_texts(self, rows: Sequence[UnfiledDocument]) -> None:
        """Fill the list, the latest first."""
        self.list.clear()
        for one in rows:
            last = one.versions[-1]
            words = [one.words, time_words(one.time), f"{last.characters:,}"]
            item = QTreeWidgetItem(self.list, words)
            item.setData(0, ROW, (one, last))
            for version in reversed(one.versions):
                figures = [time_words(version.time), f"{version.characters:,}"]
                under = QTreeWidgetItem(item, [name_words(version), *figures])
                under.setData(0, ROW, (one, version))
            made = [item, *[item.child(n) for n in range(item.childCount())]]
            for row in filter(None, made):
                format_row(row, 2)
        note = NOTE.format(self._days)
        self._note.setText(note if rows else f"没有。{note}")
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self._select()

    def show_text(self, manuscript: Manuscript | None) -> None:
        """The words of the chosen version."""
        lines = (
            [text_with_label(p) for p in manuscript.paragraphs]
            if manuscript
            else ["（这一版读不出来）"]
        )
        self.text.setPlainText("\n".join(lines))

    def _chosen(self) -> tuple[UnfiledDocument, Version] | None:
        items = self.list.selectedItems()
        return items[0].data(0, ROW) if items else None

    def _select(self) -> None:
        chosen = self._chosen()
        for button in (self._open, self._remove):
            button.setEnabled(chosen is not None)
        if chosen:
            self.text_asked.emit(chosen[1])
        else:
            self.text.clear()

    def _ask_open(self) -> None:
        if chosen := self._chosen():
            self.open_asked.emit(*chosen)

    def _ask_remove(self) -> None:
        if chosen := self._chosen():
            self.remove_asked.emit(chosen[0])

    def _lay_out(self) -> None:
        set_columns(self.list, ["文稿", "时间", "字数"], 0, ())
        self.list.setAccessibleName("未存盘的文稿")
        self.text.setAccessibleName("这一版的文字")
        foot = ButtonRow(self._open, (self._remove,))
        lay_out_list(self, (self.list, self.text), (560, 440), self._note, foot)
