"""首先…其次…第三: ordinal words of two sets in one enumeration (GB/T 15834 guides)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.hits import Spot
from editor.checks.programs.draft import Draft

_WORD = re.compile(
    r"(?:^|(?<=[。；;！!：:\s]))(首先|其次|再次|最后|第[一二三四五六七八九]|[一二三四五六七八九]是"
    r"|其[一二三四五六七八九])(?=[，、,：:]|(?<=是))"
)


def _words(text: str) -> tuple[tuple[int, str], ...]:
    """The ordinal words of a paragraph that open a sentence."""
    return tuple((m.start(1), m[1]) for m in _WORD.finditer(text))


def ordinals(draft: Draft) -> Iterator[Spot]:
    """The first word that leaves the set its enumeration began with."""
    last: str | None = None  # the last word of an open 首先…其次 run
    for paragraph, text in enumerate(draft.texts):
        if last is None and "首先" not in text:
            continue
        for at, word in draft.facts.each(_words, (text,))[0]:
            if word == "首先":
                last = word
            elif word in ("其次", "再次", "最后"):
                last = word if word != "最后" and last else None
            elif last and _continues(last, word):
                yield Spot("mixed", paragraph, at, at + len(word), None, last)
                last = None
            elif word[-1] == "一" or word[0] == "一":
                last = None


def _continues(last: str, word: str) -> bool:
    numeral = word[1] if word[0] in "第其" else word[0]
    return numeral == {"首先": "二", "其次": "三", "再次": "四"}.get(last)
