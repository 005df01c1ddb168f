"""检查: findings grouped by rule, each group with its places, fix, ignore and reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from editor.checks.finding import IN_WORD, Finding, Fix, Severity
from editor.checks.report.finding_fixes import NUMBERS, fix_of, fixes_of
from editor.checks.report.finding_groups import FindingGroup, group
from editor.checks.rules.explain import explain, marked
from editor.checks.rules.rule import Rule
from editor.manuscript.edits import Edit
from editor.manuscript.manuscript import Manuscript
from editor.ui.document.controller import DocumentController
from editor.ui.look.theme import Theme
from editor.ui.panels.card_list import CardList, PressLabel, card, label, link
from editor.ui.panels.marked_text import with_marks
from editor.ui.panels.side_panel import SidePanel

PLACES = 6  # shown in a group before 'all places'
NONE = "查过的文字里没有要改的。"
WIDTH = 10  # characters either side of an excerpt


class FindingsPanel(SidePanel):
    """Asks for ignoring by ``ignore_asked(tuple[Finding])``; fixes by the controller itself.

    ``stepped`` tells what a walk has come to and what mends it there, None where nothing does.
    """

    ignore_asked = Signal(tuple)
    restore_asked = Signal()
    repair_asked = Signal()
    renumber_asked = Signal()
    stepped = Signal(str, object)  # words, Callable[[], object] | None

    def __init__(
        self, controller: DocumentController, rules: tuple[Rule, ...], theme: Theme
    ) -> None:
        super().__init__(controller, theme)
        self._rules = {rule.id: rule for rule in rules}
        self._listed = frozenset(Severity)
        self._open: set[str] = set()
        self._why: set[str] = set()
        self._head = label("")
        self._head.setContentsMargins(14, 4, 14, 4)
        self._aside = link("", self.restore_asked.emit)
        self._list = CardList()
        self.column.addWidget(self._head)
        under = QHBoxLayout()  # in line with the words above it
        under.setContentsMargins(14, 0, 14, 0)
        under.addWidget(self._aside)
        self.column.addLayout(under)
        self.column.addWidget(self._list, 1)

    def numbers(self) -> tuple[int, int]:
        """How many kinds of 必改 and of 请看 there are; two hundred commas are one."""
        found = self.analysis().findings
        must = {f.rule for f in found if f.severity is Severity.MUST}
        return len(must), len({f.rule for f in found if f.severity is Severity.LOOK})

    def list_only(self, severities: Collection[Severity]) -> None:
        """List findings of these kinds alone; the others count all the same."""
        self._listed = frozenset(severities)
        self.update_now()

    def _findings(self) -> list[Finding]:
        return [f for f in self.analysis().findings if f.severity in self._listed]

    def signature(self) -> object:
        """Where the blanks or findings are, and what is unfolded."""
        analysis = self.analysis()
        return (
            tuple((f.rule, f.span, f.side, f.excerpt) for f in analysis.findings),
            self._listed,
            len(analysis.aside),
            frozenset(self._open),
            frozenset(self._why),
        )

    def rebuild(self) -> None:
        """Show the groups, 必改 first."""
        analysis = self.analysis()
        groups = group(self._findings(), self._rules.values())
        self._head.setText(
            " · ".join(filter(None, (_total(s, analysis.findings) for s in Severity)))
        )
        self._head.setVisible(bool(groups))
        self._aside.setText(f"已忽略 {len(analysis.aside)} 处，全部恢复")
        self._aside.setVisible(bool(analysis.aside))
        makers = [partial(self._group, one, analysis.manuscript) for one in groups]
        self._list.show_cards(makers, NONE)

    def step(self, forward: bool) -> None:
        """Go to the next or previous 必改 or 请看 from the caret; round at the end."""
        if self.outdated():
            self.controller.refresh()
        found = [f for f in self._findings() if f.severity is not Severity.HINT]
        if not found:
            self.said.emit(NONE)
            return
        caret = self.controller.selection()[0]
        places = sorted(found, key=lambda f: f.span.head)
        if forward:
            target = next((f for f in places if f.span.head > caret), places[0])
        else:
            target = next((f for f in reversed(places) if f.span.head < caret), places[-1])
        self.controller.go_to(target.span.head, target.span.tail)
        fixes = fixes_of(target, self.analysis().manuscript)
        mend = partial(self._apply, fixes[0].edits) if fixes else None
        self.stepped.emit(f"{target.severity.value}：{target.message}", mend)

    def _group(self, one: FindingGroup, manuscript: Manuscript) -> QWidget:
        frame, column = card()
        column.addWidget(label(self._title(one), rich=True))
        messages = {finding.message for finding in one.findings}
        alike = len(messages) == 1
        if alike and one.title not in messages:
            column.addWidget(label(one.findings[0].message, dim=True))
        shown = one.findings if one.rule in self._open else one.findings[:PLACES]
        for finding in shown:
            column.addWidget(self._place(finding, manuscript, alone=len(one.findings) == 1))
            if finding.side:
                column.addWidget(label(f"在{finding.place}里，{IN_WORD}。", dim=True))
            if not alike and not finding.fixes:  # a fix says by itself what is wrong here
                column.addWidget(label(finding.message, dim=True))
        if len(one.findings) > len(shown):
            words = f"全部 {len(one.findings)} 处"
            column.addWidget(link(words, partial(self._toggle, self._open, one.rule)))
        column.addLayout(self._buttons(one, fix_of(one, manuscript)))
        if one.rule in self._why:
            column.addWidget(label(self._reason(one.rule), rich=True))
        frame.setAccessibleName(f"{one.severity.value} {one.title}，{len(one.findings)} 处")
        return frame

    def _title(self, one: FindingGroup) -> str:
        sign = {Severity.MUST: "■", Severity.LOOK: "●", Severity.HINT: "○"}[one.severity]
        colour = {
            Severity.MUST: self.colours.must,
            Severity.LOOK: self.colours.look,
            Severity.HINT: self.colours.dim,
        }[one.severity]
        return (
            f'<span style="color:{colour}">{sign} {one.severity.value}</span>'
            f" <b>{escape(one.title)}</b>"
            f' <span style="color:{self.colours.dim}">{len(one.findings)} 处</span>'
        )

    def _place(self, finding: Finding, manuscript: Manuscript, *, alone: bool) -> QWidget:
        text = finding.text if finding.side else manuscript.paragraphs[finding.span.paragraph].text
        start, end = finding.stretch
        first = max(0, start - WIDTH)
        piece = text[first : end + WIDTH].replace("\u2028", " ")
        colour = self.colours.must if finding.severity is Severity.MUST else self.colours.look
        span = (start - first, end - first)
        row = QFrame()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        shown = with_marks(piece, [span], f"color:{colour};font-weight:600")
        words = PressLabel(shown, partial(self._go, finding))
        go = link(finding.place or f"{finding.span.paragraph + 1} 段", partial(self._go, finding))
        go.setAccessibleName(f"转到第 {finding.span.paragraph + 1} 段：{finding.excerpt}")
        line.addWidget(words, 1)
        for fix in fixes_of(finding, manuscript)[:2]:
            line.addWidget(link(fix.label, partial(self._apply, fix.edits)))
        if not alone and _may_be_ignored(finding):
            aside = link("忽略", partial(self.ignore_asked.emit, (finding,)))
            aside.setToolTip("只忽略这一处")
            line.addWidget(aside)
        line.addWidget(go)
        return row

    def _buttons(self, one: FindingGroup, fix: Fix | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        number = len(one.findings)
        if fix and number > 1:
            row.addWidget(link(fix.label, partial(self._apply, fix.edits)))
        if one.rule in self._rules and self._rules[one.rule].program == "spun":
            row.addWidget(link("逐对修复…", self.repair_asked.emit))
        if one.rule in NUMBERS:
            row.addWidget(link("重排序号…", self.renumber_asked.emit))
        if _may_be_ignored(one.findings[0]):
            words = f"全部忽略（{number}处）" if number > 1 else "忽略"
            row.addWidget(link(words, partial(self.ignore_asked.emit, one.findings)))
        if one.rule in self._rules:
            row.addWidget(link("为什么", partial(self._toggle, self._why, one.rule)))
        row.addStretch(1)
        return row

    def _reason(self, rule: str) -> str:
        told = explain(self._rules[rule])
        parts = [escape(told.why), f"<i>依据：{escape(told.source)}</i>"]
        parts += [f"不对：{escape(marked(example))}" for example in told.bad[:1]]
        parts += [f"对：{escape(marked(example))}" for example in told.good[:1]]
        return "<br>".join(parts)

    def _go(self, finding: Finding) -> None:
        self.controller.go_to(finding.span.head, finding.span.tail)

    def _apply(self, edits: Sequence[Edit]) -> None:
        # The spans count in the text that was read; typing since then has made them old.
        if self.outdated():
            self.said.emit("文字刚改过，检查结果已更新，请再点一次。")
            self.controller.refresh()
        else:
            self.controller.apply(edits)
            self.said.emit(f"改了 {len(edits)} 处，按 Ctrl+Z 可以撤销。")
        self.update_now()

    def _toggle(self, where: set[str], rule: str) -> None:
        where ^= {rule}
        self.update_now()


def _may_be_ignored(finding: Finding) -> bool:
    """Not what could not be checked, nor open blanks in one go: the fill sheet asks of each."""
    firm = ("blanks/", "reading/")
    return finding.severity is not Severity.MUST or not finding.rule.startswith(firm)


def _total(severity: Severity, findings: Sequence[Finding]) -> str:
    of_it = [f.rule for f in findings if f.severity is severity]
    if not of_it:
        return ""
    return f"{severity.value} {len(set(of_it))} 类 {len(of_it)} 处"
