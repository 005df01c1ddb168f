"""What became of the words of one paragraph: by sentence, and inside it by character.

A rewording is a run of neighbouring sentences that changed: what can be taken alone
without leaving half a sentence. Its pieces are for the eye, and for edits that leave the
letters around them as they are. All offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from editor.manuscript.comparison.sequences import common_subsequence
from editor.manuscript.sentences import sentences

Cutter = Callable[[str], Sequence[str]]  # the words of a text; joined they are the text

# Numbers and Latin words stay whole: 2023→2024 is one change, not '3→4'.
_TOKEN: Final = re.compile(r"[0-9０-９]+(?:\.[0-9]+)?[%％]?|[A-Za-z]+|.", re.DOTALL)
_LONG_CHANGE: Final = 12  # characters changed on both sides, beside which a common pair is chance
_LEAST_COMMON: Final = 0.25  # below this share two sentences have nothing to do with each other


class WordReplacement(NamedTuple):
    """Words put in place of words: ``[old_start, old_end)`` became ``[new_start, new_end)``."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Rewording:
    """Neighbouring sentences that changed, and the pieces in them that differ."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    pieces: tuple[WordReplacement, ...]


def rewordings(old: str, new: str, cut: Cutter | None = None) -> tuple[Rewording, ...]:
    """The changed runs of sentences between two texts of one paragraph, in order."""
    if old == new:
        return ()
    before, after = sentences(old), sentences(new)
    common = common_subsequence(before, after, lambda at: len(before[at]))
    found: list[Rewording] = []
    i = j = at_old = at_new = 0
    for next_i, next_j in (*common, (len(before), len(after))):
        was, now = "".join(before[i:next_i]), "".join(after[j:next_j])
        if was or now:
            pieces = _pieces(was, now, cut)
            moved = [
                WordReplacement(a + at_old, b + at_old, c + at_new, d + at_new)
                for a, b, c, d in pieces
            ]
            ends = at_old + len(was), at_new + len(now)
            found.append(Rewording(at_old, ends[0], at_new, ends[1], tuple(moved)))
        same = before[next_i] if next_i < len(before) else ""
        at_old, at_new = at_old + len(was) + len(same), at_new + len(now) + len(same)
        i, j = next_i + 1, next_j + 1
    return tuple(found)


def _pieces(old: str, new: str, cut: Cutter | None) -> list[WordReplacement]:
    if not old or not new:
        return [WordReplacement(0, len(old), 0, len(new))]
    split = cut or _TOKEN.findall
    before, after = list(split(old)), list(split(new))
    common = common_subsequence(before, after)
    if sum(len(before[i]) for i, _ in common) < _LEAST_COMMON * min(len(old), len(new)):
        return [_trimmed(old, new)]
    pieces = _joined(_between(before, after, common), old)
    return [_narrowed(piece, old, new) for piece in pieces] if cut else pieces


def _narrowed(piece: WordReplacement, old: str, new: str) -> WordReplacement:
    """突出位置 → 首要位置 is 突出 → 首要: what two words share at an end is no change."""
    a, b, c, d = piece
    inner = _trimmed(old[a:b], new[c:d])
    head = inner.old_start if inner.old_start > 1 else 0
    tail = b - a - inner.old_end if b - a - inner.old_end > 1 else 0
    return WordReplacement(a + head, b - tail, c + head, d - tail)


def _trimmed(old: str, new: str) -> WordReplacement:
    """One piece, without the beginning and end that both have."""
    end = min(len(old), len(new))
    head = next((n for n in range(end) if old[n] != new[n]), end)
    tail = next((n for n in range(end - head) if old[-1 - n] != new[-1 - n]), end - head)
    return WordReplacement(head, len(old) - tail, head, len(new) - tail)


def _between(
    before: Sequence[str], after: Sequence[str], common: Sequence[tuple[int, int]]
) -> list[WordReplacement]:
    """What stands between the common tokens, as pieces in characters."""
    found: list[WordReplacement] = []
    i = j = at_old = at_new = 0
    for next_i, next_j in (*common, (len(before), len(after))):
        was, now = sum(map(len, before[i:next_i])), sum(map(len, after[j:next_j]))
        if was or now:
            found.append(WordReplacement(at_old, at_old + was, at_new, at_new + now))
        same = len(before[next_i]) if next_i < len(before) else 0
        at_old, at_new = at_old + was + same, at_new + now + same
        i, j = next_i + 1, next_j + 1
    return found


def _joined(pieces: list[WordReplacement], old: str) -> list[WordReplacement]:
    """Pieces with only a chance likeness between them become one: 的 is no anchor."""
    found: list[WordReplacement] = []
    for piece in pieces:
        if found and _is_chance(found[-1], piece, old):
            first = found[-1]
            found[-1] = WordReplacement(
                first.old_start, piece.old_end, first.new_start, piece.new_end
            )
        else:
            found.append(piece)
    return found


def _is_chance(one: WordReplacement, other: WordReplacement, old: str) -> bool:
    between = old[one.old_end : other.old_start]
    if len(between) == 1:
        return between.isalnum()
    sizes = [max(p.old_end - p.old_start, p.new_end - p.new_start) for p in (one, other)]
    return len(between) == 2 and sum(sizes) >= _LONG_CHANGE and between.isalnum()
