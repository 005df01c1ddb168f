"""Counts that a text gives of its own points: those to come (讲三点意见), those told (以上三点).

One reading for the check of counts and for the renumbering. What is counted, and the words
around a count, are data (`resources/language/announced-counts.txt`); compiled when first asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from editor.language.lists import words
from editor.manuscript.manuscript import Manuscript, text_between
from editor.manuscript.numbering import read_numeral
from editor.manuscript.paragraph import Position

_NUMBER: Final = "一二三四五六七八九十两"
_BEGUN: Final = re.compile(rf"[{_NUMBER}\d](?=[{_NUMBER}\d]?[个点项条大件种层句])")
_LISTED: Final = ("short", "quoted")  # only where the list follows at once
_MANY: Final = 12  # more than are told one by one

NEAR: Final = 4
"""How many paragraphs before its first section an announcement may stand."""


class Claim(NamedTuple):
    """An announced count in a paragraph: its stretch, its value, whether it says 'below'.

    ``listed``: it counts only where the list follows it at once; ``noun`` is the word
    in quotes that its points repeat. The numeral is ``[start, digits)``.
    """

    start: int
    end: int
    value: int
    strong: bool
    listed: bool
    noun: str
    digits: int


class Summary(NamedTuple):
    """A count of what was told above: its numeral, its value, and how sure its words are.

    ``first``: it stands in the first sentence of its paragraph; ``sure``: it says 以上 or
    the like, not only 这.
    """

    start: int
    end: int
    value: int
    first: bool
    sure: bool


def _any(*parts: str) -> str:
    """The words of parts of the list as alternatives, longer ones first."""
    found = {word for part in parts for word in words("announced-counts", part)}
    return "|".join(sorted(found, key=lambda word: (-len(word), word)))


@cache
def claim_gate() -> re.Pattern[str]:
    """Whatever a count may be, it holds this."""
    return re.compile(
        rf"[个点项条大件种层句](?<=[{_NUMBER}\d].)(?:(?<!层)(?:{_any('things', 'more-things')})"
        r"|(?<=[点条项])[：:。，,]|(?<=层)意|(?<=个)[\u4e00-\u9fff]{0,4}”?[：:。]"
        r"|(?<=[句件])|(?<=个)[字词关])"
    )


@cache
def _count() -> re.Pattern[str]:
    bare = (
        f"(?<=[{''.join(words('announced-counts', 'bare'))}][{_NUMBER}0-9])[点条项](?=[：:。，,])"
    )
    return re.compile(
        rf"(?<![\d.第几百千万亿{_NUMBER[:-1]}])(?P<n>[{_NUMBER}]{{1,2}}|\d{{1,2}})"
        rf"(?:[个点项条大件种](?:{_any('things')})+|层意思|{bare}"
        rf"|(?P<told>(?:[个点项条](?:{_any('more-things')})(?=[”：:。；;，,]|$))"
        rf"|(?:{_any('spoken')})(?=[”：:。；;]|$)))"
        rf"|(?P<short>[{_NUMBER[1:]}])个[\u4e00-\u9fff]{{0,4}}(?=”?[：:])"
        rf"|(?<=“)(?P<quoted>[{_NUMBER[1:]}])个[\u4e00-\u9fff]{{2,4}}(?=”[：:。])"
    )


@cache
def _around() -> tuple[re.Pattern[str], ...]:
    """Before a count: nothing comes, something does for sure, a verb of telling; and behind it."""
    below = _any("below")
    return (
        re.compile(rf"(?:{_any('neutral')})$"),
        re.compile(
            rf"(?:{_any('strong')})(?:{below})?$|(?:{below})$|(?:{_any('splits')})(?:{below}|这)?$"
        ),
        re.compile(rf"(?<!只)(?:{_any('tells')})(?:{below}|这么)?$"),
        re.compile(r"”?[^。]{0,8}[：:]$|讲|谈"),
    )


def claims_in(text: str) -> tuple[Claim, ...]:
    """The announced counts of a paragraph."""
    neutral, strongly, tells, leads_on = _around()
    found: list[Claim] = []
    for match in _counts(text):
        number = match["n"] or match["short"] or match["quoted"]
        value = read_numeral(number)
        before = text[max(0, match.start() - 8) : match.start()]
        if value is None or value < 2 or neutral.search(before):
            continue
        if match["told"] and not tells.search(before):
            continue
        behind = text[match.end() : match.end() + 14].partition("。")[0]
        strong = bool(strongly.search(before) or leads_on.match(behind))
        if strong or value <= _MANY:
            listed = match.lastgroup in _LISTED
            noun = match[0][-2:] if match.lastgroup == "quoted" else ""
            digits = match.start() + len(number)
            found.append(Claim(match.start(), match.end(), value, strong, listed, noun, digits))
    return tuple(found)


def _counts(text: str) -> Iterator[re.Match[str]]:
    """The matches of a count, tried only where a number and what is counted stand."""
    at = 0
    while found := _BEGUN.search(text, at):
        match = _count().match(text, found.start())
        at = match.end() if match else found.start() + 1
        if match:
            yield match


def announcement(
    manuscript: Manuscript,
    stretch: tuple[Position, Position],
    first_words: str,
    claims_of: Callable[[int], Sequence[Claim]],
) -> tuple[int, Claim] | None:
    """The claim, with its paragraph, that announces the row of points behind ``stretch``.

    ``first_words`` are those of the first point: a name in quotes (“三个坚持”) counts only
    points that speak of it.
    """
    begin, head = stretch
    for line in range(head.paragraph, max(begin.paragraph, head.paragraph - NEAR) - 1, -1):
        for claim in reversed(claims_of(line)):
            start, end = Position(line, claim.start), Position(line, claim.end)
            if not (begin <= start and end <= head):
                continue
            between = text_between(manuscript, end, head)
            if _leads(claim, between) and claim.noun in first_words[:30]:
                return line, claim
    return None


def _leads(claim: Claim, between: str) -> bool:
    """Whether the claim announces what begins behind ``between``."""
    if claim.listed:
        return not between.strip("”：:。 \u3000\n")
    if re.search(_any("passed-over"), between):
        return False
    sentences = max(0, len(re.findall(r"[。！!？?]", between)) - 1)  # between its own and the first
    return sentences == 0 or (claim.strong and sentences <= 2)


@cache
def _summary() -> re.Pattern[str]:
    things, tells = _any("things", "more-things"), _any("strong")
    return re.compile(
        rf"(?:^|(?<=[。！？!?]))[ \u3000]*(?:(?:{_any('address')})[，,！!：:])?"
        rf"(?:(?P<back>(?:{_any('before-back')})?(?:{_any('back')})(?:就?是)?我?(?:今天)?"
        rf"(?:{tells})?到?的?这?)"
        rf"|(?:(?:我|今天)[^。，,！？；]{{0,8}}?(?:{tells}|是))?这么?"
        rf"|我(?:今天|刚才)?[所要想]?(?:{tells})到?的这?|这就?是我[^。，,！？；]{{0,6}}?的)"
        rf"(?P<n>[{_NUMBER}]{{1,2}}|[0-9]{{1,2}}|[０-９]{{1,2}})"
        rf"(?:[点条](?:{things})*|项(?:{things})*|个(?:{things})+|{_any('spoken')})"
        rf"(?=$|[，,。；;：:、！!”]|{_any('behind')})"
    )


def summaries_in(text: str) -> tuple[Summary, ...]:
    """The counts in a paragraph of what was told above it, or above them in it."""
    found: list[Summary] = []
    for match in _summary().finditer(text):
        value = read_numeral(match["n"])
        if value is not None and 2 <= value <= _MANY:
            first = not text[: match.start()].strip("同志们！!，,：: \u3000")
            found.append(Summary(*match.span("n"), value, first, bool(match["back"])))
    return tuple(found)
