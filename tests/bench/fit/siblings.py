"""Siblings as choices: each heading's ways to end, compared with how its siblings end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from editor.manuscript.heading.heading_ends import BEHIND, LONGEST_HEADING, places
from editor.manuscript.heading.heading_features import HeadingSigns, marked
from editor.manuscript.outline.sibling_likeness import Build, build_of, likenesses
from tests.bench.fit.choice import Choice
from tests.bench.fit.texts import Glued

OWN: Final = "own words"  # what a heading's own words say
_KEPT: Final = 12
_MOST: Final = 8  # siblings of a group that are compared

Way = tuple[float, Build, bool]  # what its own words say, how it is built, whether it is right


def ways(glued: Glued, weights: Mapping[str, float], between: str) -> list[Way]:
    """The best ways to end a heading, '。' between: it is ended by its mark."""
    head = len(glued.head)
    whole = glued.head if between else glued.head + glued.body
    segment = whole[: LONGEST_HEADING + BEHIND]
    signs, found = HeadingSigns(segment), list[Way]()
    for end, body in places(segment):
        if not signs.cannot_end(end):
            said = sum(weights.get(n, 0.0) for n in chain(signs.ends(end), signs.begins(end, body)))
            built = build_of(segment[:end], segment[end : end + 2], "")
            found.append((said, built, end == head and not between))
    said = sum(weights.get(n, 0.0) for n in marked(HeadingSigns(whole), len(whole)))
    found.append((said, build_of(whole, "", "。"), bool(between)))
    return sorted(found, key=lambda way: -way[0])[:_KEPT]


def sibling_choices(headings: Iterable[Glued], weights: Mapping[str, float]) -> Iterator[Choice]:
    """For each heading with siblings: its ways to end, where the siblings end rightly."""
    groups: defaultdict[str, list[Glued]] = defaultdict(list)
    for one in headings:
        if one.group and len(groups[one.group]) < _MOST:
            groups[one.group].append(one)
    for members in groups.values():
        for between in ("", "。") if len(members) > 1 else ():
            found = [ways(one, weights, between) for one in members]
            right = [next((way for way in some if way[2]), None) for some in found]
            for number, some in enumerate(found):
                others = [way[1] for at, way in enumerate(right) if way and at != number]
                if right[number] and others:
                    yield _choice(some, others, members[0].source, 0.5 if between else 1.0)


def _choice(some: Sequence[Way], others: Sequence[Build], source: str, counts: float) -> Choice:
    places_ = [
        [(OWN, said), *((n, v / len(others)) for o in others for n, v in likenesses(built, o))]
        for said, built, _ in some
    ]
    return Choice(places_, next(n for n, way in enumerate(some) if way[2]), source, counts)
