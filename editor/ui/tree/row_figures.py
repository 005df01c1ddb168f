"""What the tree shows beside a title: open blanks and minutes, for every node at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, compress
from operator import is_not
from typing import NamedTuple

from editor.analysis.values import Structure
from editor.manuscript.delivery.statistics import count
from editor.manuscript.outline.framed import beside_text
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Paragraph, Position

ROOM = 500  # counts of what is no longer there that are no burden


class RowFigure(NamedTuple):
    """``blanks`` open in the node, ``spoken`` 字 read aloud in it, headings included."""

    blanks: int
    spoken: int


class RowFigures:
    """Counts by prefix sums; the count of a paragraph is kept by its text."""

    def __init__(self) -> None:
        self._spoken: dict[str, int] = {}
        self._sums: list[int] = [0]
        self._places: list[Position] = []
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._before: tuple[tuple[Paragraph, ...], list[Position]] = ((), [])
        self._first = self._last = 0  # the paragraphs [first, last) are others than before

    def take(self, analysis: Structure) -> None:
        """Work on this analysis from now on."""
        paragraphs = analysis.manuscript.paragraphs
        places = [b.span.head for b in analysis.blanks]
        self._compare(paragraphs, places)
        self._before = (self._paragraphs, self._places)
        self._places = places
        if paragraphs is self._paragraphs:
            return
        self._paragraphs = paragraphs
        beside = beside_text(paragraphs)
        texts = ["" if n in beside else p.text for n, p in enumerate(paragraphs)]
        known = self._spoken
        for text in set(texts).difference(known):
            known[text] = count(text).spoken
        sizes = list(map(known.__getitem__, texts))
        if len(known) > 2 * len(texts) + ROOM:
            self._spoken = dict(zip(texts, sizes, strict=True))
        self._sums = [0, *accumulate(sizes)]

    def touched(self, section: Section) -> bool:
        """Whether a section with the same places may have other figures or words now."""
        return section.start.paragraph < self._last and section.end.paragraph >= self._first

    def carried(self, old: Section, new: Section) -> bool:
        """Whether a section of the analysis before stands elsewhere with the same words."""
        delta = new.start.paragraph - old.start.paragraph
        first, last = old.start.paragraph, old.end.paragraph + (old.end.offset > 0)
        paragraphs, places = self._before
        if paragraphs[first:last] != self._paragraphs[first + delta : last + delta]:
            return False
        was = places[bisect_left(places, old.start) : bisect_left(places, old.end)]
        now = self._places[bisect_left(self._places, new.start) :]
        now = now[: bisect_left(now, new.end)]
        return [(line + delta, at) for line, at in was] == now

    def of(self, section: Section) -> RowFigure:
        """The figures of one node of the analysis."""
        start, end, places = section.start, section.end, self._places
        blanks = bisect_left(places, end) - bisect_left(places, start) if places else 0
        return RowFigure(blanks, self._upto(end) - self._upto(start))

    def total(self) -> int:
        """All 字 of the text."""
        return self._sums[-1]

    def _compare(self, paragraphs: tuple[Paragraph, ...], places: Sequence[Position]) -> None:
        """Find what is another than in the analysis before."""
        old = self._paragraphs
        other = [*compress(range(len(paragraphs)), map(is_not, paragraphs, old))]
        if places != self._places:
            other += [place.paragraph for place in set(places).symmetric_difference(self._places)]
        self._first, self._last = (min(other), max(other) + 1) if other else (0, 0)
        if len(paragraphs) != len(old):
            self._first = min(self._first, len(paragraphs), len(old)) if other else len(paragraphs)
            self._last = len(paragraphs) + 1

    def _upto(self, place: Position) -> int:
        paragraph, offset = place
        if not offset:
            return self._sums[paragraph]
        text = self._paragraphs[paragraph].text
        if offset >= len(text):
            return self._sums[paragraph + 1]
        part = text[:offset]
        known = self._spoken.get(part)
        if known is None:
            known = self._spoken[part] = count(part).spoken
        return self._sums[paragraph] + known
