"""Where the lines of a text stand on a page: its edges, one column or two, what is indented."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from editor.files.pdf.page_lines import PdfLine

_SHARES = (0.25, 0.15, 0.08)  # of the lines that must end at an edge; the first that do
_INDENTED = 0.08  # of the lines begin a paragraph with an indent, where any do
_ENOUGH = 8  # long lines that tell the edges of a page by themselves
_MOST = 400  # lines of a page that is looked at for a gutter
_SIDE, _ACROSS = 0.25, 0.1  # of the lines: on each side of a gutter at least, across it at most


class Column(NamedTuple):
    """Edges, and how far one line is from the next, in points; whether paragraphs are indented."""

    left: float
    right: float
    indented: bool
    pitch: float


def columns_of(lines: Sequence[PdfLine]) -> list[Column]:
    """The column of each line; lines of one column of one page have the same object."""
    whole = _measured(lines)
    by_page: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        by_page[line.page].append(at)
    found = [whole] * len(lines)
    for places in by_page.values():
        parts = _parts([lines[at] for at in places])
        groups = {part: [lines[p] for p, q in zip(places, parts, strict=True) if q == part]
                  for part in set(parts)}  # fmt: skip
        columns = {part: _column(group, whole, len(groups) > 1) for part, group in groups.items()}
        for at, part in zip(places, parts, strict=True):
            found[at] = columns[part]
    return found


def _column(lines: Sequence[PdfLine], whole: Column, apart: bool) -> Column:
    few = sum(len(line.text) > _ENOUGH for line in lines) < _ENOUGH
    measured = whole if few and not apart else _measured(lines)
    return measured._replace(left=measured.left)  # an object of its own


def _measured(lines: Sequence[PdfLine]) -> Column:
    size = median([line.size for line in lines])
    long = [line for line in lines if abs(line.size - size) < 0.1 * size and len(line.text) > 8]
    long = long or list(lines)
    left = _edge(sorted(line.left for line in long), size / 2)
    right = -_edge(sorted(-line.right for line in long), size / 2)
    indents = sum(1.2 * size < line.left - left < 4.5 * size for line in long)
    pitches = [
        a.middle - b.middle for a, b in pairwise(long) if a.page == b.page and a.middle > b.middle
    ]
    pitch = median(pitches) if pitches else 2 * size
    return Column(left, right, indents >= _INDENTED * len(long), pitch)


def _edge(places: list[float], width: float) -> float:
    """The first of the places, in order, within whose width enough of the others are."""
    for share in _SHARES:
        for at, place in enumerate(places):
            if bisect_right(places, place + width) - at >= max(2, share * len(places)):
                return place
    return places[0]


def _parts(lines: Sequence[PdfLine]) -> list[str]:
    """'left' and 'right' of a gutter, 'across' it; all the same where there is none."""
    gutter = _gutter(lines)
    if gutter is None:
        return ["across"] * len(lines)
    return [
        "left" if line.right <= gutter else "right" if line.left >= gutter else "across"
        for line in lines
    ]


def _gutter(lines: Sequence[PdfLine]) -> float | None:
    """Where a page is divided: few lines cross that place, and many stand on either side."""
    if not 2 * _ENOUGH <= len(lines) <= _MOST:
        return None
    most = len(lines) * _ACROSS
    least = len(lines) * _SIDE
    for place in sorted({round(line.left) - 1.0 for line in lines}):
        before = sum(line.right <= place for line in lines)
        behind = sum(line.left >= place for line in lines)
        if before >= least and behind >= least and len(lines) - before - behind <= most:
            return place
    return None
