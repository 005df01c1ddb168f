"""Paragraphs that end where none should, and a speech that has none.

Line breaks inside a sentence are left by texts broken at a fixed width; elsewhere title,
salutation and body have run together in one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from editor.checks.programs.check_input import CheckInput
from editor.checks.scanning.hits import Spot
from editor.language.speech import genre_choice, opening_choice
from editor.manuscript.numbering import marker_at

_CLOSED = frozenset("。！？!?；;：:…》）)】.— \u3000")
_BODY = re.compile(r"[，,；;。]")
_GOES_ON = re.compile(
    r"(?![（(]?第?[一二三四五六七八九十\d]+[、.．）),，是要章节部]|附|首先|其次|再次|最后|同志|各位"
    r"|谢谢|尊敬|[ \u3000])[\u4e00-\u9fff“《，、。；”）》…]"
)
_VERSE = 18  # the longest line of a poem; texts are broken at 20 and more
_MARKS = "。！？!?…：:；;，,、"

_RUN_ON = 300
"""Characters behind a salutation that are more than the opening of a speech."""

_OPENING = 200
"""Characters in front of it that a title, a date and a name may take."""


def _open(text: str) -> bool:
    """Whether the paragraph is body text that stops inside a sentence."""
    last = text[-1:]
    if not last or last in _CLOSED or (last == "”" and text[-2:-1] in _CLOSED):
        return False
    if last in "，、,":
        return len(text) >= 6
    if "。" not in text and marker_at(text):  # a long heading
        return False
    return len(text) >= 20 and _BODY.search(text) is not None


def broken_lines(given: CheckInput) -> Iterator[Spot]:
    """An empty span where a line ends and its sentence does not."""
    texts = given.prose
    last = len(texts) - 1
    ends = [place for place, _ in given.memory.found(_open, given.prose_places) if place != last]
    going = given.memory.each(_goes_on, [texts[place + 1] for place in ends])
    for paragraph, goes in zip(ends, going, strict=True):
        if goes and not _verse(texts[paragraph], texts[paragraph + 1]):
            end = len(texts[paragraph])
            yield Spot("hard", paragraph, end, end)


def _verse(line: str, following: str) -> bool:
    """Two short lines running are a poem or a row of slogans, not a broken sentence."""
    return len(line) < _VERSE and len(following) < _VERSE


def _goes_on(text: str) -> bool:
    """Whether a paragraph can be the rest of a sentence: no heading, with marks inside."""
    return bool(_GOES_ON.match(text)) and any(mark in text for mark in _MARKS)


def unbroken(given: CheckInput) -> Iterator[Spot]:
    """The salutation that stands inside a paragraph, behind its title and before the body."""
    for paragraph, (start, end) in given.memory.found(_salutation, given.prose_places):
        yield Spot("unbroken", paragraph, start, end)


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf"{opening_choice()}[^。！？!?：:；;]{{0,40}}?[：:]")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"{genre_choice()}|稿|大会|会议|仪式|典礼|动员会")


def _salutation(text: str) -> tuple[int, int] | None:
    """Where it stands; None where the paragraph begins with it or has none."""
    if len(text) <= _RUN_ON:
        return None
    match = _called().search(text, 0, _OPENING + 60)
    if match is None or not 0 < match.start() <= _OPENING or len(text) - match.end() < _RUN_ON:
        return None
    head = text[: match.start()]
    titled = _titled().search(head) and not re.search("[。！？!?；;]", head)
    return match.span() if titled else None
