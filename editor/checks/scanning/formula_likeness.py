"""How like is a stretch of text to a fixed formulation, and in what does it differ?

Texts are compared `folded`: a comma for a stop mark of a list, any quote for any quote,
so that only words, their order and lost quotes count. All functions are pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

CLOSE = 0.2
"""How much of a formulation may differ (edits by its length) to be still meant."""

_FOLDS = (("、", "，"), (",", "，"), ("”", "“"), ('"', "“"), (";", "；"))
_MARK = re.compile("[，；：“”（）《》]")
_STOP = re.compile("[。！？!?\n]")


def folded(text: str) -> str:
    """The text with marks that do not matter made one; as long as before."""
    for mark, other in _FOLDS:
        text = text.replace(mark, other)
    return text


class Likeness(NamedTuple):
    """A folded formulation made ready: its bits per character, both ways, its members.

    ``pairs``: its neighbouring characters, of which an edit can lose two; so many are
    ``shared`` with whatever is near it.
    """

    exact: str
    limit: int
    forward: Mapping[str, int]
    backward: Mapping[str, int]
    members: tuple[str, ...]
    chars: frozenset[str]
    pairs: tuple[str, ...]
    shared: int


def likeness(exact: str) -> Likeness:
    """A folded formulation made ready to be compared."""
    members = tuple(m for m in re.split("[，；]", exact) if m)
    limit = max(1, int(len(exact) * CLOSE))
    back = exact[::-1]
    pairs = tuple(map("".join, pairwise(exact)))
    shared = len(pairs) - 2 * limit
    return Likeness(
        exact, limit, _bits(exact), _bits(back), members, frozenset(exact), pairs, shared
    )


def _bits(word: str) -> dict[str, int]:
    bits: dict[str, int] = {}
    for place, char in enumerate(word):
        bits[char] = bits.get(char, 0) | 1 << place
    return bits


def alike(like: Likeness, window: str, at: int) -> tuple[int, int] | None:
    """The stretch of a folded window meant to be the formulation, but not it.

    ``at`` is a place in the window that belongs to it; only its sentence counts.
    """
    begin, stop = 0, len(window)
    for match in _STOP.finditer(window):
        if match[0] in like.chars:
            continue
        if match.start() >= at:
            stop = match.start()
            break
        begin = match.end()
    piece = window[begin:stop]
    if like.exact in piece:
        return None
    lost = len(like.chars.difference(piece))
    found = None if lost else _shuffled(like, piece)
    found = found or _members(like, piece)
    if found is None and lost <= like.limit:  # an edit can lose one character, no more
        found = nearest(like, piece)
    return None if found is None else (begin + found[0], begin + found[1])


def _shuffled(like: Likeness, piece: str) -> tuple[int, int] | None:
    """By its characters: all there, in another order (领导核心作用、核心领导作用)."""
    size, want = len(like.exact), sorted(like.exact)
    for start in range(len(piece) - size + 1):
        if piece[start] in like.chars and sorted(piece[start : start + size]) == want:
            return start, start + size
    return None


def nearest(like: Likeness, piece: str) -> tuple[int, int] | None:
    """By edit distance: a word lost or put in, a character wrong."""
    if sum(map(piece.__contains__, like.pairs)) < like.shared:
        return None
    cost, end = _best(like.forward, like.exact, piece, like.limit, anywhere=True)
    if cost > like.limit:
        return None
    head = piece[:end][::-1]
    _, size = _best(like.backward, like.exact[::-1], head, cost, anywhere=False)
    start = end - size
    return (start, end) if end - start >= len(like.exact) // 2 else None


def _best(
    bits: Mapping[str, int], want: str, text: str, most: int, *, anywhere: bool
) -> tuple[int, int]:
    """The least distance of ``want`` to what ends somewhere in ``text``, and that end.

    Of ends that are as near, and no farther than ``most``, the last before a mark counts.
    ``anywhere``: it may begin anywhere in the text, else at its start. Myers' bit
    vectors (J. ACM 46 (3), 1999): a few whole-number operations for each character.
    """
    size = len(want)
    top, full = 1 << size - 1, (1 << size) - 1
    up, down, cost = full, 0, size
    best, best_end = size, 0
    for place, char in enumerate(text, 1):
        equal = bits.get(char, 0)
        across = (((equal & up) + up) ^ up) | equal | down
        plus = down | ~(across | up) & full
        minus = up & across
        if plus & top:
            cost += 1
        elif minus & top:
            cost -= 1
        plus = plus << 1 | (0 if anywhere else 1)
        minus <<= 1
        up = (minus | ~(equal | down | plus)) & full
        down = plus & (equal | down) & full
        if cost < best or (cost == best <= most and not _MARK.search(text, best_end, place)):
            best, best_end = cost, place
    return best, best_end


def _members(like: Likeness, piece: str) -> tuple[int, int] | None:
    """By its members: one left out between the first and the last, a foreign one put in."""
    members = like.members
    if len(members) < 2 or min(map(len, members)) < 2:
        return None
    places = [piece.find(member) for member in members]
    there = [(p, p + len(m)) for p, m in zip(places, members, strict=True) if p >= 0]
    if len(there) < 2:
        return None
    start, end = min(there)[0], max(there)[1]
    listed = [m for m in re.split("[，；]", piece[start:end]) if m]
    if len(members) < 3 or piece.find(members[0]) != start or not _ends(places, members, end):
        return None
    if len(there) == len(members):
        return (start, end) if _foreign(listed, members) else None
    lost = len(members) - len(there)
    whole = listed == [m for m in members if m in listed]
    few = lost == 1 and (len(members) > 3 or min(map(len, members)) >= 5)
    return (start, end) if whole and few and len(listed) == len(there) else None


def _ends(places: Sequence[int], members: Sequence[str], end: int) -> bool:
    return places[-1] >= 0 and places[-1] + len(members[-1]) == end


def _foreign(listed: Sequence[str], members: Sequence[str]) -> bool:
    """One more member of the same build (…力、…力) among them, all in their order."""
    more = [m for m in listed if m not in members]
    kept = [m for m in listed if m in members]
    return len(more) == 1 and kept == list(members) and more[0][-1] == members[-1][-1]
