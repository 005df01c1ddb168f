"""Points inside a paragraph (一是…；二是…) that changed places, told apart from rewording.

The numbers and the marks between the points stay where they are; only the words between
them change places, as the writer who moves a point renumbers it. What is reworded besides
is found against the points in their new order, and told in places of the old text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, product
from typing import Final, NamedTuple

from editor.manuscript.comparison.seams import cut_at_seams
from editor.manuscript.comparison.sequences import Pair, increasing_subsequence
from editor.manuscript.comparison.wording import Cutter, Rewording, WordReplacement, rewordings
from editor.manuscript.numbering import MarkerStyle, marker_at
from editor.manuscript.sentences import bare_words, bigrams, dice

_INLINE: Final = (
    MarkerStyle.POINT_IS,
    MarkerStyle.POINT_MUST,
    MarkerStyle.SEQUENCE,
    MarkerStyle.ORDINAL,
    MarkerStyle.SIDE,
    MarkerStyle.CIRCLED,
    MarkerStyle.ARABIC_BRACKET,
    MarkerStyle.CHINESE_BRACKET,
    MarkerStyle.ARABIC,
)
_BEFORE: Final = "。；;！!？?：:，,、 \u3000"  # a point begins behind one of these
_MARKS: Final = "；;，,。.！!？?、 \u3000"
_FULL_STOP: Final = re.compile("[。！？!?]")
_SHORTEST: Final = 4  # characters; shorter points are alike by chance
_ALIKE: Final = 0.5  # as whole paragraphs are
_FEW: Final = 2_500  # pairs of points; more are not all looked at
_RARE: Final = 8  # points at most that a telling pair of characters stands in
_WORTH: Final = 0.5  # an order is told where it leaves at most this part of the rewording


class PointSpan(NamedTuple):
    """``[start, end)`` of a text."""

    start: int
    end: int


class Reordering(NamedTuple):
    """``segments`` of the old text in their new order; which words moved, on either side."""

    segments: tuple[PointSpan, ...]
    moved: tuple[PointSpan, ...]
    moved_new: tuple[PointSpan, ...]

    @property
    def reach(self) -> PointSpan:
        """What of the old text takes part: from the first words that moved to the last."""
        ordered = sorted(self.segments)
        out = [n for n, s in enumerate(self.segments) if s != ordered[n]]
        return PointSpan(ordered[out[0]].start, ordered[out[-1]].end)

    def arranged(self, text: str) -> str:
        """The old text with its points in the new order."""
        return "".join([text[start:end] for start, end in self.segments])


def reordering(
    old: str, new: str, cut: Cutter | None = None
) -> tuple[Reordering, tuple[Rewording, ...]] | None:
    """The new order of the points and what is reworded besides; None where none moved."""
    olds, news = points_of(old), points_of(new)
    pairs = _partners([old[a:b] for a, b in olds], [new[a:b] for a, b in news])
    if len(pairs) < 2:
        return None
    staying = set(increasing_subsequence(pairs, lambda i: olds[i].end - olds[i].start))
    loose = [pair for pair in pairs if pair not in staying]
    if not loose:
        return None
    found = Reordering(
        _segments(len(old), [olds[i] for i, _ in pairs], [olds[i] for i, _ in _by_new(pairs)]),
        tuple([olds[i] for i, _ in loose]),
        tuple([news[j] for _, j in loose]),
    )
    middle = rewordings(found.arranged(old), new, cut)
    if _size(middle) > _WORTH * _size(rewordings(old, new, cut)):
        return None
    return found, _in_old_places(middle, found.segments)


def points_of(text: str) -> list[PointSpan]:
    """The words of the points of a paragraph, without their numbers and last marks."""
    found = [
        marker
        for at in range(len(text))
        if (at == 0 or text[at - 1] in _BEFORE)
        and (marker := marker_at(text, at)) is not None
        and marker.style in _INLINE
    ]
    if len(found) < 2:
        return []
    style = Counter([m.style for m in found]).most_common(1)[0][0]
    markers = [m for m in found if m.style is style]
    points = [_bare(text, m.end, n.start) for m, n in pairwise(markers)]
    # Where the points before are one sentence each, so is the last.
    single = not any(_FULL_STOP.search(text, a, b) for a, b in points)
    stop = _FULL_STOP.search(text, markers[-1].end) if single else None
    points.append(_bare(text, markers[-1].end, stop.start() if stop else len(text)))
    return points


def _bare(text: str, start: int, end: int) -> PointSpan:
    return PointSpan(start, start + len(text[start:end].rstrip(_MARKS)))


def _partners(olds: Sequence[str], news: Sequence[str]) -> list[Pair]:
    """Which point is which, sorted by the old one: the same words first, then alike ones."""
    one, other = _bare_points(olds), _bare_points(news)
    partner = _same_words(one, other)
    taken = set(partner.values())
    grams = {i: bigrams(olds[i]) for i in one if i not in partner}
    others = {j: bigrams(news[j]) for j in other if j not in taken}
    scores = [(dice(grams[i], others[j]), -i, -j) for i, j in _candidates(grams, others)]
    for score, i, j in sorted(scores, reverse=True):
        if score >= _ALIKE and -i not in partner and -j not in taken:
            partner[-i] = -j
            taken.add(-j)
    return sorted(partner.items())


def _bare_points(points: Sequence[str]) -> dict[int, str]:
    bare = {n: bare_words(text) for n, text in enumerate(points)}
    return {n: words for n, words in bare.items() if len(words) >= _SHORTEST}


def _same_words(one: dict[int, str], other: dict[int, str]) -> dict[int, int]:
    places: dict[str, deque[int]] = {}
    for j, words in other.items():
        places.setdefault(words, deque()).append(j)
    return {i: places[words].popleft() for i, words in one.items() if places.get(words)}


def _candidates(one: dict[int, Counter[str]], other: dict[int, Counter[str]]) -> Iterator[Pair]:
    """Which pairs are looked at: all of a few points; of many those that share a rare pair."""
    if len(one) * len(other) <= _FEW:
        yield from product(one, other)
        return
    places: dict[str, list[int]] = {}
    for j, grams in other.items():
        for gram in grams:
            places.setdefault(gram, []).append(j)
    for i, grams in one.items():
        found = [places[gram] for gram in grams if gram in places]
        shared = Counter([j for points in found if len(points) <= _RARE for j in points])
        yield from [(i, j) for j, _ in shared.most_common(_RARE)]


def _by_new(pairs: Sequence[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: pair[1])


def _segments(
    size: int, holes: Sequence[PointSpan], order: Sequence[PointSpan]
) -> tuple[PointSpan, ...]:
    """The text in pieces: what stands between the holes stays, the words change places."""
    found: list[PointSpan] = []
    at = 0
    for hole, words in zip(holes, order, strict=True):
        for piece in (PointSpan(at, hole.start), words):
            if found and found[-1].end == piece.start:
                piece = PointSpan(found.pop().start, piece.end)
            found.append(piece)
        at = hole.end
    if found[-1].end == at:
        return (*found[:-1], PointSpan(found[-1].start, size))
    return (*found, PointSpan(at, size)) if at < size else tuple(found)


def _size(found: Sequence[Rewording]) -> int:
    pieces = [piece for rewording in found for piece in rewording.pieces]
    return sum([p.old_end - p.old_start + p.new_end - p.new_start for p in pieces])


def _in_old_places(
    middle: Sequence[Rewording], segments: Sequence[PointSpan]
) -> tuple[Rewording, ...]:
    """Rewordings of the text in its new order, with the places of the old order."""
    ends = list(accumulate([end - start for start, end in segments]))
    found: list[Rewording] = []
    for part in cut_at_seams(middle, ends[:-1]):
        at = bisect_left(ends, part.old_end)
        by = segments[at].end - ends[at]
        pieces = tuple([WordReplacement(a + by, b + by, c, d) for a, b, c, d in part.pieces])
        found.append(
            Rewording(part.old_start + by, part.old_end + by, part.new_start, part.new_end, pieces)
        )
    return tuple(found)
