"""Where a heading's words end and its body begins, also where they stand in one line.

Separate because it is the one judgement by wording in the outline: '一、上半年主要工作
今年是…' and '…正确政治方向2018年是…' have no mark between heading and body. Offsets are
code points in one paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

LONGEST_HEADING: Final = 50  # code points; the longest seen in real speeches is 47
_SEARCHED: Final = 240
_LONGEST_SENTENCE: Final = 36  # a line of one sentence beyond this has its body in it
_LOWEST: Final = 1.0  # less than this says nothing; siblings judge what is below SURE
SURE: Final = 2.5
_SHORTEST_SPLIT: Final = 18  # a heading of four and a clause of body

_STOP: Final = re.compile("[。！？；…!?;：:.“”‘’《》（）()「」『』〈〉]")
_OPEN: Final = "“‘《（(「『〈"
_CLOSE: Final = "”’》）)」』〉"
_SAYING: Final = ("指出", "强调", "提出", "要求", "说", "认为", "讲", "道", "表示", "明确", "写道")
_RUNS_ON: Final = "，,、的和与“《（("  # no heading ends with these
_GOES_ON: Final = "，,、。；的和与及以并”》）)"  # no body begins with these
_TRAILING: Final = " \u3000\t。；;：:，,、.…"
_NEXT_ITEM: Final = re.compile("[；;](?=[一二三四五六七八九十第（(①-⑳0-9])")
_SENTENCE_INSIDE: Final = re.compile("[。！!]|[？?].{6}|(?<=[\u4e00-\u9fff])\\.(?=[\u4e00-\u9fff])")
_PAGE_MARK: Final = re.compile(r"[\s\u3000]*(?:[-—－]\s?\d{1,3}\s?[-—－])?[\s\u3000]*")

# What a body begins with when nothing divides it from the heading, and how surely.
_BODY_START: Final = re.compile(
    r"""(?P<sure>(?:19|20)[0-9xX×*_]{2}年(?=[是，,以来上下]|\d{1,2}月)|今年以来|近年来|同志们
      |习近平总书记|党的十[八九]大|党的二十|一年来|五年来|今年是|去年以来|过去的?一年|刚才)
    |(?P<fair>今年|去年|明年|当前|目前|近期|上半年|下半年|我们要?|我(?:市|县|区|省|国|校|院|司|镇|乡)
      |各级|各部门|各单位|各地|各[镇乡县街科支处](?!项)|全[市县区省国校院镇乡]|全体[党员干教职学工]
      |大家|同学们|当今|今后|新形势下|多年来|长期以来|大量事实|党员干部|领导干部|党政|总书记|俗话|常言|古人|有人
      |做好|为了|为深入|随着|这是|这次|这些|这既|实践证明
      |要(?=[坚把深切全进加认强立严抓继充着牢带做以始从按紧突])|在(?=[\u4e00-\u9fff]{2,12}[中上下里]，)|党中央|习近平|中央|必须|只有|认真
      |围绕|按照|根据|通过|面对|针对|坚持以)
    |(?P<weak>[市县区省镇乡局委办院校][\u4e00-\u9fff]{1,8}(?:要|应|须)
      |[\u4e00-\u9fff]{2,10}(?:是(?!否)|猛于|重于|没有|关系|事关|就是|不仅|既是|之所以))""",
    re.VERBOSE,
)
_HEADING_END: Final = re.compile(
    "紧迫[感性]|自觉性?|[主能]动性|积极性|针对性|实效性|有效性|重要性|必要性|长期性|艰巨性|复杂性|攻坚战"
    "|意义|面貌|风貌|风尚|整治|排查|防控|保护|仗|攻坚|关口|未来|新篇章?|业绩|成果|作为|进展|新局面?"
    "|到位|有力|有序|有效|过硬|之[\u4e00-\u9fff]|上下|全局|大局|中心|主业|标准|程序|班子"
    "|方向|局面|水平|作用|基础|保障|任务|工作|建设|发展|力量|能力|环境|合力|实效|成效|落实|贡献"
    "|责任感?|使命感?|意识|信心|决心|氛围|格局|体系|机制|制度|台阶|篇章|优势|重点|关键|要求|精神"
    "|认识|形势|担当|管理|质量|服务|队伍|作风|纪律|防线|底线|短板|活力|动力|回顾|部署|安排|成绩"
    "|问题|不足|举措|措施|思路|目标|领导|监督|改革|创新|转型|振兴|稳定|安全|和谐|幸福|关怀|共识"
    "|品牌|阵地|平台|根基|突破|提升|见效|实处|功夫|文章|表率|先锋|[”》]"
)


@dataclass(frozen=True, slots=True)
class Split:
    """A place where heading and body may part: the words end, the body begins."""

    end: int
    body: int
    score: float


@dataclass(frozen=True, slots=True)
class Extent:
    """A heading's words ``[start, end)``; its body begins at ``body``.

    ``whole``: the heading fills its line. ``splits``: other places to end it, best
    first, where no mark says so; siblings decide among them.
    """

    start: int
    end: int
    body: int
    whole: bool
    splits: tuple[Split, ...] = ()


def sentence_end(text: str, start: int) -> int:
    """The first mark from ``start`` that ends a clause group, outside quotes; or the end.

    A full-width or ASCII colon counts where what stands before it is short and does
    not announce someone's words.
    """
    depth, inside, limit = 0, -1, min(len(text), start + _SEARCHED)
    for match in _STOP.finditer(text, start, limit):
        c, at = match.group(), match.start()
        if c in _OPEN:
            depth += 1
        elif c in _CLOSE:
            depth = max(0, depth - 1)
        elif not _ends(text, start, at, c):
            continue
        elif depth == 0:
            return at
        elif inside < 0 and c in "。！？!?":
            inside = at
    return inside if depth and inside >= 0 else limit


def _ends(text: str, start: int, at: int, c: str) -> bool:
    if c == ".":
        return at > start and not text[at - 1].isascii() and not text[at + 1 : at + 2].isdigit()
    if c in "：:":
        title = text[start:at]
        return 2 <= len(title) <= 36 and not title.endswith(_SAYING) and not title[-1].isdigit()
    return True


def extent_of(text: str, start: int, *, own_line: bool, point: bool) -> Extent:
    """The heading whose words begin at ``start`` (behind the marker).

    ``own_line``: its marker begins the line. ``point``: 一是 / 第一 / 首先, which always
    end with a mark.
    """
    while start < len(text) and text[start] in " \u3000\t":
        start += 1
    if own_line and (line := _whole_line(text, start, point)):
        return line
    end = sentence_end(text, start)
    if point:
        return Extent(start, end, _behind(text, end), False)
    splits = _splits(text, start, end) if end - start >= _SHORTEST_SPLIT else ()
    over = end - start > LONGEST_HEADING and splits and splits[0].score >= SURE
    if splits and (over or splits[0].score >= 4):
        best = splits[0]
        return Extent(start, best.end, best.body, False, splits)
    return Extent(start, end, _behind(text, end), False, splits)


def _whole_line(text: str, start: int, point: bool) -> Extent | None:
    end = len(text)
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    words = text[start:end]
    if len(words) > LONGEST_HEADING or _SENTENCE_INSIDE.search(words) or _NEXT_ITEM.search(words):
        return None
    if point and re.search("[；;]", words):
        return None
    if len(words) > _LONGEST_SENTENCE and text.startswith("。", end):
        return None
    splits = _splits(text, start, end) if re.search("[ \u3000]", words) else ()
    if splits and splits[0].score >= 5 and re.search("[，,]", text[splits[0].body : end]):
        return None
    return Extent(start, end, len(text), True)


def _behind(text: str, end: int) -> int:
    """The body's beginning: behind the mark, closing quotes, a page mark and blanks."""
    while end < len(text) and text[end] in "。！？；…!?;：:.”’」』）)":
        end += 1
    match = _PAGE_MARK.match(text, end)
    return match.end() if match else end


