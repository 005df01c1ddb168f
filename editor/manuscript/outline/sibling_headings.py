"""Where headings that no mark ends are cut: as their siblings are built.

Separate from `heading_runs`, which decides whether a marker is a heading at all, and from
`heading_ends`, which lists the places. Also holds `PlacedHeading`, which all pass on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from operator import eq
from typing import Final, NamedTuple

from editor.manuscript.heading_ends import LONGEST_HEADING, whole_score
from editor.manuscript.lines import POINT_STYLES, HeadingCandidate, HeadingVariant
from editor.manuscript.numbering import MarkerStyle

_FAMILY: Final = {style: str(style) for style in MarkerStyle} | {
    MarkerStyle.POINT_MUST: str(MarkerStyle.POINT_IS)
}
_LEADING: Final = 2  # so many of each member's best ways are tried as the model of all
_AT_POINT: Final = 2.0  # what speaks for ending a heading where its first point begins
_LAST_CLAUSE: Final = (2.4, 1.0, 0.4, 0.2)  # by how much the last clauses differ in length
_SAME: Final = 1.0  # a character at the same place from the end
_MOST: Final = 10.8  # the greatest likeness
_LINE: Final = "/"  # the mark of a heading that ends with its line, or where a point begins
_ENDS: Final = frozenset("。！？；!?;/")
_ENDED: Final = 3.0  # headings are mostly ended by a mark
_ALONE: Final = 1.0  # the same for one without siblings
_ENDED_ALIKE: Final = 1.5  # siblings end with the same mark
_SURE: Final = 2.5
_MOSTLY: Final = 2  # so many thirds of the first level's headings, where they are in doubt
_HEAD: Final = 0.5  # a character at the same place from the last clause's beginning
_DOUBLE: Final = 4.0  # siblings do not have the same title
_CLAUSE: Final = 0.2  # several clauses alike are rarer by chance
_TAIL: Final = 6  # characters from the end that are compared with a sibling's


class PlacedHeading(NamedTuple):
    """A candidate and the paragraph it stands in."""

    paragraph: int
    candidate: HeadingCandidate


def marker_family(candidate: HeadingCandidate) -> str:
    """Markers of one family number one run: 一是 and 一要 are one family."""
    style = candidate.style
    return _FAMILY[style] if style else f"heading{candidate.rank}"


def continues_run(candidate: HeadingCandidate, run: str, value: int) -> bool:
    """Whether 第三 goes on with 首先, 其次: the family of a run, and its last value."""
    ordinal = candidate.style is MarkerStyle.ORDINAL
    return ordinal and run == _FAMILY[MarkerStyle.SEQUENCE] and candidate.value == value + 1


def ended_like_siblings(places: list[PlacedHeading]) -> list[PlacedHeading]:
    """Where no mark ends a heading, end it as its siblings are built."""
    if not any(c.variants for _, c in places) and len({p for p, _ in places}) == len(places):
        return places  # each ends with its line or its mark, as in most texts
    places = _cut(places)
    ended = 0.0 if _are_glued(places) else _ENDED
    for run in _runs(places):
        members = [places[n].candidate for n in run]
        if any(c.variants for c in members):
            for number, c in zip(run, _alike(members, ended), strict=True):
                places[number] = PlacedHeading(places[number].paragraph, c)
    return places


def _are_glued(places: Sequence[PlacedHeading]) -> bool:
    """Whether the headings of the upper levels are glued to their bodies in this text.

    Surely where a good one has no mark that could end it; else as most of them look.
    """
    votes, first = 0, list[bool]()
    for _, c in places:
        if c.rank > 2:
            continue
        if c.rank == 1:
            first += [max(c.variants, key=_by_score).mark not in _ENDS] if c.variants else []
        if c.whole or not c.variants:
            votes -= 1
            continue
        best = max(c.variants, key=lambda way: way.score)
        long = all(len(w.title) > LONGEST_HEADING for w in c.variants if w.mark in _ENDS)
        if long and best.mark == "" and best.score >= _SURE:
            return True
        votes += 1 if best.mark not in _ENDS else -1
    return votes > 1 or (sum(first) > 1 and 3 * sum(first) >= _MOSTLY * len(first))


def _by_score(way: HeadingVariant) -> float:
    return way.score


def _cut(places: list[PlacedHeading]) -> list[PlacedHeading]:
    """End headings at the latest where a point is glued to them."""
    made: list[PlacedHeading] = []
    for number, place in enumerate(places):
        after = places[number + 1] if number + 1 < len(places) else None
        c = place.candidate
        inside = after and after.paragraph == place.paragraph and c.start < after.candidate.start
        if after and inside and after.candidate.start < c.body:
            size = after.candidate.start - c.words
            words = c.title[:size].rstrip()
            variants = tuple(way for way in c.variants if way.body < after.candidate.start)
            score = whole_score(words, "") + _AT_POINT
            variants += (HeadingVariant(words, after.candidate.start, score, _LINE),)
            place = PlacedHeading(
                place.paragraph,
                replace(c, title=words, body=after.candidate.start, variants=variants),
            )
        made.append(place)
    return made


def _runs(places: Sequence[PlacedHeading]) -> list[list[int]]:
    """The headings that count on from each other, as indices."""
    runs: list[list[int]] = []
    latest: dict[str, list[int]] = {}
    for number, place in enumerate(places):
        c = place.candidate
        if c.style in POINT_STYLES and c.style is not MarkerStyle.ORDINAL:
            continue
        run = latest.get(marker_family(c))
        if run is None or c.value <= places[run[-1]].candidate.value:
            run = latest[marker_family(c)] = []
            runs.append(run)
        run.append(number)
    return runs


class _Choice(NamedTuple):
    """A way to end a heading, what its own words say for it, and how it is built.

    ``behind``: the two characters the body then begins with; ``mark``: as in `HeadingVariant`.
    """

    title: str
    body: int
    score: float
    clauses: tuple[int, ...]
    mark: str = ""
    behind: str = ""


def _alike(members: list[HeadingCandidate], ended: float) -> list[HeadingCandidate]:
    """The members cut so that their own signs and the likeness to one model are best.

    ``ended``: what speaks for a mark that ends a heading, beside its words.
    """
    known = [c.title for c in members if not c.variants]
    choices = [_choices(c, known) for c in members]
    shared = _shared([c.title for c in members])
    models: dict[tuple[tuple[int, ...], str], tuple[int, _Choice]] = {}
    for number, some in enumerate(choices):
        for one in some[:_LEADING]:
            models.setdefault((one.clauses, one.title[-_TAIL:]), (number, one))

    def best(number: int, model: tuple[int, _Choice]) -> tuple[float, _Choice]:
        own, top, chosen = number == model[0], -1e9, choices[number][0]
        for one in choices[number]:
            if one.score + _MOST <= top:
                break  # sorted: no later one can catch up
            rated = one.score + _likeness(one, model[1], shared, own=own)
            if rated > top:
                top, chosen = rated, one
        return top, chosen

    every = range(len(members))
    tops = [some[0] for some in choices]

    def worth(model: tuple[int, _Choice]) -> float:
        prior = ended if model[1].mark in _ENDS else 0.0
        return prior + sum(best(n, model)[0] for n in every)

    if len(members) == 1:
        chosen = [
            max(choices[0], key=lambda c: c.score + (_ALONE if ended and c.mark in _ENDS else 0.0))
        ]
    elif ended and all(one.mark in _ENDS for one in tops):
        chosen = tops  # marks end them all
    else:
        model = max(models.values(), key=worth)
        chosen = [best(n, model)[1] for n in every]
    return [
        c if one.title == c.title else replace(c, title=one.title, body=one.body, whole=False)
        for c, one in zip(members, chosen, strict=True)
    ]


def _shared(titles: list[str]) -> int:
    """How many characters all titles have in common at their beginning."""
    columns = zip(*titles, strict=False)
    return next((n for n, c in enumerate(columns) if len(set(c)) > 1), min(map(len, titles)))


def _echoes(words: str, known: list[str]) -> set[str]:
    """Beginnings of ``words`` that end as a sibling known to its end does."""
    return {
        words[:size]
        for title in known
        for size in range(max(4, len(title) - 3), min(len(title) + 4, len(words)))
        if words[size - 2 : size] == title[-2:]
    }


def _choices(c: HeadingCandidate, known: list[str]) -> list[_Choice]:
    """The ways to end a heading, best first; ``known``: siblings that are sure."""
    ways = c.variants or (HeadingVariant(c.title, c.body, 0.0, _LINE),)
    words = max((way.title for way in ways), key=len)
    if c.variants:
        more = _echoes(words, known) - {way.title for way in ways}
        ways += tuple(HeadingVariant(t, c.words + len(t), 0.0, "") for t in sorted(more))
    made = [
        _Choice(
            way.title,
            way.body,
            way.score,
            _clauses(way.title),
            way.mark,
            words[len(way.title) : len(way.title) + 2].strip(),
        )
        for way in ways
    ]
    return sorted(made, key=lambda one: -one.score)


def _likeness(one: _Choice, model: _Choice, shared: int, *, own: bool) -> float:
    """How alike two headings are built, 0 to 6; ``shared``: how all titles begin alike."""
    ended = _ENDED_ALIKE if one.mark == model.mark else 0.0
    if len(one.clauses) != len(model.clauses):
        return ended
    if not own and (one.title == model.title or (one.behind and one.behind == model.behind)):
        return -_DOUBLE  # nor do their bodies begin with the same words
    last, other = (c.clauses[-1] for c in (one, model))
    apart = abs(last - other)
    alike = (
        0.1
        + ended
        + _CLAUSE * len(one.clauses)
        + (_LAST_CLAUSE[apart] if apart < len(_LAST_CLAUSE) else 0.0)
    )
    if len(one.clauses) > 1:
        alike += 0.5 if one.clauses[:-1] == model.clauses[:-1] else 0.0
        alike += 0.0 if own else _HEAD * _begun_alike(one.title[-last:], model.title[-other:])
    size = min(_TAIL, last, other)
    size = max(0, min(size, len(one.title) - shared, len(model.title) - shared))
    if not size or own:
        return alike
    same = sum(map(eq, one.title[-size:], model.title[-size:]))
    return alike + _SAME * min(4, same)


def _begun_alike(one: str, other: str) -> int:
    """With how many characters two last clauses begin alike, 3 at most."""
    return next((n for n in range(3) if one[n : n + 1] != other[n : n + 1]), 3)


def _clauses(title: str) -> tuple[int, ...]:
    return tuple(len(part) for part in re.split("[，,]", title))
