"""The numbers of w:p in a main part, and which paragraph that is shown stands at or above one."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

from editor.files.docx.xml_tree import local_name, word_tags

PARAGRAPHS: Final = word_tags("p")


class ShownParagraphs:
    """From the number of a w:p to the manuscript.

    ``rows`` has for each paragraph of the manuscript the number of its w:p, 0 where it has none.
    """

    def __init__(self, rows: Sequence[int]) -> None:
        self._rows = rows
        self._most = len(rows)

    @cached_property
    def _known(self) -> list[tuple[int, int]]:
        return sorted((row, at) for at, row in enumerate(self._rows) if row)

    def index(self, number: int) -> int:
        """The index of a w:p's paragraph, or of the nearest one above it that is shown."""
        return self._at(number)[1]

    def key(self, number: int) -> int:
        """The number of the same paragraph; 0 where none is shown."""
        return self._at(number)[0]

    def _at(self, number: int) -> tuple[int, int]:
        at = bisect_right(self._known, (number, self._most))
        return self._known[max(0, at - 1)] if self._known else (0, 0)


class ParagraphNumbers:
    """The numbers, from 1, of all w:p below an element; what stands in none has a neighbour's."""

    def __init__(self, body: Any) -> None:
        self._known = {p: number for number, p in enumerate(body.iter(*PARAGRAPHS), 1)}
        self._placed: dict[Any, Any] = {}  # what stands in none, with its neighbour

    def of(self, element: Any) -> int:
        """The number of the paragraph an element stands in, holds, or follows.

        What neither holds nor follows any, as the mark of a tracked row, has that of what it
        stands in.
        """
        paragraph = paragraph_of(element)
        if paragraph is None:
            if element not in self._placed:
                self._placed[element] = self._neighbour(element)
            paragraph = self._placed[element]
        return self._known.get(paragraph, 1)

    def _neighbour(self, element: Any) -> Any:
        one = element
        while one is not None:
            if (below := next(one.iter(*PARAGRAPHS), None)) is not None:
                return below
            for before in one.itersiblings(preceding=True):
                if before in self._placed:
                    return self._placed[before]
                if last := deque(before.iter(*PARAGRAPHS), maxlen=1):
                    return last[0]
            one = one.getparent()
        return None


def paragraph_of(element: Any) -> Any:
    """The w:p that an element stands in, or None."""
    one = element
    while one is not None and local_name(one.tag) != "p":
        one = one.getparent()
    return one
