"""Announced counts against the sections that follow: 五个方面 and six sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.programs.check_input import CheckInput
from editor.checks.programs.markers import Numbered
from editor.checks.scanning.hits import Spot
from editor.manuscript.enumeration.number_rows import enumerations
from editor.manuscript.manuscript import text_between
from editor.manuscript.numbering import read_numeral
from editor.manuscript.paragraph import Position

_NOUNS = (
    "方面|意见|要求|问题|任务|重点|建议|措施|举措|工作|环节|关系|原则|内容|体会|感受|想法|看法"
    "|希望|大事|实事|部分|层面|事情|建设|行动|工程|文章|关口|关键|转变|提升|抓手|保障|机制|结合|坚持|突破"
)
_BARE = "(?<=[讲谈说提调到下意好握][一二三四五六七八九十两0-9])点(?=[：:。，,])"
_COUNT = re.compile(
    rf"(?<![\d.第几一二三四五六七八九十百千万亿])(?P<n>[一二三四五六七八九十两]{{1,2}}|\d{{1,2}})(?:(?:个|点|项|条|大|件|种)(?:{_NOUNS})+"
    rf"|项(?:{_NOUNS})|层意思|{_BARE})|(?P<short>[二两三四五六七八九十])个[\u4e00-\u9fff]{{0,4}}(?=”?[：:])"
    rf"|(?<=“)(?P<quoted>[二两三四五六七八九十])个[\u4e00-\u9fff]{{2,4}}(?=”[：:。])"
)
_BEGUN = re.compile(r"[一二三四五六七八九十两\d](?=[一二三四五六七八九十两\d]?[个点项条大件种层])")
GATE = re.compile(  # whatever a count may be, it holds this
    r"[个点项条大件种层](?<=[一二三四五六七八九十两\d].)"
    rf"(?:(?<!层)(?:{_NOUNS})|(?<=点)[：:。，,]|(?<=层)意|(?<=个)[\u4e00-\u9fff]{{0,4}}”?[：:。])"
)
_LISTED = ("short", "quoted")  # only where the list follows at once
_PASSED_OVER = re.compile(r"不再|不一一|略|只(?:强调|讲|说|提|谈)")
_MANY = 12  # more than are told one by one
_STRONG = re.compile(
    r"(?:讲|谈|说|提(?:出)?|强调|汇报|交流)(?:以下|如下)?$|以下$|下面$|如下$|(?:从|围绕|分|分为)(?:以下|如下|这)?$"
)
_STRONG_AFTER = re.compile(
    r"”?(?:讲|谈|汇报|的?(?:意见|要求|工作|任务|问题|建议))?[^。]{0,6}[：:]$|(?:讲|谈)"
)
_NEUTRAL_BEFORE = re.compile(r"[这那前后上其每第两某各同了]$|之$|(?:等|的)(?=\Z)")


NEAR = 4
"""How many paragraphs before its first section an announcement may stand."""


class Claim(NamedTuple):
    """An announced count in a paragraph: its stretch, its value, whether it says 'below'.

    ``listed``: it counts only where the list follows it at once; ``noun`` is the word
    in quotes that its points repeat.
    """

    start: int
    end: int
    value: int
    strong: bool
    listed: bool = False
    noun: str = ""


def _counts(text: str) -> Iterator[re.Match[str]]:
    """The matches of a count, tried only where a number and what is counted stand."""
    at = 0
    while found := _BEGUN.search(text, at):
        match = _COUNT.match(text, found.start())
        at = match.end() if match else found.start() + 1
        if match:
            yield match


def _claims(text: str) -> tuple[Claim, ...]:
    """The announced counts of a paragraph."""
    found: list[Claim] = []
    for match in _counts(text):
        value = read_numeral(match["n"] or match["short"] or match["quoted"])
        before = text[max(0, match.start() - 8) : match.start()]
        if value is None or value < 2 or _NEUTRAL_BEFORE.search(before):
            continue
        behind = text[match.end() : match.end() + 14].partition("。")[0]
        strong = bool(_STRONG.search(before) or _STRONG_AFTER.match(behind))
        if strong or value <= _MANY:
            listed = match.lastgroup in _LISTED
            noun = match[0][-2:] if match.lastgroup == "quoted" else ""
            found.append(Claim(match.start(), match.end(), value, strong, listed, noun))
    return tuple(found)


def counts(given: CheckInput) -> Iterator[Spot]:
    """The announced count, where the numbered sections behind it are more or fewer."""
    runs = [
        range(max(begin.paragraph, row[0].paragraph - NEAR), row[0].paragraph + 1)
        for begin, row in given.siblings
    ]
    rows = given.memory.found(counts_in, given.prose_places, GATE)
    claims = {paragraph: counted.claims for paragraph, counted in rows}
    found: set[tuple[int, int]] = set()
    for (begin, row), run in zip(given.siblings, runs, strict=True):
        told = [(paragraph, claims[paragraph]) for paragraph in run if paragraph in claims]
        if told:
            for spot in _announced(given, begin, row, told):
                found.add((spot.paragraph, spot.start))
                yield spot
    told = [(paragraph, counted.mistold) for paragraph, counted in rows]
    yield from (s for s in _inside(given, told) if (s.paragraph, s.start) not in found)


def _announced(
    given: CheckInput,
    begin: Position,
    row: list[Numbered],
    told: list[tuple[int, tuple[Claim, ...]]],
) -> Iterator[Spot]:
    """The last claim in the words between the heading and its first numbered child."""
    head = Position(row[0].paragraph, row[0].marker.start)
    for paragraph, claims in reversed(told):
        for claim in reversed(claims):
            start, end = Position(paragraph, claim.start), Position(paragraph, claim.end)
            if not (begin <= start and end <= head):
                continue
            between = text_between(given.manuscript, end, head)
            if _leads(claim, between) and _same_matter(claim, row):
                yield from _compared(given, claim, paragraph, row)
                return


def _same_matter(claim: Claim, row: list[Numbered]) -> bool:
    """A name in quotes (“三个坚持”) counts its points only where they speak of it."""
    first = row[0]
    return claim.noun in first.text[first.marker.end : first.marker.end + 30]


def _leads(claim: Claim, between: str) -> bool:
    """Whether the claim announces what begins behind ``between``."""
    if claim.listed:
        return not between.strip("”：:。 \u3000\n")
    if _PASSED_OVER.search(between):
        return False
    sentences = _sentences_between(between)
    return sentences == 0 or (claim.strong and sentences <= 2)


def _sentences_between(text: str) -> int:
    """Full sentences between the claim's own and the first section."""
    return max(0, len(re.findall(r"[。！!？?]", text)) - 1)


