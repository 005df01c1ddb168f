"""Headings only: all of them to be edited and moved, or those of one level under each other.

One window for both, because both are a list of headings whose words can be changed; the
parallel view sets them in equal squares with their lengths, so that 对仗 is seen at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.analysis.values import Analysis
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from editor.ui.look.section_numbers import shown_number
from editor.ui.outline_views.headings_table import LENGTH, NUMBER, TITLE, HeadingsTable

LEVELS = (("全部标题", 0), ("对仗：一级", 1), ("对仗：二级", 2), ("对仗：三级和要点", 3))
ADVICE = "在这里改标题、拖动调整、按右键添删，稿子跟着改；按 Ctrl+Z 撤销。"


class HeadingsSheet(QDialog):
    """``renamed`` tells a heading's new words, ``go_asked`` where to go, ``command_asked`` the
    command of the window that is meant for the chosen headings."""

    renamed = Signal(Section, str)
    go_asked = Signal(Section)
    command_asked = Signal(QAction)

    def __init__(self, parent: QWidget, table: HeadingsTable, commands: Sequence[QAction]) -> None:
        """``commands``: of the window, with their keys; a separator is one without words."""
        super().__init__(parent)
        self.setModal(False)
        self.resize(640, 560)
        self._analysis: Analysis | None = None
        self._filling = False
        self._told = ""  # why the last command did nothing
        self.level = QComboBox()
        for words, level in LEVELS:
            self.level.addItem(words, level)
        self._advice = QLabel()
        self._advice.setWordWrap(True)
        self._advice.setProperty("role", "dim")
        self.table = table
        self.menu = QMenu(self)
        for command in commands:
            self._mirror(command)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        for widget in (self.level, self._advice, self.table):
            column.addWidget(widget)
        self.level.currentIndexChanged.connect(self._fill)
        self.table.itemChanged.connect(self._changed)
        self.table.currentCellChanged.connect(self._go)
        self.table.menu_asked.connect(self._show_menu)

    def open_at(self, level: int) -> None:
        """Show all headings (0) or those of a level."""
        self.setWindowTitle("对仗视图" if level else "提纲视图")
        self.level.setCurrentIndex([n for _, n in LEVELS].index(level))

    def show_analysis(self, analysis: Analysis) -> None:
        """The headings of an analysis; what is being edited stays open."""
        self._analysis = analysis
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
        if self._analysis is None:
            return
        level = self.level.currentData()
        nodes = [s for s in self._analysis.outline.walk() if s.number]
        shown = [s for s in nodes if (s.called and not level) or (s.title and _of(s, level))]
        self.table.sections = shown
        usual = _usual([len(s.title) for s in shown])
        self._filling = True
        self.table.setRowCount(len(shown))
        for row, section in enumerate(shown):
            self._put(row, section, level, usual)
        self._filling = False
        self._advice.setText(self._told or (_advice(shown, usual) if level else ADVICE))

    def _put(self, row: int, section: Section, level: int, usual: int) -> None:
        indent = "" if level else "　" * max(0, section.level - 1)
        number = QTableWidgetItem(indent + shown_number(section))
        length = QTableWidgetItem(str(len(section.title)))
        for item in (number, length):
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        title = QTableWidgetItem(section.called)
        if not section.title:  # its end is not known: on the page it can be set
            title.setFlags(title.flags() & ~Qt.ItemFlag.ItemIsEditable)
            title.setForeground(self.palette().placeholderText())
            length.setText("")
        if level:
            font = QFont(self.font())
            font.setPointSizeF(font.pointSizeF() * 1.4 if font.pointSizeF() > 0 else 14)
            title.setFont(font)
            odd = len(section.title) != usual
            font = QFont(self.font())
            font.setBold(odd)
            length.setFont(font)
            length.setText(f"{len(section.title)}{'　≠' if odd else ''}")
        for column, item in ((NUMBER, number), (TITLE, title), (LENGTH, length)):
            self.table.setItem(row, column, item)

    def _changed(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column() != TITLE:
            return
        section = self.table.sections[item.row()]
        if item.text().strip() != section.title:
            self.renamed.emit(section, item.text())
        if self._analysis is not None:
            self._fill()

    def _go(self, row: int) -> None:
        if not self._filling and 0 <= row < len(self.table.sections):
            self.go_asked.emit(self.table.sections[row])


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
