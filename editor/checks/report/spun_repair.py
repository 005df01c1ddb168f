"""Mending a spun text (伪原创) pair by pair: what was put for what, where, how sure.

A spinner replaces a word wherever it stands. So a pair that several collocations of one
text prove is sure at its other places too (which the rules have sifted already); a pair
that nothing proves is only shown. What is left undone is followed through the edits,
because a text that has been half mended no longer proves itself spun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.checks.finding import Finding, Severity
from editor.checks.rules.rule import Rule
from editor.manuscript.edits import Replace, from_last, map_span, replace
from editor.manuscript.paragraph import Span

PROVED = 3
"""How many proved places make a pair sure wherever the rules doubt it (as KINDS in spun)."""

INVERTED = "spun/inverted"


@dataclass(frozen=True, slots=True)
class Swap:
    """One place where ``found`` stands for ``original``. ``proved``: its own words say so."""

    span: Span
    found: str
    original: str
    rule: str
    proved: bool

    @property
    def edit(self) -> Replace:
        """The edit that puts the original back."""
        return replace(self.span, self.original)


@dataclass(frozen=True, slots=True)
class Pair:
    """All places of a pair that are equally sure, in the order of the text."""

    found: str
    original: str
    inverted: bool
    sure: bool
    swaps: tuple[Swap, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """Pairs, those that turn the meaning round first, then the sure, then by number.

    ``unknown`` are spun words whose original no rule knows.
    """

    pairs: tuple[Pair, ...]
    unknown: tuple[Span, ...] = ()

    @property
    def swaps(self) -> tuple[Swap, ...]:
        """Every place of every pair."""
        return tuple(swap for pair in self.pairs for swap in pair.swaps)


def repair_of(findings: Iterable[Finding], rules: Iterable[Rule]) -> Repair:
    """The repair of the spun words among the findings."""
    known = {rule.id: rule for rule in rules}
    swaps: list[Swap] = []
    unknown: list[Span] = []
    for finding in findings:
        rule = known.get(finding.rule)
        if rule is None or rule.family != "spun" or rule.program:
            continue
        if finding.fixes:
            sure = finding.severity is Severity.MUST or rule.proof
            text = finding.fixes[0].edits[0].text
            swaps.append(Swap(finding.span, finding.excerpt, text, finding.rule, sure))
        else:
            unknown.append(finding.span)
    return Repair(_pairs(swaps), tuple(unknown))


def edits_of(swaps: Iterable[Swap]) -> tuple[Replace, ...]:
    """The replacements, ordered so that each still fits: one undo step."""
    return from_last(swap.edit for swap in swaps)


def left_after(repair: Repair, done: Sequence[Swap]) -> Repair:
    """What is left when ``done`` has been mended, at its places in the mended text."""
    edits = edits_of(done)
    gone = set(done)
    pairs = [
        Pair(pair.found, pair.original, pair.inverted, pair.sure, swaps)
        for pair in repair.pairs
        if (swaps := tuple(s for old in pair.swaps if old not in gone for s in _moved(old, edits)))
    ]
    places = (_mapped(span, edits) for span in repair.unknown)
    return Repair(tuple(pairs), tuple(span for span in places if span))


def _pairs(swaps: Sequence[Swap]) -> tuple[Pair, ...]:
    proved = Counter((s.found, s.original) for s in swaps if s.proved)
    rows: dict[tuple[str, str, bool, bool], list[Swap]] = {}
    for swap in swaps:
        sure = swap.proved or proved[swap.found, swap.original] >= PROVED
        key = (swap.found, swap.original, swap.rule == INVERTED, sure)
        rows.setdefault(key, []).append(swap)
    pairs = [Pair(*key, tuple(row)) for key, row in rows.items()]
    # A stable sort: pairs of equal weight stay in the order of the text.
    return tuple(sorted(pairs, key=lambda p: (not p.inverted, not p.sure, -len(p.swaps))))


def _moved(swap: Swap, edits: Sequence[Replace]) -> Iterable[Swap]:
    span = _mapped(swap.span, edits)
    if span is not None:
        yield Swap(span, swap.found, swap.original, swap.rule, swap.proved)


def _mapped(span: Span, edits: Sequence[Replace]) -> Span | None:
    for edit in edits:
        moved = map_span(edit, span)
        if moved is None:
            return None
        span = moved
    return span
