"""All places where a heading glued to its body may end, each with what speaks for it.

Separate from `heading_extent`, which finds the mark that ends a heading; `heading_split`
then chooses among the places of all siblings together. The weights are those of a
log-linear choice among the places of a heading, fitted on our own samples (glued, and ended
by a full stop); they are logarithms of odds. Offsets are code points in one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from editor.manuscript.heading_words import (
    INNER,
    LEADING,
    LIKELY,
    STARTS,
    TAILS,
    TRANSITIVE,
    UNENDING,
)
from editor.manuscript.office_words import BEGINS, ENDS, WORDS

LONGEST_HEADING: Final = 50  # code points; the longest seen in real speeches is 47
_SHORTEST: Final = 2
_KEPT: Final = 10  # the right place is among so many of the best in 99 of 100 headings
_LOWEST: Final = -3.0
_FEW: Final = 12  # behind a space so few words may be the heading's second half
_REST: Final = 12  # a first sentence of a body is hardly shorter
_FAR: Final = 30  # no mark in sight

_OPEN: Final = "“‘《（(「『〈【"
_CLOSE: Final = "”’》）)」』〉】"
_RUNS_ON: Final = (
    "，,、的和与及或并但而且则即由给跟比按各每某该其此这那“《（("
    "在把被让使将对向从以为于之更再不最很要须应是"
)
_GOES_ON: Final = "，,、。；：:;.!！？?的得和与及并”》）)】们了着是—－"
_BEHIND_VERB: Final = re.compile("[上下起进出过回](?:来|去)|[中之]|.[得了着]")
_STARTS: Final = "是"  # unless a blank or colon stands before it
_IN_WORDS: Final = "和与及"  # 和谐, 与会, 及时
_LIST: Final = re.compile("[^，。；：、,;:]{1,5}、")  # the place is inside an enumeration
_MARK: Final = re.compile("[，,。；：！？、;:!?“”《》（）]")
_SPACE: Final = re.compile("[ \u3000]+|[：:](?=[^0-9])")
_COMMAS: Final = re.compile("[，,]")
_MODAL: Final = re.compile("不|要|必须|没有|明显|显著|[更再已还也都能会应得]")
# A clause that begins so wants a verb: 以更严的纪律|护项目 is cut too early.
_PREPOSITIONS: Final = frozenset("以在从用靠把让对向将按为由")
_RESULTS: Final = frozenset("好实牢紧住准强优活细稳清足成全透开")  # 把粮食收好
_ONLY: Final = LEADING | {"", "进一步", "更好地"}  # 切实增强|… is cut too early
_VERBS: Final = frozenset(
    "抓做建强促推保守提增减打破立树走干学用管查改治防护攻争创办夺扛压明定补筑拓扩"
)

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
_BEGUN: Final = MappingProxyType({"sure": 2.5, "fair": 1.2, "verb": 1.0})
_TAIL: Final = 1.6
_LIKELY: Final = 0.7
_INNER: Final = -0.6
_CLAUSED: Final = 0.4  # a clause with its verb begins here or near

# The weights. A bucket of two characters each for the last clause's length, from 0.
_LAST: Final = (-0.3, -0.8, -0.1, 0.5, 0.6, 0.0, -0.2, 0.0, -0.7, -0.5, -0.9)
_SIZE: Final = (-0.9, 0.7, 0.4, 0.4, 0.5)  # a heading of 2, 3 … 6 characters
_CLAUSES: Final = (-0.3, -0.6, -1.1, -0.5)  # of 1, 2, 3 and more clauses
_NEXT: Final = ((3, -1.2), (5, -0.4), (14, 0.3), (99, -1.2))  # to the next mark
_NEXT_MARK: Final = MappingProxyType({"“": 0.9, "、": 0.8, "，": 0.3, ",": 0.3})
_WHOLE: Final = ((8, 2.4), (12, 2.2), (16, 1.4), (20, 0.6), (24, 0.3), (LONGEST_HEADING, -0.1))


@dataclass(frozen=True, slots=True)
class Split:
    """A place where heading and body may part: the words end, the body begins."""

    end: int
    body: int
    score: float


def splits_of(text: str, start: int, end: int) -> tuple[Split, ...]:
    """Places inside ``[start, end)`` where heading and body may part, best first."""
    segment = text[start : min(end, start + LONGEST_HEADING + 24)]
    rest = end - start if text[end : end + 1] not in ("：", ":") else len(segment) + 1
    signs = _Signs(segment)
    found: list[Split] = []
    depth = 0
    for place, char in enumerate(segment):
        head = signs.spaces.get(place, place)
        may = char not in _GOES_ON or (char in _STARTS and head < place)
        may = may or (char in _IN_WORDS and segment[place : place + 2] in WORDS)
        if may and depth == 0 and _SHORTEST <= head <= LONGEST_HEADING and signs.may_end(head):
            said = signs.score(head, place)
            said -= 0.0 if segment[head] in "：:" else _stub(segment, place, rest)
            if said >= _LOWEST:
                found.append(Split(start + head, start + place, round(said, 2)))
        depth += (char in _OPEN) - (char in _CLOSE and depth > 0)
    return tuple(sorted(found, key=lambda s: (-s.score, s.end))[:_KEPT])


class _Signs:
    """What the words of a segment say about all its places, looked up once."""

    __slots__ = ("begun", "commas", "cross", "marks", "segment", "spaces", "starts", "tails")

    def __init__(self, segment: str) -> None:
        self.segment = segment
        self.spaces = {m.end(): m.start() for m in _SPACE.finditer(segment)}
        self.begun = _begins(segment)
        self.marks = [m.start() for m in _MARK.finditer(segment)]
        self.commas = [m.start() for m in _COMMAS.finditer(segment)]
        self.tails: dict[int, float] = {}
        self.starts: dict[int, int] = {}
        self.cross: dict[int, float] = {}
        for at in range(len(segment) - 1):
            for size in (2, 3, 4):
                self._look_up(at, segment[at : at + size])

    def _look_up(self, at: int, word: str) -> None:
        size = len(word)
        weight = _tail_weight(word)
        if weight:
            self.tails[at + size] = max(weight, self.tails.get(at + size, weight))
            self._against(at, size, -3.5)
        if word in STARTS:
            self.starts[at] = size
            self._against(at, size, -0.4)
        if size == 2 and (word in TRANSITIVE or word in LEADING):
            self._against(at, size, -0.4)

    def _against(self, at: int, size: int, weight: float) -> None:
        """No place is inside a known word."""
        for place in range(at + 1, at + size):
            self.cross[place] = self.cross.get(place, 0.0) + weight

    def may_end(self, head: int) -> bool:
        """Whether a heading can end here at all."""
        return self.segment[head - 1] not in "，,、：:“‘《（( \u3000"

    def score(self, head: int, place: int) -> float:
        """What speaks for a heading that ends at ``head`` and a body from ``place`` on."""
        segment = self.segment
        joined = head == place and segment[head - 1] + segment[place] in WORDS
        said = self._ends(head) + self._begins(place, head) + self._shape(head)
        said += self.cross.get(place, 0.0) - (3.0 if joined else 0.0)
        if (segment[head - 1] + segment[place]).isascii() and segment[head - 1].isalnum():
            said -= 2.5
        if head < place:
            said += _gap(segment, head, place)
        return said - (2.5 if _SPACE.search(segment, max(0, head - 4), head) else 0.0)

    def _tail(self, head: int) -> float:
        before = self.segment[head - 1]
        if before in "”》" or self.segment[head - 2] == "之" != before:
            return _TAIL
        return self.tails.get(head, 0.0)

    def _ends(self, head: int) -> float:
        """The heading's last words."""
        before, tail = self.segment[head - 1], self._tail(head)
        said = 1.5 * ENDS.get(before, 0.0)
        if tail:
            said += tail
        else:
            said += 0.3 if before in TAILS else 0.0
            said -= 2.0 if before in _RUNS_ON else 0.0
        soon = any(self.tails.get(head + n, 0.0) > 0 for n in (2, 3, 4))
        return said - (0.8 if soon else 0.0)

    def _begins(self, place: int, head: int) -> float:
        """The body's first words."""
        segment, start = self.segment, self.starts.get(place, 0)
        said = 1.8 * BEGINS.get(segment[place], 0.0) + self.begun.get(place, 0.0)
        said -= 1.0 if segment[place] == "地" and segment[place : place + 2] not in WORDS else 0.0
        if start:
            # What two words begin is the first one's: 各级|党委, not 各级党委.
            said -= 0.6 if any(self.starts.get(place - n) == n for n in (2, 3)) else 0.0
            said += (1.3 if start > 2 else 0.4) + (0.5 if self._tail(head) > 0 else 0.0)
        elif "的" in segment[place : place + 4]:
            said -= 0.6
        words = segment[place : place + 2]
        said -= 0.3 if words in TRANSITIVE or words in LEADING else 0.0
        if _MODAL.match(segment, place):
            said -= 1.8 if head <= 4 else 0.4
        said -= 0.4 if _BEHIND_VERB.match(segment, place) else 0.0
        said += _echo(segment, head, place)
        mark = next((m for m in self.marks if m >= place), -1)
        gap = mark - place if mark >= 0 else _FAR
        said += next(weight for limit, weight in _NEXT if gap < limit)
        said += _NEXT_MARK.get(segment[mark], 0.0) if mark >= 0 else 0.0
        end = mark if mark >= 0 else len(segment)
        if mark >= 0 and segment[mark] in "，,":
            said -= 0.7 if self.tails.get(mark, 0.0) > 0 else 0.0
            said -= 0.7 if gap <= 6 and not _VERB.search(segment, place, mark) else 0.0
        return said + (0.7 if _VERB.search(segment, place + 1, end) else 0.0)

    def _shape(self, head: int) -> float:
        """The heading's length and clauses."""
        commas = [c for c in self.commas if c < head]
        begin = commas[-1] + 1 if commas else 0
        last = head - begin
        said = _LAST[min(10, last // 2)] + _CLAUSES[min(3, len(commas))]
        said += _SIZE[head - 2] if head <= 6 else 0.0
        said -= 0.09 * max(0, head - 28)
        if commas:
            before = commas[-1] - (commas[-2] + 1 if len(commas) > 1 else 0)
            apart = abs(last - before)
            said -= 0.9 if apart > 3 else 0.6 if apart == 3 else 0.0
            said -= 1.0 if last < min(4, before) else 0.0
        clause = self.segment[begin:head]
        said += 0.4 if "的" in clause[1:] else 0.0
        said += 1.5 if clause[0] in "把将让使" and clause[-1] in _RESULTS else 0.0
        if clause[-2:] in TRANSITIVE and clause[0] not in "把将":
            said -= 2.0 if clause[:-2] in _ONLY else 1.5 if clause[-2:] in UNENDING else 0.0
        return said - (1.0 if clause[0] in _PREPOSITIONS and not _has_verb(clause[2:]) else 0.0)


def _tail_weight(word: str) -> float:
    """How much a word at the heading's end says."""
    if word in TAILS:
        return _TAIL
    return _LIKELY if word in LIKELY else _INNER if word in INNER else 0.0


def _has_verb(words: str) -> bool:
    if not _VERBS.isdisjoint(words):
        return True
    return any(words[at : at + 2] in TRANSITIVE for at in range(len(words) - 1))


def _echo(segment: str, head: int, place: int) -> float:
    """A body that takes up the heading's words: '…防火工作 森林防火，重于泰山'."""
    words, topic = segment[:head], segment[place : place + 4]
    if head > 6 and segment[head - 3 : head] in words[:-3]:
        return -2.0  # the words taken up are before the place, not behind it
    if len(topic) < 2 or topic[:2] not in words or not topic[:2].isalpha():
        return 0.0
    return 1.6 if topic in words else 0.8


def _gap(segment: str, head: int, place: int) -> float:
    """What a colon or a blank says; the few words behind a blank may be a second half."""
    if segment[head] in "：:":
        return 3.5
    return 2.5 if len(segment) - place >= _FEW else 1.0


def _stub(segment: str, place: int, end: int) -> float:
    """What speaks against a body that is a mere rest: '…打赢消防安全 翻身仗。'."""
    if end > len(segment) or end - place >= _REST or _COMMAS.search(segment, place):
        return 0.0
    if _VERB.search(segment, place + 2):
        return 0.0
    return 3.0 if end - place < _REST // 2 else 1.5


def _begins(segment: str) -> dict[int, float]:
    """Where a body may begin by its first words."""
    found: dict[int, float] = {}
    for verb in _VERB.finditer(segment):
        at = verb.start()
        for place in range(at - 2, max(_SHORTEST, at - 11), -1):
            if not "\u4e00" <= segment[place] <= "\u9fff":
                break
            found[place] = _CLAUSED
    for match in _BODY_START.finditer(segment):
        found[match.start()] = _BEGUN[match.lastgroup or ""]
    return found


def whole_score(words: str, mark: str) -> float:
    """What speaks for ending the heading at the mark, by its length and clauses."""
    score = next((s for limit, s in _WHOLE if len(words) <= limit), -4.0)
    score -= 0.4 * max(0, len(_COMMAS.findall(words)) - 1)
    score -= 2.0 if words.endswith(("是", "如下", "例如", "比如")) else 0.0
    score += 1.2 * ENDS.get(words[-1:], 0.0)
    tails = [_tail_weight(words[-size:]) for size in (2, 3, 4)]
    score += 1.4 if words[-1:] in "”》" or max(tails) > 0 else 0.0
    return score + (1.0 if mark in ("？", "?", "：", ":") else 0.0)
