"""Which markers of a speech are headings: runs in order, not words and page numbers.

Separate from `lines`, which sees one line, and from `reader`, which only builds
the tree. All functions are pure; a place is (paragraph index, candidate).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from editor.manuscript.heading.heading_candidate import POINT_STYLES, HeadingCandidate
from editor.manuscript.lines import TERSE, LineFacts
from editor.manuscript.numbering import MarkerStyle
from editor.manuscript.outline.sibling_headings import (
    PlacedHeading,
    continues_run,
    ended_like_siblings,
    marker_family,
)
from editor.manuscript.outline.unnumbered import headings_under, unnumbered_headings

_WISHES: Final = (
    "祝",
    "预祝",
    "让我们",
    "衷心",
    "我代表",
    "再次",
    "感谢",
    "请允许我",
)  # 最后，祝大家… ends a speech


def headings(facts: Sequence[LineFacts], first: int, last: int) -> list[PlacedHeading]:
    """The candidates of paragraphs ``[first, last)`` that are headings, in order."""
    lines = enumerate(facts[first:last], first)
    places = [PlacedHeading(p, c) for p, fact in lines if fact.candidates for c in fact.candidates]
    if not any(p.candidate.at_line and p.candidate.rank <= 2 for p in places):
        places = sorted(places + unnumbered_headings(facts, first, last), key=_order)
    if not places:
        return places
    places = _without_page_numbers(facts, places)
    places = _without_contents(facts, places)
    upper = _kept(places, facts, [p for p in places if p.candidate.rank <= 2])
    lower = [p for p in places if p.candidate.rank > 2]
    under = headings_under(facts, upper, last)
    if not lower:
        return ended_like_siblings(sorted(upper + under, key=_order))
    merged = sorted(upper + lower, key=_order)
    kept = _kept(merged, facts, lower, {id(p) for p in upper})
    kept = kept if upper else _keywords_first(kept)
    return ended_like_siblings(sorted(upper + under + kept, key=_order))


def _keywords_first(places: list[PlacedHeading]) -> list[PlacedHeading]:
    """Of a speech without 一、 its keywords are the parts (第一个关键词：忠诚)."""
    return [
        PlacedHeading(p, replace(c, rank=1)) if c.keyword and c.at_line else PlacedHeading(p, c)
        for p, c in places
    ]


def _order(place: PlacedHeading) -> tuple[int, int]:
    return place.paragraph, place.candidate.start


def _kept(
    places: Sequence[PlacedHeading],
    facts: Sequence[LineFacts],
    judged: Sequence[PlacedHeading],
    fences: set[int] | None = None,
) -> list[PlacedHeading]:
    """Those of ``judged`` with a neighbour in their run, or sure without one.

    ``fences``: headings that end every run below them.
    """
    if not fences and all(_stands(place, facts) for place in judged):
        return list(judged)  # one a line, so they are in order
    runs: dict[str, list[PlacedHeading]] = {}
    closed: list[list[PlacedHeading]] = []
    wanted = {id(p) for p in judged}
    for place in places:
        if fences and id(place) in fences:
            closed.extend(runs.values())
            runs = {}
        elif id(place) in wanted:
            runs.setdefault(_run_of(place.candidate, runs), []).append(place)
    closed.extend(runs.values())
    return sorted((p for run in closed for p in _sure(run, facts)), key=_order)


def _run_of(c: HeadingCandidate, runs: Mapping[str, Sequence[PlacedHeading]]) -> str:
    """The run a candidate goes on with: its family's; 第三 after 其次 is of that one."""
    own = marker_family(c)
    if own not in runs:
        for name, run in runs.items():
            if continues_run(c, name, run[-1].candidate.value):
                return name
    return own


def _sure(run: Sequence[PlacedHeading], facts: Sequence[LineFacts]) -> list[PlacedHeading]:
    kept: list[PlacedHeading] = []
    moved = _shuffled(run)
    for number, place in enumerate(run):
        if _stands(place, facts) or _reordered(run, number):
            kept.append(place)
            continue
        before = run[number - 1].candidate if number else None
        behind = run[number + 1].candidate if number + 1 < len(run) else None
        if place.candidate.style is MarkerStyle.SEQUENCE:
            before = before if number and _together(run[number - 1], place) else None
            behind = behind if behind and _together(place, run[number + 1]) else None
        in_order = not moved or place.paragraph not in moved
        if not in_order or _is_heading(place, before, behind, facts):
            kept.append(place)
    return kept


def _stands(place: PlacedHeading, facts: Sequence[LineFacts]) -> bool:
    """Whether a marker needs no neighbour: most do not, so it is asked first."""
    line, c = place
    if not c.at_line or c.rank > 2 or c.row:
        return False
    return c.style is None or line == 0 or not facts[line - 1].hard_wrapped


def _shuffled(run: Sequence[PlacedHeading]) -> set[int]:
    """Paragraphs whose points make up a run in another order, as after a move."""
    if len({p.paragraph for p in run}) == len(run):
        return set()  # no paragraph has two of them
    lines: dict[int, set[int]] = {}
    for paragraph, c in run:
        usual = c.style not in (MarkerStyle.SEQUENCE, MarkerStyle.SIDE, None)
        values = lines.setdefault(paragraph, set())
        values.add(c.value if usual and not c.row else 0)
    return {
        line
        for line, values in lines.items()
        if len(values) > 1 and min(values) == 1 and max(values) <= len(values) + 1
    }


