"""Text boxes follow the paragraph they hang on: the file moves them with it, so the page does.

A box's paragraphs stand behind that paragraph, under keys that come next in the file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from editor.manuscript.edits import Edit, Move, Replace, apply, apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph

BOX = "文本框"  # how the frame of a paragraph in a free text box begins


def box_edits_after(manuscript: Manuscript, edits: Sequence[Edit]) -> tuple[Move, ...]:
    """The moves behind ``edits`` that bring boxes to where their paragraphs went."""
    if all(isinstance(e, Replace) for e in edits) or not _boxed(manuscript):
        return ()
    return box_edits(apply_all(manuscript, edits))


def box_edits(manuscript: Manuscript) -> tuple[Move, ...]:
    """The moves that put every text box behind the paragraph it hangs on."""
    moves: list[Move] = []
    if not _boxed(manuscript):
        return ()
    done: set[int] = set()
    while (move := _first_stray(manuscript.paragraphs, done)) is not None:
        moves.append(move)
        done.add(manuscript.paragraphs[move.first].key)
        manuscript = apply(manuscript, move)
    return tuple(moves)


def _boxed(manuscript: Manuscript) -> bool:
    return any(p.frame.startswith(BOX) for p in manuscript.paragraphs)


def _first_stray(rows: Sequence[Paragraph], done: set[int]) -> Move | None:
    bearers = sorted((p.key, n) for n, p in enumerate(rows) if BOX in p.holds and p.key)
    keys = [key for key, _ in bearers]
    line = 0
    while line < len(rows):
        name = rows[line].frame.partition("·")[0]
        end = line + 1
        if not name.startswith(BOX):
            line = end
            continue
        while end < len(rows) and rows[end].frame.partition("·")[0] == name:
            end += 1
        place = bisect_left(keys, rows[line].key) - 1
        if place >= 0 and rows[line].key not in done:
            bearer = bearers[place][1]
            behind = _behind(rows, bearer, rows[line].key)
            if behind not in (line, end) and not line < bearer < end:
                return Move(line, end, behind)
        line = end
    return None


def _behind(rows: Sequence[Paragraph], bearer: int, key: int) -> int:
    """Where a box with this key belongs: behind the bearer's boxes that come before it."""
    line = bearer + 1
    while line < len(rows) and rows[line].frame.startswith(BOX) and rows[line].key < key:
        line += 1
    return line
