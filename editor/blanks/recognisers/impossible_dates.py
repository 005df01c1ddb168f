"""Dates that cannot be: 2023月, 13月, 2月30日."""

from __future__ import annotations

import re
from calendar import isleap

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import DIGITS, FoundBlank, before, behind

_NUMBER = re.compile(r"(?<![0-9０-９.．xX×*])([0-9０-９]{1,4})$")
_DAY = re.compile(r"月([0-9０-９]{1,2})[日号]")
_YEAR = re.compile(r"([0-9０-９]{4})年$")
_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month(text: str, at: int) -> FoundBlank | None:
    """Judge the number before 月 and the day behind it."""
    number = _NUMBER.search(text, max(0, at - 6), at) if before(text, at) in DIGITS else None
    if number is None or behind(text, at + 1) in ("龄", "嫂", "度", "均"):
        return None
    value, start = int(number[1]), number.start(1)
    day = _DAY.match(text, at)
    if value > 12 or (value == 0 and day):
        sure = day is not None or _is_calendar(text, start, at, value)
        return FoundBlank(start, day.end() if day else at + 1, BlankKind.DATE) if sure else None
    if day is None:
        return None
    last = _DAYS[value]
    year = _YEAR.search(text, max(0, start - 5), start)
    if year and value == 2 and not isleap(int(year[1])):
        last = 28
    return FoundBlank(start, day.end(), BlankKind.DATE) if not 1 <= int(day[1]) <= last else None


def _is_calendar(text: str, start: int, at: int, value: int) -> bool:
    """Whether a number above 12 was meant as a month, and is no length of time (36月)."""
    if 1900 <= value <= 2099:
        return True
    return behind(text, at + 1) in ("份", "，", "。", "、", "至", "底", "初", "末", "") or (
        start > 0 and text[start - 1] in "年至—-"
    )


_RUN_TOGETHER = re.compile(
    r"(?:19|20|１９|２０)[0-9０-９]{2}(?:(?:19|20|１９|２０)?[0-9０-９]{2}|[1-9１-９])(?=年(?![级龄]))"
)


def run_together(text: str, at: int) -> FoundBlank | None:
    """202223年, 20222023年: two years that lost what stood between them."""
    found = _RUN_TOGETHER.match(text, at)
    if found is None:
        return None
    first, second = int(found[0][2:4]), int(found[0][-2:])
    rounded = len(found[0]) == 6 and second % 10 == 0 and second != first + 1  # 202000年前
    return None if rounded else FoundBlank(at, found.end(), BlankKind.DATE)


WORDS = ((r"(?<![0-9０-９.．])[12１２](?=[09０９][0-9０-９]{3,6}年)", run_together),)
RECOGNISERS = ((frozenset("月"), month),)
