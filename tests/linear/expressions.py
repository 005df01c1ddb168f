"""The regular expressions that a piece of work runs, and how each grows with a repetition."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, NamedTuple

SIZE = 2_000  # characters of the shorter repetition
FREE = 0.0015  # seconds at SIZE from which growth matters: 0.15 s at 20,000 were it quadratic
GROWTH = 2.7  # twice the size may cost so many times as much; a square costs 4
# Climbed, so that a hopeless one is told before it takes an hour.
LADDER = (24, 28, 32, 40, 60, 250, 700, SIZE)
HOPELESS = 0.1  # seconds for at most SIZE characters
ODD = "\x01"  # ends every repetition: what could match to its end has to try all ways
WORDS = 6  # so many of its own words are tried, at the head and repeated
_WALKS = frozenset({"finditer", "findall", "sub", "subn", "split"})
_METHODS = _WALKS | {"search", "match", "fullmatch"}
COMMON = tuple("1aX，。：、 \u3000\n（）【】《“”_*.-—一第年同○某\u200b")


class Use(NamedTuple):
    """An expression and the method it was called by."""

    pattern: re.Pattern[str]
    method: str


def expressions_used(act: Callable[[], object]) -> frozenset[Use]:
    """The expressions that run while ``act`` does; those of bytes are left out."""
    found: set[Use] = set()

    def watch(_frame: FrameType, event: str, called: Any) -> None:
        if event != "c_call" or called.__name__ not in _METHODS:
            return
        pattern = getattr(called, "__self__", None)
        if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
            found.add(Use(pattern, called.__name__))

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        act()
    finally:
        sys.setprofile(before)
    return frozenset(found)


def units(pattern: str) -> Iterator[str]:
    """What is worth repeating: common marks and the expression's own characters."""
    own = re.findall(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", pattern)
    yield from dict.fromkeys((*COMMON, *sorted(set(own))[:24]))


def grows(use: Use) -> str:
    """The repetition that makes an expression cost more than in proportion; '' where none does."""
    words = re.findall(r"[\u4e00-\u9fff]{2,4}", use.pattern.pattern)[:WORDS]
    for start in words:
        for unit in (" ", "1", "a", "，", "）", "一"):
            if any(_cost(use, unit, size, start) > HOPELESS for size in LADDER[:6]):
                return start + unit
    for unit in (*units(use.pattern.pattern), *words):
        took = 0.0
        for size in LADDER:
            took = _cost(use, unit, size)
            if took > HOPELESS:
                return unit
        if took > FREE and min(_cost(use, unit, 2 * SIZE) for _ in "123") > GROWTH * took:
            again = min(_cost(use, unit, SIZE) for _ in "123")
            if min(_cost(use, unit, 2 * SIZE) for _ in "123") > GROWTH * again:
                return unit
    return ""


def cost(act: Callable[[], object]) -> float:
    """Seconds of this process that a call takes."""
    started = time.process_time()
    act()
    return time.process_time() - started


def _cost(use: Use, unit: str, size: int, start: str = "") -> float:
    text = start + unit * (size // len(unit)) + ODD
    if use.method in _WALKS:
        return cost(lambda: sum(1 for _ in use.pattern.finditer(text)))
    return cost(lambda: getattr(use.pattern, use.method)(text))