def _to_restart(row: list[Numbered]) -> list[Numbered]:
    """The row up to where a second enumeration begins: what follows is another's."""
    starts = enumerations([one.marker.value for one in row])
    return row[: starts[1]] if len(starts) > 1 else row


def _compared(
    given: CheckInput, claim: Claim, paragraph: int, row: list[Numbered]
) -> Iterator[Spot]:
    style = row[0].marker.style
    same = _to_restart([one for one in row if one.marker.style == style])
    row = _to_restart(row)
    # a heading that stands twice, word for word, is one, where the numbers go on so
    once = len({one.text for one in same})
    once = once if same[-1].marker.value <= once else len(same)
    if claim.value not in (len(same), once, len(row)):
        cut = len(same) < claim.value and given.cut_after(same[-1].paragraph)
        note = f"{len(same)}项" + ("，但后文被截断，补全后再核对" if cut else "")
        yield Spot("mismatch", paragraph, claim.start, claim.end, None, note)


_POINT = re.compile(
    r"(?:^|[：:；;，,。])[ \u3000]*第?(?P<n>[一二三四五六七八九十])(?P<kind>[是要，,、])"
)
_COLON = re.compile(r"”?[^。：:；;，,]{0,8}(?=[：:])")
_MORE = re.compile(r"同时|另外|此外|最后|还要|还有|等")


class _Told(NamedTuple):
    """A count at ``[start, end)`` whose row right behind it has ``points``, the last of a kind."""

    start: int
    end: int
    points: int
    kind: str


class Counted(NamedTuple):
    """What a paragraph announces, and of that what its own row does not keep."""

    claims: tuple[Claim, ...]
    mistold: tuple[_Told, ...]


def counts_in(text: str) -> Counted | None:
    """The counts of a paragraph; None where it has none."""
    claims = _claims(text)
    return Counted(claims, _mistold(text, claims)) if claims else None


def _inside(given: CheckInput, rows: Sequence[tuple[int, tuple[_Told, ...]]]) -> Iterator[Spot]:
    """Counts that announce a row inside their own paragraph: 做到三点：一是…，二是…。"""
    for paragraph, row in rows:
        for told in row:
            below = given.texts[paragraph + 1 : paragraph + 2]
            if not (below and _goes_on(below[0], told)):
                note = f"{told.points}项"
                yield Spot("mismatch", paragraph, told.start, told.end, None, note)


def _goes_on(text: str, told: _Told) -> bool:
    """Whether the next point of a row opens the paragraph below."""
    match = _POINT.match(text.lstrip())
    return (
        match is not None
        and match["kind"] == told.kind
        and read_numeral(match["n"]) == told.points + 1
    )


def _mistold(text: str, claims: Sequence[Claim]) -> tuple[_Told, ...]:
    """The counts of a paragraph whose row, begun right behind them, has other than so many."""
    found: list[_Told] = []
    for claim in claims:
        colon = _COLON.match(text, claim.end)
        points, kind = _row_behind(text, colon.end()) if colon else (0, "")
        if points >= 2 and points != claim.value and not _MORE.search(text, claim.end):
            found.append(_Told(claim.start, claim.end, points, kind))
    return tuple(found)


def _row_behind(text: str, colon: int) -> tuple[int, str]:
    """How many points count on from one behind a colon, and by which word."""
    first = _POINT.match(text, colon)
    if first is None or first["n"] != "一":
        return 0, ""
    last = 1
    for match in _POINT.finditer(text, first.end()):
        if match["kind"] == first["kind"] and read_numeral(match["n"]) == last + 1:
            last += 1
    return last, first["kind"]
