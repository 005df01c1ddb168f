"""What two sequences have in common, in order: the ground of every comparison.

Patience diff first (elements that occur once on either side hold the rest in place; Bram
Cohen, 2005), then, between those anchors, an exact longest common subsequence by bits in
whole integers (Crochemore et al. 2001, Hyyrö 2004): a row costs one addition, so 2,000
by 2,000 elements take milliseconds without any library.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
Pair = tuple[int, int]
LARGEST = 64_000_000  # cells of a gap that are looked at exactly; beyond, nothing is common


def common_subsequence(
    old: Sequence[T], new: Sequence[T], weight: Callable[[int], int] = lambda at: 1
) -> list[Pair]:
    """Pairs ``(old index, new index)`` of equal elements, growing in both.

    ``weight`` of an old index says how much it is worth to keep it in place.
    """
    found: list[Pair] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        a1, a2, b1, b2 = waiting.pop()
        while a1 < a2 and b1 < b2 and old[a1] == new[b1]:
            found.append((a1, b1))
            a1, b1 = a1 + 1, b1 + 1
        while a1 < a2 and b1 < b2 and old[a2 - 1] == new[b2 - 1]:
            a2, b2 = a2 - 1, b2 - 1
            found.append((a2, b2))
        if a1 == a2 or b1 == b2:
            continue
        anchors = increasing_subsequence(_once_in_both(old, new, (a1, a2, b1, b2)), weight)
        if not anchors:
            common = _longest(old[a1:a2], new[b1:b2])
            found += [(a1 + i, b1 + j) for i, j in common]
            continue
        found += anchors
        edges = [(a1 - 1, b1 - 1), *anchors, (a2, b2)]
        for (i, j), (k, m) in pairwise(edges):
            waiting.append((i + 1, k, j + 1, m))
    return sorted(found)


def increasing_subsequence(pairs: Sequence[Pair], weight: Callable[[int], int]) -> list[Pair]:
    """The heaviest choice of pairs (sorted by the first) whose second grows too."""
    ranks = {j: n for n, j in enumerate(sorted({j for _, j in pairs}), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)  # weight, last pair: a Fenwick tree
    before: list[int] = []
    for number, (i, j) in enumerate(pairs):
        sum_, last = 0, -1
        at = ranks[j] - 1
        while at > 0:
            if best[at][0] > sum_:
                sum_, last = best[at]
            at &= at - 1
        before.append(last)
        entry = (sum_ + weight(i), number)
        at = ranks[j]
        while at < len(best):
            if entry[0] > best[at][0]:
                best[at] = entry
            at += at & -at
    at = max(best, key=lambda entry: entry[0])[1]
    chosen: list[Pair] = []
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def _once_in_both(old: Sequence[T], new: Sequence[T], box: tuple[int, int, int, int]) -> list[Pair]:
    a1, a2, b1, b2 = box
    counts, others = Counter(old[a1:a2]), Counter(new[b1:b2])
    places = {new[j]: j for j in range(b1, b2) if others[new[j]] == 1}
    return [(i, places[old[i]]) for i in range(a1, a2) if counts[old[i]] == 1 and old[i] in places]


def _longest(old: Sequence[T], new: Sequence[T]) -> list[Pair]:
    """A longest common subsequence; empty where the box is larger than LARGEST."""
    if len(old) * len(new) > LARGEST:
        return []
    masks: dict[T, int] = {}
    for i, element in enumerate(old):
        masks[element] = masks.get(element, 0) | 1 << i
    full = (1 << len(old)) - 1
    row, rows = full, [full]
    for element in new:
        hit = row & masks.get(element, 0)
        row = ((row + hit) | (row - hit)) & full
        rows.append(row)
    return _walked_back(rows, len(old), len(new))


def _walked_back(rows: list[int], i: int, j: int) -> list[Pair]:
    # A clear bit says: here the common part grew by one (Hyyrö 2004).
    found: list[Pair] = []
    while i and j:
        if rows[j] >> (i - 1) & 1:
            i -= 1
            continue
        j -= 1
        if rows[j] >> (i - 1) & 1:
            i -= 1
            found.append((i, j))
    return found[::-1]
