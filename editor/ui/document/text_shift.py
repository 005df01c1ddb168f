"""The smallest change between two texts of one paragraph, and where a stretch went by it."""

from __future__ import annotations

from typing import NamedTuple


class TextShift(NamedTuple):
    """How one paragraph's text changed: ``[start, old_end)`` became ``[start, new_end)``."""

    start: int
    old_end: int
    new_end: int

    def through(self, start: int, end: int, *, grows: bool = False) -> tuple[int, int]:
        """Where a stretch went; text put in at its end belongs to it if it ``grows``."""
        delta = self.new_end - self.old_end
        if end < self.start or (end == self.start and not grows):
            return start, end
        if start >= self.old_end:
            return start + delta, end + delta
        head = min(start, self.start)
        return head, end + delta if end >= self.old_end else max(head, self.start)


def shift_between(old: str, new: str) -> TextShift:
    """The smallest change that makes ``new`` of ``old``."""
    start = _shared(old, new, from_end=False)
    same = min(_shared(old, new, from_end=True), min(len(old), len(new)) - start)
    return TextShift(start, len(old) - same, len(new) - same)


def _shared(old: str, new: str, *, from_end: bool) -> int:
    """How many characters both begin (or end) with, by halving: slices compare fast."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if from_end:
            equal = old[len(old) - middle :] == new[len(new) - middle :]
        else:
            equal = old[:middle] == new[:middle]
        low, high = (middle, high) if equal else (low, middle - 1)
    return low
