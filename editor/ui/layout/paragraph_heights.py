"""Heights stacked into a column: where a paragraph begins, and which one is at a height.

Pure numbers (pixels), separate from the layout so that it can be tested alone. A change
of height costs nothing until somebody asks for a place below it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class ParagraphHeights:
    """Heights in order, and their running sums as far as they are known."""

    def __init__(self) -> None:
        self._heights: list[float] = [0.0]
        self._tops: list[float] = [0.0]

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> float:
        """The height of the whole column."""
        return self.top(len(self._heights))

    def height(self, number: int) -> float:
        """The height of one piece."""
        return self._heights[number]

    def top(self, number: int) -> float:
        """Where a piece begins (with the number of pieces: where the column ends)."""
        known = len(self._tops) - 1
        if number > known:
            new = accumulate(self._heights[known:number], initial=self._tops.pop())
            self._tops.extend(new)
        return self._tops[number]

    def at(self, height: float) -> int:
        """The piece at a height; beyond the ends it is the first or last piece."""
        self.top(len(self._heights))
        found = bisect_right(self._tops, height) - 1
        return min(max(found, 0), len(self._heights) - 1)

    def splice(self, first: int, old: int, heights: Sequence[float]) -> None:
        """Put pieces in place of ``[first, first + old)``."""
        self._heights[first : first + old] = heights
        del self._tops[first + 1 :]

    def set(self, number: int, height: float) -> bool:
        """Change one height; whether it was another before."""
        if self._heights[number] == height:
            return False
        self._heights[number] = height
        del self._tops[number + 1 :]
        return True
