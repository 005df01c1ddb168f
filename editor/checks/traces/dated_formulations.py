"""Formulations of their time, found and judged paragraph by paragraph.

What is found does not depend on the chosen year, so that it can be kept by the
paragraph's text; `programs.era` compares it with the year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from editor.checks.rules.rule import DatedEntry, Rule, standing
from editor.checks.scanning.hits import full_width
from editor.manuscript.numbering import read_numeral
from editor.manuscript.whole_number import whole_number

_STOPS = "。！？；\n"
_STOP = re.compile(f"[{_STOPS}]")
_HISTORY_LEFT = re.compile(
    # what one of the alternatives can begin with: most places are thrown away by that
    r"(?=[曾回党历当那时先经见自从以，。；、12开进举实组召完打制过近多这上任三四五六七八九十几])"
    r"(?:(?:曾|回顾|回望|党史上|历史|当年|那时|当时|时任|先后|历经|经历|见证|自从|[，。；、]自|[，。；、]从|以来)"
    r"[^，。；]{0,14}\Z|^(?:自|从)[^，。；]{0,14}\Z"
    r"|(?:19|20)\d\d年(?!是|工作|度|任务)(?:(?!今年|明年|现在|当前).){0,40}\Z"
    r"|(?:开展|进行|举行|实施|组织|召开|完成|打赢|制定)了[^，。；]{0,10}\Z"
    r"|(?:过去[三四五六七八九十几]年|[三四五六七八九十几]年来|近年来|多年来|这些年|上一?届|任期)[^。]{0,60}\Z)"
)
_HISTORY_RIGHT = re.compile(
    r"[”》）]*+(?:(?:主题教育|专题教育|学习教育|专项斗争|教育|活动|精神)[”》）]*+)?(?:胜利)?(?:召开|闭幕|开展|实施|提出|启动|发生|暴发)?"
    r"(?:[^，。；]{0,6}以来|以后|之后|期间|时(?![期代间])|前后|以前|之前|[^，。；]{0,8}(?:指出|强调|提出|作出|明确|确立|审议))"
)
_LISTED = re.compile(r"(?P<head>.{2,3}届)(?P<tail>[一二三四五六七]中全会)")
_ANNIVERSARY = re.compile(r"(?:[一二三四五六七八九十百〇零]{2,5}|\d{2,3})(?=周年)")
_NOW = re.compile(
    r"(?P<year>今年|明年)[^。；]{0,40}\Z|(?:即将迎来|喜迎|迎接|迎来|献礼)[^。；，]{0,16}\Z"
)
_SAID = re.compile("今年|明年")
_OF_YEAR = re.compile(r"\d年(?:，|正)?是")
_BEGIN, _END = re.compile("开局|起步|头一年|第一年"), re.compile("收官|最后一年|决胜之年")


class EraSign(NamedTuple):
    """A formulation in the present tense, ``[start, end)`` in its paragraph.

    The words fit the years ``first`` to ``last``; ``topic`` is '' where they are only a
    sign of the age, no finding.
    """

    start: int
    end: int
    topic: str
    first: int
    last: int
    weight: int
    note: str = ""
    fix: str | None = None


Finder = Callable[[str, int], EraSign | None]
"""Judges a literal found at an offset of paragraphs joined by line feeds."""


class DatedFormulations:
    """The dated formulations of the rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [rule for rule in rules if rule.dated]
        self.checked = max((rule.date for rule in self._rules), default="")

    def finders(self) -> Iterator[tuple[str, Finder]]:
        """What to look for, and what judges it where it stands."""
        for rule in self._rules:
            for entry in rule.dated:
                for name in entry.names:
                    yield _finder(rule, entry, name)


