"""What a rehearsal has shown, and whose speed it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.manuscript.delivery.rehearsal import SectionLap
from editor.settings.speaking_rates import SpeakingRate, SpeakingRates
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel
from editor.ui.look.row_size import row_size
from editor.ui.look.spoken_name import say_what_for
from editor.ui.rehearsal.rehearsal_window import read_whole, told

HEADS = ("节", "用时", "原来估计", "字/分")
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RehearsalResult(QDialog):
    """Times by section; accepted, the leader has learnt (`leader`)."""

    def __init__(
        self, parent: QWidget, laps: tuple[SectionLap, ...], leaders: SpeakingRates, name: str
    ) -> None:
        super().__init__(parent)
        explain(self, "time")
        self.setWindowTitle("试讲结果")
        fit(self, 560, 420)
        self._laps, self._leaders = laps, leaders
        self._who = QComboBox()
        self._who.setEditable(True)
        self._who.addItems(sorted(leaders.all))
        self._who.setCurrentText(name)
        self._learnt = PlainLabel()
        self._who.currentTextChanged.connect(self._show)
        self._lay_out()
        self._show()

    def leader(self) -> SpeakingRate:
        """The leader that is named, with this rehearsal learnt."""
        return self._leaders.get(self._name()).learnt(*read_whole(self._laps))

    def accept(self) -> None:
        """Keep the speed, where somebody is named and something was learnt."""
        if self._learns() and self._name():
            self._leaders.learn(self._name(), *read_whole(self._laps))
        super().accept()

    def _name(self) -> str:
        return self._who.currentText().strip()

    def _learns(self) -> bool:
        return self.leader() != self._leaders.get(self._name())

    def _show(self) -> None:
        before, after = self._leaders.get(self._name()), self.leader()
        if not self._learns():
            words = "这次太短，或者语速不像在讲话，不记语速。"
        elif before.heard:
            words = f"记在{before.name}名下：{before.pace} → {after.pace} 字/分"
        elif self._name():
            words = f"记在{after.name}名下：{after.pace} 字/分"
        else:
            words = f"这次 {after.pace} 字/分；写上讲话人，语速就记在他名下。"
        self._learnt.setText(words)
        self._accept.setEnabled(self._learns() and bool(self._name()))

    def _lay_out(self) -> None:
        table = QTreeWidget()
        table.setHeaderLabels(list(HEADS))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAccessibleName("试讲结果")
        head = table.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for words in told(self._laps):
            item = QTreeWidgetItem(table, list(words))
            item.setSizeHint(0, row_size())
            for column in (1, 2, 3):
                item.setTextAlignment(column, RIGHT)
        line = QHBoxLayout()
        label = PlainLabel("讲话人")
        line.addWidget(label)
        line.addWidget(self._who, 1)
        say_what_for(self._who, "讲话人", label)
        self._learnt.setWordWrap(True)
        self._accept = push_button("记下语速", self.accept)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(20, 20, 20, 16)
        column_.setSpacing(12)
        column_.addWidget(table, 1)
        column_.addLayout(line)
        column_.addWidget(self._learnt)
        column_.addWidget(ButtonRow(self._accept, leave=push_button("不记语速", self.reject)))
