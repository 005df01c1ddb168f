"""Code points ↔ UTF-16 units: the one place of the program that converts them.

Qt counts UTF-16 units ('𠮷' is 2), the manuscript counts code points. Offsets here count
inside one paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

LAST_OF_PLANE_0 = "\uffff"
REPLACEMENT = "\ufffd"
# What a text document keeps for itself: its own separators, and halves of a pair.
_TAMED = {
    ord("\r"): "\u2028",
    ord("\n"): "\u2028",
    ord("\u2029"): "\u2028",
    0xFDD0: REPLACEMENT,
    0xFDD1: REPLACEMENT,
    **dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT),
}


def units(text: str) -> int:
    """How many UTF-16 units the text has."""
    if text.isascii() or max(text) <= LAST_OF_PLANE_0:
        return len(text)
    return len(text) + sum(c > LAST_OF_PLANE_0 for c in text)


def unit_of(text: str, offset: int) -> int:
    """The UTF-16 offset of the code point offset in ``text``."""
    return units(text[:offset])


def units_of(text: str) -> Callable[[int], int]:
    """`unit_of` for many offsets of one text, which is looked through once only."""
    if text.isascii() or max(text) <= LAST_OF_PLANE_0:
        return lambda offset: min(offset, len(text))
    wide = [offset for offset, char in enumerate(text) if char > LAST_OF_PLANE_0]
    return lambda offset: min(offset, len(text)) + bisect_left(wide, offset)


def offset_of(text: str, unit: int) -> int:
    """The code point offset of a UTF-16 offset; inside a pair it is the pair's start."""
    head = text[:unit]
    if head.isascii() or max(head) <= LAST_OF_PLANE_0:
        return len(head)
    passed = 0
    for offset, char in enumerate(text):
        passed += 2 if char > LAST_OF_PLANE_0 else 1
        if passed > unit:
            return offset
    return len(text)


def tame(text: str) -> str:
    """The text of one paragraph without the characters a text document keeps for itself.

    Line ends inside become soft line breaks (U+2028).
    """
    if text.isascii() and "\r" not in text and "\n" not in text:
        return text
    return text.translate(_TAMED)
