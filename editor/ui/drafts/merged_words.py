"""Both wordings of a row in one text, and the signs where paragraphs end inside a cell.

Separate from `comparison_rows`, which says what stands in a row; free of Qt as that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from editor.manuscript.comparison.compare import ComparedRow
from editor.manuscript.comparison.row_words import RowWords

BREAK = "↵\u2028"  # where a paragraph ends inside a cell: a sign, and a line break of Qt

ChangeKind = Literal["out", "in", "moved"]


class ChangeMark(NamedTuple):
    """A stretch of a cell: taken out, put in, or standing elsewhere."""

    start: int
    end: int
    kind: ChangeKind


class MarkedWords(NamedTuple):
    """A text to be shown with what is marked in it."""

    text: str
    marks: tuple[ChangeMark, ...]


def with_breaks(
    label: str, words: MarkedWords, breaks: Sequence[int], kind: ChangeKind
) -> MarkedWords:
    """A text behind its number, with the signs of its breaks; marks cross no break."""
    text, marks, done = label, list[ChangeMark](), 0
    for at in breaks:
        text += words.text[done:at]
        marks.append(ChangeMark(len(text), len(text) + 1, kind))
        text, done = text + BREAK, at
    size, head = len(BREAK), len(label)
    for mark in words.marks:
        start = mark.start + head + size * sum(at <= mark.start for at in breaks)
        end = mark.end + head + size * sum(at < mark.end for at in breaks)
        if start < end:
            marks.append(ChangeMark(start, end, mark.kind))
    return MarkedWords(text + words.text[done:], tuple(marks))


class _MergedPart(NamedTuple):
    """Words of the merged text; an offset is None where they are not in that text."""

    words: str
    old: int | None
    new: int | None


def merged(label: str, row: ComparedRow, both: RowWords, *, flip: bool) -> MarkedWords:
    """What went, then what came; points stand in the new order. ``flip``: the new text went."""
    text, marks = label, list[ChangeMark]()
    gone: ChangeKind = "in" if flip else "out"
    come: ChangeKind = "out" if flip else "in"
    for part in _parts(row, both, flip=flip):
        for words, kind in _pieces(part, both, gone, come):
            if kind:
                marks.append(ChangeMark(len(text), len(text) + len(words.rstrip("\u2028")), kind))
            text += words
    return MarkedWords(text, tuple(marks))


def _pieces(
    part: _MergedPart, both: RowWords, gone: ChangeKind, come: ChangeKind
) -> Iterator[tuple[str, ChangeKind | None]]:
    """A part cut at the breaks in it, each break before the letter it stands before."""
    own: ChangeKind | None = gone if part.new is None else come if part.old is None else None
    at: dict[int, ChangeKind] = {
        n - part.old: gone for n in both.old_breaks if part.old is not None
    }
    at |= {n - part.new: come for n in both.new_breaks if part.new is not None}
    done = 0
    for place in sorted(n for n in at if 0 <= n < len(part.words)):
        yield part.words[done:place], own
        yield BREAK, at[place]
        done = place
    yield part.words[done:], own


def _parts(row: ComparedRow, both: RowWords, *, flip: bool) -> Iterator[_MergedPart]:
    segments = row.order.segments if row.order else ((0, len(both.old)),)
    pieces = sorted(piece for part in row.rewordings for piece in part.pieces)
    new = 0
    for start, end in segments:
        done = start
        for piece in [p for p in pieces if start < p.old_end <= end or p.old_end == start == 0]:
            same = both.old[done : piece.old_start]
            yield _MergedPart(same, done, new)
            was = _MergedPart(both.old[piece.old_start : piece.old_end], piece.old_start, None)
            now = _MergedPart(both.new[piece.new_start : piece.new_end], None, piece.new_start)
            yield from (now, was) if flip else (was, now)
            done, new = piece.old_end, piece.new_end
        yield _MergedPart(both.old[done:end], done, new)
        new += end - done
