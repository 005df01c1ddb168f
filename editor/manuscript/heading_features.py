"""What the words around one place say for a heading ending there and its body beginning.

Separate from `heading_ends`, which goes through the places. The weights are those of a
log-linear choice among the places of a heading, fitted on our own samples (glued, and ended
by a full stop); they are logarithms of odds. Offsets are code points in one segment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from editor.language.office import heading_lexicon, office_prose

SHORTEST: Final = 2
_FEW: Final = 12  # behind a space so few words may be the heading's second half
_FAR: Final = 30  # no mark in sight
_INSIDE: Final = -3.0  # the place is inside a word

_RUNS_ON: Final = frozenset(
    "，,、的和与及或并但而且则即由给跟比按各每某该其此这那“《（("
    "在把被让使将对向从以为于之更再不最很要须应是"
)
_BEHIND_VERB: Final = re.compile("[上下起进出过回](?:来|去)|[中之]|.[得了着]")
_MARK: Final = re.compile("[，,。；：！？、;:!?“”《》（）]")
_SPACE: Final = re.compile("[ \u3000]+|[：:](?=[^0-9])")
_MODAL: Final = re.compile("不|要|必须|没有|明显|显著|[能会应]")
_ADVERBS: Final = frozenset("都也还又才就更再已得")  # 让病历|都站得住: a sentence goes on
# A clause that begins so wants a verb: 以更严的纪律|护项目 is cut too early.
_PREPOSITIONS: Final = frozenset("以在从用靠把让对向将按为由")
_RESULTS: Final = frozenset("好实牢紧住准强优活细稳清足成全透开")  # 把粮食收好
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
TAIL: Final = 1.6
_LONG_TAIL: Final = 2.2
_CLAUSED: Final = 0.4  # a clause with its verb begins here or near

_QUESTION: Final = re.compile(
    "怎么(?!样|办)|怎样|如何|谁来|[找靠请问让由向跟为]谁(?!来)|为何|何以|靠啥|咋"
)
_ASKED: Final = 1.2
_NEAR: Final = 8  # a question further on is the body's

# A bucket of two characters each for the last clause's length, from 0.
_LAST: Final = (-0.3, -0.8, -0.1, 0.5, 0.6, 0.0, -0.2, 0.0, -0.7, -0.5, -0.9)
_SIZE: Final = (-0.9, 0.7, 0.4, 0.4, 0.5)  # a heading of 2, 3 … 6 characters
_CLAUSES: Final = (-0.3, -0.6, -1.1, -0.5)  # of 1, 2, 3 and more clauses
_NEXT: Final = (-1.2, -1.2, -1.2, -0.4, -0.4, *(0.3,) * 9)  # by characters to the next mark
_NEXT_FAR: Final = -1.2
_NEXT_MARK: Final = MappingProxyType({"“": 0.9, "、": 0.8, "，": 0.3, ",": 0.3})


class _Lexicon(NamedTuple):
    """The words that signs are looked up by.

    ``ending``: what each says where it ends a heading; a place inside one is hardly right.
    ``only``: before a verb that wants an object, 切实增强|… is cut too early.
    """

    prose: frozenset[str]
    begins: Mapping[str, float]
    ends: Mapping[str, float]
    ending: Mapping[str, float]
    tails: frozenset[str]
    starts: frozenset[str]
    led: frozenset[str]
    known: frozenset[str]
    transitive: frozenset[str]
    unending: frozenset[str]
    only: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    prose, headings = office_prose(), heading_lexicon()
    ending = MappingProxyType(
        dict.fromkeys(headings.inner, -0.6)
        | dict.fromkeys(headings.likely, 0.7)
        | {word: TAIL if len(word) < 3 else _LONG_TAIL for word in headings.tails}
    )
    led = headings.transitive | headings.leading
    return _Lexicon(
        *prose,
        ending=ending,
        tails=headings.tails,
        starts=headings.starts,
        led=led,
        known=frozenset(ending) | headings.starts | led,
        transitive=headings.transitive,
        unending=headings.unending,
        only=headings.leading | {"", "进一步", "更好地"},
    )


def ending_weight(word: str) -> float:
    """How much a word at the heading's end says."""
    return _lexicon().ending.get(word, 0.0)


