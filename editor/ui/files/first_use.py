"""What is asked once, on the start page: whose speeches these are; and the tour that is offered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.ui.look.button_row import push_button
from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.plain_words import PlainLabel, literal

LETTERS = 14  # of a unit's name that can be seen


class FirstUse(QFrame):
    """A card that asks for the unit and offers the tour; either can be passed over."""

    unit_told = Signal(str)
    tour_asked = Signal()
    passed_over = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.unit = QLineEdit()
        self.unit.setPlaceholderText("单位全称，如：云川市总工会")
        # At large type the field shows some of it.
        self.unit.setToolTip(literal(self.unit.placeholderText()))
        self.unit.setAccessibleName("单位全称")
        self.unit.returnPressed.connect(self._tell)
        head = PlainLabel("第一次用？")
        head.setProperty("role", "strong")
        why = PlainLabel(
            "写上单位，填空时会提示，文中混进了别的单位、别处的地名会请您看。只问这一次，"
            "以后在“文件—单位档案”里改。"
        )
        why.setWordWrap(True)
        why.setProperty("role", "dim")
        tour = QPushButton("四步看一遍（用样例稿，一分钟）")
        tour.setProperty("role", "link")
        tour.clicked.connect(lambda: self.tour_asked.emit())
        keep = push_button("记下", self._tell)
        later = push_button("以后再说", self.passed_over.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        answer = FlowLayout()
        answer.add_wide(self.unit, LETTERS)
        for button in (keep, later):
            answer.addWidget(button)
        self._asking = QWidget()
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(why)
        asking.addLayout(answer)
        for part in (head, tour, self._asking):
            column.addWidget(part)

    def answered(self) -> None:
        """It is not asked any more; the tour is still offered, till the program ends."""
        self._asking.hide()

    def _tell(self) -> None:
        if unit := self.unit.text().strip():
            self.unit_told.emit(unit)
