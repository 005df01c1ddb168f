"""The sheet before printing: what must be mended, what must be known, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QVBoxLayout,
    QWidget,
)

from editor.checks.report.fates import Notice, holding
from editor.checks.report.gate import Gate
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.paragraph import Span
from editor.ui.document.controller import DocumentController
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel
from editor.ui.printing.gate_list import GateList

UNSURE = "blanks/unsure"  # the rule of what may be a blank
Choice = Literal["final", "draft", "stay", "mend"]


class GateSheet(QDialog):
    """``purpose`` is what comes next ('打印', '导出'), '' only to look.

    What the file holds beside its words is told by `take`, at once or when it is known; till
    then nothing final goes.
    """

    sheet_asked = Signal()
    margins_wished = Signal(bool)  # headers and footers of the file, where `offer_margins` asked

    def __init__(
        self, parent: QWidget, controller: DocumentController, gate: Gate, purpose: str
    ) -> None:
        super().__init__(parent)
        explain(self, "gate")
        self.setWindowTitle("印前检查")
        fit(self, 560, 600)
        self.choice: Choice = "stay"
        self.gone = False  # closed, or on its way
        self._controller, self._gate, self._purpose = controller, gate, purpose
        self._known = False
        self._list = GateList(self, controller.manuscript(), ticking=bool(purpose))
        self._list.jumped.connect(self._jump)
        self._list.ticked.connect(self._weigh)
        self._all = QCheckBox("这些我都知道，照此办理")
        self._all.clicked.connect(self._tick_all)
        self._margins = QCheckBox("带上原稿的页眉页脚，不用公文版的页码")
        self._margins.toggled.connect(self.margins_wished)
        self._margins.hide()
        self._head = PlainLabel()
        self._head.setWordWrap(True)
        self._head.setProperty("role", "title")
        leave = partial(self.choose, "mend") if purpose else self.reject
        self._back = push_button("回去改" if purpose else "关闭", leave)
        self._final = push_button(f"{purpose}定稿", partial(self.choose, "final"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        column.addWidget(self._all)
        column.addWidget(self._margins)
        column.addWidget(self._buttons(purpose))
        self.finished.connect(self._ended)
        self._show()

    @property
    def known_kinds(self) -> frozenset[ObjectKind]:
        """The kinds of which the writer has said that he knows."""
        return self._list.accepted

    def take(self, notices: Sequence[Notice], accepted: Iterable[ObjectKind] = ()) -> None:
        """What the file holds beside its words, what becomes of it, and what is known already."""
        self._list.accepted = frozenset(accepted)
        self._gate = replace(self._gate, notices=tuple(notices))
        self._known = True
        self._show()

    def offer_margins(self) -> None:
        """Ask whether the file's headers and footers come along."""
        self._margins.show()

    def lines(self) -> list[str]:
        """What the sheet says, line by line."""
        return [self._list.item(n).text() for n in range(self._list.count())]

    def choose(self, choice: Choice) -> None:
        """Go on with the final or a draft, or go and mend; no final where it may not pass."""
        if choice == "final" and not self._passes():
            return
        self.choice = choice
        self.accept()

    def _passes(self) -> bool:
        return self._known and self._gate.passes(self._list.accepted)

    def _ended(self) -> None:
        self.gone = True

    def _show(self) -> None:
        self._list.show_gate(self._gate)
        self._all.setVisible(bool(self._purpose and holding(self._gate.notices)))
        self._weigh()

    def _weigh(self) -> None:
        """Head and buttons say what the ticks allow."""
        passes = self._passes()
        self._head.setText(self._verdict())
        self._all.setChecked(not holding(self._gate.notices, self._list.accepted))
        if self._purpose:
            self._final.setEnabled(passes)
            (self._final if passes else self._back).setDefault(True)

    def _verdict(self) -> str:
        purpose = self._purpose
        if not self._gate.clean:
            number = len(self._gate.must) or len(self._gate.blanks)
            after = f"，不能{purpose}定稿" if purpose else ""
            return f"还有 {number} 处必改{after}。"
        if not self._known:
            return "没有必改的地方，正在看文稿里另有什么……"
        if held := holding(self._gate.notices, self._list.accepted):
            after = f"看过打勾，再{purpose}定稿。" if purpose else ""
            return f"没有必改的地方；文稿里另有 {len(held)} 种内容，定稿里不会照原样。{after}"
        unsure = sum(f.rule == UNSURE for f in self._gate.look)
        guess = f"有 {unsure} 处像是没填的空，请看一眼。" if unsure else ""
        return f"{'可以付印：' if purpose else ''}没有必改的地方。{guess}"

    def _tick_all(self, known: bool) -> None:
        self._list.accepted = frozenset(self._gate.held_kinds if known else ())
        self._show()

    def _jump(self, place: Span) -> None:
        self.reject()
        self._controller.go_to(place.head, place.tail)

    def _buttons(self, purpose: str) -> ButtonRow:
        tip = "这些结果印成一张单子，可以打印、存 PDF 或 Word"
        paper = push_button("校核单…", self.sheet_asked.emit, tip)
        if not purpose:
            return ButtonRow(others=(paper,), leave=self._back)
        tip = "每页标“草稿”，没填的空标出来"
        draft = push_button(f"{purpose}草稿", partial(self.choose, "draft"), tip)
        return ButtonRow(self._final, (draft, paper), self._back)
