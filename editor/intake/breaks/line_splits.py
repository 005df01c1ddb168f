"""A speech that stands in one line is divided at its title, salutation and headings.

Only where a break is clearly right: headings stay with the body that was glued to them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate

from editor.intake.breaks.line_joins import LineJoin
from editor.intake.line_buffer import LineBuffer, LineChange
from editor.intake.line_shapes import is_title
from editor.language.speech import genre_choice, opening_choice

_WHY = "整篇挤在一段里，按标题、称谓和序号分段"
# What a text begins with that has no salutation.
_BODY = (
    r"(?:刚[才刚]|方才|今[天晚年]|这次|本次|前不久|根据|按照|为[了贯深进全]|20\S{2}年|一年来|时间[：:]"
    r"|地点[：:]|现在|经[^。，]{2,12}(?:研究|批准|同意|决定)|大家[好上下]|很高兴|非常高兴|首先)"
)
_MORE = r"(?:文?讲?稿|提纲|材料|范文|例文)*"
# A title that a body follows behind a space, and neither salutation nor a usual first word.
_GAP = re.compile(r"[ 　]+(?=[^ 　]{12})")
_SHORTENED = re.compile("(?:要点|摘要|提要|提纲|讲稿)$")
_NUMERAL = "一二三四五六七八九十"
_HEADING = re.compile(
    # A run of spaces is read from its first one only, and once.
    rf"(?P<gap>(?:(?<![\s　])[\s　]++)?+)(?P<mark>(?P<major>[{_NUMERAL}]{{1,3}})、|"
    rf"[(（](?P<minor>[{_NUMERAL}]{{1,3}})[)）])"
)
_SPACED = re.compile(r"(?<=[。！？!?”])[ 　\u00a0]{1,4}(?=[^\s。，、；：！？)）”])")
_CALL = re.compile(
    r"(?<=[。！!])(?=(?:同志们|各位代表|各位委员|朋友们)[,，!！:：]|最后[,，](?:祝|"
    r"衷心|预祝)|谢谢大家)"
)
# A paragraph is the whole speech when it holds this share of what is left.
_SHARE = 0.6
# A heading is no longer than this.
_NEAR = 60
_LENGTH = 200
# One paragraph this long is divided at vocatives and spaces even without headings.
_ENDLESS = 1500


@cache
def _kind() -> str:
    return (
        rf"(?:{genre_choice()}|表态|宣讲|培训讲)(?!会|讲话|发言|大会|报告|致辞|[）)])"
        "(?:要点|摘要|提要)?"
    )


@cache
def _greeting() -> str:
    return rf"(?:{opening_choice()}|全体(?:[员职]工|同志|党员|干部))"


@cache
def _title_form() -> re.Pattern[str]:
    kind, greeting = _kind(), _greeting()
    return re.compile(
        rf"^[\s　]*(?P<title>[^。！？!?\n]{{4,60}}?(?:{kind}{_MORE}|会议?上(?=[\s　]*{greeting})))"
        r"(?P<piece>[\s　]*(?:(?:范文|例文)?篇[\d一二三四五六七八九十]{1,3}"
        rf"|\d{{1,2}}(?={greeting})))?[\s　]*"
        # Date and name, as they stand under a title.
        r"(?P<under>(?:[(（][^()（）]{4,24}[)）])?[^。，,：:！!？?；;(（]{0,24}?"
        rf"(?:[(（][^()（）]{{4,24}}[)）])?(?={greeting}))?"
        rf"(?P<call>{greeting}[^。:：!！]{{0,60}}[:：!！])?(?P<body>(?={_BODY}))?"
    )


@cache
def _piece_form() -> re.Pattern[str]:
    """Another piece of the same line: its title, its salutation."""
    return re.compile(
        r"(?<=[。！!？?])[\s　]*"
        r"(?P<title>(?:【?(?:范文|例文|篇|第)[\d一二三四五六七八九十]{1,2}篇?】?[：:\s]*)?"
        rf"[^。！？!?：:，,；;]{{4,40}}?{_kind()}{_MORE}"
        r"(?:[\s　]*篇[\d一二三四五六七八九十]{1,2})?)"
        rf"[\s　]*(?P<call>{_greeting()}[^。:：!！]{{0,40}}[:：!！])"
    )


class _JoinedParagraph:
    """One paragraph as it will be after the joins, with the way back to its lines."""

    def __init__(self, buffer: LineBuffer, lines: list[int]) -> None:
        self._buffer = buffer
        self._lines = lines
        texts = [buffer.kept_text(n) for n in lines]
        self.text = "".join(texts)
        self._starts = [0, *accumulate(len(t) for t in texts)][:-1]

    def mark(self, start: int, end: int, kind: str, after: str) -> LineChange | None:
        """A mark on ``[start, end)`` of the flow, None where that crosses two lines."""
        at = bisect_right(self._starts, start) - 1
        offset = start - self._starts[at]
        line = self._lines[at]
        raw = self._buffer.raw_offset(line, offset)
        length = end - start
        if self._buffer.lines[line][raw : raw + length] != self.text[start:end]:
            return None
        return LineChange(line, raw, raw + length, kind, _WHY, after)


def split_lines(buffer: LineBuffer, joins: tuple[LineJoin, ...]) -> None:
    """Divide the paragraphs that hold a whole speech."""
    flows = _flows(buffer, joins)
    total = sum(len(flow.text) for flow in flows)
    for number, flow in enumerate(flows):
        whole = len(flow.text) >= _LENGTH and len(flow.text) >= total * _SHARE
        if buffer.from_docx and len(flows) > 3:
            continue
        glued = number < 3 and len(flow.text) > 120
        marks = _opening(flow, title_only=not glued) if len(flow.text) > 12 else []
        if whole:
            inner = _inside(flow, max((m[1] for m in marks), default=0))
            marks += inner if marks or len(flow.text) >= _ENDLESS or _counts(inner, flow) else []
        # All places are looked up before the first mark moves them.
        placed = [flow.mark(start, end, kind, after) for start, end, kind, after in marks]
        buffer.apply(mark for mark in placed if mark)


def _flows(buffer: LineBuffer, joins: tuple[LineJoin, ...]) -> list[_JoinedParagraph]:
    continues = {join.second for join in joins}
    groups: list[list[int]] = []
    for number in buffer.remaining():
        if number in continues and groups:
            groups[-1].append(number)
        elif not buffer.guarded[number]:
            groups.append([number])
    return [_JoinedParagraph(buffer, group) for group in groups]


def _opening(flow: _JoinedParagraph, *, title_only: bool) -> list[tuple[int, int, str, str]]:
    """Breaks behind a title and a salutation that the body was glued to."""
    hit = _title_form().match(flow.text)
    if not hit or not (hit["call"] or is_title(_SHORTENED.sub("", hit["title"]))):
        return []
    gap = _GAP.match(flow.text, hit.end("title"))
    if not (hit["call"] or hit["piece"] or gap or hit["body"] is not None):
        return []
    if title_only and not (hit["piece"] and hit["call"] and len(flow.text) <= 120):
        return []
    if re.match(r"[一-龥]*(?:今天|我们|这次|下面)", hit["title"]):
        return []
    found: list[tuple[int, int, str, str]] = []
    end = hit.end("title")
    double = hit["title"].find("——")
    if double >= 4:  # 主标题——在…上的讲话 are two lines
        found.append((double, double, "line-split", "\n"))
    if hit["piece"]:
        found.append((end, hit.end("piece"), "piece-mark", ""))
        end = hit.end("piece")
    found.append((end, end, "line-split", "\n"))
    if hit["call"]:
        if (hit["under"] or "").strip():
            found.append((hit.start("call"), hit.start("call"), "line-split", "\n"))
        behind = hit.end("call")
        if flow.text[behind:].strip():
            found.append((behind, behind, "line-split", "\n"))
    return found


def _inside(flow: _JoinedParagraph, start: int) -> list[tuple[int, int, str, str]]:
    """Breaks before headings and vocatives, and where a space follows an end mark."""
    text = flow.text
    found: dict[int, tuple[int, int, str, str]] = {}
    spaced = list(_SPACED.finditer(text, start))
    if len(spaced) >= 3:
        for hit in spaced:
            found[hit.end()] = (hit.start(), hit.end(), "line-split", "\n")
    for gap, at in _headings(text, start):
        found.setdefault(at, (gap, at, "line-split", "\n"))
    for hit in _CALL.finditer(text, start):
        found.setdefault(hit.start(), (hit.start(), hit.start(), "line-split", "\n"))
    for hit in _piece_form().finditer(text, start):
        for at in (hit.start("title"), hit.start("call"), hit.end("call")):
            found.setdefault(at, (at, at, "line-split", "\n"))
    return [found[at] for at in sorted(found) if at > start]


def _counts(marks: list[tuple[int, int, str, str]], flow: _JoinedParagraph) -> bool:
    """Whether at least two of the breaks stand before headings."""
    return sum(_HEADING.match(flow.text, mark[1]) is not None for mark in marks) >= 2


def _headings(text: str, start: int) -> list[tuple[int, int]]:
    """Where 一、 二、 … and （一）（二）… begin behind an end mark, counting upwards."""
    found: list[tuple[int, int]] = []
    major = minor = 0
    for hit in _HEADING.finditer(text, start):
        value = _value(hit["major"] or hit["minor"])
        before = text[hit.start() - 1 : hit.start()]
        if before not in "。！？!?：:；;”）)#" and not hit["gap"]:
            # Glued to the heading it stands under; its mark was the line's end.
            above = found[-1][1] if found else -_NEAR
            if hit["minor"] is None or value != 1 or not _leads(text, hit, above):
                continue
        if hit["major"]:
            if value in (major + 1, major + 2) or value == 1:
                major, minor = value, 0
                found.append((hit.start(), hit.start("mark")))
        elif value in (minor + 1, minor + 2) or value == 1:
            minor = value
            found.append((hit.start(), hit.start("mark")))
    return found


def _leads(text: str, hit: re.Match[str], above: int) -> bool:
    """Whether （一） follows a heading without any end mark, and （二） comes later."""
    between = text[above : hit.start()]
    if len(between) > _NEAR or any(mark in between for mark in "。！？!?；;"):
        return False
    second = hit["mark"].replace("一", "二")
    return re.search("[。！？；”]" + re.escape(second), text[hit.end() :]) is not None


def _value(numeral: str) -> int:
    """一 to 十九: more headings than that no speech has."""
    tens, _, ones = numeral.rpartition("十")
    if "十" not in numeral:
        return _NUMERAL.find(numeral) + 1
    return (_NUMERAL.find(tens) + 1 if tens else 1) * 10 + (_NUMERAL.find(ones) + 1 if ones else 0)
