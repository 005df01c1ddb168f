"""Where headings that no mark ends are cut: as their siblings are built.

Separate from `heading_runs`, which decides whether a marker is a heading at all. Also
holds `Place`, which both pass on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from editor.manuscript.heading_extent import SURE
from editor.manuscript.line_facts import POINT_STYLES, Candidate
from editor.manuscript.numbering import Style

_SHORT: Final = 24  # code points; up to here a heading with a mark behind it is beyond doubt
# How much speaks for taking the words up to the mark, by their length.
_WHOLE: Final = ((24, 3.0), (30, 2.5), (36, 1.8), (50, 0.6), (10_000, -3.0))
_ECHO: Final = 0.75  # what being built like a known sibling is worth by itself
_PATTERNS: Final = 60
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
    runs: dict[str, list[int]] = {}
    for number, place in enumerate(places):
        if place.candidate.style not in POINT_STYLES:
            runs.setdefault(family(place.candidate), []).append(number)
    for run in runs.values():
        members = [places[n].candidate for n in run]
        if len(run) > 1 and any(_is_open(c) for c in members):
            for number, c in zip(run, _alike(members), strict=True):
                places[number] = Place(places[number].paragraph, c)
    return places


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


def _is_open(c: Candidate) -> bool:
    """Whether no mark tells for certain where the heading ends."""
    if c.whole or c.style is None:
        return False
    return len(c.title) > _SHORT or any(blank in c.title for blank in " \u3000")


def _alike(members: list[Candidate]) -> list[Candidate]:
    """The members cut so that they are most alike: clause by clause of like length.

    A pattern is the clause lengths of one way to cut one member; the best is the one
    that all members can follow, each weighing its own signs against the likeness.
    """
    fixed = [c.title for c in members if not _is_open(c)]
    fixed += [words for c in members for words, _, score in c.splits[:1] if score >= SURE]
    choices = [_choices(c, fixed) for c in members]
    patterns = {_clauses(one.title) for some in choices for one in some}
    patterns = set(sorted(patterns)[:_PATTERNS])

    def best(some: list[_Choice], pattern: tuple[int, ...]) -> tuple[float, _Choice]:
        rated = [(one.score + _likeness(_clauses(one.title), pattern), one) for one in some]
        return max(rated, key=lambda pair: pair[0])

    pattern = max(sorted(patterns), key=lambda p: sum(best(some, p)[0] for some in choices))
    chosen = [best(some, pattern)[1] for some in choices]
    return [
        c if one.title == c.title else replace(c, title=one.title, body=one.body)
        for c, one in zip(members, chosen, strict=True)
    ]


class _Choice(NamedTuple):
    """A way to end a heading, and what its own words say for it."""

    title: str
    body: int
    score: float


def _choices(c: Candidate, fixed: list[str]) -> list[_Choice]:
    if not _is_open(c):
        return [_Choice(c.title, c.body, 0.0)]
    whole = _Choice(c.title, c.body, next(s for size, s in _WHOLE if len(c.title) <= size))
    found: dict[str, _Choice] = {}
    for title, body, score in c.splits:  # best first
        found.setdefault(title, _Choice(title, body, score))
    if c.title in found:  # cut already, because its signs were sure
        whole = found.pop(c.title)._replace(score=max(2.5, found.get(c.title, whole).score))
    for title in _echoes(c.title, fixed):
        score = found[title].score if title in found else 0.0
        found[title] = _Choice(title, c.words + len(title), score + _ECHO)
    return [whole, *found.values()]


def _echoes(title: str, fixed: list[str]) -> set[str]:
    """Beginnings of a title that are built like a sibling that is known to the end."""
    found: set[str] = set()
    for other in fixed:
        head = title[: len(other)]
        if not 4 <= len(head) < len(title) or _clauses(head) != _clauses(other):
            continue
        if title[len(other)] in "，,、的和与。；”》）":
            continue
        same = sum(a == b for a, b in zip(head, other, strict=True))
        if len(_clauses(other)) > 1 or same >= 2:
            found.add(head)
    return found


def _likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """How alike two headings are built, 0 to 2.5."""
    last = abs(one[-1] - other[-1])
    if len(one) != len(other) or last > 8:
        return 0.0
    alike = 1.0 + max(0.0, 1.0 - last / 5)
    return alike + (0.5 if len(one) > 1 and one[:-1] == other[:-1] else 0.0)


def _clauses(title: str) -> tuple[int, ...]:
    return tuple(len(part) for part in re.split("[，,]", title))
