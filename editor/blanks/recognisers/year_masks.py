"""Years and numbers with digits masked: 20xx, 202X, 二〇××; 20xx0元 (was 20000元).

A template's author hides a year by a search for digits, and the same search eats numbers
that only look like years; those are kind ``mangled``.
"""

from __future__ import annotations

import re
from functools import cache

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import DIGITS, FoundBlank, before, behind, run_of
from editor.blanks.recognisers.lookalikes import in_latin
from editor.language.mask_words import measure_behind
from editor.language.measure_words import measures

_CENTURY = re.compile(r"(?:20|19|18|２０|１９)$")
_DECADE = re.compile(r"(?:20|19|18|２０|１９)[0-9０-９]$")
_HAN_YEAR = re.compile(r"(?:二[〇○零Oo0]|一九|一八)[〇○零一二三四五六七八九]?$")
# Behind a year mask these say that a number was eaten: 20xx多人, 20xx元, 20xx万亩.
_COUNTED = re.compile(
    r"[多余]|[名人个元万亿吨户家亩米件项台套株篇册份辆座头只棵斤%％]|公[里斤顷]|平方|千瓦|字(?!号)|周年"
)


_JOINTS = frozenset("-－—–")
_HEAD, _PHONE, _MOBILE = 4, 7, 11  # digits left standing, of a line in town, of a mobile
_PARTS = 2  # that a number is joined of, besides the first


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"[{measures()}]|平方|千瓦|亩|头|只|斤|届|后|[、，]?\s*$")


def number_mask(text: str, start: int, end: int) -> tuple[bool, FoundBlank | None]:
    """Judge a run of marks that touches digits.

    The first answer says whether it is this module's business; the second is the blank
    or None for a look-alike (3×3, 1920x1080, 138****1234, x86).
    """
    if long := _long_number(text, start, end):
        return True, long
    left, right = _digits(text, start, end)
    if left == start and right == end:
        return _han_year(text, start, end)
    head, tail = text[left:start], text[end:right]
    if head in ("0", "０") and (year := _han_year(text, start, end)[1]):
        return True, year
    if head and in_latin(text, left, right):
        return True, None
    if tail:
        return True, _with_tail(text, (left, start, end, right))
    if _is_year_head(head, end - start):
        kind = BlankKind.MANGLED if _COUNTED.match(text, end) else BlankKind.YEAR
        return True, FoundBlank(left, end, kind)
    if _CENTURY.search(head) and end - start == 2:
        return True, FoundBlank(left, end, BlankKind.MANGLED)
    if head and _unit().match(text, end) and behind(text, end):
        return True, FoundBlank(left, end, BlankKind.X)
    return True, None


def _long_number(text: str, start: int, end: int) -> FoundBlank | None:
    """A phone number or the like: 1XXXXXXXXXX, 0XXX-XXXXXXX, ****-*******; not 138****1234."""
    left = start
    while before(text, left) in DIGITS and left > 0 and start - left < _HEAD:
        left -= 1
    for _ in range(_PARTS):
        if behind(text, end) in _JOINTS and behind(text, end + 1) == text[start]:
            end = run_of(text, end + 1, frozenset(text[start]))[1]
    size = end - left - sum(c in _JOINTS for c in text[left:end])
    if behind(text, end) in DIGITS and end < len(text):
        return None
    mobile = size == _MOBILE and text[left] in "1１" and end - start >= _MOBILE - _HEAD
    joined = any(c in _JOINTS for c in text[start:end]) and _PHONE <= size <= _MOBILE + 1
    return FoundBlank(left, end, BlankKind.X) if mobile or joined else None


def _with_tail(text: str, edges: tuple[int, int, int, int]) -> FoundBlank | None:
    """A mask with digits behind it: 20xx0, X000; else a look-alike."""
    left, start, end, right = edges
    head, tail = text[left:start], text[end:right]
    counted = measure_behind(text, right) != ""
    if _CENTURY.search(head) and end - start == 2:
        return FoundBlank(left, right, BlankKind.MANGLED)
    if _CENTURY.search(head) and end - start == len(tail) == 1 and behind(text, right) == "年":
        return FoundBlank(left, right, BlankKind.YEAR)
    rounded = set(tail) <= {"0", "０"} and (len(tail) >= 2 or (end - start >= 2 and counted))
    if not head and rounded:
        return FoundBlank(start, right, BlankKind.X)
    return None


def _is_year_head(head: str, marks: int) -> bool:
    century = len(head) == 2 and _CENTURY.search(head) is not None and marks <= 3
    return century or (len(head) == 3 and _DECADE.search(head) is not None and marks == 1)


def _han_year(text: str, start: int, end: int) -> tuple[bool, FoundBlank | None]:
    """A year written in Chinese numerals: 二〇××年, 二○二×年."""
    head = _HAN_YEAR.search(text, max(0, start - 3), start)
    if head is None or not (end - start == 2 or behind(text, end) == "年"):
        return False, None
    return True, FoundBlank(head.start(), end, BlankKind.YEAR)


def _digits(text: str, start: int, end: int) -> tuple[int, int]:
    """The run of marks with the digits that touch it."""
    while before(text, start) in DIGITS and start > 0:
        start -= 1
    while behind(text, end) in DIGITS and end < len(text):
        end += 1
    return start, end
