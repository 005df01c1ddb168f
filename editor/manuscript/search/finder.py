"""Finds all places of a query in a text; they may go over the ends of paragraphs.

Works on what the eye sees (a word with a space of no width in it is found); places are those of
the text itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from editor.language.script import seen
from editor.manuscript.manuscript import Manuscript, Offsets
from editor.manuscript.paragraph import Position
from editor.manuscript.search.codes import FOUND, decoded
from editor.manuscript.search.expression import ExpressionReader
from editor.manuscript.search.folding import folded
from editor.manuscript.search.machine import Effort, Machine, Places
from editor.manuscript.search.program import program_of
from editor.manuscript.search.query import Notation, Query
from editor.manuscript.search.wild_cards import WildCardReader

Stretch = tuple[Position, Position]
_LONG: Final = 5_000_000  # steps
_PER_HIT: Final = 12  # steps in the time of making one


class Hit(NamedTuple):
    """A place that was found; ``groups`` are those of the pattern, None for one not used."""

    start: Position
    end: Position
    groups: tuple[Stretch | None, ...] = ()


def find(
    manuscript: Manuscript,
    query: Query,
    inside: Stretch | None = None,
    effort: Effort | None = None,
) -> tuple[Hit, ...]:
    """All places of the query, in order, not overlapping; only ``inside`` a stretch if given.

    Raises PatternError where the query cannot be read, TooLongError or GivenUpError by ``effort``.
    """
    shown, offsets = seen(manuscript.text), Offsets(manuscript)
    text = folded(shown.text, query)
    ends = inside or (Position(0, 0), manuscript.end)
    start, end = [bisect_left(shown.places, offsets.flat(place)) for place in ends]

    def stretch(first: int, last: int) -> Stretch:
        begin, over = shown.place(first), shown.end(last)
        return offsets.place(begin), offsets.place(max(begin, over))

    found: list[Hit] = []
    effort = effort or Effort(_LONG)
    for places in _places(text, query, (start, end), effort):
        effort.spend(_PER_HIT)
        pairs = zip(places[2::2], places[3::2], strict=True)
        groups = tuple([None if min(pair) < 0 else stretch(*pair) for pair in pairs])
        found.append(Hit(*stretch(places[0], places[1]), groups))
    return tuple(found)


def _places(text: str, query: Query, part: tuple[int, int], effort: Effort) -> Iterator[Places]:
    if query.notation is Notation.PLAIN:
        return _plain_places(text, query, part)
    wild = query.notation is Notation.WILD
    reader = WildCardReader(query) if wild else ExpressionReader(query)
    program = program_of(reader.read())
    return Machine(program, reader.groups, text, effort).matches(*part)


def _plain_places(text: str, query: Query, part: tuple[int, int]) -> Iterator[Places]:
    letters = decoded(query.words)
    meant = "".join(["^&" if letter == FOUND and code else letter for letter, code in letters])
    wanted = folded(seen(meant).text, query)
    at = text.find(wanted, *part) if wanted else -1
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + len(wanted), part[1])
