"""检查: findings grouped by rule, each group with its places, fix, ignore and reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from editor.analysis.tally import tally
from editor.analysis.values import Analysis
from editor.checks.finding import Finding, Severity
from editor.checks.report.finding_groups import FindingGroup, group
from editor.checks.rules.rule import Rule
from editor.manuscript.edits import Edit
from editor.ui.document.controller import DocumentController
from editor.ui.look.theme import Theme
from editor.ui.panels.card_list import CardList, label, link
from editor.ui.panels.finding_cards import FIRST, PLACES, CardSteps, FindingCards, widened, within
from editor.ui.panels.side_panel import NO_TEXT, SidePanel

NONE = "查过的文字里没有要改的。"
POINT_MS = 60
CHANGED = "文字刚改过，检查结果已更新，请再点一次。"


class FindingsPanel(SidePanel):
    """Asks for ignoring by ``ignore_asked(tuple[Finding])``; fixes by the controller itself.

    ``stepped`` tells what a walk has come to: the page has it selected, the list its card.
    """

    ignore_asked = Signal(tuple)
    restore_asked = Signal()
    repair_asked = Signal()
    renumber_asked = Signal()
    stepped = Signal(object)  # Finding

    def __init__(
        self, controller: DocumentController, rules: tuple[Rule, ...], theme: Theme
    ) -> None:
        super().__init__(controller, theme)
        self._rules = {rule.id: rule for rule in rules}
        self._listed = frozenset(Severity)
        self._places: dict[str, range] = {}  # of a rule, which are shown
        self._pointed: Analysis | None = None  # in which a row was last selected
        self._due: tuple[Finding, bool] | None = None
        self._point_timer = QTimer(self, singleShot=True, interval=POINT_MS)
        self._point_timer.timeout.connect(self._point)
        self._why: set[str] = set()
        self._cards: FindingCards | None = None
        self._groups: list[FindingGroup] = []
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

    def list_only(self, severities: Collection[Severity]) -> None:
        """List findings of these kinds alone; the others count all the same."""
        self._listed = frozenset(severities)
        self.update_now()

    def _findings(self) -> list[Finding]:
        found = self.analysis().findings if self.has_text else ()
        return [f for f in found if f.severity in self._listed]

    def signature(self) -> object:
        """Where the blanks or findings are, and what is unfolded."""
        analysis = self.analysis()
        return (
            tuple((f.rule, f.span, f.side, f.excerpt) for f in analysis.findings),
            self._listed,
            len(analysis.aside),
            tuple(self._places.items()),
            frozenset(self._why),
        )

    def rebuild(self) -> None:
        """Show the groups, 必改 first."""
        analysis = self.analysis()
        groups = self._groups = list(group(self._findings(), self._rules.values()))
        self._head.setText(tally(analysis).findings_words())
        self._head.setVisible(bool(groups))
        self._aside.setText(f"已忽略 {len(analysis.aside)} 处，全部恢复")
        self._aside.setVisible(self.has_text and bool(analysis.aside))
        steps = CardSteps(
            self._go, self._apply, self.ignore_asked.emit, self.repair_asked.emit,
            self.renumber_asked.emit, self._show_more, self._tell_why,
        )  # fmt: skip
        cards = FindingCards(self._rules, analysis.manuscript, self.colours, steps)
        cards.shown, cards.told = self._places, frozenset(self._why)
        self._cards = cards
        self._list.show_cards(
            [partial(cards.group, one) for one in groups], NONE if self.has_text else NO_TEXT
        )

    def forget(self) -> None:
        """Another text comes: which places and reasons were unfolded says nothing of it."""
        self._due = self._pointed = None
        self._places.clear()
        self._why.clear()

    def step(self, forward: bool, *, here: bool = False) -> None:
        """Go to the next or previous 必改 or 请看 from the caret; round at the end.

        ``here``: the one at the caret counts as next; what stood there has just been dealt with.
        """
        if self.outdated():
            self.controller.refresh()
        found = [f for f in self._findings() if f.severity is not Severity.HINT]
        if not found:
            self.said.emit(NONE)
            return
        caret = self.controller.selection()[0]
        places = sorted(found, key=lambda f: f.span)
        if forward:
            behind = (f for f in places if f.span.head > caret or (here and f.span.head == caret))
            target = next(behind, places[0])
        else:
            target = next((f for f in reversed(places) if f.span.head < caret), places[-1])
        self.controller.go_to(target.span.head, target.span.tail)
        self.point_at(target, row=True)
        self.stepped.emit(target)

    def point_at(self, finding: Finding, *, row: bool = False) -> None:
        """Select the finding's row and bring it into view, where the list is seen.

        ``row`` wants it shown also where the card shows other places of its rule. What must be
        made anew for it is made when the key is done with, once for several quick ones.
        """
        self._due = (finding, row)
        made = self._cards is not None and finding in self._cards.rows
        if made and self._pointed is self.analysis():
            self._point()
        else:
            self._point_timer.start()

    def _point(self) -> None:
        if self._due is None or not self.isVisible():
            return
        (finding, row), self._due = self._due, None
        groups = group(self._findings(), self._rules.values())
        number = next((n for n, one in enumerate(groups) if finding in one.findings), -1)
        if number < 0:
            return
        at = groups[number].findings.index(finding)
        if row and at not in within(self._places.get(finding.rule, FIRST), at + 1 + PLACES):
            self._places[finding.rule] = range(max(0, at - 1), max(0, at - 1) + PLACES)
        self.update_now()
        self._pointed = self.analysis()
        made = self._list.card_at(number)
        self._list.select(made, self._cards.rows.get(finding) if self._cards else None)

    def mend(self, analysis: Analysis, edits: Sequence[Edit]) -> None:
        """Do the edits of a fix that was found in this analysis, if it is still of now."""
        if analysis is self.analysis() and not self.outdated():
            self._do(edits)
        else:
            self.controller.refresh()  # another one by now: its places are others
            self.said.emit(CHANGED)

    def _go(self, finding: Finding) -> None:
        self.controller.go_to(finding.span.head, finding.span.tail)

    def _apply(self, edits: Sequence[Edit]) -> None:
        # The spans count in the text that was read; typing since then has made them old.
        if self.outdated():
            self.said.emit(CHANGED)
            self.controller.refresh()
        else:
            self._do(edits)
        self.update_now()

    def _do(self, edits: Sequence[Edit]) -> None:
        self.controller.apply(edits, name=f"改正 {len(edits)} 处" if len(edits) > 1 else "")
        self.said.emit(f"改了 {len(edits)} 处，按 Ctrl+Z 可以撤销。")

    def _show_more(self, rule: str, behind: bool) -> None:
        shown = self._places.get(rule, FIRST)
        self._places[rule] = widened(shown, behind=behind)
        self.update_now()

    def _tell_why(self, rule: str) -> None:
        self._why ^= {rule}
        self.update_now()
