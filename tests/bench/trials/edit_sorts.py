"""Random edits by sort: typing, splits, joins, moves, cut and paste, replacing everywhere."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from editor.manuscript.edits import Edit, Move, Replace, apply
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.ui.page.clipboard import put_in, removal, taken_out

WORDS = ("改", "云川县", "2026年", "，并", "<&>")


class Sort(NamedTuple):
    """A sort of edit: its name and what makes one of it."""

    name: str
    make: Callable[[Manuscript, random.Random], tuple[Edit, ...]]


def _worded(m: Manuscript, chance: random.Random, free: bool = True) -> int:
    rows = [n for n, p in enumerate(m.paragraphs) if p.text and not (free and p.frame)]
    return chance.choice(rows) if rows else -1


def _type(m: Manuscript, chance: random.Random) -> tuple[Edit, ...]:
    number = _worded(m, chance, free=False)
    if number < 0:
        return ()
    size = len(m.paragraphs[number].text)
    start = chance.randint(0, size)
    end = min(size, start + chance.choice((0, 0, 1, 3)))
    return (Replace(Position(number, start), Position(number, end), chance.choice(WORDS)),)


def _split(m: Manuscript, chance: random.Random) -> tuple[Edit, ...]:
    number = _worded(m, chance)
    if number < 0:
        return ()
    at = Position(number, chance.randint(0, len(m.paragraphs[number].text)))
    return (Replace(at, at, "\n"),)


def _join(m: Manuscript, chance: random.Random) -> tuple[Edit, ...]:
    rows = m.paragraphs
    free = [n for n in range(len(rows) - 1) if not rows[n].frame and not rows[n + 1].frame]
    if not free:
        return ()
    number = chance.choice(free)
    end = Position(number, len(rows[number].text))
    return (Replace(end, Position(number + 1, 0), ""),)


def _move(m: Manuscript, chance: random.Random) -> tuple[Edit, ...]:
    number, before = _worded(m, chance), chance.randint(0, len(m.paragraphs))
    inside = 0 < before < len(m.paragraphs) and m.paragraphs[before].frame
    if number < 0 or before in (number, number + 1) or inside:
        return ()
    return (Move(number, number + 1, before),)


def _replace_all(m: Manuscript, chance: random.Random) -> tuple[Edit, ...]:
    letters = Counter(c for p in m.paragraphs for c in p.text if not c.isspace())
    if not letters:
        return ()
    old = chance.choice([c for c, _ in letters.most_common(12)])
    edits: list[Edit] = []
    for n, p in enumerate(m.paragraphs):
        for at in reversed([i for i, c in enumerate(p.text) if c == old]):
            edits.append(Replace(Position(n, at), Position(n, at + 1), "换换"))
    return tuple(edits)


def _cut_and_paste(m: Manuscript, chance: random.Random) -> tuple[Edit, ...]:
    rows = m.paragraphs
    first = _worded(m, chance)
    if first < 0:
        return ()
    last = first
    while last + 1 < len(rows) and not rows[last + 1].frame and last - first < 2:
        last += chance.choice((0, 1, 1)) or len(rows)
    last = min(last, len(rows) - 1)
    last = first if last - first > 2 or any(p.frame for p in rows[first : last + 1]) else last
    start = Position(first, chance.choice((0, 0, chance.randint(0, len(rows[first].text)))))
    end = Position(
        last, chance.choice((len(rows[last].text), chance.randint(0, len(rows[last].text))))
    )
    if start >= end:
        return ()
    out = removal(start, end)
    rest = apply(m, out)
    places = [n for n, p in enumerate(rest.paragraphs) if not p.frame]
    if not places:
        return ()
    number = chance.choice(places)
    place = Position(
        number, chance.choice((0, chance.randint(0, len(rest.paragraphs[number].text))))
    )
    into, _ = put_in(rest, taken_out(m, start, end), place, place)
    return out, into


def _drag(m: Manuscript, chance: random.Random) -> tuple[Edit, ...]:
    """Some words of a paragraph, of a cell or text box too, to any other place."""
    number = _worded(m, chance, free=False)
    if number < 0:
        return ()
    size = len(m.paragraphs[number].text)
    start, end = sorted(
        (chance.randint(0, size), chance.choice((0, size, chance.randint(0, size))))
    )
    if start == end:
        return ()
    run = taken_out(m, Position(number, start), Position(number, end))
    out = removal(Position(number, start), Position(number, end))
    rest = apply(m, out)
    goal = chance.randrange(len(rest.paragraphs))
    place = Position(goal, chance.randint(0, len(rest.paragraphs[goal].text)))
    into, _ = put_in(rest, run, place, place)
    return out, into


def _any(m: Manuscript, chance: random.Random) -> tuple[Edit, ...]:
    return chance.choice((_type, _split, _join, _move, _cut_and_paste, _drag))(m, chance)


SORTS = (
    Sort("type", _type), Sort("split", _split), Sort("join", _join), Sort("move", _move),
    Sort("cut and paste", _cut_and_paste), Sort("drag", _drag),
    Sort("replace all", _replace_all), Sort("mixed", _any),
)  # fmt: skip
