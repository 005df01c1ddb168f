"""How old a text is: the years in which most of its signs agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from editor.checks.traces.dated_formulations import EraSign

FIRST, LAST = 1990, 2049
ENOUGH = 3
"""Weight that the agreeing signs must have: one that names the year, or two others."""
AGREE = 0.6
"""Part of the whole weight that must agree."""
WIDEST = 3
"""Years; signs that fit a longer time say nothing."""


class AgeSign(NamedTuple):
    """One sign of the age: the words and the years they fit, where they first stand."""

    words: str
    first: int
    last: int
    weight: int
    paragraph: int
    start: int
    end: int


class Age(NamedTuple):
    """When a text was written: ``years`` first to last; () where the signs don't agree.

    ``evidence`` holds the signs that fit, the strongest first.
    """

    years: tuple[int, ...]
    evidence: tuple[AgeSign, ...]

    @property
    def words(self) -> str:
        """'2015年', '2015—2016年', or '' where unknown."""
        if not self.years:
            return ""
        first, last = self.years[0], self.years[-1]
        return f"{first}年" if first == last else f"{first}—{last}年"


def age_signs(
    texts: Sequence[str], signs: Iterable[tuple[int, Sequence[EraSign]]]
) -> tuple[AgeSign, ...]:
    """The signs of the paragraphs told with their place, each word once."""
    found: dict[tuple[str, int, int], AgeSign] = {}
    for paragraph, row in signs:
        for sign in row:
            if sign.weight:
                words = texts[paragraph][sign.start : sign.end]
                one = AgeSign(words, *sign[3:6], paragraph, sign.start, sign.end)
                found.setdefault((words, sign.first, sign.last), one)
    return tuple(found.values())


def age_from(evidence: Sequence[AgeSign]) -> Age:
    """The years in which the greatest weight agrees, where that is clear."""
    if not evidence:
        return Age((), ())
    total = sum(e.weight for e in evidence)
    weights = _weights(evidence)
    most = max(weights.values())
    years = tuple(year for year, weight in weights.items() if weight == most)
    fits = [e for e in evidence if e.first <= years[0] <= e.last]
    together = years[-1] - years[0] + 1 == len(years) <= WIDEST
    if most < ENOUGH or most < AGREE * total or not together:
        return Age((), ())
    fits.sort(key=lambda e: (-e.weight, e.last - e.first))
    return Age(years, tuple(fits))


def _weights(evidence: Sequence[AgeSign]) -> dict[int, int]:
    """What speaks for each year; made from where the signs begin and end."""
    steps: Counter[int] = Counter()
    for sign in evidence:
        steps[max(FIRST, sign.first)] += sign.weight
        steps[min(LAST, sign.last) + 1] -= sign.weight
    years = range(FIRST, LAST + 1)
    return dict(zip(years, accumulate(steps[year] for year in years), strict=True))
