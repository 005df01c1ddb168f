"""The lines of the sheet before printing: each a jump to its place, some with a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from editor.checks.finding import IN_WORD, Finding
from editor.checks.report.fates import Notice, not_looked_at
from editor.checks.report.finding_groups import group
from editor.checks.report.gate import Gate
from editor.checks.rules.explain import FAMILIES as NAMES
from editor.manuscript.file_objects import ObjectKind, where
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span

PLACE = Qt.ItemDataRole.UserRole
KIND = Qt.ItemDataRole.UserRole + 1  # of the objects that a tick speaks of
AROUND = 8  # characters either side of the words of a finding
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


class GateList(QListWidget):
    """What the gate says, line by line. ``ticking``: the writer is asked to say what he knows."""

    jumped = Signal(object)  # Span
    ticked = Signal()

    def __init__(self, parent: QWidget, manuscript: Manuscript, *, ticking: bool) -> None:
        super().__init__(parent)
        self._manuscript, self._ticking = manuscript, ticking
        self.accepted: frozenset[ObjectKind] = frozenset()
        self.setWordWrap(True)
        self.setAccessibleName("检查结果")
        self.itemActivated.connect(self._jump)
        self.itemClicked.connect(self._jump)
        self.itemChanged.connect(self._tick)

    def show_gate(self, gate: Gate) -> None:
        """Show another verdict; what was ticked stays ticked."""
        self.blockSignals(True)
        self.clear()
        self._fill(gate)
        self.blockSignals(False)

    def _fill(self, gate: Gate) -> None:
        self._section("必改", gate.must)
        if gate.notices:
            self._add(f"文稿里另有（{len(gate.notices)} 种）", None, bold=True)
        for notice in gate.notices:
            self._notice(notice)
        self._section("请看", gate.look)
        # Where a rule could not be asked, its silence says nothing.
        if unlooked := [family for family in NAMES if family in gate.unlooked]:
            self._add(f"没有检查完（{len(unlooked)} 项）", None, bold=True)
        for family in unlooked:
            self._add(f"　{NAMES[family]}：没有检查完", None)
        clean = [w for f, w in FAMILIES.items() if f not in gate.spoken | gate.unlooked]
        if clean or not unlooked:
            self._add(f"无误（{len(clean)} 项）", None, bold=True)
        for words in clean:
            self._add(f"　✓ {words}", None)
        if unseen := not_looked_at(gate.notices):
            self._add(f"　没有检查：{unseen}", None)

    def _notice(self, notice: Notice) -> None:
        """A kind with what becomes of it, and with a tick where the writer must say so."""
        asked = self._ticking and notice.outcome.holds
        row = self._add(notice.title if asked else f"　{notice.title}", None)
        if asked:
            ticked = notice.kind in self.accepted
            row.setData(KIND, notice.kind)
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        for one in notice.objects[:SHOWN]:
            words = f"　{one.words}" if one.words else ""
            self._add(f"　　{where(one)}{words}", Span(one.paragraph, 0, 0))
        if left := len(notice.objects[SHOWN:]):
            self._add(f"　　…… 另有 {left} 处", None)

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
        place = finding.where(self._manuscript)
        advice = f"（{IN_WORD}）" if finding.side else ""
        words = f"　{place}　{_around(finding)}\n　{_message(finding)}{advice}"
        self._add(words, finding.span)

    def _add(self, words: str, span: Span | None, *, bold: bool = False) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setData(PLACE, span)
        font = item.font()
        font.setBold(bold)
        item.setFont(font)
        if span is None:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addItem(item)
        return item

    def _jump(self, item: QListWidgetItem) -> None:
        span = item.data(PLACE)
        if span is not None:
            self.jumped.emit(Span(*span))

    def _tick(self, item: QListWidgetItem) -> None:
        kind = item.data(KIND)
        if kind is not None:
            one = {ObjectKind(kind)}
            known = item.checkState() is Qt.CheckState.Checked
            self.accepted = self.accepted | one if known else self.accepted - one
            self.ticked.emit()


def _around(finding: Finding) -> str:
    """The words with a few either side; a line of the list has one look, so none is set off."""
    start, end = finding.stretch
    text = finding.text
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    piece = text[left:right].replace("\u2028", " ")
    return f"{'……' if left else ''}{piece}{'……' if right < len(text) else ''}"


def _message(finding: Finding) -> str:
    """The message; one that does not name the words it speaks of gets them put before it."""
    words = finding.excerpt
    named = words in finding.message or not words.strip() or len(words) > AROUND
    return finding.message if named else f"“{words}”：{finding.message}"
