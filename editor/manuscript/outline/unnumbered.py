"""Headings without a number: short lines over paragraphs, in a speech or under a numbered one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from editor.language.speech import person_choice
from editor.manuscript.heading.heading_candidate import HeadingCandidate
from editor.manuscript.lines import LineFacts
from editor.manuscript.outline.sibling_headings import PlacedHeading

_FEWEST: Final = 2  # one short line may be anything
_SHORTEST: Final = 4  # code points of a head under a numbered heading
_LONGEST: Final = 20


def unnumbered_headings(facts: Sequence[LineFacts], first: int, last: int) -> list[PlacedHeading]:
    """Short lines over paragraphs ``[first, last)``, where there are at least two of them."""
    lines = [n for n in range(first, last) if not facts[n].blank]
    found: list[PlacedHeading] = []
    for before, line, behind in zip(lines, lines[1:], lines[2:], strict=False):
        candidate = facts[line].unnumbered_heading
        between = not facts[behind].title and not facts[before].title
        if candidate and between and not facts[before].hard_wrapped:
            found.append(PlacedHeading(line, candidate))
    return found if len(found) >= _FEWEST else []


def headings_under(
    facts: Sequence[LineFacts], numbered: Sequence[PlacedHeading], last: int
) -> list[PlacedHeading]:
    """Short lines over paragraphs under numbered headings, one level below them.

    ``numbered``: the headings of rank 2 and above, in order; ``last``: the paragraph behind
    the speech. Only where two stand under one heading, and nothing there has a number.
    """
    found: list[PlacedHeading] = []
    heads = [place for place in numbered if place.candidate.at_line]
    for place, line in _followed(heads, last):
        if line - place.paragraph > 2 * _FEWEST:
            found += _under(facts, place, line)
    return found


def _followed(heads: Sequence[PlacedHeading], last: int) -> list[tuple[PlacedHeading, int]]:
    """Each heading with the paragraph of the next."""
    return [
        *((one, other.paragraph) for one, other in pairwise(heads)),
        *((one, last) for one in heads[-1:]),
    ]


def _under(facts: Sequence[LineFacts], place: PlacedHeading, last: int) -> list[PlacedHeading]:
    lines = [n for n in range(place.paragraph, last) if not facts[n].blank]
    if any(f.candidates and f.candidates[0].at_line for f in map(facts.__getitem__, lines[1:])):
        return []
    rank = max(1, place.candidate.rank) + 1
    found: list[PlacedHeading] = []
    for before, line, behind in zip(lines, lines[1:], lines[2:], strict=False):
        candidate = facts[line].unnumbered_heading
        if candidate and _may_head(candidate) and _stands_over(facts, before, line, behind):
            found.append(PlacedHeading(line, replace(candidate, rank=rank)))
    return found if len(found) >= _FEWEST else []


def _may_head(candidate: HeadingCandidate) -> bool:
    """Whether a short line is neither a name nor a line as long as hard-wrapped text."""
    words = candidate.title
    return _SHORTEST <= len(words) <= _LONGEST and not _named().search(words)


def _stands_over(facts: Sequence[LineFacts], before: int, line: int, behind: int) -> bool:
    """Whether a line has an ended paragraph above, and one below that says something."""
    above, below = facts[before], facts[behind]
    open_ = above.hard_wrapped or above.colon or above.broken
    headed = bool(above.candidates) and above.candidates[0].at_line
    if open_ or facts[line].date or (above.title is not None and not headed):
        return False
    goes_on = below.hard_wrapped or not below.broken
    return goes_on and not (below.title or below.date or below.thanks)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(f"^[一-龥]{{1,4}}{person_choice()}$|[ \u3000]")
