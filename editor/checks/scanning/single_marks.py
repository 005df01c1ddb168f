"""Single characters each with its replacement (half-width marks): tens of thousands in a text.

What stands for itself needs no hit of its own: the places are enough to build findings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from editor.checks.rules.rule import Rule, RulePattern
from editor.checks.scanning.hits import RuleHit, make
from editor.checks.scanning.patterns import lazily


class MarkPlaces(NamedTuple):
    """The places of a rule's marks in a text, in order, and what goes there instead."""

    rule: int
    starts: Sequence[int]
    table: dict[str, str]

    def hits(self, text: str) -> list[RuleHit]:
        """The same as hits."""
        table, rule = self.table, self.rule
        return [make(RuleHit, (at, at + 1, rule, table[text[at]], "")) for at in self.starts]

    def meets(self, hits: Iterable[RuleHit]) -> bool:
        """Whether one of the hits covers a mark."""
        starts, count = self.starts, len(self.starts)
        for hit in hits:
            at = bisect_left(starts, hit.start)
            if at < count and starts[at] < hit.end:
                return True
        return False


class SingleMarks:
    """The patterns that are tables of single characters."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._all = [
            (index, lazily(pattern), dict(pattern.table))
            for index, rule in enumerate(rules)
            for pattern in rule.patterns
            if is_single_marks(pattern) and not rule.only_spun
        ]

    def find(self, text: str) -> list[MarkPlaces]:
        """The marks of each rule that has some here."""
        found = [
            MarkPlaces(rule, [m.start() for m in get().finditer(text) if m[0] in table], table)
            for rule, get, table in self._all
        ]
        return [marked for marked in found if marked.starts]

    def scan(self, text: str) -> list[RuleHit]:
        """All marks as hits."""
        return [hit for marked in self.find(text) for hit in marked.hits(text)]


def is_single_marks(pattern: RulePattern) -> bool:
    """Whether it walks the whole text for single characters of a table, in any surroundings."""
    plain = not (pattern.triggers or pattern.cases or pattern.group or pattern.fix is not None)
    return plain and bool(pattern.table) and all(len(mark) == 1 for mark in pattern.table)
