"""Where headings that no mark ends are cut: as their siblings are built.

Separate from `heading_runs`, which decides whether a marker is a heading at all, and from
`heading_ends`, which lists the places. Also holds `PlacedHeading`, which all pass on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp
from typing import Final, NamedTuple

from editor.manuscript.heading.heading_candidate import (
    POINT_STYLES,
    HeadingCandidate,
    HeadingVariant,
)
from editor.manuscript.heading.heading_ends import whole_score
from editor.manuscript.numbering import MarkerStyle
from editor.manuscript.outline.sibling_likeness import Build, build_of, likeness, own_words

_FAMILY: Final = {style: str(style) for style in MarkerStyle} | {
    MarkerStyle.POINT_MUST: str(MarkerStyle.POINT_IS)
}
_LEADING: Final = 3  # so many of a member's best ways are tried as the model of all
_MODELS: Final = 5  # the members whose ways are tried
_WINDOW: Final = 4  # siblings on each side that a heading is compared with
_SWEEPS: Final = 3
_SPOKEN: Final = 20  # a heading of a point inside a paragraph is no longer, …
_UNEVEN: Final = 6  # … and its siblings are about as long
_AT_POINT: Final = 2.0  # what speaks for ending a heading where its first point begins
_PLAIN: Final = 24  # what is longer before its first point holds a sentence of the body
_LINE: Final = "/"  # the mark of a heading that ends with its line, or where a point begins
_ENDS: Final = frozenset("。！？；!?;/")
_ENDED: Final = 2.5  # headings are mostly ended by a mark
_GLUED: Final = -1.0  # the same in a text whose headings are glued
_UPPER: Final = 2  # points are seldom glued
_MOST: Final = 4.0  # what one heading says at most for a text whose headings are glued
_SURE_ENOUGH: Final = 0.47  # a title less sure costs more than none


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
    glued = _are_glued(places)
    for run in _runs(places):
        members = [places[n].candidate for n in run]
        if any(c.variants for c in members):
            ended = _GLUED if glued and members[0].rank <= _UPPER else _ENDED
            for number, c in zip(run, _together(members, _alike(members, ended)), strict=True):
                places[number] = PlacedHeading(places[number].paragraph, c)
    return places


def _together(
    members: list[HeadingCandidate], ended: list[HeadingCandidate]
) -> list[HeadingCandidate]:
    """Points said inside a paragraph are parted from their bodies all or none.

    Where one is a sentence (一是积极推进…，最大限度激发…。) the others are too.
    """
    if not any(_is_spoken(c) for c in members):
        return ended
    sizes = [len(c.title) for c in ended]
    parted = any(c.title != own.title for c, own in zip(ended, members, strict=True))
    if not parted or min(sizes) == 0 or max(sizes) > _SPOKEN or max(sizes) - min(sizes) > _UNEVEN:
        return members
    return ended


def _is_spoken(c: HeadingCandidate) -> bool:
    spoken = c.style in POINT_STYLES and c.style is not MarkerStyle.ORDINAL
    return spoken and not c.at_line


def _are_glued(places: Sequence[PlacedHeading]) -> bool:
    """Whether the headings of the upper levels are glued to their bodies in this text.

    A file is of one hand: what each heading's words say is added up.
    """
    odds = 0.0
    for _, c in places:
        if c.rank > _UPPER:
            continue
        glued = [way.score for way in c.variants if way.mark not in _ENDS]
        ended = [way.score for way in c.variants if way.mark in _ENDS]
        apart = (max(glued) if glued else -_MOST) - (max(ended) if ended else 0.0)
        odds += max(-_MOST, min(_MOST, apart))
    return odds > 0


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
            inside = max((w.score for w in variants if len(words) <= _PLAIN), default=0.0)
            score = max(whole_score(words, ""), inside) + _AT_POINT
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
        run = latest.get(marker_family(c))
        if run is None or c.value <= places[run[-1]].candidate.value:
            run = latest[marker_family(c)] = []
            runs.append(run)
        run.append(number)
    return runs


class _Choice(NamedTuple):
    """A way to end a heading, what its own words say for it, and how it is then built."""

    way: HeadingVariant
    said: float
    build: Build


def _alike(members: list[HeadingCandidate], ended: float) -> list[HeadingCandidate]:
    """The members cut so that their own signs and the likeness to each other are best.

    ``ended``: what speaks for a mark that ends a heading, beside its words.
    """
    choices = [_choices(c, ended) for c in members]
    chosen = max(_drafts(choices), key=lambda draft: _worth(draft))
    for _ in range(_SWEEPS):
        before = list(chosen)
        for number, some in enumerate(choices):
            near = _near(number, chosen)
            chosen[number] = max(some, key=lambda one, near=near: _rated(one, near))
        if chosen == before:
            break
    return [
        _ended(c, some, _near(number, chosen), chosen[number])
        for number, (c, some) in enumerate(zip(members, choices, strict=True))
    ]


def _choices(c: HeadingCandidate, ended: float) -> list[_Choice]:
    """The ways to end a heading, best first."""
    ways = c.variants or (HeadingVariant(c.title, c.body, 0.0, _LINE),)
    words, own = max((way.title for way in ways), key=len), own_words()
    made = [
        _Choice(
            way,
            own * (way.score + (ended if way.mark in _ENDS else 0.0)),
            build_of(way.title, words[len(way.title) : len(way.title) + 2].strip(), way.mark),
        )
        for way in ways
    ]
    return sorted(made, key=lambda one: -one.said)


def _drafts(choices: list[list[_Choice]]) -> Iterator[list[_Choice]]:
    """Choices for all siblings, each draft after the model of one way to end one of them."""
    for some in choices[:_MODELS]:
        for model in some[:_LEADING]:
            yield [
                model
                if other is some
                else max(other, key=lambda one, m=model: one.said + likeness(one.build, m.build))
                for other in choices
            ]


def _worth(draft: list[_Choice]) -> float:
    """What speaks for a draft; what two are alike counts once, not for both."""
    rated = sum(_rated(one, _near(number, draft)) for number, one in enumerate(draft))
    return (rated + sum(one.said for one in draft)) / 2


def _near(number: int, chosen: list[_Choice]) -> list[_Choice]:
    """The siblings a heading is compared with."""
    first = max(0, number - _WINDOW)
    return chosen[first:number] + chosen[number + 1 : number + 1 + _WINDOW]


def _rated(one: _Choice, near: list[_Choice]) -> float:
    """What a heading's own words and its siblings say for a way to end it."""
    alike = sum(likeness(one.build, other.build) for other in near)
    return one.said + (alike / len(near) if near else 0.0)


def _ended(
    c: HeadingCandidate, some: list[_Choice], near: list[_Choice], chosen: _Choice
) -> HeadingCandidate:
    """The heading ended so; without a title where no way to end it is good enough."""
    if not c.variants:
        return c
    said = [_rated(one, near) for one in some]
    top = max(said)
    sure = exp(said[some.index(chosen)] - top) / sum(exp(one - top) for one in said)
    if sure < _SURE_ENOUGH:
        shown = re.split("[，,]", chosen.build.title)[0]
        return replace(c, title="", shown=shown, body=c.words, whole=False)
    way = chosen.way
    if way.title == c.title:
        return c
    return replace(c, title=way.title, body=way.body, whole=False)
