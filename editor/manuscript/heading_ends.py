"""All places where a heading glued to its body may end, each with what speaks for it.

Separate from `heading_extent`, which finds the mark that ends a heading; `heading_split`
then chooses among the places of all siblings together. Weights were set by reading the
samples in every dress (`tests/bench/redress.py`). Offsets are code points in one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from editor.manuscript.office_words import BEGINS, ENDS, WORDS

LONGEST_HEADING: Final = 50  # code points; the longest seen in real speeches is 47
SURE: Final = 2.5  # from here a place needs no siblings
_LOWEST: Final = 0.0
_SHORTEST: Final = 2
_KEPT: Final = 8
_REST: Final = 12  # a first sentence of a body is hardly shorter
_TAIL: Final = 1.4  # what a usual last word of headings says
_ENDING: Final = 1.4  # how much a last character counts against a first one
_JOINED: Final = 2.5  # the two characters are a word
_LISTED: Final = 1.5
_LIST: Final = re.compile("[^，。；：、,;:]{1,5}、")  # the place is inside an enumeration
_FEW: Final = 12  # behind a space so few words may be the heading's second half

_OPEN: Final = "“‘《（(「『〈【"
_CLOSE: Final = "”’》）)」』〉】"
_RUNS_ON: Final = "，,、的和与及或“《（(在把被让使将对向从以为于之更再不最很要须应是"
_GOES_ON: Final = "，,、。；：:;.!！？?的地得和与及并”》）)】们了着是—－"
_BEHIND_VERB: Final = re.compile("[上下起进出过回](?:来|去)|[中之]|.[得了着]")
_STARTS: Final = "地是"  # unless a blank or colon stands before it
_HAN: Final = "\u4e00-\u9fff"

# What a body begins with when nothing divides it from the heading, and how surely.
_BODY_START: Final = re.compile(
    """(?P<sure>(?:19|20)[0-9xX×*_]{2}年(?=[是，,以来上下]|\\d{1,2}月)|今年以来|近年来|同志们
      |习近平总书记|党的十[八九]大|党的二十|一年来|五年来|今年是|去年以来|过去的?一年|刚才)
    |(?P<fair>今年|去年|明年|当前|目前|近期|上半年|下半年|我们要?|我(?:市|县|区|省|国|校|院|司|镇|乡)
      |各级|各部门|各单位|各地|各[镇乡县街科支处](?!项)|全[市县区省国校院镇乡]|全体[党员干教职学工]
      |大家|同学们|当今|今后|新形势下|多年来|长期以来|大量事实|党员干部|领导干部|党政|总书记|俗话|常言|古人|有人
      |做好|为了|为深入|随着|这[是次些既个种几]|那[是个些]|实践证明|首先|从(?=[\u4e00-\u9fff]{1,8}[看来到])|经过|有的
      |要(?=[坚把深切全进加认强立严抓继充着牢带做以始从按紧突用有敢善管学依落弘完])
      |在(?=[\u4e00-\u9fff]{2,12}[中上下里]，)|党中央|习近平|中央|必须|只有|认真
      |围绕|按照|根据|通过|面对|针对|坚持以|对(?=[^，。]{2,14}的)|一些(?!$)[^更]|一个|没有|不能|不是|既|每|【|（此处|[(]此处)
    |(?P<verb>制[定订]|实[行施]|推[行广进动]|严[查格]|加[快强大]|深[化入]|落实|完善|建[立好]|健全|巩固|开展|组织
      |强化|突出|抓[好住紧]|聚焦|紧[盯扣]|坚[决持]|充分|积极|进一步|切实|全面|不断|大力|扎实|牢[固记]|发挥|提[高升]
      |引导|支持|鼓励|用[好活]|把|以|让|凡|谁|如果|因为|由于|虽然|尽管|不管|无论|抓|先|到|县|市|区|我)""",
    re.VERBOSE,
)
# A clause with its verb: '火灾猛于虎', '村务公开是…', '县财政要…'.
_VERB: Final = re.compile("是(?!否)|猛于|重于|没有|关系|事关|就是|不仅|既|之所以|[要应须](?!求)|就")
_HEADING_END: Final = re.compile(
    "紧迫[感性]|自觉性?|[主能]动性|积极性|针对性|实效性|有效性|重要性|必要性|长期性|艰巨性|复杂性|攻坚战"
    "|意义|面貌|风貌|风尚|整治|排查|防控|保护|仗|攻坚|关口|未来|新篇章?|业绩|成果|作为|进展|新局面?"
    f"|到位|有力|有序|有效|过硬|[{_HAN}]之[{_HAN}]|上下|全局|大局|中心|主业|标准|程序|班子"
    "|方向|局面|水平|作用|基础|保障|任务|工作|建设|发展|力量|能力|环境|合力|实效|成效|落实|贡献"
    "|责任感?|使命感?|意识|信心|决心|氛围|格局|体系|机制|制度|台阶|篇章|优势|重点|关键|要求|精神"
    "|认识|形势|担当|管理|质量|服务|队伍|作风|纪律|防线|底线|短板|活力|动力|回顾|部署|安排|成绩"
    "|问题|不足|举措|措施|思路|目标|领导|监督|改革|创新|转型|振兴|稳定|安全|和谐|幸福|关怀|共识"
    "|品牌|阵地|平台|根基|突破|提升|见效|实处|功夫|文章|表率|先锋|情况|经验|路上|指标|增收|治理|打算|力度|效能|什么|多少|程度|[”》]"
)
_WORTH: Final = MappingProxyType({"sure": 5.0, "fair": 1.8, "verb": 1.3})
_SPACE: Final = re.compile("[ \u3000]+|[：:](?=[^0-9])")
_LENGTHS: Final = ((2, 1.2), (5, 0.7), (30, 0.0), (36, 0.8), (42, 1.6), (LONGEST_HEADING, 2.4))
_COMMAS: Final = re.compile("[，,]")


@dataclass(frozen=True, slots=True)
class Split:
    """A place where heading and body may part: the words end, the body begins."""

    end: int
    body: int
    score: float


def splits_of(text: str, start: int, end: int) -> tuple[Split, ...]:
    """Places inside ``[start, end)`` where heading and body may part, best first."""
    segment = text[start : min(end, start + LONGEST_HEADING + 24)]
    begins = _begins(segment)
    rest = end - start if text[end : end + 1] not in ("：", ":") else len(segment) + 1
    spaces = {m.end(): m.start() for m in _SPACE.finditer(segment)}
    tails = {m.end() for m in _HEADING_END.finditer(segment)}
    found: list[Split] = []
    depth = 0
    for place, char in enumerate(segment):
        may = char not in _GOES_ON or (char in _STARTS and place in spaces)
        if may and place >= _SHORTEST and depth == 0:
            head = spaces.get(place, place)
            before = segment[head - 1]
            said = begins.get(place, BEGINS.get(char, 0.0) / 2)
            said += max(_TAIL if head in tails else 0.0, _ENDING * ENDS.get(before, 0.0))
            said += _echo(segment, head, place) + (
                _gap(segment, head, place) if head < place else 0
            )
            joined = head == place and before + char in WORDS
            fit = head <= LONGEST_HEADING and (head in tails or before not in _RUNS_ON)
            if fit and said > (_JOINED if joined else 0.0):
                said -= (_JOINED if joined else 0.0) + _against(segment, head, place)
                said -= 0.0 if segment[head] in "：:" else _stub(segment, place, rest)
                said -= 0.5 if not tails.isdisjoint((head + 2, head + 3, head + 4)) else 0.0
                found.append(Split(start + head, start + place, round(said, 2)))
        depth += (char in _OPEN) - (char in _CLOSE and depth > 0)
    best = sorted((s for s in found if s.score >= _LOWEST), key=lambda s: (-s.score, s.end))
    return tuple(best[:_KEPT])


def _against(segment: str, head: int, place: int) -> float:
    """What speaks against a place: its length, its last clause, a list it would cut."""
    if (segment[head - 1] + segment[place]).isascii() and segment[head - 1].isalnum():
        return _JOINED
    against = next(cost for size, cost in _LENGTHS if head <= size)
    against += _JOINED if _SPACE.search(segment, max(0, head - 4), head) else 0.0
    against += _LISTED if _LIST.match(segment, place) else 0.0
    clauses = _COMMAS.split(segment[:head])
    if len(clauses) > 1 and len(clauses[-1]) < min(4, len(clauses[-2])):
        against += 2.5
    return against


def _gap(segment: str, head: int, place: int) -> float:
    """What a colon or a blank says; the few words behind a blank may be a second half."""
    if segment[head] in "：:":
        return 3.5
    return 2.5 if len(segment) - place >= _FEW else 1.0


def _stub(segment: str, place: int, end: int) -> float:
    """What speaks against a body that is a mere rest: '…打赢消防安全 翻身仗。'."""
    against = 2.0 if _BEHIND_VERB.match(segment, place) else 0.0
    if end > len(segment) or end - place >= _REST or _COMMAS.search(segment, place):
        return against
    if _VERB.search(segment, place + 2):
        return against
    return against + (3.0 if end - place < _REST // 2 else 1.5)


def _begins(segment: str) -> dict[int, float]:
    """Where a body may begin by its first words."""
    found: dict[int, float] = {}
    for verb in _VERB.finditer(segment):
        at = verb.start()
        for place in range(at - 2, max(_SHORTEST, at - 11), -1):
            if not "\u4e00" <= segment[place] <= "\u9fff":
                break
            found[place] = 0.6 + BEGINS.get(segment[place], 0.0) / 4
    for match in _BODY_START.finditer(segment):
        place, worth = match.start(), _WORTH[match.lastgroup or ""]
        found[place] = max(worth, found.get(place, 0.0))
    return found


def _echo(segment: str, head: int, place: int) -> float:
    """A body that takes up the heading's words: '…防火工作 森林防火，重于泰山'."""
    words = segment[place : place + 2]
    if len(words) < 2 or words not in segment[:head] or not words.isalpha():
        return 0.0
    return 1.6 if segment[place : place + 4] in segment[:head] else 1.0


def whole_score(words: str, mark: str) -> float:
    """What speaks for ending the heading at the mark, by its length and clauses."""
    size = len(words)
    score = next((s for limit, s in _WHOLE if size <= limit), -4.0)
    score -= 0.5 * max(0, len(_COMMAS.findall(words)) - 1)
    score -= 2.0 if words.endswith(("是", "如下", "例如", "比如")) else 0.0
    tail = words[-8:]
    score += 0.8 if any(m.end() == len(tail) for m in _HEADING_END.finditer(tail)) else 0.0
    return score + (1.0 if mark in ("？", "?", "：", ":") else 0.0)


_WHOLE: Final = ((12, 1.4), (18, 1.0), (24, 0.5), (30, -0.1), (36, -0.6), (42, -2.3), (50, -3.3))
