"""Rows as they are set: where a broken line stands in the type area, in which faces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from editor.editions.breaking import BrokenLine
from editor.editions.composed_pages import TextRun
from editor.editions.styles import Face
from editor.editions.title_lines import break_title

Stretch = tuple[int, int, Face]


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line with its faces. ``x`` and ``width`` in pt from the left margin.

    Covers ``[start, end)`` of the paragraph; an automatic number before it is negative.
    """

    x: float
    width: float
    runs: tuple[TextRun, ...]
    start: int
    end: int


def centred_lines(text: str, widths: Sequence[float], width: float) -> list[BrokenLine]:
    """Rows of a centred paragraph, broken by meaning."""
    head = len(text) - len(text.lstrip())
    bare = text.strip()
    ends = break_title(bare, widths[head : head + len(bare)], width)
    borders = [0, *(head + end for end in ends[:-1]), len(text)]
    rows: list[BrokenLine] = []
    for start, end in pairwise(borders):
        piece = text[start:end]
        first = start + len(piece) - len(piece.lstrip())
        last = first + len(piece.strip())
        sizes = widths[first:last]
        xs = [(width - sum(sizes)) / 2]
        for size in sizes:
            xs.append(xs[-1] + size)
        rows.append(BrokenLine(start, end, first, last, tuple(xs[:-1]), xs[-1]))
    return rows


def ragged(row: BrokenLine, widths: Sequence[float]) -> BrokenLine:
    """The row with nothing spread out: short lines of a narrow cell would fall apart."""
    places = list(accumulate(widths[row.first : row.last], initial=0.0))
    if places[-1] > row.width:
        return row  # marks were squeezed to fit
    return replace(row, xs=tuple(places[:-1]), width=places[-1])


def set_line(
    text: str, row: BrokenLine, stretches: Iterable[Stretch], size: float, label: int
) -> SetLine:
    """A row with its runs; the first ``label`` characters are an automatic number."""
    left = row.xs[0] if row.xs else 0.0
    runs: list[TextRun] = []
    for start, end, face in stretches:
        a, b = max(start, row.first), min(end, row.last)
        if a < b:
            xs = tuple([x - left for x in row.xs[a - row.first : b - row.first]])
            runs.append(TextRun(text[a:b], face, size, xs, a - label))
    return SetLine(left, row.width - left, tuple(runs), row.start - label, row.end - label)
