"""The cards of the findings: one for each rule, with its places, fixes, ignore and reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from PySide6.QtWidgets import QFrame, QWidget

from editor.checks.finding import IN_WORD, Finding, Fix, Severity
from editor.checks.report.finding_fixes import NUMBERS, fix_of, fixes_of
from editor.checks.report.finding_groups import FindingGroup
from editor.checks.report.finding_words import (
    LEAVE,
    SIGNS,
    WHY,
    advice,
    fix_words,
    may_be_ignored,
    reason_of,
)
from editor.checks.rules.rule import Rule
from editor.manuscript.edits import Edit
from editor.manuscript.manuscript import Manuscript
from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.palette import Colours
from editor.ui.look.plain_words import literal
from editor.ui.panels.card_list import PressLabel, card, label, link
from editor.ui.panels.marked_text import with_marks
from editor.ui.panels.reason_words import reason_html

PLACES = 6  # of a rule that are shown at first
MORE = 30  # by each wish for more: thousands of rows would take seconds to make
FIRST = range(PLACES)
WIDTH = 10  # characters either side of an excerpt


@dataclass(frozen=True, slots=True)
class CardSteps:
    """What is done from a card; `why` folds again when it is asked twice.

    ``more`` shows more places of a rule, those behind (True) or before what is shown.
    """

    go: Callable[[Finding], object]
    mend: Callable[[Sequence[Edit]], object]
    ignore: Callable[[tuple[Finding, ...]], object]
    repair: Callable[[], object]
    renumber: Callable[[], object]
    more: Callable[[str, bool], object]
    why: Callable[[str], object]


class FindingCards:
    """Builds the cards of one analysis and remembers the rows of the places.

    ``shown`` has the places of a rule that are shown where it is not the first, ``told`` are the
    rules with their reason.
    """

    def __init__(
        self, rules: dict[str, Rule], manuscript: Manuscript, colours: Colours, steps: CardSteps
    ) -> None:
        self._rules, self._manuscript = rules, manuscript
        self._colours, self._steps = colours, steps
        self.shown: Mapping[str, range] = {}
        self.told: frozenset[str] = frozenset()
        self.rows: dict[Finding, QWidget] = {}

    def group(self, one: FindingGroup) -> QWidget:
        """The card of a rule."""
        frame, column = card()
        column.addWidget(label(self._title(one), rich=True))
        messages = {finding.message for finding in one.findings}
        alike = len(messages) == 1
        if alike and one.title not in messages:
            column.addWidget(label(one.findings[0].message, dim=True))
        shown = within(self.shown.get(one.rule, FIRST), len(one.findings))
        if shown.start:
            words = f"前面还有 {shown.start} 处"
            column.addWidget(link(words, partial(self._steps.more, one.rule, False)))
        for finding in one.findings[shown.start : shown.stop]:
            column.addWidget(self._place(finding, alone=len(one.findings) == 1))
            if finding.side:
                column.addWidget(label(f"在{finding.place}里，{IN_WORD}。", dim=True))
            if not alike and not finding.fixes:  # a fix says by itself what is wrong here
                column.addWidget(label(finding.message, dim=True))
        if left := len(one.findings) - shown.stop:
            words = f"后面还有 {left} 处，再看一些"
            column.addWidget(link(words, partial(self._steps.more, one.rule, True)))
        fix = fix_of(one, self._manuscript)
        if fix is None and not one.findings[0].side and one.severity is not Severity.HINT:
            column.addWidget(label(advice(one.findings[0]), dim=True))
        column.addLayout(self._buttons(one, fix))
        if one.rule in self.told:
            reason = reason_html(reason_of(self._rules[one.rule]), self._colours)
            column.addWidget(label(reason, rich=True))
        frame.setAccessibleName(f"{one.severity.value} {one.title}，{len(one.findings)} 处")
        return frame

    def _title(self, one: FindingGroup) -> str:
        colours = self._colours
        table = {Severity.MUST: colours.must, Severity.LOOK: colours.look}
        colour = table.get(one.severity, colours.dim)
        return (
            f'<span style="color:{colour}">{SIGNS[one.severity]} {one.severity.value}</span>'
            f" <b>{escape(one.title)}</b>"
            f' <span style="color:{colours.dim}">{len(one.findings)} 处</span>'
        )

    def _place(self, finding: Finding, *, alone: bool) -> QWidget:
        paragraph = self._manuscript.paragraphs[finding.span.paragraph]
        text = finding.text if finding.side else paragraph.text
        start, end = finding.stretch
        first = max(0, start - WIDTH)
        piece = text[first : end + WIDTH].replace("\u2028", " ")
        must = finding.severity is Severity.MUST
        colour = self._colours.must if must else self._colours.look
        span = (start - first, end - first)
        row = QFrame()
        row.setProperty("role", "place")
        line = FlowLayout(row)
        shown = with_marks(piece, [span], f"color:{colour};font-weight:600")
        place = link(
            finding.place or f"{finding.span.paragraph + 1} 段", partial(self._steps.go, finding)
        )
        line.add_wide(PressLabel(shown, place), 10)
        for fix in fixes_of(finding, self._manuscript)[:2]:
            button = link(fix.label, partial(self._steps.mend, fix.edits))
            button.setToolTip(literal(fix_words(fix, finding, self._manuscript)))
            line.addWidget(button)
        if not alone and may_be_ignored(finding):
            aside = link("忽略", partial(self._steps.ignore, (finding,)))
            aside.setToolTip(literal(LEAVE))
            line.addWidget(aside)
        place.setAccessibleName(f"转到第 {finding.span.paragraph + 1} 段：{finding.excerpt}")
        line.addWidget(place)
        self.rows[finding] = row
        return row

    def _buttons(self, one: FindingGroup, fix: Fix | None) -> FlowLayout:
        row = FlowLayout(gap=16)
        number, steps = len(one.findings), self._steps
        if fix and number > 1:
            row.addWidget(link(fix.label, partial(steps.mend, fix.edits)))
        if one.rule in self._rules and self._rules[one.rule].program == "spun":
            row.addWidget(link("逐对修复…", steps.repair))
        if one.rule in NUMBERS:
            row.addWidget(link("重排序号…", steps.renumber))
        if may_be_ignored(one.findings[0]):
            words = f"全部忽略（{number}处）" if number > 1 else "忽略"
            row.addWidget(link(words, partial(steps.ignore, one.findings)))
        if one.rule in self._rules:
            row.addWidget(link(WHY, partial(steps.why, one.rule)))
        return row


def within(shown: range, number: int) -> range:
    """The places that can be shown of so many: never fewer than `PLACES` where there are more."""
    start = max(0, min(shown.start, number - PLACES))
    return range(start, min(number, max(shown.stop, start + PLACES)))


def widened(shown: range, *, behind: bool) -> range:
    """With some more places behind those that are shown, or before them."""
    if behind:
        return range(shown.start, shown.stop + MORE)
    return range(max(0, shown.start - MORE), shown.stop)
