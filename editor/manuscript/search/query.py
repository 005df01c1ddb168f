"""What is looked for, and what is said where it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Notation(Enum):
    """How the words to find are meant; the value is the office's word for it."""

    PLAIN = "按字面"
    WILD = "通配符"
    EXPRESSION = "正则式"


@dataclass(frozen=True, slots=True)
class Query:
    """``words`` and how they are meant.

    ``case``: tell a from A. ``width``: tell １ from 1, ， from , and “ from ". Plain words and
    wild cards take ^p for a paragraph's end, ^t for a tab, ^l for a soft line break, ^^ for ^.
    """

    words: str
    notation: Notation = Notation.PLAIN
    case: bool = False
    width: bool = False


class PatternError(ValueError):
    """The words cannot be read; the message says why, for the writer."""


class TooLongError(Exception):
    """The search used up the steps it was given."""


class GivenUpError(Exception):
    """The search was stopped from outside."""
