"""What a paragraph says is ours: our level, committee, kind of unit, places, leaders.

Found paragraph by paragraph and kept by its text; nothing here knows whose speech it is.
`programs.foreign_traces` holds the finds of a speech against each other and the profile.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from editor.checks.rules.rule import REACH
from editor.checks.scanning.hits import around, full_width
from editor.checks.traces.place_names import NamedPlace, PlaceFinder
from editor.language.surnames import compound_surnames, surname_beginnings


class TraceKind(StrEnum):
    """What a find is about."""

    LEVEL = "level"  # 我县
    WHOLE = "whole"  # 全县
    COMMITTEE = "committee"  # 按照县委、县政府要求
    UNIT = "unit"  # 我校
    PLACE = "place"  # 漯河, 青石县
    LEADER = "leader"  # 县委书记王建国


class UnitTrace(NamedTuple):
    """One find, ``[start, end)`` in its paragraph.

    ``name`` is the level, the kind of unit, the place's full name or 'title name';
    ``own`` whether the words around speak of it as one's own, ``aside`` whether they
    speak of a visit, a guest, a list or the like.
    """

    start: int
    end: int
    about: TraceKind
    name: str
    level: str = ""
    own: bool = False
    aside: bool = False


UNITS = {
    "公司": "企业", "集团": "企业", "企业": "企业", "厂": "企业", "校": "学校", "园": "学校",
    "院": "院", "局": "局", "委": "局", "村": "村", "社区": "社区",
}  # fmt: skip
_MINE = re.compile(
    r"(?<![自忘敌唯])我(?:(?P<level>街道|[省市县区镇乡州旗](?!委|直|级))"
    r"|(?P<unit>公司|集团|企业|社区|[校院局厂村园](?![长部限面势促落])))"
)
_NOT_MINE = re.compile(
    r"我(?:省(?:吃|得|下|去|心|察)|区(?:别|分|间)|镇(?:定|静|压)|乡[愁亲音]|市[场民]|村情|校友)"
)
_ALL = re.compile(r"全(?P<level>街道|[省市县区镇乡](?![长委]))")
_COMMITTEE = re.compile(
    r"(?P<level>[省市县区镇乡])(?:委、(?P=level)?(?:人民)?政府|党委、(?P=level)?(?:人民)?政府|党委)"
    r"|(?P<street>街道)(?:党工委|办事处)"
)
_AS_OURS = re.compile(
    r"(?:按照|根据|在|围绕|贯彻|落实|遵照|紧扣|服从|受|代表|向|对)好?(?:中共|我们)?\Z"
)
_ORDERS = re.compile(
    r"(?:主要)?(?:的)?(?:坚强|正确|统一|高度)?(?:领导|要求|部署|安排|决策|中心工作|工作|重视|关心|指示)"
)
_PART_OF = re.compile(r"的|最|第|唯一|重要|辖|首|之|境|[东南西北中]部|前列|率先|先进|各[县区]")
_SUBJECT = re.compile(r"(?:\A|[，。；：、！？]|推动|促进|推进|加快|实现|建设|全面|各级)\s*\Z")
_TITLES = ("书记", "主席", "局长", "事长", "经理", "校长", "院长")
_LEVELS = "省市县区镇乡"
Finder = Callable[[str, int], UnitTrace | None]
"""Judges a literal found at an offset of paragraphs joined by line feeds."""


def trace_finders(places: PlaceFinder) -> Iterator[tuple[str, Finder]]:
    """What to look for, and what judges it where it stands."""
    for word in (*_LEVELS, *"州旗街公集企社校院局厂村园"):
        yield f"我{word}", _mine
    for word in (*_LEVELS, "街"):
        yield f"全{word}", _whole
    for word in _LEVELS:
        yield f"{word}委", _committee
        yield f"{word}长", _leader
        for organ in "委人政总工妇团":
            if word != "省":
                yield f"{word}{organ}", lambda text, at: _of_place(places.unlisted(text, at))
    for words in ("镇党", "乡党", "街道"):
        yield words, _committee
    for title in _TITLES:
        yield title, _leader


def listed_places(places: PlaceFinder, text: str) -> Iterator[UnitTrace]:
    """The listed places of joined paragraphs."""
    for named in places.listed(text):
        yield UnitTrace(*named[:2], TraceKind.PLACE, *named[2:])


def _of_place(named: NamedPlace | None) -> UnitTrace | None:
    if named is None:
        return None
    start, end, name, level, ours, aside = named
    return UnitTrace(start, end, TraceKind.PLACE, name, level, ours, aside)


def _mine(text: str, at: int) -> UnitTrace | None:
    match = _MINE.match(text, at)
    if not match or _NOT_MINE.match(text, at) or _quoted(text, at):
        return None
    start, end = match.span()
    if match["level"]:
        ours = _as_subject(text, start, end)
        return UnitTrace(start, end, TraceKind.LEVEL, match["level"], match["level"], ours)
    return UnitTrace(start, end, TraceKind.UNIT, UNITS[match["unit"]], "", True)


def _whole(text: str, at: int) -> UnitTrace | None:
    match = _ALL.match(text, at)
    if not match:
        return None
    return UnitTrace(at, match.end(), TraceKind.WHOLE, match["level"], match["level"])


def _as_subject(text: str, start: int, end: int) -> bool:
    """Whether 我市 acts or is acted for, not merely what something is a part of."""
    left, right = map(full_width, around(text, start, end, 6))
    return not _PART_OF.match(right) and bool(_SUBJECT.search(left))


def _committee(text: str, at: int) -> UnitTrace | None:
    match = _COMMITTEE.match(text, at)
    if not match:
        return None
    start, end = match.span()
    level = match["level"] or match["street"]
    left, right = around(text, start, end, 12)
    ours = bool(_AS_OURS.search(left) and _ORDERS.match(right)) and not _quoted(text, start)
    return UnitTrace(start, end, TraceKind.COMMITTEE, level, level, ours)


@cache
def _titled_name() -> re.Pattern[str]:
    return re.compile(
        r"(?P<title>[省市县区镇乡]委(?:副)?书记|(?:党组|党委|党工委|支部)(?:副)?书记"
        r"|(?:副)?[省市县区镇乡]长"
        r"|(?:总工会|工会)(?:副)?主席|(?:副)?局长|董事长|总经理|(?:副)?校长|(?:副)?院长)"
        rf"(?P<name>(?:{'|'.join(compound_surnames())}|[\u4e00-\u9fff])[\u4e00-\u9fff]{{1,2}})"
        r"(?=同志|代表|出席|主持|[，。、；：”）,;:\s]|强调|指出|要求|作|讲话|带队|到|在)"
    )


def _leader(text: str, at: int) -> UnitTrace | None:
    if text[at + 2 : at + 3] not in surname_beginnings():
        return None
    match = _titled_name().search(text, max(0, at - 4), at + 12)
    if not match or "\n" in match[0] or match.end("title") != at + 2:
        return None
    left = text[max(0, match.start() - 4) : match.start()]
    aside = bool(re.search(r"原|时任|老|前任|历任|[）)各]|[\u4e00-\u9fff][县市区]\Z", left))
    start, end = match.span("name")
    name = f"{match['title']} {match['name']}"
    return UnitTrace(start, end, TraceKind.LEADER, name, match["title"], True, aside)


def _quoted(text: str, at: int) -> bool:
    """Inside quotation marks or a book title: another's words."""
    head = around(text, at, at, REACH)[0]
    return head.rfind("“") > head.rfind("”") or head.rfind("《") > head.rfind("》")
