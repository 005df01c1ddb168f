"""The difference of two texts as operations, in time that grows with their length alone.

difflib is quadratic and worse (1,400 characters after a replace-all take seconds), so it
only gets short stretches. Longer ones are cut at words that either text has once, and what
is between them is walked with a small window.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

Operation = tuple[str, int, int, int, int]
_Match = tuple[int, int, int]  # where in the old text, where in the new, how many characters

_SHORT = 64  # what difflib gets, in characters of either side
_WORD = 8  # an anchor's characters: of prose, most stretches of eight stand once
_GRAM, _WINDOW = 3, 48  # what is looked for after a difference, and how far


def operations(old: str, new: str) -> list[Operation]:
    """Operations as `SequenceMatcher.get_opcodes` gives them; not always the fewest."""
    found: list[Operation] = []
    a = b = 0
    for at, to, size in [*_matches(old, new), (len(old), len(new), 0)]:
        if at > a or to > b:
            found.append((_named(at - a, to - b), a, at, b, to))
        if size:
            found.append(("equal", at, at + size, to, to + size))
        a, b = at + size, to + size
    return found


def _named(gone: int, come: int) -> str:
    if gone and come:
        return "replace"
    return "delete" if gone else "insert"


def _matches(old: str, new: str) -> list[_Match]:
    head = _run(old, new, 0, 0)
    tail = _run(old[head:][::-1], new[head:][::-1], 0, 0)
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    found = [(0, 0, head)]
    found += [(head + i, head + j, size) for i, j, size in _between(a, b)]
    found.append((len(old) - tail, len(new) - tail, tail))
    return [match for match in found if match[2]]


def _between(a: str, b: str) -> Iterator[_Match]:
    if _both_short(a, b):
        yield from _finest(a, b)
        return
    anchors = _anchors(a, b)
    for (i, j, size), (next_i, next_j, _) in pairwise([(0, 0, 0), *anchors, (len(a), len(b), 0)]):
        yield i, j, size
        at, to = i + size, j + size
        gone, come = a[at:next_i], b[to:next_j]
        finer = _finest(gone, come) if _both_short(gone, come) else _walked(gone, come)
        for x, y, count in finer:
            yield at + x, to + y, count


def _both_short(a: str, b: str) -> bool:
    return len(a) <= _SHORT and len(b) <= _SHORT


def _finest(a: str, b: str) -> Iterator[_Match]:
    if a and b:
        yield from SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()


def _anchors(a: str, b: str) -> list[_Match]:
    """Words that stand once in either text and in the same order, as wide as they agree."""
    there = _single(b)
    pairs = [(i, there[word]) for word, i in _single(a).items() if word in there]
    found: list[_Match] = []
    at = to = 0
    for i, j in _rising(pairs):
        if i < at or j < to:
            continue
        back = _run(a[at:i][::-1], b[to:j][::-1], 0, 0)
        i, j = i - back, j - back
        size = _run(a, b, i, j)
        found.append((i, j, size))
        at, to = i + size, j + size
    return found


def _single(text: str) -> dict[str, int]:
    places: dict[str, int] = {}
    for at in range(len(text) - _WORD + 1):
        word = text[at : at + _WORD]
        places[word] = -1 if word in places else at
    return {word: at for word, at in places.items() if at >= 0}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs whose second numbers rise; the first ones rise already."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for number, (_, to) in enumerate(pairs):
        at = bisect_left(tails, to)
        back.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [to]
        ends[at : at + 1] = [number]
    found: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        found.append(pairs[number])
        number = back[number]
    return found[::-1]


def _walked(a: str, b: str) -> Iterator[_Match]:
    """A walk along both texts that finds its way again within a window, or steps on."""
    i = j = 0
    while i < len(a) and j < len(b):
        size = _run(a, b, i, j)
        if size:
            yield i, j, size
            i, j = i + size, j + size
        else:
            i, j = _again(a, b, i, j)


def _again(a: str, b: str, i: int, j: int) -> tuple[int, int]:
    near = {b[n : n + _GRAM]: n for n in range(min(j + _WINDOW, len(b) - _GRAM), j - 1, -1)}
    best = (i + 1, j + 1)
    least = 2 * _WINDOW
    for at in range(i, min(i + _WINDOW, len(a) - _GRAM) + 1):
        to = near.get(a[at : at + _GRAM], -1)
        if to >= 0 and at - i + to - j < least:
            best, least = (at, to), at - i + to - j
    return best


def _run(a: str, b: str, i: int, j: int) -> int:
    size = 0
    while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
        size += 1
    return size
