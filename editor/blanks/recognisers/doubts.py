"""What may be a blank and may be meant so: 某股, A市B区, 202 年, 口口, [], 1 000万元. Asked about.

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
from editor.language.lists import words
from editor.language.mask_words import measure_behind, someone_behind
from editor.language.surnames import plain_surnames

_PLACES: Final = frozenset("省市县区州镇乡村")
_LETTERED: Final = re.compile(
    r"(?:[省市县镇乡村局](?![场民值面级域部])|街道|社区|公司|集团|企业|单位|工会|学校|工厂)"
)
_OPEN: Final = frozenset("，。；：、！？（“‘《 \u3000")
_INNER: Final = re.compile(r"[区州厂院校]")
_YEAR: Final = re.compile(
    r"(?<![0-9０-９.．])(?:19|20|１９|２０)(?:[ \u3000\t]{2,}|[0-9０-９][ \u3000\t]+)(?=年)"
)
_LENGTH: Final = re.compile(
    r"(?:近|约|过去|历时|满|达|共|第|公元前?|前|用了?|了|这|有|逾|超|超过)[ \u3000]*$"
)
_MOUTH: Final = re.compile("口{2,}")
_SQUARE: Final = re.compile(r"[\[［][ \u3000]{0,4}[\]］]")
_NEAR: Final = 40  # characters within which a box is spoken of
_BOXES: Final = re.compile(r"√|✓|打勾|打钩|勾选|填写序号")
_SPACED: Final = re.compile(
    r"(?<![0-9０-９ ])[1-9１-９][0-9０-９]{0,2}[ \u3000][0-9０-９][0０]{2}(?![0-9０-９ ])"
)
_ANSWER: Final = re.compile(r"[男女是否有无不]|同意")


def someone(text: str, at: int) -> FoundBlank | None:
    """某股, 某书记; not 某些, 某企业, not 王某局长."""
    left = before(text, at)
    if left in plain_surnames() or left in ("某", "某某") or not someone_behind(text, at + 1):
        return None
    return FoundBlank(at, at + 1, BlankKind.X, sure=False)


def lettered(text: str, at: int) -> FoundBlank | None:
    """A市B区, B公司; not A股, IT企业, 停在B区, “1+N”."""
    left = before(text, at)
    if left != "" and not (is_han(left) or left in _OPEN):
        return None
    nested = left in _PLACES and at > 1 and is_latin(text[at - 2])  # 区 may be one of a car park
    if _LETTERED.match(text, at + 1) or (nested and _INNER.match(text, at + 1)):
        return FoundBlank(at, at + 1, BlankKind.X, sure=False)
    return None


def spaces(text: str, at: int) -> FoundBlank | None:
    """202 年, 20  年前: a year that lost its digits; 1 000万元: a number that may have."""
    start, end = run_of(text, at, SPACES)
    head = max(0, start - 3)
    while head < start and not text[head].isdigit():
        head += 1
    if behind(text, end) == "年" and (year := _YEAR.match(text, head)) and year.end() == end:
        if _LENGTH.search(text, max(0, head - 5), head) is None:
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


def square(text: str, at: int) -> FoundBlank | None:
    """[] among words: 由[]负责; not a box to tick (满意[] 一般[])."""
    found = _SQUARE.match(text, at)
    if found is None or _BOXES.search(text, max(0, at - _NEAR), at + _NEAR):
        return None
    left, right = before(text, at), behind(text, found.end())
    opened = is_han(left) or (left != "" and left in "“，：、")
    goes_on = is_han(right) or (right != "" and right in "”，。、；")
    if not opened or not goes_on or _ANSWER.match(text, found.end()):
        return None
    return FoundBlank(at, found.end(), BlankKind.BLANK, sure=False)


_LETTERS: Final = frozenset(
    "ABCDEFGHIJKLMOPQRSTUVWYZＡＢＣＤＥＦＧＨＩＪＫＬＭＯＰＱＲＳＴＵＶＷＹＺ"
)
RECOGNISERS = (
    (frozenset("某"), someone),
    (_LETTERS, lettered),
    (SPACES, spaces),
    (frozenset("[［"), square),
)
WORDS = (("(?<!口)口(?=口)", mouths),)
