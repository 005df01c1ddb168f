"""A single X, × or * that means itself: a shape, a name of science, a key, a sign, an unknown.

Told by the kind of place, with the quotes around it looked through: what shape or kind is named
behind it, what thing before it, whether the sentence speaks of the sign, and whether the letter is
an unknown in what is written near by (1+X, x≥5). What wants a number or a name behind it is
none of these, whatever stands before.
"""

from __future__ import annotations

import re
from typing import Final

from editor.blanks.recognisers.found import behind
from editor.language.blank_forms import blank_form
from editor.language.mask_words import measure_behind, named_behind

_OPEN: Final = frozenset("“‘\"'「《")
_CLOSE: Final = frozenset("”’\"'」》")
_SIGNS: Final = frozenset("*＊×✕✖")
_LEFT: Final = 8  # characters before a letter that are looked at
_NEAR: Final = 120  # characters on either side in which the same letter may be an unknown
_SUM: Final = re.compile(r"[+＋=＝<>≤≥≠≈＜＞²³^√/(（\-]|设|[xｘ][加减乘除多少大小]")
_ENDS: Final = frozenset("，。；、！？,;)）") | {""}


def means_itself(text: str, start: int, end: int) -> bool:
    """Whether the single mark at ``[start, end)`` is the letter or the sign it is."""
    quoted = start > 0 and text[start - 1] in _OPEN and behind(text, end) in _CLOSE - {""}
    left, right = (start - 1, end + 1) if quoted else (start, end)
    if blank_form("letter-kind").match(text, right) or _is_sum(text, right):
        return True
    if behind(text, right) == "号" and blank_form("letter-noun").search(
        text, max(0, left - _LEFT), left
    ):
        return True  # 改成了×号; on the ×th nothing changes into it
    if measure_behind(text, right) or named_behind(text, right) or text[left - 1 : left] == "第":
        return False
    return _is_spoken_of(text, left, right, quoted=quoted) or _is_unknown(text, start, right)


def _is_spoken_of(text: str, left: int, right: int, *, quoted: bool) -> bool:
    """Whether a sentence names a sign and says what it is, or what is done with it."""
    nearest = max(0, left - _LEFT)
    if blank_form("letter-noun").search(text, nearest, left):
        return True
    used = blank_form("letter-used").search(text, nearest, left) is not None
    if used and (quoted or behind(text, right) in _ENDS):
        return True
    if text[left] in _SIGNS and text.startswith("的", right):
        return blank_form("letter-marked").search(text, nearest, left) is not None
    handled = used or quoted or blank_form("letter-handled").search(text, nearest, left)
    if handled:
        return blank_form("letter-does").match(text, right) is not None
    return False


def _is_sum(text: str, right: int) -> bool:
    """Whether what follows tells that a sign is one of mathematics: *是乘方."""
    return blank_form("letter-is").match(text, right) is not None


def _is_unknown(text: str, start: int, right: int) -> bool:
    """Whether the letter is an unknown near by, and nothing here asks for a name."""
    if not blank_form("letter-topic").match(text, right):
        return False
    if blank_form("letter-asked-left").search(text, max(0, start - _LEFT), start):
        return False
    first, last = max(0, start - _NEAR), start + _NEAR
    if not _SUM.search(text, first, last):
        return False
    return blank_form("formula").search(text, first, last) is not None
