"""Is the whole text spun (伪原创)? Proof by impossible strings and sure collocations.

A real word in an odd place proves nothing alone. Where several kinds of proof stand
close enough together, the text is spun, and only then the real words are findings too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress
from operator import itemgetter

from editor.checks.rules.rule import Rule
from editor.checks.scanning.hits import RuleHit

KINDS = 3
"""How many different wrong words it takes (field notes 3.5: three kinds or more)."""

PER_10000 = 4
"""How many of them in 10,000 characters: a single pasted paragraph is not a spun speech."""


class SpunVerdict:
    """The verdict on a text and what follows from it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._proof = frozenset(i for i, r in enumerate(rules) if r.proof)
        self._banner = [i for i, r in enumerate(rules) if r.program == "spun"]

    def proof(self, hits: Iterable[RuleHit]) -> list[RuleHit]:
        """The hits that prove something."""
        rows = list(hits)
        return list(compress(rows, map(self._proof.__contains__, map(itemgetter(2), rows))))

    def verdict(self, hits: Iterable[RuleHit], size: int) -> bool:
        """Whether the hits prove a text of ``size`` code points to be spun."""
        proof = self.proof(hits)
        kinds = {h.fix or h.rule for h in proof}
        return len(kinds) >= KINDS and len(proof) * 10_000 >= PER_10000 * size

    def first(self, rows: Iterable[Iterable[RuleHit]]) -> int:
        """The paragraph of the first proof, -1 where there is none."""
        rules = self._proof
        return next((i for i, row in enumerate(rows) if any(h.rule in rules for h in row)), -1)

    def banner(self, hits: Iterable[RuleHit]) -> tuple[RuleHit, ...]:
        """The one finding for the whole text, at the first proof."""
        rules = self._proof
        first = next((h for h in hits if h.rule in rules), None)
        if first is None:
            return ()
        return tuple(RuleHit(first.start, first.end, rule) for rule in self._banner)
