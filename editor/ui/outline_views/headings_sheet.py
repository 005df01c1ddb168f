"""Headings only: all of them to be edited in place, or those of one level under each other.

One window for both, because both are a list of headings whose words can be changed; the
parallel view sets them in equal squares with their lengths, so that 对仗 is seen at once.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.analysis.values import Analysis
from editor.manuscript.outline.sections import Section
from editor.ui.look.section_numbers import shown_number

LEVELS = (("全部标题", 0), ("对仗：一级", 1), ("对仗：二级", 2), ("对仗：三级和要点", 3))
HEADS = ("序号", "标题", "字数")
NUMBER, TITLE, LENGTH = range(3)


class HeadingsSheet(QDialog):
    """``renamed`` tells a heading's new words, ``go_asked`` where to go."""

    renamed = Signal(Section, str)
    go_asked = Signal(Section)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.resize(640, 560)
        self._sections: list[Section] = []
        self._analysis: Analysis | None = None
        self._filling = False
        self.level = QComboBox()
        for words, level in LEVELS:
            self.level.addItem(words, level)
        self._advice = QLabel()
        self._advice.setWordWrap(True)
        self._advice.setProperty("role", "dim")
        self.table = QTableWidget(0, len(HEADS))
        self.table.setHorizontalHeaderLabels(HEADS)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        for widget in (self.level, self._advice, self.table):
            column.addWidget(widget)
        self.level.currentIndexChanged.connect(self._fill)
        self.table.itemChanged.connect(self._changed)
        self.table.currentCellChanged.connect(self._go)

    def open_at(self, level: int) -> None:
        """Show all headings (0) or those of a level."""
        self.setWindowTitle("对仗视图" if level else "提纲视图")
        self.level.setCurrentIndex([n for _, n in LEVELS].index(level))

    def show_analysis(self, analysis: Analysis) -> None:
        """The headings of an analysis; what is being edited stays open."""
        self._analysis = analysis
        if self.table.state() is not QTableWidget.State.EditingState:
            self._fill()

    def _fill(self) -> None:
        if self._analysis is None:
            return
        level = self.level.currentData()
        nodes = [s for s in self._analysis.outline.walk() if s.title and s.number]
        self._sections = [s for s in nodes if not level or min(s.level, 3) == level]
        usual = _usual([len(s.title) for s in self._sections])
        self._filling = True
        self.table.setRowCount(len(self._sections))
        for row, section in enumerate(self._sections):
            self._put(row, section, level, usual)
        self._filling = False
        self._advice.setText(
            _advice(self._sections, usual) if level else "在这里改标题，稿子跟着改。"
        )

    def _put(self, row: int, section: Section, level: int, usual: int) -> None:
        indent = "" if level else "　" * max(0, section.level - 1)
        number = QTableWidgetItem(indent + shown_number(section))
        length = QTableWidgetItem(str(len(section.title)))
        for item in (number, length):
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        title = QTableWidgetItem(section.title)
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
        section = self._sections[item.row()]
        if item.text().strip() != section.title:
            self.renamed.emit(section, item.text())
        if self._analysis is not None:
            self._fill()

    def _go(self, row: int) -> None:
        if not self._filling and 0 <= row < len(self._sections):
            self.go_asked.emit(self._sections[row])


def _usual(lengths: list[int]) -> int:
    return Counter(lengths).most_common(1)[0][0] if lengths else 0


def _advice(sections: list[Section], usual: int) -> str:
    odd = [s for s in sections if len(s.title) != usual]
    if not sections:
        return "这一级没有标题。"
    if not odd:
        return f"{len(sections)} 个标题都是 {usual} 字，整齐。"
    return f"多数是 {usual} 字；有 {len(odd)} 个字数不同（字数后面有 ≠）。对仗不强求，供参考。"
