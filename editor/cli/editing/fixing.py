"""Mending what the checks find, round by round, until no fix is left.

Separate from the command, which reads, tells and writes. What is sure is mended unasked:
the fixes of 必改, and in a text that is proved to be spun the pairs that it proves. On 38
published reports and laws the fixes of 请看 and 提示 would change 340 places, nearly all of them
as their authors meant them (法制, 做出), those of 必改 10: the former are made only where their
rule is named. Numbers are put in order by `renumber`, which the writer asks for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from editor.analysis.analyzer import SpeechAnalyzer
from editor.analysis.values import Analysis
from editor.checks.finding import Finding, Severity
from editor.checks.report.finding_fixes import NUMBERS, fixes_of
from editor.checks.report.spun_repair import Repair, repair_of
from editor.cli.editing.text_changes import Change, RuledEdit, TextChanges
from editor.manuscript.edits import apply_all, from_last
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span

_ROUNDS: Final = 12  # a round mends what was found side by side; the third finds nothing as a rule
_SPUN: Final = "spun/verdict"


class Fixed(NamedTuple):
    """The mended text, what was changed (in places of the first text), what is left.

    ``settled``: no fix that was asked for is left. ``doubted`` are words of a spun text that
    nothing proves, in the first text; the mended one no longer shows them.
    """

    analysis: Analysis
    changes: tuple[Change, ...]
    doubted: tuple[Span, ...]
    settled: bool


class Fixing:
    """Mends texts; ``rules`` are the ids whose every fix is wanted, empty: what is sure."""

    def __init__(self, analyzer: SpeechAnalyzer, rules: Collection[str] = ()) -> None:
        self._analyzer, self._rules = analyzer, rules

    def fix(self, manuscript: Manuscript) -> Fixed:
        """The text after as many rounds as bring something.

        No round leaves fewer blanks than it found: what would is left alone.
        """
        analysis = first = self._analyzer.analyze(manuscript)
        changes = TextChanges(manuscript)
        # Half mended it no longer proves itself spun, and what it proved is true all the same.
        spun = any(f.rule == _SPUN for f in first.findings)
        edits = self._edits(analysis, spun)
        for _ in range(_ROUNDS):
            after = self._after(analysis, edits)
            if after is None:
                edits = _clear_of_blanks(edits, analysis)
                after = self._after(analysis, edits)
            if not edits or after is None:
                break
            changes.add(analysis.manuscript, edits)
            analysis = after
            edits = self._edits(analysis, spun)
        told = changes.told(analysis.manuscript)
        doubted = self._doubted(first) if spun and not self._rules else ()
        return Fixed(analysis, told, doubted, not edits)

    def _after(self, analysis: Analysis, edits: Sequence[RuledEdit]) -> Analysis | None:
        """The text with a round's edits; None where a blank would go with them."""
        made = apply_all(analysis.manuscript, from_last(one.edit for one in edits))
        after = self._analyzer.analyze(made)
        return None if _blanks(after) < _blanks(analysis) else after

    def _edits(self, analysis: Analysis, spun: bool) -> list[RuledEdit]:
        wanted = self._named(analysis) if self._rules else self._sure(analysis, spun)
        kept = list[RuledEdit]()
        for one in sorted(wanted, key=lambda r: (r.edit.start, r.edit.end)):
            if not kept or one.edit.start >= kept[-1].edit.end:
                kept.append(one)
        return kept

    def _named(self, analysis: Analysis) -> Iterator[RuledEdit]:
        return _first_fixes(
            (f for f in analysis.findings if f.rule in self._rules), analysis.manuscript
        )

    def _sure(self, analysis: Analysis, spun: bool) -> Iterator[RuledEdit]:
        must = [f for f in analysis.findings if f.severity is Severity.MUST]
        yield from _first_fixes((f for f in must if f.rule not in NUMBERS), analysis.manuscript)
        known = {f.span for f in must}
        pairs = self._repair(analysis).pairs if spun else ()
        swaps = [s for pair in pairs if pair.sure for s in pair.swaps]
        yield from (RuledEdit(s.edit, s.rule) for s in swaps if s.span not in known)

    def _doubted(self, analysis: Analysis) -> tuple[Span, ...]:
        repair = self._repair(analysis)
        unsure = [s.span for pair in repair.pairs if not pair.sure for s in pair.swaps]
        return tuple(sorted([*unsure, *repair.unknown]))

    def _repair(self, analysis: Analysis) -> Repair:
        return repair_of(analysis.findings, self._analyzer.rules)


def _first_fixes(findings: Iterable[Finding], manuscript: Manuscript) -> Iterator[RuledEdit]:
    for finding in findings:
        for fix in fixes_of(finding, manuscript)[:1]:
            yield from (RuledEdit(edit, finding.rule) for edit in fix.edits)


def _blanks(analysis: Analysis) -> int:
    return len(analysis.blanks) + len(analysis.unsure)


def _clear_of_blanks(edits: Iterable[RuledEdit], analysis: Analysis) -> list[RuledEdit]:
    """The edits that touch no letter of a blank."""
    spans = [b.span for b in (*analysis.blanks, *analysis.unsure)]
    marked = {(s.paragraph, at) for s in spans for at in range(s.start, s.end)}

    def clear(one: RuledEdit) -> bool:
        start, end = one.edit.start, one.edit.end
        last = end.offset if end.paragraph == start.paragraph else start.offset + 1
        return not any((start.paragraph, at) in marked for at in range(start.offset, last))

    return [one for one in edits if clear(one)]
