"""What is put in place of hits: words, codes and groups of the pattern, with their looks.

New words look like the first letter they replace; what a group or ^& brings keeps its own looks
and whatever its file keeps beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import NO_WORDS, MarkedText, joined, marked_between, put_words
from editor.manuscript.search.codes import FOUND, SOFT_BREAK, decoded
from editor.manuscript.search.finder import Hit
from editor.manuscript.search.query import Notation, PatternError
from editor.manuscript.whole_number import whole_number

Piece = str | int
"""Words, or the number of a group; 0 is all that was found."""
_ESCAPES: Final = (("n", "\n"), ("t", "\t"), ("v", SOFT_BREAK))


def pieces_of(text: str, notation: Notation, groups: int) -> tuple[Piece, ...]:
    """What a replacement is made of. Raises PatternError for a group that the pattern has not."""
    grouped = _with_codes(text)
    if notation is not Notation.PLAIN:
        grouped = _with_groups(list(grouped), notation, groups)
    pieces: list[Piece] = []
    for piece in grouped:
        if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return tuple(pieces)


def replacements(
    manuscript: Manuscript, hits: Sequence[Hit], pieces: Sequence[Piece]
) -> tuple[tuple[Replace, ...], int]:
    """The edits, last place first, and how many hits are left alone.

    Those are in a frame (a cell, a text box), where paragraphs cannot be split or joined.
    """
    edits: list[Replace] = []
    for hit in reversed(hits):
        edit = _edit(manuscript, hit, pieces)
        if not _hurts_a_frame(manuscript, edit):
            edits.append(edit)
    return tuple(edits), len(hits) - len(edits)


def _with_codes(text: str) -> Iterator[Piece]:
    for letter, code in decoded(text):
        yield 0 if code and letter == FOUND else letter


def _with_groups(pieces: list[Piece], notation: Notation, groups: int) -> Iterator[Piece]:
    escapes = dict(_ESCAPES) if notation is Notation.EXPRESSION else {}
    at = 0
    while at < len(pieces):
        piece, behind = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
        at += 1
        if piece != "\\" or not isinstance(behind, str):
            yield piece
            continue
        at += 1
        if behind.isascii() and (number := whole_number(behind, -1)) >= 0:
            if number > groups:
                told = f"要找的内容里没有第 {behind} 对括号，“替换为”里的 \\{behind} 用不上。"
                raise PatternError(told)
            yield number
        else:
            yield escapes.get(behind, behind)


def _edit(manuscript: Manuscript, hit: Hit, pieces: Sequence[Piece]) -> Replace:
    if all(isinstance(piece, str) for piece in pieces):
        return Replace(hit.start, hit.end, "".join(map(str, pieces)))
    words = [p if isinstance(p, str) else _words_of(manuscript, hit, p) for p in pieces]
    return put_words(hit.start, hit.end, joined(words))


def _words_of(manuscript: Manuscript, hit: Hit, group: int) -> MarkedText:
    stretch = hit.groups[group - 1] if group else (hit.start, hit.end)
    return marked_between(manuscript, *stretch) if stretch else NO_WORDS


def _hurts_a_frame(manuscript: Manuscript, edit: Replace) -> bool:
    if "\n" not in edit.text and edit.start.paragraph == edit.end.paragraph:
        return False
    run = manuscript.paragraphs[edit.start.paragraph : edit.end.paragraph + 1]
    return any(paragraph.frame for paragraph in run)
