"""Years that a text gives away of itself: its date line, its title, what it plans."""

from __future__ import annotations

import re
from typing import NamedTuple

from editor.language.speech import genre_choice

_YEAR = r"(?P<year>(?:19[89]|20[0-4])\d)年"
_GATE = re.compile(_YEAR)
_DATE_LINE = re.compile(
    rf"\s*+(?:[（(]\s*+)?{_YEAR}\s*\d{{1,2}}月\s*\d{{1,2}}日[^，。]{{0,8}}[）)]?\s*\Z"
)
_PLANS = re.compile(
    r"(?:部署|安排|做好|谋划|抓好|研究)(?:好)?(?:全[省市县区]|我[省市县区]|当前和)?[^，。；,]{0,4}?"
    + _YEAR
    + r"(?:度)?的?(?:各项|重点|全年|全会|[^，。；,]{0,6})?(?:工作|任务)"
)
_IS = re.compile(_YEAR + r"(?:，|,)?(?:正)?是[^。；]{2,40}(?:之年|一年|周年|年份)")
_TELLS = re.compile(r"年(?:\s*\d|[，,]?正?是|[^，。；,]{0,9}(?:工作|任务))")
_SHORT = 45
"""Characters of the longest title; what is longer tells a year in few forms only."""


class YearSign(NamedTuple):
    """A stretch that tells the year: it fits the years ``first`` to ``last``."""

    start: int
    end: int
    first: int
    last: int
    weight: int


def year_signs(text: str) -> tuple[YearSign, ...]:
    """The signs of one paragraph; most have none."""
    if len(text) > _SHORT and not _TELLS.search(text):
        return ()
    if line := _DATE_LINE.match(text):
        year = int(line["year"])
        return (YearSign(line.start("year"), line.end("year") + 1, year, year, 3),)
    found = [
        YearSign(m.start("year"), m.end("year") + 1, int(m["year"]) - 1, int(m["year"]), 2)
        for m in _PLANS.finditer(text)
    ]
    for match in _IS.finditer(text):
        year = int(match["year"])
        found.append(YearSign(match.start("year"), match.end("year") + 1, year - 1, year + 1, 1))
    if (
        len(text) <= _SHORT
        and not re.search("[，。；,;]", text)
        and re.search(genre_choice(parts_too=True), text)
    ):
        for match in _GATE.finditer(text):
            year = int(match["year"])
            late = text.startswith("度", match.end())  # 年度总结 is held in the next year too
            found.append(YearSign(match.start("year"), match.end("year") + 1, year, year + late, 2))
    return tuple(found)
