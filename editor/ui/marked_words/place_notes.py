"""What is said of a marked place and what can be done there: for the menu and for the card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from editor.analysis.marked_place import MarkedPlace, marked_at
from editor.analysis.values import Analysis
from editor.blanks.blank import Blank
from editor.blanks.slots import Slot, slots_of
from editor.checks.finding import Finding, Severity
from editor.checks.report.finding_fixes import fixes_of
from editor.checks.report.finding_groups import group
from editor.checks.report.finding_words import (
    LEAVE,
    SIGNS,
    RuleReason,
    advice,
    everywhere_words,
    fix_words,
    how_to_fill,
    may_be_ignored,
    reason_of,
)
from editor.manuscript.paragraph import Position, Span
from editor.ui.panels.blanks_panel import BlanksPanel
from editor.ui.panels.check_commands import CheckCommands
from editor.ui.panels.findings_panel import FindingsPanel

FIXES = 3  # ways to mend one finding
VALUES = 5  # offered for one blank
SHEET = "打开填空单"
FILL = "选中要填的地方，打上要填的字，或打开填空单。"


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing that can be done, in words."""

    words: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class PlaceNote:
    """One thing that is said of a place.

    ``mends`` change the words there, ``alike`` fill all blanks that want the same value under
    the words ``alike_words``, ``leaves`` set it aside; ``advice`` says what to do where nothing
    mends it, ``reason`` why it is said. ``span`` are the words it speaks of.
    """

    severity: Severity
    message: str
    span: Span
    mends: tuple[Remedy, ...] = ()
    leaves: tuple[Remedy, ...] = ()
    alike: tuple[Remedy, ...] = ()
    alike_words: str = ""
    others: tuple[Remedy, ...] = ()
    advice: str = ""
    is_blank: bool = False
    reason: RuleReason | None = None

    @property
    def head(self) -> str:
        """'■ 必改': by shape and by word."""
        return f"{SIGNS[self.severity]} {self.severity.value}"


class PlaceNotes:
    """Makes the notes of places; what is chosen is done by the panels that know how."""

    def __init__(self, findings: FindingsPanel, blanks: BlanksPanel, checks: CheckCommands) -> None:
        self._findings, self._blanks, self._checks = findings, blanks, checks
        self._rules = {rule.id: rule for rule in checks.rules}

    def at(self, analysis: Analysis, place: Position) -> tuple[PlaceNote, ...]:
        """The notes of a place, the most urgent first; () where nothing is marked."""
        found = marked_at(analysis, place)
        if found is None:
            return ()
        notes = [self._of_blank(analysis, found, found.blank)] if found.blank else []
        span = found.blank.span if found.blank else None
        rest = [f for f in found.findings if not (_of_blank(f) and f.span == span)]
        notes += [self._of_finding(analysis, finding) for finding in rest]
        order = list(Severity)
        return tuple(sorted(notes, key=lambda note: order.index(note.severity)))

    def _of_finding(self, analysis: Analysis, finding: Finding) -> PlaceNote:
        mends = tuple(
            Remedy(
                fix_words(fix, finding, analysis.manuscript),
                partial(self._findings.mend, analysis, fix.edits),
            )
            for fix in fixes_of(finding, analysis.manuscript)[:FIXES]
        )
        return PlaceNote(
            finding.severity,
            finding.message,
            finding.span,
            mends,
            self._leaves(analysis, finding),
            advice="" if mends else advice(finding),
            reason=self._reason(finding.rule),
        )

    def _leaves(self, analysis: Analysis, finding: Finding) -> tuple[Remedy, ...]:
        if not may_be_ignored(finding):
            return ()
        ignore = self._checks.ignore
        leaves = [Remedy(LEAVE, partial(ignore, (finding,)))]
        if words := everywhere_words(finding):
            leaves.append(Remedy(words, partial(self._checks.ignore_everywhere, finding)))
        rule = [f for f in analysis.findings if f.rule == finding.rule]
        groups = [one.findings for one in group(rule, self._rules.values())]
        alike = next(some for some in groups if finding in some)
        if len({f.excerpt for f in alike}) > 1:
            words = f"全文忽略这一条（{len(alike)} 处）"
            leaves.append(Remedy(words, partial(ignore, alike)))
        return tuple(leaves)

    def _of_blank(self, analysis: Analysis, found: MarkedPlace, blank: Blank) -> PlaceNote:
        told = next((f for f in found.findings if _of_blank(f) and f.span == blank.span), None)
        slot = _slot_of(analysis, blank)
        values = self._blanks.values_for(slot)[:VALUES] if slot else ()
        fill = self._blanks.fill_in
        mends = tuple(Remedy(f"填“{v}”", partial(fill, analysis, (blank,), v)) for v in values)
        open_sheet = partial(self._blanks.ask_for, blank)
        alike: list[Remedy] = []
        many = slot is not None and not slot.alone and len(slot.blanks) > 1
        if slot and many:
            alike = [Remedy(f"都填“{v}”", partial(fill, analysis, slot.blanks, v)) for v in values]
            alike.append(Remedy("填别的……", open_sheet))
        message = f"{told.message if told else '还没有填'}" + (f"　{slot.label}" if slot else "")
        return PlaceNote(
            told.severity if told else Severity.LOOK,
            message,
            blank.span,
            mends,
            (Remedy("不是空", partial(self._blanks.set_aside, (blank,))),),
            tuple(alike),
            f"填同样的 {len(slot.blanks)} 处" if slot and many else "",
            (Remedy(SHEET, open_sheet),) if slot else (),
            "" if mends else f"{how_to_fill(blank.text)}，或打开填空单。",
            True,
            self._reason(told.rule) if told else None,
        )

    def _reason(self, rule: str) -> RuleReason | None:
        return reason_of(self._rules[rule]) if rule in self._rules else None


def _of_blank(finding: Finding) -> bool:
    return finding.rule.startswith("blanks/")


def _slot_of(analysis: Analysis, blank: Blank) -> Slot | None:
    """The slot of a blank; only those that may be in it are looked at."""
    every: Sequence[Blank] = (*analysis.blanks, *analysis.unsure)
    own = blank.slot or blank.text
    alike = [b for b in every if b.sure is blank.sure and (b.slot or b.text) == own]
    slots = slots_of(analysis.manuscript, sorted(alike, key=lambda b: b.span))
    return next((slot for slot in slots if blank in slot.blanks), None)
