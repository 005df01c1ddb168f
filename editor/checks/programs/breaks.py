"""Line breaks inside a sentence, as left by texts broken at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.hits import Spot
from editor.checks.programs.draft import Draft
from editor.manuscript.numbering import marker_at

_CLOSED = frozenset("。！？!?；;：:…》）)】.— \u3000")
_BODY = re.compile(r"[，,；;。]")
_GOES_ON = re.compile(
    r"(?![（(]?第?[一二三四五六七八九十\d]+[、.．）),，是要章节部]|附|首先|其次|再次|最后|同志|各位"
    r"|谢谢|尊敬|[ \u3000])[\u4e00-\u9fff“《，、。；”）》…]"
)
_VERSE = 18  # the longest line of a poem; texts are broken at 20 and more
_MARKS = "。！？!?…：:；;，,、"


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


def broken_lines(draft: Draft) -> Iterator[Spot]:
    """An empty span where a line ends and its sentence does not."""
    texts = draft.texts
    last = len(texts) - 1
    ends = [place for place, _ in draft.facts.found(_open, draft.places) if place != last]
    going = draft.facts.each(_goes_on, [texts[place + 1] for place in ends])
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
