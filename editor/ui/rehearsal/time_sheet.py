"""Minutes of each section against the slot, and paragraphs that could go: looked at, not done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.manuscript.timing import SectionTime, timing, what_to_cut
from editor.reading import Reading
from editor.ui.rehearsal.window import title_of
from editor.ui.shell.status import clock

HEADS = ("节", "时长", "按比例应占", "超（+）余（−）")
EXCERPT = 26


class TimeSheet(QDialog):
    """Beside the speech; ``go_asked`` with a paragraph's number."""

    go_asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("时间安排")
        self.setModal(False)
        self.resize(560, 560)
        self._head = QLabel()
        self._head.setWordWrap(True)
        self._table = QTableWidget(0, len(HEADS))
        self._table.setHorizontalHeaderLabels(HEADS)
        self._table.verticalHeader().hide()
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.setColumnWidth(0, 240)
        self._advice = QLabel()
        self._advice.setWordWrap(True)
        self._cuts = QListWidget()
        self._cuts.setWordWrap(True)
        self._cuts.itemActivated.connect(self._go)
        self._cuts.itemClicked.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(10)
        for widget in (self._head, self._table, self._advice, self._cuts):
            column.addWidget(widget)

    def show_reading(self, reading: Reading, pace: int, slot: int) -> None:
        """The times of a reading at a pace (字 a minute), against a slot (minutes, 0 none)."""
        rows = timing(reading.manuscript, reading.outline, pace, slot)
        needed = sum(row.minutes for row in rows)
        left = slot - needed
        given = f"给定 {slot} 分钟，" + (f"余 {clock(left)}" if left >= 0 else f"超 {clock(-left)}")
        self._head.setText(
            f"按 {pace} 字/分，共 {clock(needed)}。" + (f"{given}。" if slot else "没有限定时间。")
        )
        self._table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate(_cells(row, slot)):
                item = QTableWidgetItem(words)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self._table.setItem(number, column, item)
        self._show_cuts(reading, pace, slot)

    def _show_cuts(self, reading: Reading, pace: int, slot: int) -> None:
        self._cuts.clear()
        cuts = what_to_cut(reading.manuscript, reading.outline, pace, slot)
        self._cuts.setVisible(bool(cuts))
        if not cuts:
            self._advice.setText(
                "不用删。" if slot else "在“检查 → 给定时间”里填上会务给的时间，这里会说超了多少。"
            )
            return
        saved = sum(cut.saves for cut in cuts)
        self._advice.setText(
            f"先看这 {len(cuts)} 段（长、又少有具体的人和数），都删可省 {clock(saved)}。"
            "只是建议，点一下到那里，改不改由您定："
        )
        for cut in cuts:
            text = reading.manuscript.paragraphs[cut.paragraph].text.strip()
            item = QListWidgetItem(f"省 {clock(cut.saves)}　{text[:EXCERPT]}…")
            item.setData(Qt.ItemDataRole.UserRole, cut.paragraph)
            self._cuts.addItem(item)

    def _go(self, item: QListWidgetItem) -> None:
        self.go_asked.emit(item.data(Qt.ItemDataRole.UserRole))


def _cells(row: SectionTime, slot: int) -> tuple[str, str, str, str]:
    sign = "+" if row.over >= 0 else "−"
    over = f"{sign}{clock(abs(row.over))}" if slot else ""
    return title_of(row), clock(row.minutes), clock(row.target) if slot else "", over
