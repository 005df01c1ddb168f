"""What a rehearsal has shown, and whose speed it is."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.manuscript.rehearsal import Lap
from editor.settings.leaders import Leader, Leaders
from editor.ui.rehearsal.window import told

HEADS = ("节", "用时", "原来估计", "字/分")


class ResultSheet(QDialog):
    """Times by section; accepted, the leader has learnt (`leader`)."""

    def __init__(self, parent: QWidget, laps: tuple[Lap, ...], leaders: Leaders, name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("试讲结果")
        self.resize(560, 420)
        self._laps, self._leaders = laps, leaders
        self._who = QComboBox()
        self._who.setEditable(True)
        self._who.addItems(sorted(leaders.all))
        self._who.setCurrentText(name)
        self._learnt = QLabel()
        self._who.currentTextChanged.connect(self._show)
        self._lay_out()
        self._show()

    def leader(self) -> Leader:
        """The leader that is named, with this rehearsal learnt."""
        spoken = sum(lap.spoken for lap in self._laps)
        seconds = sum(lap.seconds for lap in self._laps)
        return self._leaders.get(self._who.currentText().strip()).learnt(spoken, seconds)

    def accept(self) -> None:
        """Keep the speed, where somebody is named."""
        if self._who.currentText().strip():
            self._leaders.put(self.leader())
        super().accept()

    def _show(self) -> None:
        after = self.leader()
        before = self._leaders.get(self._who.currentText().strip())
        if after == before:
            self._learnt.setText("这次太短，或者语速不像在讲话，不会记下。")
        elif before.heard:
            self._learnt.setText(f"语速 {before.pace} → {after.pace} 字/分")
        else:
            self._learnt.setText(f"语速 {after.pace} 字/分")

    def _lay_out(self) -> None:
        rows = told(self._laps)
        table = QTableWidget(len(rows), len(HEADS))
        table.setHorizontalHeaderLabels(HEADS)
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setStretchLastSection(True)
        table.setColumnWidth(0, 210)
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                table.setItem(number, column, QTableWidgetItem(words))
        line = QHBoxLayout()
        line.addWidget(QLabel("讲话人："))
        line.addWidget(self._who, 1)
        line.addWidget(self._learnt, 1)
        buttons = QDialogButtonBox()
        buttons.addButton("记下语速", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("不记", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(20, 20, 20, 16)
        column_.setSpacing(12)
        column_.addWidget(table, 1)
        column_.addLayout(line)
        column_.addWidget(buttons)
