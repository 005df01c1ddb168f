"""Formulations older than the chosen year, and the year the text gives away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.programs.check_input import CheckInput
from editor.checks.scanning.hits import Spot
from editor.checks.traces.age import AgeSign, age_from, age_signs
from editor.checks.traces.dated_formulations import EraSign

SHOWN = 4
"""How many signs the summary names."""


def era(given: CheckInput) -> Iterator[Spot]:
    """Each stale formulation by its topic; one 'written' where the age is clear and past."""
    year = given.year
    rows = [(paragraph, traces.eras) for paragraph, traces in given.traced if traces.eras]
    for paragraph, row in rows:
        for sign in row:
            if sign.topic and sign.last < year:
                yield _spot(paragraph, sign)
    age = age_from(age_signs(given.texts, rows))
    if age.years and age.years[-1] < year:
        head = age.evidence[0]
        note = f"这份稿子大约写于{age.words}，现在按{year}年核对。依据：{_told(age.evidence)}"
        yield Spot("written", head.paragraph, head.start, head.end, None, note)


def _spot(paragraph: int, sign: EraSign) -> Spot:
    return Spot(sign.topic, paragraph, sign.start, sign.end, sign.fix, sign.note)


def _told(evidence: Sequence[AgeSign]) -> str:
    words = list(dict.fromkeys(e.words for e in evidence))
    more = f"等{len(words)}处" if len(words) > SHOWN else ""
    return "、".join(f"“{w.strip('“”')}”" for w in words[:SHOWN]) + more
