"""What may be a blank and may be meant so: A市B区, 202 年, 口口, [], 1 000万元. Asked about.

A case that is told as a warning hides its names, a thousand may have its space, 口口相传 is a
word: none of these holds the gate, and nothing fills them unasked.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import (
    SPACES,
    FoundBlank,
    before,
    behind,
    is_han,
    is_latin,
    run_of,
)
from editor.language.blank_forms import blank_form
from editor.language.lists import words
from editor.language.mask_words import measure_behind

_PLACES: Final = frozenset("省市县区州镇乡村")
_OPEN: Final = frozenset("，。；：、！？（“‘《 \u3000")
_INNER: Final = re.compile(r"[区州厂院校]")
_YEAR: Final = re.compile(
    r"(?<![0-9０-９.．])(?:19|20|１９|２０)(?:[ \u3000\t]{2,}|[0-9０-９][ \u3000\t]+)(?=年)"
)
_SHORT_YEAR: Final = re.compile("20[0-9]年[0-9]{1,2}月")
_MOUTH: Final = re.compile("口{2,}")
_SQUARE: Final = re.compile(r"[\[［][ \u3000]{0,4}[\]］]")
_NEAR: Final = 40  # characters within which a box is spoken of
_SPACED: Final = re.compile(
    r"(?<![0-9０-９ ])[1-9１-９][0-9０-９]{0,2}[ \u3000][0-9０-９][0０]{2}(?![0-9０-９ ])"
)


def lettered(text: str, at: int) -> FoundBlank | None:
    """A市B区, B公司; not A股, IT企业, 停在B区, “1+N”."""
    left = before(text, at)
    if left != "" and not (is_han(left) or left in _OPEN):
        return None
    nested = left in _PLACES and at > 1 and is_latin(text[at - 2])  # 区 may be one of a car park
    if blank_form("lettered").match(text, at + 1) or (nested and _INNER.match(text, at + 1)):
        return FoundBlank(at, at + 1, BlankKind.X, sure=False)
    return None


def spaces(text: str, at: int) -> FoundBlank | None:
    """202 年, 20  年前: a year that lost its digits; 1 000万元: a number that may have."""
    start, end = run_of(text, at, SPACES)
    head = max(0, start - 3)
    while head < start and not text[head].isdigit():
        head += 1
    if behind(text, end) == "年" and (year := _YEAR.match(text, head)) and year.end() == end:
        if blank_form("length").search(text, max(0, head - 5), head) is None:
            return FoundBlank(head, end, BlankKind.YEAR, sure=False)
        return None
    if end - start == 1 and (number := _SPACED.match(text, head)) and number.end() > end:
        counted = is_han(before(text, head)) and measure_behind(text, number.end())
        if counted:
            return FoundBlank(head, number.end(), BlankKind.X, sure=False)
    return None


@cache
def _mouths() -> re.Pattern[str]:
    """What 口口 is a piece of: 口口相传, 路口口头."""
    behind_it = "|".join(words("mask-words", "mouth-behind"))
    before_it = "".join(words("mask-words", "mouth-before"))
    return re.compile(f"(?<=[{before_it}])口口|口口(?:{behind_it})")


def mouths(text: str, at: int) -> FoundBlank | None:
    """口口 for □□, as text recognition has it; not 口口相传, 路口口头."""
    run = _MOUTH.match(text, at)
    if run is None or _mouths().match(text, at):
        return None
    return FoundBlank(at, run.end(), BlankKind.X, sure=False)


def short_year(text: str, at: int) -> FoundBlank | None:
    """202年3月: a year that lost a digit; not 公元202年, 历时202年."""
    if not _SHORT_YEAR.match(text, at) or blank_form("length").search(text, max(0, at - 5), at):
        return None
    return FoundBlank(at, at + 3, BlankKind.YEAR, sure=False)


def _speaks_of_boxes(text: str, at: int) -> bool:
    near = max(0, at - _NEAR)
    cited = blank_form("cited").search(text, near, at)
    return bool(cited or blank_form("box").search(text, near, at + _NEAR))


def square(text: str, at: int) -> FoundBlank | None:
    """[] among words: 由[]负责; not a box to tick (满意[] 一般[])."""
    found = _SQUARE.match(text, at)
    if found is None or _speaks_of_boxes(text, at):
        return None
    left, right = before(text, at), behind(text, found.end())
    opened = is_han(left) or (left != "" and left in "“，：、")
    goes_on = is_han(right) or (right != "" and right in "”，。、；")
    if not opened or not goes_on or blank_form("answer").match(text, found.end()):
        return None
    return FoundBlank(at, found.end(), BlankKind.BLANK, sure=False)


_LETTERS: Final = frozenset(
    "ABCDEFGHIJKLMOPQRSTUVWYZＡＢＣＤＥＦＧＨＩＪＫＬＭＯＰＱＲＳＴＵＶＷＹＺ"
)
RECOGNISERS = (
    (_LETTERS, lettered),
    (SPACES, spaces),
    (frozenset("[［"), square),
)
WORDS = (
    ("(?<!口)口(?=口)", mouths),
    ("(?<![0-9０-９.．第])2(?=0[0-9]年)", short_year),
)
