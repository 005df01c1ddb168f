"""The raw find of a scan, before it costs anything: offsets and a rule's index."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:

    def make(kind: type[T], values: tuple[object, ...]) -> T:
        """A named tuple at a third of the cost of its constructor."""
        ...
else:
    make = tuple.__new__


class RuleHit(NamedTuple):
    """A find in one string: ``[start, end)`` in code points of that string.

    ``rule`` is the index in the checker's rules. ``fix`` replaces the stretch (None: no
    sure fix). ``note`` is what {note} in the rule's message says.
    """

    start: int
    end: int
    rule: int
    fix: str | None = None
    note: str = ""


class Spot(NamedTuple):
    """A find of a program, by place: ``topic`` tells which of its rules speaks."""

    topic: str
    paragraph: int
    start: int
    end: int
    fix: str | None = None
    note: str = ""


Scan = Callable[[str], Iterable[RuleHit]]
"""Finds in a string in which a line feed ends a paragraph; no hit crosses one."""


_HALF = re.compile("[,;:?!()]")
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")


def full_width(text: str) -> str:
    """The same text, of the same length, with Chinese marks for the half-width ones."""
    return text.translate(_WIDE) if _HALF.search(text) else text


def around(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """The neighbours of a stretch inside its paragraph, at most ``reach`` characters."""
    left = text[max(0, start - reach) : start]
    right = text[end : end + reach]
    return left[left.rfind("\n") + 1 :], right.partition("\n")[0]
