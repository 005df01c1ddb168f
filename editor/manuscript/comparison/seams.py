"""Rewordings cut where paragraphs or points meet, so that words and breaks can be taken apart.

Separate from `wording`, which knows one stretch of words on either side and no seams.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from editor.manuscript.comparison.wording import Rewording, WordReplacement


def cut_at_seams(
    found: Sequence[Rewording], olds: Sequence[int], news: Sequence[int] = ()
) -> tuple[Rewording, ...]:
    """The same changes, no piece across a seam on either side, no rewording across an old one.

    What is only put in at an old seam belongs to what stands before it.
    """
    cut = [part for rewording in found for part in _cut_old(rewording, olds)]
    return tuple(
        Rewording(r.old_start, r.old_end, r.new_start, r.new_end, tuple(_cut_new(r.pieces, news)))
        for r in cut
    )


def _cut_old(found: Rewording, seams: Sequence[int]) -> Iterator[Rewording]:
    inner = [s for s in seams if found.old_start <= s < found.old_end]
    pieces = [half for piece in found.pieces for half in _halves(piece, inner)]
    start, at = found.old_start, found.new_start
    for number, end in enumerate((*inner, found.old_end)):
        own = tuple([p for p in pieces if bisect_left(inner, p.old_end) == number])
        until = at + (end - start) + sum([grown(p) for p in own])
        if own:
            yield Rewording(start, end, at, until, own)
        start, at = end, until


def _halves(piece: WordReplacement, seams: Sequence[int]) -> Iterator[WordReplacement]:
    """A piece across seams puts its new words before the first of them."""
    start, new_start = piece.old_start, piece.new_start
    for seam in seams:
        if start < seam < piece.old_end:
            yield WordReplacement(start, seam, new_start, piece.new_end)
            start, new_start = seam, piece.new_end
    yield WordReplacement(start, piece.old_end, new_start, piece.new_end)


def _cut_new(pieces: Sequence[WordReplacement], seams: Sequence[int]) -> Iterator[WordReplacement]:
    for piece in pieces:
        start, end, new_start, last = piece
        for seam in seams:
            if new_start < seam < last:
                yield WordReplacement(start, end, new_start, seam)
                start, new_start = end, seam
        yield WordReplacement(start, end, new_start, last)


def grown(piece: WordReplacement) -> int:
    """How many characters longer a piece makes the text."""
    return (piece.new_end - piece.new_start) - (piece.old_end - piece.old_start)