def _finder(rule: Rule, entry: DatedEntry, name: str) -> tuple[str, Finder]:
    maker, size, note = _maker(rule, entry), len(name), _note(entry)

    def make(text: str, start: int, end: int) -> EraSign | None:
        return maker(_NameInContext(rule, entry, note, start, end, *_sides(text, start, end)))

    listed = _LISTED.fullmatch(name)
    if not listed:
        return name, lambda text, at: make(text, at, at + size)
    # 十九届二中、三中全会 is one name
    before = re.compile(listed["head"] + r"(?:[一二三四五六七]中[、和及与])*\Z")

    def judge(text: str, at: int) -> EraSign | None:
        found = before.search(text[max(0, at - 24) : at])
        return make(text, at - len(found[0]), at + 4) if found else None

    return listed["tail"], judge


def _maker(rule: Rule, entry: DatedEntry) -> Callable[[_NameInContext], EraSign | None]:
    if rule.topic == "anniversary" and not entry.last:
        return _anniversary
    return _plan if rule.topic == "plan" else _plain


class _NameInContext(NamedTuple):
    """Where an entry's name stands: what is said of it, and the words beside it in its sentence."""

    rule: Rule
    entry: DatedEntry
    note: str
    start: int
    end: int
    left: str
    right: str


def _sides(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and behind a stretch in its sentence."""
    left = full_width(text[max(0, start - 80) : start])
    right = full_width(text[end : end + 40])
    stop = _STOP.search(right)
    return left[max(map(left.rfind, _STOPS)) + 1 :], right[: stop.start()] if stop else right


def _plain(place: _NameInContext) -> EraSign | None:
    left, right = place.left, place.right
    if _told_as_history(left, right) or not _flagged(place.rule, left, right):
        return None
    return _sign(place, *_span(place.entry))


def _plan(place: _NameInContext) -> EraSign | None:
    sign = _plain(place)
    if sign is None:
        return None
    said = _SAID.search(place.left)
    year = int(place.entry.first)
    later = said is not None and said[0] == "明年"
    if said and _BEGIN.search(place.right[:24]):
        return sign._replace(first=year - later, last=year - later, weight=3)
    if said and _END.search(place.right[:24]):
        end = int(place.entry.last)
        return sign._replace(first=end - later, last=end - later, weight=3)
    return sign._replace(first=year - 1)


def _anniversary(place: _NameInContext) -> EraSign | None:
    number = _ANNIVERSARY.match(place.right)
    count = _number(number[0]) if number else 0
    now = _NOW.search(place.left)
    if number is None or not now or not 5 <= count <= 200 or _OF_YEAR.search(place.left):
        return None
    base = int(place.entry.first) + count
    year = base - (now["year"] == "明年")
    end = place.end + len(number[0]) + 2
    note = f"{place.entry.what}{count}周年是{base}年"
    return EraSign(place.start, end, "anniversary", year, year, 3, note)


def _number(words: str) -> int:
    return whole_number(words) or read_numeral(words) or 0


def _told_as_history(left: str, right: str) -> bool:
    inside = left.rfind("《") > left.rfind("》")
    return inside or bool(_HISTORY_RIGHT.match(right) or _HISTORY_LEFT.search(left))


def _flagged(rule: Rule, left: str, right: str) -> bool:
    for case in rule.cases:
        if case.fits(left, right):
            return case.flag
    return rule.otherwise


def _span(entry: DatedEntry) -> tuple[int, int]:
    return int(entry.first[:4] or 0), int(entry.last[:4] or 9999)


def _sign(place: _NameInContext, first: int, last: int) -> EraSign:
    entry = place.entry
    weight = entry.weight if first or last < 9999 else 0
    topic = place.rule.topic if last < 9999 else ""
    return EraSign(place.start, place.end, topic, first, last, weight, place.note, entry.fix)


def _note(entry: DatedEntry) -> str:
    dates = "—".join(d for d in (entry.first, entry.last) if d) if entry.first else ""
    told = f"{entry.what}（{dates}）" if dates and dates[:4] not in entry.what else entry.what
    now = f"；现为：{entry.now}" if entry.now else ""
    return f"{told}{now}。依据：{entry.source}（{standing(entry.checked)}）"