class BoundaryFeatures:
    """What the words of a segment say about all its places, looked up once."""

    __slots__ = (
        "_begun",
        "_commas",
        "_cross",
        "_lexicon",
        "_marks",
        "_question",
        "_segment",
        "_starts",
        "_tails",
        "_verbs",
        "spaces",
    )

    def __init__(self, segment: str) -> None:
        self._segment = segment
        self._lexicon = _lexicon()
        self._question = _QUESTION.search(segment)
        self.spaces = {m.end(): m.start() for m in _SPACE.finditer(segment)}
        self._verbs = [m.start() for m in _VERB.finditer(segment)]
        self._begun = _begins(segment, self._verbs)
        self._marks = [m.start() for m in _MARK.finditer(segment)]
        self._commas = [at for at in self._marks if segment[at] in "，,"]
        self._tails: dict[int, float] = {}
        self._starts: dict[int, int] = {}
        self._cross: dict[int, float] = {}
        known = self._lexicon.known
        for size in (2, 3, 4):
            for at in range(len(segment) - size + 1):
                word = segment[at : at + size]
                if word in known:
                    self._look_up(at, word)

    def _look_up(self, at: int, word: str) -> None:
        size, against = len(word), 0.0
        weight = self._lexicon.ending.get(word)
        if weight is not None:
            self._tails[at + size] = max(weight, self._tails.get(at + size, weight))
            against -= 3.5
        if word in self._lexicon.starts:
            self._starts[at] = size
            against -= 0.4
        if word in self._lexicon.led:
            against -= 0.4
        for place in range(at + 1, at + size):
            self._cross[place] = self._cross.get(place, 0.0) + against

    def hopeless(self, head: int, place: int) -> bool:
        """Whether nothing speaks for a place, so that it need not be weighed."""
        segment = self._segment
        before = segment[head - 1]
        if before in "，,、：:“‘《（( \u3000":
            return True
        if place in self._begun or place in self._starts or head < place:
            return False
        if self._cross.get(place, 0.0) <= _INSIDE or before + segment[place] in self._lexicon.prose:
            return True
        if head in self._tails:
            return False
        return (
            before in _RUNS_ON
            or self._lexicon.ends.get(before, 0.0) + self._lexicon.begins.get(segment[place], 0.0)
            < -0.5
        )

    def score(self, head: int, place: int) -> float:
        """What speaks for a heading that ends at ``head`` and a body from ``place`` on."""
        segment = self._segment
        tail = self._tail(head)
        said = self._ends(head, tail) + self._begins(place, head, tail) + self._shape(head)
        said += self._cross.get(place, 0.0) + self._asks(head)
        if head < place:
            said += _gap(segment, head, place)
        elif segment[head - 1] + segment[place] in self._lexicon.prose:
            said += _INSIDE
        if (segment[head - 1] + segment[place]).isascii() and segment[head - 1].isalnum():
            said -= 2.5
        if self.spaces and _SPACE.search(segment, max(0, head - 4), head):
            said -= 2.5
        return said

    def _asks(self, head: int) -> float:
        """A heading that asks (责任谁来担) ends right behind its question, not before it."""
        if self._question is None or not self._question.start() <= _NEAR:
            return 0.0
        asked = self._question.end()
        if head <= asked:
            return -_ASKED
        verb = 2 if self._segment[asked : asked + 2] in self._lexicon.prose else 1
        return _ASKED if head == asked + verb else 0.0

    def _tail(self, head: int) -> float:
        before = self._segment[head - 1]
        if before in "”》" or self._segment[head - 2] == "之" != before:
            return TAIL
        return self._tails.get(head, 0.0)

    def _ends(self, head: int, tail: float) -> float:
        """The heading's last words."""
        before, tails = self._segment[head - 1], self._tails
        said = 1.5 * self._lexicon.ends.get(before, 0.0) + tail
        if not tail:
            said += 0.3 if before in self._lexicon.tails else -2.0 if before in _RUNS_ON else 0.0
        soon = max(tails.get(head + 2, 0.0), tails.get(head + 3, 0.0), tails.get(head + 4, 0.0))
        return said - (0.8 if soon > 0 else 0.0)

    def _begins(self, place: int, head: int, tail: float) -> float:
        """The body's first words."""
        segment, start = self._segment, self._starts.get(place, 0)
        words = segment[place : place + 2]
        said = 1.8 * self._lexicon.begins.get(segment[place], 0.0) + self._begun.get(place, 0.0)
        said -= 1.0 if words[0] == "地" and words not in self._lexicon.prose else 0.0
        if start:
            # What two words begin is the first one's: 各级|党委, not 各级党委.
            led = self._starts.get(place - 2) == 2 or self._starts.get(place - 3) == 3
            said += (1.3 if start > 2 else 0.4) + (0.5 if tail > 0 else 0.0) - (0.6 if led else 0)
        elif "的" in segment[place : place + 4]:
            said -= 0.6
        said -= 0.3 if words in self._lexicon.led else 0.0
        if _MODAL.match(segment, place):
            said -= 1.8 if head <= 4 else 0.4
        said -= 1.8 if words[0] in _ADVERBS else 0.0
        said -= 0.4 if _BEHIND_VERB.match(segment, place) else 0.0
        return said + _echo(segment, head, place) + self._clause(place)

    def _clause(self, place: int) -> float:
        """The body's first words up to a mark."""
        segment = self._segment
        mark = next((m for m in self._marks if m >= place), -1)
        end = mark if mark >= 0 else len(segment)
        gap = mark - place if mark >= 0 else _FAR
        said = _NEXT[gap] if gap < len(_NEXT) else _NEXT_FAR
        verb = next((v for v in self._verbs if v >= place), _FAR + len(segment))
        if mark >= 0:
            said += _NEXT_MARK.get(segment[mark], 0.0)
            if segment[mark] in "，,":
                said -= 0.7 if self._tails.get(mark, 0.0) > 0 else 0.0
                said -= 0.7 if gap <= 6 and verb >= mark else 0.0
        return said + (0.7 if place < verb < end else 0.0)

    def _shape(self, head: int) -> float:
        """The heading's length and clauses."""
        commas = [c for c in self._commas if c < head]
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
        return said + _built(self._segment[begin:head])


