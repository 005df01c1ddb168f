"""The window 版本: what was kept, when and why; look, compare, name, take back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.files.versions.kept_version import Version
from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.comparison.section_pairs import heading_words
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Section
from editor.ui.drafts.list_layout import format_row, lay_out_list, set_columns
from editor.ui.drafts.template_page import TemplatePage
from editor.ui.drafts.version_words import (
    name_words,
    tally_words,
    time_words,
    why_words,
)
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel, literal

VERSION = Qt.ItemDataRole.UserRole
NAME_WIDTH = 13  # Chinese characters; the column of what changed takes what is left
HEADS = ("版本", "时间", "改了什么", "字数")


class VersionsWindow(QDialog):
    """Asks by signals; `show_versions` and `show_text` fill it. Not modal."""

    chosen = Signal(Version)  # its text is wanted
    compare_asked = Signal(Version)  # with the present text
    pair_asked = Signal(Version, Version)  # the earlier first
    keep_asked = Signal()
    name_asked = Signal(Version)
    restore_asked = Signal(Version)  # all of a version
    section_asked = Signal(Version, Section)
    new_asked = Signal(Version)  # its text as a new document

    def __init__(self, parent: QWidget, template: TemplatePage, unfiled: QWidget) -> None:
        super().__init__(parent)
        explain(self, "versions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("版本")
        fit(self, 1040, 640)
        self.list = QTreeWidget()
        self.text = QPlainTextEdit()
        self.note = PlainLabel()
        self.sections = QPushButton("恢复一节")
        self._menu = QMenu(self)
        self._single: list[QWidget] = []
        self._lay_out(template, unfiled)
        self.list.itemSelectionChanged.connect(self._select)
        self.list.itemDoubleClicked.connect(self._compare)
        self.list.setFocus()  # the arrows walk at once

    def add_pages(self, pages: Sequence[tuple[str, QWidget]]) -> None:
        """More pages behind the others, each with its name."""
        for name, page in pages:
            self._tabs.addTab(page, name)

    def show_versions(self, versions: Sequence[Version], mended: str) -> None:
        """Fill the list, the newest first; the selection stays where it was."""
        before = [(v.document, v.number) for v in self.selected()]
        self.list.clear()
        for version in reversed(versions):
            self._add(version, (version.document, version.number) in before)
        first = self.list.topLevelItem(0)
        if first is not None and not self.selected():
            self.list.setCurrentItem(first)
        words = "还没有留存的版本。保存、打印、移动章节时会自动留一版，也可以点“留存一版”。"
        count = f"共 {len(versions)} 版。选中两版可以互相比较；双击与现在的稿子比较。"
        self.note.setText("\n".join(x for x in (count if versions else words, mended) if x))
        self._select()

    def show_text(self, manuscript: Manuscript | None, sections: Sequence[Section]) -> None:
        """Show the text of the selected version, None where it cannot be read."""
        lines = (
            [text_with_label(p) for p in manuscript.paragraphs]
            if manuscript
            else ["（这一版读不出来）"]
        )
        self.text.setPlainText("\n".join(lines))
        self._menu.clear()
        for section in sections:
            words = "　" * max(0, section.level - 1) + heading_words(section)
            action = self._menu.addAction(words.replace("&", "&&")[:40])
            action.triggered.connect(lambda _=False, s=section: self._section(s))
        self.sections.setEnabled(bool(sections))

    def selected(self) -> list[Version]:
        """The selected versions, the earliest first."""
        rows = sorted(self.list.indexOfTopLevelItem(i) for i in self.list.selectedItems())
        items = [self.list.topLevelItem(row) for row in reversed(rows)]
        return [item.data(0, VERSION) for item in items if item]

    def _add(self, version: Version, selected: bool) -> None:
        words = (
            version.name or why_words(version),
            time_words(version.time),
            tally_words(version.tally) or "—",
            f"{version.characters:,}",
        )
        item = QTreeWidgetItem(self.list, list(words))
        item.setData(0, VERSION, version)
        format_row(item, 3)
        item.setToolTip(2, literal(words[2]))
        told = f"{name_words(version)}\n{why_words(version)}\n{version.path}"
        item.setToolTip(0, literal(told.strip()))
        if version.name:
            bold = QFont(self.font())
            bold.setBold(True)
            item.setFont(0, bold)
        item.setSelected(selected)

    def _select(self) -> None:
        chosen = self.selected()
        for widget in self._single:
            widget.setEnabled(len(chosen) == 1)
        self._pair.setEnabled(len(chosen) == 2)
        if len(chosen) == 1:
            self.chosen.emit(chosen[0])
        else:
            self.text.clear()
            self._menu.clear()

    def _one(self, ask: Callable[[Version], object]) -> None:
        chosen = self.selected()
        if len(chosen) == 1:
            ask(chosen[0])

    def _section(self, section: Section) -> None:
        self._one(lambda version: self.section_asked.emit(version, section))

    def _compare(self) -> None:
        self._one(self.compare_asked.emit)

    def _two(self) -> None:
        chosen = self.selected()
        if len(chosen) == 2:
            self.pair_asked.emit(*chosen)

    def _lay_out(self, template: TemplatePage, unfiled: QWidget) -> None:
        set_columns(self.list, HEADS, 2, (0,))
        head = self.list.header()
        head.resizeSection(0, NAME_WIDTH * self.fontMetrics().horizontalAdvance("版"))
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName("版本")
        self.text.setAccessibleName("这一版的文字")
        page = QWidget()
        lay_out_list(page, (self.list, self.text), (640, 360), self.note, self._foot())
        self._tabs = tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.addTab(page, "留存的版本")
        tabs.addTab(template, "还有多少是范文")
        tabs.addTab(unfiled, "未存盘的文稿")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 4, 8, 8)
        whole.addWidget(tabs)

    def _foot(self) -> ButtonRow:
        self._pair = self._button("比较选中的两版", self._two, single=False)
        self.sections.setMenu(self._menu)
        self._single.append(self.sections)
        others = (
            self._pair,
            self.sections,
            self._button("恢复全文", lambda: self._one(self.restore_asked.emit)),
            self._button("作为新稿打开", lambda: self._one(self.new_asked.emit)),
            self._button("命名…", lambda: self._one(self.name_asked.emit)),
            self._button("留存一版…", self.keep_asked.emit, single=False),
        )
        return ButtonRow(self._button("与现在比较", self._compare), others)

    def _button(self, words: str, run: Callable[[], object], *, single: bool = True) -> QPushButton:
        button = push_button(words, run)
        if single:
            self._single.append(button)
        return button
