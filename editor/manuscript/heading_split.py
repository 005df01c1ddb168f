"""Where headings that no mark ends are cut: as their siblings are built.

Separate from `heading_runs`, which decides whether a marker is a heading at all. Also
holds `Place`, which both pass on.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final, NamedTuple

from editor.manuscript.line_facts import Candidate
from editor.manuscript.numbering import Style

_FAMILY: Final = {Style.POINT_MUST: Style.POINT_IS}


class Place(NamedTuple):
    """A candidate and the paragraph it stands in."""

    paragraph: int
    candidate: Candidate


def family(candidate: Candidate) -> str:
    """Markers of one family number one run: 一是 and 一要 are one family."""
    style = candidate.style
    return str(_FAMILY.get(style, style)) if style else f"heading{candidate.rank}"


def parallel(places: list[Place]) -> list[Place]:
    """Where no mark ends a heading, end it as its siblings are built."""
    places = _cut(places)
    doubtful = [p for p in places if p.candidate.splits and not p.candidate.whole]
    if not doubtful:
        return places
    clauses: dict[str, Counter[int]] = {}
    for place in places:
        title = place.candidate.title
        if len(title) <= 50:
            clauses.setdefault(family(place.candidate), Counter())[_clauses(title)] += 1
    return [
        Place(p.paragraph, _resplit(p.candidate, clauses)) if p in doubtful else p for p in places
    ]


def _cut(places: list[Place]) -> list[Place]:
    """End headings at a point glued to them, and where most siblings show it's usual."""
    made: list[Place] = []
    votes: dict[str, list[bool]] = {}
    for number, place in enumerate(places):
        after = places[number + 1] if number + 1 < len(places) else None
        c = place.candidate
        inside = after and after.paragraph == place.paragraph and c.start < after.candidate.start
        if after and inside and after.candidate.start < c.body:
            words = c.title[: len(c.title) - (c.body - after.candidate.start)]
            at = c.title.find(f"{after.candidate.number}")
            words = c.title[:at] if at > 0 else words
            c = replace(c, title=words.rstrip(), body=after.candidate.start, splits=())
            votes.setdefault(family(c), []).append(True)
        elif c.rank <= 2 and (not c.at_line or not c.whole):
            votes.setdefault(family(c), []).append(_is_splittable(c))
        made.append(Place(place.paragraph, c))
    usual = {name for name, vote in votes.items() if 2 * sum(vote) > len(vote)}
    return [
        Place(p.paragraph, _at_best(p.candidate)) if family(p.candidate) in usual else p
        for p in made
    ]


def _is_splittable(c: Candidate) -> bool:
    """Whether a heading likely ends before its mark: surer where it begins no line."""
    if not c.splits:
        return False
    return c.splits[0][2] >= 2.5 and len(c.title) > 30 if c.at_line else c.splits[0][2] >= 3


def _at_best(c: Candidate) -> Candidate:
    if not _is_splittable(c):
        return c
    return replace(c, title=c.splits[0][0], body=c.splits[0][1])


def _resplit(c: Candidate, clauses: dict[str, Counter[int]]) -> Candidate:
    usual = clauses.get(family(c), Counter[int]()).most_common(1)
    if c.title not in {s[0] for s in c.splits} or not usual:
        return c
    best = max(c.splits, key=lambda s: s[2] + (1.0 if _clauses(s[0]) == usual[0][0] else 0.0))
    return replace(c, title=best[0], body=best[1])


def _clauses(title: str) -> int:
    return len(re.findall("[，,]", title))
