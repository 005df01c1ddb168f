"""What the tree shows beside a title: open blanks and minutes, for every node at once."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from editor.manuscript.paragraph import Position
from editor.manuscript.sections import Section
from editor.manuscript.statistics import count
from editor.reading import Reading


class Figure(NamedTuple):
    """``blanks`` open in the node, ``spoken`` 字 read aloud in it, headings included."""

    blanks: int
    spoken: int


class Figures:
    """Counts by prefix sums; the count of a paragraph is kept by its text."""

    def __init__(self) -> None:
        self._spoken: dict[str, int] = {}
        self._sums: list[int] = [0]
        self._places: list[Position] = []
        self._reading: Reading | None = None

    def take(self, reading: Reading) -> None:
        """Work on this reading from now on."""
        fresh: dict[str, int] = {}
        for paragraph in reading.manuscript.paragraphs:
            text = paragraph.text
            if text not in fresh:
                known = self._spoken.get(text)
                fresh[text] = count(text).spoken if known is None else known
        self._spoken = fresh
        texts = [fresh[p.text] for p in reading.manuscript.paragraphs]
        self._sums = [0, *accumulate(texts)]
        self._places = [b.span.head for b in reading.blanks]
        self._reading = reading

    def of(self, section: Section) -> Figure:
        """The figures of one node of the reading."""
        start, end, places = section.start, section.end, self._places
        blanks = bisect_left(places, end) - bisect_left(places, start) if places else 0
        return Figure(blanks, self._upto(end) - self._upto(start))

    def total(self) -> int:
        """All 字 of the text."""
        return self._sums[-1]

    def _upto(self, place: Position) -> int:
        paragraph, offset = place
        if not offset or self._reading is None:
            return self._sums[paragraph]
        text = self._reading.manuscript.paragraphs[paragraph].text
        if offset >= len(text):
            return self._sums[paragraph + 1]
        part = text[:offset]
        known = self._spoken.get(part)
        if known is None:
            known = self._spoken[part] = count(part).spoken
        return self._sums[paragraph] + known
