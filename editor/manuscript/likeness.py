"""How alike two texts are, by the pairs of characters they share: 0 nothing, 1 all.

Numbers in front, marks, spaces and width count for nothing (`wording.plain`).
"""

from __future__ import annotations

from collections import Counter

from editor.manuscript.wording import plain


def grams(text: str) -> Counter[str]:
    """The pairs of characters of a text; one character is a pair by itself."""
    bare = plain(text)
    return Counter([bare[n : n + 2] for n in range(max(1, len(bare) - 1))]) if bare else Counter()


def shared(one: Counter[str], other: Counter[str]) -> int:
    """How many pairs both have."""
    return sum([min(one[gram], other[gram]) for gram in one.keys() & other.keys()])


def dice(one: Counter[str], other: Counter[str]) -> float:
    """The share of pairs that both have (Dice 1945)."""
    return 2 * shared(one, other) / max(1, sum(one.values()) + sum(other.values()))
