"""A list of what is kept: speeches with their versions and saved states, or states alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from editor.files.backups.saved_state import SavedState
from editor.files.versions.kept_documents import KeptDocument
from editor.files.versions.kept_version import Version
from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.manuscript import Manuscript
from editor.ui.drafts.list_layout import format_row, lay_out_list, set_columns
from editor.ui.kept.kept_words import HEADS, KeptThing, cells
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.plain_words import PlainLabel, literal

THING = Qt.ItemDataRole.UserRole
STATES_NOTE = (
    "每次存盘连格式带图片原样留一份，每份稿子留最近 {kept} 份，{days} 天后自动清掉（设置里可改）。"
)
ALL_NOTE = "笔杆替您留着的全部文稿。文件被删、被改名，也从这里找回；点左边的三角看各版和存盘副本。"
NOTHING = "什么也没有留着。"
FOLDER_WIDTH = 9  # Chinese characters; the whole is told on hover


class KeptPage(QWidget):
    """Asks by signals; `show_documents` or `show_states` fills it, `show_parts` a row's inside."""

    parts_asked = Signal(object)  # KeptDocument: what is kept of it is wanted
    text_asked = Signal(object)  # KeptThing: its words are wanted
    open_asked = Signal(object)  # KeptDocument or Version
    back_asked = Signal(object)  # KeptDocument or SavedState: the file is to be as it was
    copy_asked = Signal(object)  # SavedState: into a file of its own
    clear_asked = Signal(object)  # KeptDocument: nothing of it is to be kept

    def __init__(self, note: str, *, whole: bool) -> None:
        """``whole``: speeches are listed, which can be opened and cleared."""
        super().__init__()
        self.list, self.text, self._note = QTreeWidget(), QPlainTextEdit(), PlainLabel()
        self._words, self._whole = note, whole
        self._buttons: dict[QPushButton, Callable[[KeptThing], bool]] = {}
        self._lay_out()
        self.list.itemSelectionChanged.connect(self._select)
        self.list.itemExpanded.connect(self._expand)
        self.list.itemDoubleClicked.connect(self._open)

    def show_documents(self, rows: Sequence[KeptDocument]) -> None:
        """Fill the list with speeches, the latest first."""
        self._fill(rows)

    def show_states(self, rows: Sequence[SavedState]) -> None:
        """Fill the list with saved states, the latest first."""
        self._fill(rows)

    def show_parts(
        self, document: KeptDocument, states: Sequence[SavedState], versions: Sequence[Version]
    ) -> None:
        """What is kept of a speech, below its row."""
        for number in range(self.list.topLevelItemCount()):
            row = self.list.topLevelItem(number)
            if row is not None and row.data(0, THING) == document and not row.childCount():
                for thing in (*states, *reversed(versions)):
                    _put(row, thing)

    def show_text(self, of: KeptThing, manuscript: Manuscript | None) -> None:
        """The words of a row, if it is still the chosen one; None: they cannot be read."""
        if self.chosen() is not of:
            return
        unread = ["（这一份读不出来）"]
        rows = [text_with_label(p) for p in manuscript.paragraphs] if manuscript else unread
        self.text.setPlainText("\n".join(rows))

    def chosen(self) -> KeptThing | None:
        """What the chosen row stands for."""
        items = self.list.selectedItems()
        return items[0].data(0, THING) if items else None

    def _fill(self, rows: Sequence[KeptThing]) -> None:
        self.list.clear()
        for thing in rows:
            item = _put(self.list, thing)
            if isinstance(thing, KeptDocument):
                item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        self._note.setText(self._words if rows else f"{NOTHING}{self._words}")
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self._select()

    def _select(self) -> None:
        thing = self.chosen()
        for button, fits in self._buttons.items():
            button.setEnabled(thing is not None and fits(thing))
        self.text.clear()
        if thing is not None:
            self.text_asked.emit(thing)

    def _expand(self, item: QTreeWidgetItem) -> None:
        if not item.childCount():
            self.parts_asked.emit(item.data(0, THING))

    def _open(self) -> None:
        thing = self.chosen()
        if isinstance(thing, KeptDocument | Version):
            self.open_asked.emit(thing)

    def _ask(self, signal: Callable[[KeptThing], object]) -> Callable[[], None]:
        def ask() -> None:
            if (thing := self.chosen()) is not None:
                signal(thing)

        return ask

    def _lay_out(self) -> None:
        set_columns(self.list, HEADS, 0, (1,))
        letter = self.fontMetrics().horizontalAdvance("夹")
        self.list.header().resizeSection(1, FOLDER_WIDTH * letter)
        self.list.setRootIsDecorated(self._whole)
        self.list.setAccessibleName("留着的文稿" if self._whole else "存盘的文件")
        self.text.setAccessibleName("这一份的文字")
        back = self._button("放回原处…", self.back_asked.emit, _can_go_back)
        copy = self._button("另存为文件…", self.copy_asked.emit, _is_state)
        foot = ButtonRow(back, (copy,))
        if self._whole:
            opening = self._button("打开", self.open_asked.emit, _can_be_opened)
            clear = self._button("清除痕迹…", self.clear_asked.emit, _is_document)
            foot = ButtonRow(opening, (back, copy, clear))
        lay_out_list(self, (self.list, self.text), (740, 260), self._note, foot)

    def _button(
        self, words: str, run: Callable[[KeptThing], object], fits: Callable[[KeptThing], bool]
    ) -> QPushButton:
        button = push_button(words, self._ask(run))
        self._buttons[button] = fits
        return button


def _put(under: QTreeWidget | QTreeWidgetItem, thing: KeptThing) -> QTreeWidgetItem:
    words = cells(thing)
    item = QTreeWidgetItem(under, list(words))
    item.setData(0, THING, thing)
    for column, word in enumerate(words):
        item.setToolTip(column, literal(word))
    format_row(item, 3)
    return item


def _is_state(thing: KeptThing) -> bool:
    return isinstance(thing, SavedState)


def _is_document(thing: KeptThing) -> bool:
    return isinstance(thing, KeptDocument)


def _can_be_opened(thing: KeptThing) -> bool:
    return isinstance(thing, KeptDocument | Version)


def _can_go_back(thing: KeptThing) -> bool:
    return isinstance(thing, SavedState) or (isinstance(thing, KeptDocument) and bool(thing.states))
