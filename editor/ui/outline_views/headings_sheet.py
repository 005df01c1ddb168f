"""Headings only: all of them to be edited and moved, or those of one level under each other.

One window for both, because both are a list of headings whose words can be changed; the
parallel view sets them in equal squares with their lengths, so that 对仗 is seen at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontInfo
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.analysis.values import Structure
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel, literal
from editor.ui.look.row_size import row_size
from editor.ui.look.section_numbers import shown_number
from editor.ui.look.spoken_name import say_what_for
from editor.ui.outline_views.headings_table import LENGTH, NUMBER, TITLE, HeadingsTable

LEVELS = (("全部标题", 0), ("对仗：一级", 1), ("对仗：二级", 2), ("对仗：三级和要点", 3))
LARGER = 1.4  # the type of headings that are set under each other
ADVICE = "在这里改标题、拖动调整、按右键添删，稿子跟着改；按 Ctrl+Z 撤销。"


class _HeadingRow(NamedTuple):
    """A heading as a row: ``sure`` where its words are known, ``level`` 0 for the plain list."""

    number: str
    words: str
    sure: bool
    level: int
    odd: bool


class HeadingsSheet(QDialog):
    """``renamed`` tells a heading's new words, ``go_asked`` where to go, ``command_asked`` the
    command of the window that is meant for the chosen headings."""

    renamed = Signal(Section, str)
    go_asked = Signal(Section)
    command_asked = Signal(QAction)

    def __init__(self, parent: QWidget, table: HeadingsTable, commands: Sequence[QAction]) -> None:
        """``commands``: of the window, with their keys; a separator is one without words."""
        super().__init__(parent)
        explain(self, "views")
        self.setModal(False)
        fit(self, 640, 560)
        self._structure: Structure | None = None
        self._rows: list[_HeadingRow | None] = []  # as they are shown; None: to be set again
        self._filling = False
        self._told = ""  # why the last command did nothing
        self.level = QComboBox()
        for words, level in LEVELS:
            self.level.addItem(words, level)
        self._advice = PlainLabel()
        self._advice.setWordWrap(True)
        self._advice.setProperty("role", "dim")
        self.table = table
        self.table.setAccessibleName("各级标题")
        self.table.setWordWrap(False)  # a heading is one line; the whole is told on hover
        self.menu = QMenu(self)
        for command in commands:
            self._mirror(command)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        for widget in (self.level, self._advice, self.table):
            column.addWidget(widget)
        say_what_for(self.level, "看哪些标题")
        self.level.currentIndexChanged.connect(self._fill)
        self.table.itemChanged.connect(self._changed)
        self.table.currentCellChanged.connect(self._go)
        self.table.menu_asked.connect(self._show_menu)

    def open_at(self, level: int) -> None:
        """Show all headings (0) or those of a level."""
        self.setWindowTitle("对仗视图" if level else "提纲视图")
        self.level.setCurrentIndex([n for _, n in LEVELS].index(level))

    def show_structure(self, structure: Structure) -> None:
        """The headings of a text; what is being edited stays open."""
        self._structure = structure
        if self.table.state() is not QTableWidget.State.EditingState:
            self._fill()

    def choose(self, starts: Sequence[Position]) -> None:
        """Select the headings that begin at these places."""
        rows = [n for n, s in enumerate(self.table.sections) if s.start in starts]
        self.table.choose(rows)

    def edit_at(self, place: Position) -> None:
        """The heading that a place is in is current, and its words can be typed."""
        ahead = [n for n, s in enumerate(self.table.sections) if s.start <= place]
        item = self.table.item(ahead[-1], TITLE) if ahead else None
        if item is not None:
            self.table.choose(ahead[-1:])
            self.table.setFocus()
            self.table.editItem(item)

    def tell(self, words: str) -> None:
        """Why nothing was done, here where the eyes are; '' when something else is begun."""
        self._told = words
        self._advice.setText(words)

    def _mirror(self, command: QAction) -> None:
        """A command of the window as one of this one, with the same keys."""
        if command.isSeparator():
            self.menu.addSeparator()
            return
        own = QAction(command.text(), self)
        own.setShortcuts(command.shortcuts())
        own.triggered.connect(lambda: self._ask(command))
        self.addAction(own)
        self.menu.addAction(own)

    def _ask(self, command: QAction) -> None:
        self.tell("")
        self.table.setFocus()  # words that are being typed are a heading's first
        self.command_asked.emit(command)

    def _show_menu(self, at: QPoint) -> None:
        self.menu.popup(at)

    def _fill(self) -> None:
        if self._structure is None:
            return
        level = self.level.currentData()
        nodes = [s for s in self._structure.outline.walk() if s.number]
        shown = [s for s in nodes if (s.called and not level) or (s.title and _of(s, level))]
        self.table.sections = shown
        usual = _usual([len(s.title) for s in shown])
        self._filling = True
        high = row_size().height() * (LARGER if level else 1)
        self.table.verticalHeader().setDefaultSectionSize(round(high))
        self.table.setRowCount(len(shown))
        rows = [_row(section, level, usual) for section in shown]
        self._rows += [None] * (len(rows) - len(self._rows))
        for number, row in enumerate(rows):
            if self._rows[number] != row:
                self._put(number, row)
        self._rows[:] = rows
        self._filling = False
        self._advice.setText(self._told or (_advice(shown, usual) if level else ADVICE))

    def _put(self, line: int, row: _HeadingRow) -> None:
        number, title = QTableWidgetItem(row.number), QTableWidgetItem(row.words)
        title.setToolTip(literal(row.words))
        length = QTableWidgetItem(str(len(row.words)) if row.sure else "")
        for item in (number, length):
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        if not row.sure:  # where it ends is not known: that can be set on the page
            title.setFlags(title.flags() & ~Qt.ItemFlag.ItemIsEditable)
            title.setForeground(self.palette().placeholderText())
        if row.level:
            font = QFont(self.font())
            font.setPixelSize(round(QFontInfo(font).pixelSize() * LARGER))
            title.setFont(font)
            font = QFont(self.font())
            font.setBold(row.odd)
            length.setFont(font)
            length.setText(f"{len(row.words)}{'　≠' if row.odd else ''}")
        if not length.text():
            length.setData(Qt.ItemDataRole.AccessibleTextRole, "看不出标题到哪个字为止")
        for column, item in ((NUMBER, number), (TITLE, title), (LENGTH, length)):
            self.table.setItem(line, column, item)

    def _changed(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column() != TITLE:
            return
        line, words = item.row(), item.text()  # the item itself may go with the change
        section = self.table.sections[line]
        self.tell("")
        if words.strip() != section.title:
            self.renamed.emit(section, words)
        self._rows[line : line + 1] = [None]  # it shows what was typed, done or not
        self._fill()

    def _go(self, row: int) -> None:
        if not self._filling and 0 <= row < len(self.table.sections):
            self.go_asked.emit(self.table.sections[row])


def _row(section: Section, level: int, usual: int) -> _HeadingRow:
    indent = "" if level else "　" * max(0, section.level - 1)
    number, odd = indent + shown_number(section), bool(level) and len(section.title) != usual
    return _HeadingRow(number, section.called, bool(section.title), level, odd)


def _of(section: Section, level: int) -> bool:
    return not level or min(section.level, 3) == level


def _usual(lengths: list[int]) -> int:
    return Counter(lengths).most_common(1)[0][0] if lengths else 0


def _advice(sections: list[Section], usual: int) -> str:
    odd = [s for s in sections if len(s.title) != usual]
    if not sections:
        return "这一级没有标题。"
    if not odd:
        return f"{len(sections)} 个标题都是 {usual} 字，整齐。"
    return f"多数是 {usual} 字；有 {len(odd)} 个字数不同（字数后面有 ≠）。对仗不强求，供参考。"
