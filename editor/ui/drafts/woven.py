"""Both wordings of a row in one text, and the signs where paragraphs end inside a cell.

Separate from `cells`, which says what stands in a row; free of Qt as that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from editor.manuscript.comparison.compare import Row
from editor.manuscript.comparison.row_words import RowWords

BREAK = "↵\u2028"  # where a paragraph ends inside a cell: a sign, and a line break of Qt

Sign = Literal["out", "in", "moved"]


class Mark(NamedTuple):
    """A stretch of a cell: taken out, put in, or standing elsewhere."""

    start: int
    end: int
    sign: Sign


class Words(NamedTuple):
    """A text to be shown with what is marked in it."""

    text: str
    marks: tuple[Mark, ...]


def with_breaks(label: str, words: Words, breaks: Sequence[int], sign: Sign) -> Words:
    """A text behind its number, with the signs of its breaks; marks cross no break."""
    text, marks, done = label, list[Mark](), 0
    for at in breaks:
        text += words.text[done:at]
        marks.append(Mark(len(text), len(text) + 1, sign))
        text, done = text + BREAK, at
    size, head = len(BREAK), len(label)
    for mark in words.marks:
        start = mark.start + head + size * sum(at <= mark.start for at in breaks)
        end = mark.end + head + size * sum(at < mark.end for at in breaks)
        if start < end:
            marks.append(Mark(start, end, mark.sign))
    return Words(text + words.text[done:], tuple(marks))


class _Part(NamedTuple):
    """Words of the merged text; an offset is None where they are not in that text."""

    words: str
    old: int | None
    new: int | None


def merged(label: str, row: Row, both: RowWords, *, flip: bool) -> Words:
    """What went, then what came; points stand in the new order. ``flip``: the new text went."""
    text, marks = label, list[Mark]()
    gone: Sign = "in" if flip else "out"
    come: Sign = "out" if flip else "in"
    for part in _parts(row, both, flip=flip):
        for words, sign in _pieces(part, both, gone, come):
            if sign:
                marks.append(Mark(len(text), len(text) + len(words.rstrip("\u2028")), sign))
            text += words
    return Words(text, tuple(marks))


def _pieces(
    part: _Part, both: RowWords, gone: Sign, come: Sign
) -> Iterator[tuple[str, Sign | None]]:
    """A part cut at the breaks in it, each break before the letter it stands before."""
    own: Sign | None = gone if part.new is None else come if part.old is None else None
    at: dict[int, Sign] = {n - part.old: gone for n in both.old_breaks if part.old is not None}
    at |= {n - part.new: come for n in both.new_breaks if part.new is not None}
    done = 0
    for place in sorted(n for n in at if 0 <= n < len(part.words)):
        yield part.words[done:place], own
        yield BREAK, at[place]
        done = place
    yield part.words[done:], own


def _parts(row: Row, both: RowWords, *, flip: bool) -> Iterator[_Part]:
    segments = row.order.segments if row.order else ((0, len(both.old)),)
    pieces = sorted(piece for part in row.rewordings for piece in part.pieces)
    new = 0
    for start, end in segments:
        done = start
        for piece in [p for p in pieces if start < p.old_end <= end or p.old_end == start == 0]:
            same = both.old[done : piece.old_start]
            yield _Part(same, done, new)
            was = _Part(both.old[piece.old_start : piece.old_end], piece.old_start, None)
            now = _Part(both.new[piece.new_start : piece.new_end], None, piece.new_start)
            yield from (now, was) if flip else (was, now)
            done, new = piece.old_end, piece.new_end
        yield _Part(both.old[done:end], done, new)
        new += end - done
