"""The sheet before printing: 必改, 请看, 无误; each line a jump to its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.analysis.stage_guard import UNREAD
from editor.checks.finding import Finding
from editor.checks.report.finding_groups import group
from editor.checks.report.gate import Gate
from editor.manuscript.paragraph import Span
from editor.ui.document.controller import DocumentController
from editor.ui.look.first_size import fit

Choice = Literal["final", "draft", "stay", "mend"]
PLACE = Qt.ItemDataRole.UserRole
SHOWN = 3  # places of one kind, blanks aside
FAMILIES = {
    "blanks": "没有未填的空",
    "structure": "序号和层次连贯",
    "punctuation": "标点没有毛病",
    "numbers": "数字写法没有毛病",
    "wording": "用词没有毛病",
    "formulations": "提法没有毛病",
    "era": "没有过时的提法",
    "elsewhere": "没有别处的痕迹",
    "spun": "没有伪原创的字句",
}


class GateSheet(QDialog):
    """``purpose`` is what comes next ('打印', '导出 PDF'), '' only to look."""

    sheet_asked = Signal()

    def __init__(
        self, parent: QWidget, controller: DocumentController, gate: Gate, purpose: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("印前检查")
        fit(self, 560, 600)
        self.choice: Choice = "stay"
        self._controller, self._gate = controller, gate
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setAccessibleName("检查结果")
        self._list.itemActivated.connect(self._jump)
        self._list.itemClicked.connect(self._jump)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        head = QLabel(self._head(purpose))
        head.setWordWrap(True)
        head.setProperty("role", "title")
        column.addWidget(head)
        column.addWidget(self._list, 1)
        column.addLayout(self._buttons(purpose))
        self._fill()

    def lines(self) -> list[str]:
        """What the sheet says, line by line."""
        return [self._list.item(n).text() for n in range(self._list.count())]

    def choose(self, choice: Choice) -> None:
        """Go on with the final or a draft, or go and mend; no final where it may not pass."""
        if choice == "final" and not self._gate.clean:
            return
        self.choice = choice
        self.accept()

    def _head(self, purpose: str) -> str:
        if self._gate.clean:
            return "可以付印：没有必改的地方。" if purpose else "没有必改的地方。"
        number = len(self._gate.must) or len(self._gate.blanks)
        after = f"，不能{purpose}定稿" if purpose else ""
        return f"还有 {number} 处必改{after}。"

    def _fill(self) -> None:
        self._section("必改", self._gate.must)
        self._section("请看", self._gate.look)
        if any(finding.said is UNREAD for finding in self._gate.must):
            return  # where a rule could not be asked, its silence says nothing
        spoken = {f.rule.split("/")[0] for f in (*self._gate.must, *self._gate.look)}
        self._add(f"无误（{sum(f not in spoken for f in FAMILIES)} 项）", None, bold=True)
        for family, words in FAMILIES.items():
            if family not in spoken:
                self._add(f"　✓ {words}", None)

    def _section(self, title: str, findings: Sequence[Finding]) -> None:
        self._add(f"{title}（{len(findings)} 处）", None, bold=True)
        # Open blanks first: they are the scandal, half-width marks are not.
        for one in sorted(group(findings), key=lambda g: not g.rule.startswith("blanks/")):
            # Every blank is named; of a slip that runs through the text the first will do.
            shown = one.findings if one.rule.startswith("blanks/") else one.findings[:SHOWN]
            for finding in shown:
                self._place(finding)
            if left := len(one.findings) - len(shown):
                self._add(f"　　…… 同样的另有 {left} 处，在“检查”里可以一次改正", None)

    def _place(self, finding: Finding) -> None:
        where = f"第 {finding.span.paragraph + 1} 段"
        text = self._controller.manuscript().paragraphs[finding.span.paragraph].text
        piece = _piece(text, finding.span)
        self._add(f"　{where}　{piece}\n　{finding.message}", finding.span)

    def _add(self, words: str, span: Span | None, *, bold: bool = False) -> None:
        item = QListWidgetItem(words)
        item.setData(PLACE, span)
        font = item.font()
        font.setBold(bold)
        item.setFont(font)
        if span is None:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._list.addItem(item)

    def _jump(self, item: QListWidgetItem) -> None:
        span = item.data(PLACE)
        if span is not None:
            paragraph, start, end = span
            place = Span(paragraph, start, end)
            self.reject()
            self._controller.go_to(place.head, place.tail)

    def _buttons(self, purpose: str) -> QHBoxLayout:
        row = QHBoxLayout()
        paper = QPushButton("校核单…")
        paper.setAutoDefault(False)
        paper.setToolTip("这些结果印成一张单子，可以打印、存 PDF 或 Word")
        paper.clicked.connect(self.sheet_asked)
        row.addWidget(paper)
        row.addStretch(1)
        back = QPushButton("回去改" if purpose else "关闭")
        back.clicked.connect(partial(self.choose, "mend") if purpose else self.reject)
        row.addWidget(back)
        if purpose:
            draft = QPushButton(f"{purpose}草稿")
            draft.setToolTip("每页标“草稿”，没填的空标出来")
            draft.clicked.connect(partial(self.choose, "draft"))
            row.addWidget(draft)
            final = QPushButton(f"{purpose}定稿")
            final.setEnabled(self._gate.clean)
            final.setDefault(self._gate.clean)
            final.clicked.connect(partial(self.choose, "final"))
            row.addWidget(final)
            if not self._gate.clean:
                back.setDefault(True)
        return row


def _piece(text: str, span: Span) -> str:
    before = text[max(0, span.start - 8) : span.start]
    return f"{before}〔{text[span.start : span.end]}〕{text[span.end : span.end + 8]}"
