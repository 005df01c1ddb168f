"""检查: findings grouped by rule, each group with its places, fix, ignore and reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
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
from editor.ui.panels.finding_cards import CardSteps, FindingCards
from editor.ui.panels.side_panel import NO_TEXT, SidePanel

NONE = "查过的文字里没有要改的。"
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
        self._open: set[str] = set()
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
            frozenset(self._open),
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
            self.renumber_asked.emit, partial(self._toggle, self._open),
            partial(self._toggle, self._why),
        )  # fmt: skip
        cards = FindingCards(self._rules, analysis.manuscript, self.colours, steps)
        cards.open, cards.told = frozenset(self._open), frozenset(self._why)
        self._cards = cards
        self._list.show_cards(
            [partial(cards.group, one) for one in groups], NONE if self.has_text else NO_TEXT
        )

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
        self.point_at(target, unfold=True)
        self.stepped.emit(target)

    def point_at(self, finding: Finding, *, unfold: bool = False) -> None:
        """Select the finding's row and bring it into view, where the list is seen.

        ``unfold`` shows its row also where the card shows only the first of its places.
        """
        if not self.isVisible():
            return
        self.update_now()
        number = next((n for n, one in enumerate(self._groups) if finding in one.findings), -1)
        if number < 0:
            return
        made = self._list.card_at(number)
        assert self._cards is not None
        if unfold and finding not in self._cards.rows:
            self._open.add(finding.rule)
            self.update_now()
            made = self._list.card_at(number)
        self._list.select(made, self._cards.rows.get(finding))

    def mend(self, analysis: Analysis, edits: Sequence[Edit]) -> None:
        """Do the edits of a fix that was found in this analysis, if it is still of now."""
        if analysis is not self.analysis():
            self.controller.refresh()  # another one by now: its places are others
            self.said.emit(CHANGED)
            return
        self._apply(edits)

    def _go(self, finding: Finding) -> None:
        self.controller.go_to(finding.span.head, finding.span.tail)

    def _apply(self, edits: Sequence[Edit]) -> None:
        # The spans count in the text that was read; typing since then has made them old.
        if self.outdated():
            self.said.emit(CHANGED)
            self.controller.refresh()
        else:
            self.controller.apply(edits)
            self.said.emit(f"改了 {len(edits)} 处，按 Ctrl+Z 可以撤销。")
        self.update_now()

    def _toggle(self, where: set[str], rule: str) -> None:
        where ^= {rule}
        self.update_now()
