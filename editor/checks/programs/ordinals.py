"""首先…其次…第三: ordinal words of two sets in one enumeration (GB/T 15834 guides)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from editor.checks.programs.check_input import CheckInput
from editor.checks.scanning.hits import Spot
from editor.manuscript.numbering import read_numeral

# spelled out, as a class with \s in it is four times slower to search for
_SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
ORDINAL = re.compile(
    rf"[首其再最第一二三四五六七八九](?=[先次后一二三四五六七八九是])(?<![^。；;！!：:{_SPACES}].)"
    r"(?:(?<=首)先|(?<=[其再])次|(?<=最)后|(?<=[第其])[一二三四五六七八九]|(?<=[一二三四五六七八九])是)"
    r"(?=[，、,：:]|(?<=是)|要(?![务义素领件旨点])|(?<!最后)是(?!非))"
)
_FAR = 8  # paragraphs behind which an enumeration is no longer waited for


_SEQUENCE = MappingProxyType({"首先": 1, "其次": 2, "再次": 3, "最后": 0})


def _kind(word: str) -> tuple[str, int]:
    """The set a word belongs to and its number; 0 stands for any."""
    value = _SEQUENCE.get(word)
    if value is not None:
        return "首先", value
    numeral = read_numeral(word.strip("第其是")) or 0
    return ("是" if word[-1] == "是" else word[0]), numeral


def ordinals_in(text: str) -> tuple[tuple[int, str, str, int], ...]:
    """The ordinal words of a paragraph that open a sentence, with their sets and numbers."""
    return tuple((m.start(), m[0], *_kind(m[0])) for m in ORDINAL.finditer(text))


def ordinals(given: CheckInput) -> Iterator[Spot]:
    """The first word that leaves the set its enumeration began with."""
    opened: dict[str, tuple[int, str, int]] = {}
    for paragraph, row in given.memory.found(ordinals_in, given.prose_places, ORDINAL):
        for at, word, kind, value in row:
            opened = {k: v for k, v in opened.items() if paragraph - v[2] <= _FAR}
            own = opened[kind][0] if kind in opened else 0
            if value > 1 and own != value - 1:
                other = _left(opened, kind, value)
                if other is not None:
                    yield Spot("mixed", paragraph, at, at + len(word), None, opened.pop(other)[1])
            if value:
                opened[kind] = (value, word, paragraph)
            else:
                opened.pop(kind, None)


def _left(opened: dict[str, tuple[int, str, int]], kind: str, value: int) -> str | None:
    """The set whose next number this is, one of the two being 首先…其次."""
    for other, (last, _, _) in opened.items():
        if other != kind and last == value - 1 and ("首先" in (other, kind) or value > 2):
            return other
    return None
