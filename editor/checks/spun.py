"""Is the whole text spun (伪原创)? Proof by impossible strings and sure collocations.

A real word in an odd place proves nothing alone. Where several kinds of proof stand
close enough together, the text is spun, and only then the real words are findings too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from editor.checks.hits import Hit
from editor.checks.rule import Rule

KINDS = 3
"""How many different wrong words it takes (field notes 3.5: three kinds or more)."""

PER_10000 = 4
"""How many of them in 10,000 characters: a single pasted paragraph is not a spun speech."""


class Spinning:
    """The verdict on a text and what follows from it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._proof = {i for i, r in enumerate(rules) if r.proof}
        self._only = {i for i, r in enumerate(rules) if r.only_spun and r.program != "spun"}
        self._banner = [i for i, r in enumerate(rules) if r.program == "spun"]
        self._defects = {i: r.defect for i, r in enumerate(rules)}

    def verdict(self, hits: Iterable[Hit], size: int) -> bool:
        """Whether the hits prove a text of ``size`` code points to be spun."""
        proof = [h for h in hits if h.rule in self._proof]
        kinds = {h.fix or h.rule for h in proof}
        return len(kinds) >= KINDS and len(proof) * 10_000 >= PER_10000 * size

    def sieve(self, hits: Sequence[Hit], spun: bool) -> list[Hit]:
        """The hits that count under the verdict; of two for one defect the first stays."""
        kept: list[Hit] = []
        last: dict[str, int] = {}
        for hit in hits:
            if hit.rule in self._only and not spun:
                continue
            defect = self._defects[hit.rule]
            if hit.start < last.get(defect, 0):
                continue
            last[defect] = hit.end
            kept.append(hit)
        return kept

    def banner(self, hits: Iterable[Hit]) -> list[Hit]:
        """The one finding for the whole text, at the first proof."""
        first = next((h for h in hits if h.rule in self._proof), None)
        if first is None:
            return []
        return [Hit(first.start, first.end, rule) for rule in self._banner]