def _built(clause: str) -> float:
    """What the words of a heading's last clause say for its being whole."""
    said = 0.4 if "的" in clause[1:] else 0.0
    if clause[0] in _PREPOSITIONS:
        causes = clause[0] in "把将让使"
        if causes and clause[-1] in _RESULTS:
            said += 1.5
        elif not _has_verb(clause[2:]):
            said -= 2.0 if causes else 1.0
    words = _lexicon()
    if clause[-2:] in words.transitive and clause[0] not in "把将":
        said -= 2.0 if clause[:-2] in words.only else 1.5 if clause[-2:] in words.unending else 0.0
    return said


def _has_verb(words: str) -> bool:
    if not _VERBS.isdisjoint(words):
        return True
    transitive = _lexicon().transitive
    return any(words[at : at + 2] in transitive for at in range(len(words) - 1))


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


def _begins(segment: str, verbs: list[int]) -> dict[int, float]:
    """Where a body may begin by its first words."""
    found: dict[int, float] = {}
    for at in verbs:
        for place in range(at - 2, max(SHORTEST, at - 11), -1):
            if not "\u4e00" <= segment[place] <= "\u9fff":
                break
            found[place] = _CLAUSED
    for match in _BODY_START.finditer(segment):
        found[match.start()] = _BEGUN[match.lastgroup or ""]
    return found