def _splits(text: str, start: int, end: int) -> tuple[Split, ...]:
    """Places inside ``[start, end)`` where heading and body may part, best first."""
    segment = text[start : min(end, start + LONGEST_HEADING + 30)]
    places = {m.end() for m in _HEADING_END.finditer(segment)}
    places |= {m.end() for m in re.finditer("[ \u3000]+", segment)}
    places |= {m.start() for m in _BODY_START.finditer(segment) if m.lastgroup != "weak"}
    found = [_scored(segment, place, start) for place in places if place < len(segment)]
    best = sorted((s for s in found if s.score >= _LOWEST), key=lambda s: (-s.score, s.end))
    return tuple(best[:8])


def _scored(segment: str, place: int, start: int) -> Split:
    head = segment[:place].rstrip(" \u3000")
    if not 4 <= len(head) <= LONGEST_HEADING or head[-1] in _RUNS_ON or segment[place] in _GOES_ON:
        return Split(start + place, start + place, 0)
    spaced = len(head) < place
    if spaced and head[-1].isascii() and segment[place].isascii():
        spaced = False
    begin = _BODY_START.match(segment, place)
    weights = {"sure": 3.0, "fair": 1.5, "weak": 1.0}
    score = weights.get(begin.lastgroup or "", 0.0) if begin else 0.0
    score += 2.5 if spaced else 0.0
    tail = [m for m in _HEADING_END.finditer(head) if m.end() == len(head)]
    score += (1.5 if spaced or begin else 1.0) if tail else 0.0
    if not spaced and not begin and not tail:
        score = 0
    if spaced and len(segment) - place < 12:
        score -= 1.5  # so few words may be the heading's second half
    return Split(start + len(head), start + place, score)
