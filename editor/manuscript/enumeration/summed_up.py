"""Which counts behind a row of points are of that row: 以上三点意见 over four sections.

Only where it is clear: a count that agrees with one row it could mean is right, and where rows
of unlike length could be meant nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from editor.manuscript.enumeration.announced_counts import Summary, summaries_in
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.paragraph import Position, Span

_LAST: Final = 3  # paragraphs of a speech in which all of it is summed up


class PointRow(NamedTuple):
    """A row of points: where its last begins, where what may speak of it ends, how many there are.

    ``in_line``: the last stands behind other words of its paragraph.
    """

    last: Position
    until: Position
    size: int
    in_line: bool


def row_end(children: Sequence[Section], last: Position) -> Position | None:
    """Where what may sum up a row ends; None for one that has other points behind it."""
    counted = [c for c in children if c.number]
    if not counted or counted[-1].start != last:
        return None
    end = counted[-1].end
    behind = (c.end for c in children if c.kind is SectionKind.CLOSING and c.start == end)
    return next(behind, end)


def wrong_summaries(manuscript: Manuscript, rows: Iterable[PointRow]) -> Iterator[tuple[Span, int]]:
    """The numerals that sum up a row and are wrong, with the size of the row."""
    meant: dict[Span, set[int]] = defaultdict(set)
    said: dict[Span, int] = {}
    for row in rows:
        for line, summary in _behind(manuscript, row):
            span = Span(line, summary.start, summary.end)
            meant[span].add(row.size)
            said[span] = summary.value
    for span, sizes in meant.items():
        if len(sizes) == 1 and said[span] not in sizes:
            yield span, min(sizes)


def _behind(manuscript: Manuscript, row: PointRow) -> Iterator[tuple[int, Summary]]:
    own, paragraphs = row.last.paragraph, manuscript.paragraphs
    for summary in summaries_in(paragraphs[own].text):
        if row.last.offset < summary.start and Position(own, summary.start) < row.until:
            yield own, summary
    ends = _last_with_words(manuscript, own, row.until)
    right_below = _next_with_words(manuscript, own) if row.in_line else own
    if right_below != own and right_below not in ends:
        found = summaries_in(paragraphs[right_below].text)
        yield from ((right_below, s) for s in found if s.first and s.sure)
    for line in ends:
        yield from ((line, s) for s in summaries_in(paragraphs[line].text) if s.first)


def _last_with_words(manuscript: Manuscript, own: int, until: Position) -> list[int]:
    """The last paragraphs with words behind ``own`` and before ``until``, from the end."""
    found: list[int] = []
    for line in range(until.paragraph - (0 if until.offset else 1), own, -1):
        if manuscript.paragraphs[line].text.strip():
            found.append(line)
        if len(found) == _LAST:
            break
    return found


def _next_with_words(manuscript: Manuscript, own: int) -> int:
    """The next paragraph with words, also where another part begins there; itself for the last."""
    below = range(own + 1, len(manuscript.paragraphs))
    return next((n for n in below if manuscript.paragraphs[n].text.strip()), own)
