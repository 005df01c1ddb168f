"""Names of places in a paragraph, and whether they are spoken of as one's own.

Listed places by their first two characters; others ('青石县总工会') by the organ behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor.checks.scanning.hits import around, full_width
from editor.checks.scanning.literals import COMMON
from editor.checks.traces.gazetteer import Gazetteer, KnownPlace

_ORGAN = (
    r"(?:[省市县区镇乡]?(?:委(?![员托派屈]|、?[省市县区]?委)|人民政府|政府|人大(?!代表)|政协|总工会|工会|妇联|团委"
    r"|[公教司民财人住交水农商文卫审应统医税退][\u4e00-\u9fff]{1,6}局|法院|检察院))"
)
_GROWTH = (
    r"(?:[市县区]?(?:经济|社会|高质量|跨越|转型|绿色|科学|全面|又好又快|改革|城市)*(?:发展|振兴|崛起|腾飞)"
    r"|建设(?!银行|厅|局)|新(?:形象|局面|征程|未来|篇章)|篇章|答卷|样板|贡献|实际|特色|力量|精神文明|工匠)"
)
_PEOPLE = r"(?:[市县区]?(?:人民|职工|工人阶级|儿女|干部|广大|各级|全体))"
_TRADE = (
    r"(?:烟草|电力|供电|移动|联通|电信|公安|税务|教育|卫健|交警|城管|金融|农商|水务|燃气|铁路|高速)"
    r"(?!.{0,6}(?:大学|学院|公司.{0,4}考察))"
)
_OURS_RIGHT = re.compile(f"{_ORGAN}|{_GROWTH}|{_PEOPLE}|{_TRADE}")
_OURS_LEFT = re.compile(
    r"(?:建设|打造|推动|推进|加快|促进|振兴|谱写|书写|奉献|扎根|助力|热爱|奋进|服务|推介|唱响|平安|法治|美丽|幸福)\Z"
)
_ASIDE_LEFT = re.compile(
    r"(?:赴|到|去|往|走进|来自|考察|学习|借鉴|对标|追赶|对接|交流|支援|援|帮扶|协作|招商|参展|参加|出席|莅临"
    r"|比如|例如|譬如|[像如比]|兄弟|友好|缔结|位于|毗邻|相邻|周边|毕业|驻|开往|[与和同跟]|邀请|欢迎|原籍|转战|引进|江苏|驰援)"
    r"[^，。；]{0,8}\Z"
)
_ASIDE_RIGHT = re.compile(
    r"[市省县区]?(?:[^，。；]{0,10}(?:经验|做法|模式|会议|战役|起义|精神(?!文明)|事故|火灾|爆炸|疫情|案例|大学|学院|召开|举行|举办"
    r"|考察|务工|打工|参展|嘉宾|代表团|客商|老乡|等地|出席|致辞|发来|交流|发言|介绍|先进|签约|合作)|等[省市县区地])"
)
_LIST = "、"
_GROUP = 12  # first characters whose second ones are tried together
_RARE = 3  # groups of those that are rare
_UNLISTED = re.compile(
    # a word before it: at the head of a clause 聚焦市委 looks like a name as well
    r"(?:[在由对向为与和受经给是把到赴]|代表|中共|我们|欢迎|按照|根据|围绕|贯彻|落实|遵照)"
    r"(?P<name>[^\W\d_a-zA-Z各全本我该某上下省市县区镇乡的级总两三几每其他近城郊老外邻等在到和与]{2,3}[县市区镇乡])\Z"
)
_BEFORE = frozenset("在由对向为与和受经给是把到赴表共们迎照据绕彻实")
"""The last characters of the words before it: few places are looked at more closely."""
_ORGAN_AT = re.compile(_ORGAN)
_NO_NAME = re.compile(
    r"基层|社区|园区|农村|新|开发|高新|经济|辖|特区|地区|自治|直辖|乡镇|街|部队|军|战|灾|疫|贫困|中心|全体|党|城|我|广大"
    # a verb, a conjunction, an adverb that runs into 市委: 配合市人大, 但离市总工会
    r"|\A[但离配按根围贯落协支报请经带依列纳参出争获荣推选派命授表作担建申抄呈听紧照结感关借利发加召组开以因被让使"
    r"叫将就也都还又再才已正要应须能可会得需想敢另即或并且而则若如虽既不没无非未别很更最太极特尤首第初这那哪谁何怎"
    r"通过完善积有是把离距主认真严格始终坚决密切一二三四五六七八九十]|届"
    r"|\A(?:服务|运用|聚焦|营造|维护|巩固|深化|学习|宣传|强化|夯实|提升|实现|助力|打造|构建|压实|锚定|忠诚|拥护|优化|健全)"
)


class NamedPlace(NamedTuple):
    """A place that is named, ``[start, end)``; see `unit_traces.UnitTrace`."""

    start: int
    end: int
    name: str
    level: str
    own: bool
    aside: bool


class PlaceFinder:
    """Finds listed places by their first two characters, unlisted ones by their organ."""

    def __init__(self, places: Gazetteer) -> None:
        self._by_head: dict[str, list[tuple[str, KnownPlace]]] = {}
        for words in sorted(places.by_words, key=len, reverse=True):
            self._by_head.setdefault(words[:2], []).append((words, places.by_words[words][0]))

        self._heads = re.compile(_heads(self._by_head)) if self._by_head else None

    def listed(self, text: str) -> Iterator[NamedPlace]:
        """The listed places of joined paragraphs, in order, none inside another."""
        if self._heads is None:
            return
        by_head, done = self._by_head, 0
        starts = [match.start() for match in self._heads.finditer(text)]
        for at in [at for at in starts if text[at : at + 2] in by_head]:
            for words, place in by_head[text[at : at + 2]]:
                if at >= done and text.startswith(words, at):
                    done = at + len(words)
                    yield _named(text, at, done, place.name, place.level)
                    break

    def unlisted(self, text: str, at: int) -> NamedPlace | None:
        """The unlisted place whose last character (县 in 青石县委) is at an offset."""
        if not _BEFORE.intersection(text[max(0, at - 4) : max(0, at - 2)]):
            return None
        found = _UNLISTED.search(text[max(0, at - 6) : at + 1])
        if not found or _NO_NAME.search(found["name"]) or found["name"][:2] in self._by_head:
            return None
        if not _ORGAN_AT.match(text[at + 1 : at + 12]):
            return None
        name = found["name"]
        level = "县" if name[-1] in "县区" else name[-1]
        return _named(text, at + 1 - len(name), at + 1, name, level)


def _heads(heads: Iterable[str]) -> str:
    """Where one of the pairs of characters may stand: by groups, as whoever finds looks.

    Pairs that begin with a rare character are few groups, for their second hardly matters.
    """
    by_first: dict[str, str] = {}
    for head in heads:
        by_first[head[0]] = by_first.get(head[0], "") + head[1]
    usual = sorted((c for c in by_first if c in COMMON), key=lambda c: by_first[c])
    groups = [usual[i : i + _GROUP] for i in range(0, len(usual), _GROUP)]
    rare = sorted((c for c in by_first if c not in COMMON), key=lambda c: by_first[c])
    size = len(rare) // _RARE + 1
    groups += [rare[i : i + size] for i in range(0, len(rare), size)]
    pairs = "|".join(
        f"(?<=[{''.join(group)}])(?=[{''.join(by_first[c] for c in group)}])" for group in groups
    )
    return f"[{''.join(by_first)}](?=[{''.join(by_first.values())}])(?:{pairs})"


def _named(text: str, start: int, end: int, name: str, level: str) -> NamedPlace:
    left, right = around(text, start, end, 16)
    left, right = full_width(left), full_width(right)
    listed = left[-1:] == _LIST or right[:1] == _LIST
    inside = left.rfind("“") > left.rfind("”") or left.rfind("《") > left.rfind("》")
    aside = listed or inside or bool(_ASIDE_LEFT.search(left) or _ASIDE_RIGHT.match(right))
    ours = bool(_OURS_RIGHT.match(right) or _OURS_LEFT.search(left)) and not aside
    return NamedPlace(start, end, name, level, ours, aside)