def _reordered(run: Sequence[PlacedHeading], number: int) -> bool:
    """Whether a heading and its neighbours are all there in another order, as after a move.

    Then the paragraph before it that has no final mark yet is one still being written,
    not hard-wrapped text.
    """
    if not _heads_line(run[number]):
        return False
    values = {run[number].candidate.value}
    for side in (reversed(run[:number]), run[number + 1 :]):
        for value in (place.candidate.value for place in side if _heads_line(place)):
            if value in values:
                break
            values.add(value)
    return len(values) > 1 and max(values) - min(values) <= len(values)


def _heads_line(place: PlacedHeading) -> bool:
    c = place.candidate
    return c.at_line and c.rank <= 2 and (c.whole or c.has_body)


def _is_heading(
    place: PlacedHeading,
    before: HeadingCandidate | None,
    behind: HeadingCandidate | None,
    facts: Sequence[LineFacts],
) -> bool:
    c = place.candidate
    if c.style is None:
        return True
    if c.row or (before and before.row and not c.at_line and before.value == c.value - 1):
        return False
    fits = _follows(before, c) or _follows(c, behind)
    if c.style is MarkerStyle.SIDE:
        return c.at_line and any(n is not None and n.at_line for n in (before, behind))
    if c.style is MarkerStyle.SEQUENCE:
        polite = c.title.startswith(_WISHES) or (before and before.title.startswith(_WISHES))
        return fits and not polite
    if c.at_line and not _breaks_sentence(place, facts):
        # 2. 1. 3. after a move and 3. 3. by mistake are a run as well
        fits = fits or any(n is not None and n.at_line for n in (before, behind))
        alone = c.value == 1
        if (
            c.style in POINT_STYLES
        ):  # 第一、… on a line of its own may stand alone: the rest is cut off
            alone = _is_terse(c) or (alone and c.whole and c.style is MarkerStyle.ORDINAL)
        return fits or c.rank <= 2 or alone
    if fits or (c.announced and c.rank <= 2):
        return True
    alone = c.sentence or c.announced
    return c.value == 1 and alone and c.style in POINT_STYLES and _is_terse(c)


def _together(one: PlacedHeading, other: PlacedHeading) -> bool:
    """Whether 首先 and 其次 belong together: in one paragraph, or each heads a line."""
    return one.paragraph == other.paragraph or (one.candidate.at_line and other.candidate.at_line)


def _follows(one: HeadingCandidate | None, other: HeadingCandidate | None) -> bool:
    if one is None or other is None:
        return False
    if one.style is MarkerStyle.SEQUENCE:
        return other.value > one.value
    return other.value == one.value + 1


def _is_terse(c: HeadingCandidate) -> bool:
    return c.has_body and len(c.title) <= TERSE


def _breaks_sentence(place: PlacedHeading, facts: Sequence[LineFacts]) -> bool:
    """Whether the line before runs on without an end, as hard-wrapped text does."""
    return place.paragraph > 0 and facts[place.paragraph - 1].hard_wrapped


def _without_page_numbers(
    facts: Sequence[LineFacts], places: Sequence[PlacedHeading]
) -> list[PlacedHeading]:
    """Drop '3、' that page breaks of a web reader put at line heads, inside sentences."""
    arabic = [p for p in places if p.candidate.style is MarkerStyle.ARABIC and p.candidate.at_line]
    split = [p for p in arabic if _splits_sentence(p, facts)]
    if len(split) < 2 or 2 * len(split) < len(arabic):
        return list(places)
    pages = {id(p) for p in arabic}
    return [p for p in places if id(p) not in pages]


def _splits_sentence(place: PlacedHeading, facts: Sequence[LineFacts]) -> bool:
    before = place.paragraph - 1
    while before >= 0 and facts[before].blank:
        before -= 1
    return before >= 0 and facts[before].hard_wrapped


def _without_contents(
    facts: Sequence[LineFacts], places: Sequence[PlacedHeading]
) -> list[PlacedHeading]:
    """Drop a table of contents: bare headings in a row that all come again later."""
    size = 0
    for place in places:
        near = not size or place.paragraph - places[size - 1].paragraph <= 2
        if not place.candidate.whole or not near:
            break
        size += 1
    if size < 3:
        return list(places)
    block, rest = places[:size], places[size:]
    if not rest:
        return list(places)
    later = {title_key(p.candidate.title) for p in rest}
    again = [p for p in block if title_key(p.candidate.title) in later]
    announced = any(facts[p].toc for p in range(block[0].paragraph))
    if 2 * len(again) > len(block) or announced:
        return list(rest)
    return list(places)


def title_key(title: str) -> str:
    """A title without blanks, marks and the page number of a table of contents."""
    if title.isalnum() and not title[-1].isdigit():
        return title
    return re.sub(r"[\W_]+|(?<!\d)\d+$", "", title)
