"""A pattern as a tree: what wild cards and regular expressions are read into.

Nothing but `One` of a line feed goes over the end of a paragraph.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Letters(dict[str, bool]):
    """The letters that fit at a place: asked like a dict, which remembers what it was asked."""

    def __init__(self, fits: Callable[[str], bool]) -> None:
        super().__init__()
        self._fits = fits

    def __missing__(self, letter: str) -> bool:
        self[letter] = found = self._fits(letter)
        return found


class EdgeKind(Enum):
    """A place without letters."""

    LINE_START = "^"
    LINE_END = "$"
    WORD = "b"
    INSIDE = "B"


@dataclass(frozen=True, slots=True)
class One:
    """One letter of some."""

    letters: Letters


@dataclass(frozen=True, slots=True)
class Edge:
    """A place that must be so."""

    kind: EdgeKind


@dataclass(frozen=True, slots=True)
class InTurn:
    """Parts one after the other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of several, the first that fits."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A part that a replacement can name, counted from 1."""

    number: int
    part: Node


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part ``least`` to ``most`` times (None: without end), as often as can be if ``greedy``."""

    part: Node
    least: int
    most: int | None
    greedy: bool = True


Node = One | Edge | InTurn | Either | Group | Repeat


def exactly(letter: str) -> One:
    """One letter and no other."""
    return One(Letters(letter.__eq__))


def any_letter() -> One:
    """Any letter of the paragraph."""
    return One(Letters(lambda letter: letter != "\n"))


def one_of(tests: tuple[Callable[[str], bool], ...], *, other: bool) -> One:
    """A letter for which one of the tests holds; ``other``: for which none does."""
    return One(Letters(lambda c: c != "\n" and any(test(c) for test in tests) != other))
