"""Hits grown to the sentences they stand in: shown, gone to and replaced as wholes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.manuscript.search.finder import Hit
from editor.manuscript.sentences import sentences


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence of a paragraph that the letter at an offset is in, without spaces ahead."""
    parts = sentences(text)
    ends = [*accumulate([len(part) for part in parts])]
    number = min(bisect_right(ends, offset), len(parts) - 1)
    if number < 0:
        return 0, 0
    part = parts[number]
    return ends[number] - len(part.lstrip()), ends[number]


def whole_sentences(manuscript: Manuscript, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The sentences of the hits, each once, in order."""
    found: list[Hit] = []
    for hit in hits:
        if found and hit.end <= found[-1].end:
            continue
        grown = _grown(manuscript, hit)
        if found and grown.start < found[-1].end:
            grown = Hit(found.pop().start, grown.end)
        found.append(grown)
    return tuple(found)


def _grown(manuscript: Manuscript, hit: Hit) -> Hit:
    first, last = hit.start.paragraph, hit.end.paragraph
    start = sentence_at(manuscript.paragraphs[first].text, hit.start.offset)[0]
    end = hit.end.offset
    if end or last == first:
        end = sentence_at(manuscript.paragraphs[last].text, max(0, end - 1))[1]
    return Hit(
        Position(first, min(start, hit.start.offset)), Position(last, max(end, hit.end.offset))
    )
