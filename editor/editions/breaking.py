"""Where a line may end: classes of characters, and the breaking of one paragraph.

Rules of GB/T 15834-2011 clause 5.1: closing marks and 、 ， 。 do not begin a line,
opening marks do not end one, —— and …… are not divided. Latin words and numbers stay
whole unless they are longer than a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

# One class letter a character; any other character stands for itself (ideographs):
# p may not begin a line, o may not end one, q Latin mark (part of a word inside it, else
# as p), l Latin or digit, s space, m combining, b forced break, e rest of —— or …….
_NO_START = "，。、；：！？）》〉”’」』】〗〕］｝·・％‰℃々～~;!?)]}%—–…"
_NO_END = "（《〈“‘「『【〖〔［｛([{￥$"
_LATIN_MARK = ",.:"
_FORCED = "\u2028\u2029\v\f\x85\n\r"
_SPACE = " \t\u3000\xa0\u2002\u2003\u2009\u200b"
_ASCII = "".join(map(chr, range(0x21, 0x7F)))
_WIDE_LATIN = "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), 0xFF0E)))
_LATIN = _ASCII + "".join(map(chr, range(0xC0, 0x250))) + _WIDE_LATIN
_COMBINING = "".join(map(chr, (*range(0x300, 0x370), *range(0xFE00, 0xFE10), 0x200D)))
_PAIRS = re.compile("—{2,}|…{2,}")
_EPSILON = 0.01  # pt; a full line of the grid is exactly as wide as the type area
# How much of an em a mark can give up: its blank half, or a quarter where it stands
# in the middle of its cell.
_HALF, _QUARTER = "，。、）》〉”’」』】〗〕（《〈“‘「『【〖〔", "；：！？"
_GIVES: Mapping[str, float] = MappingProxyType(
    dict.fromkeys(_HALF, 0.5) | dict.fromkeys(_QUARTER, 0.25)
)
_PULLED_MOST = 3  # characters taken back into a line that is full
_STRETCH_MOST = 0.35  # of an em a gap may grow; beyond it the line stays ragged


def _class_table() -> dict[int, str]:
    groups = (
        ("l", _LATIN), ("p", _NO_START), ("o", _NO_END), ("q", _LATIN_MARK),
        ("s", _SPACE), ("b", _FORCED), ("m", _COMBINING),
    )  # fmt: skip
    return {ord(c): letter for letter, group in groups for c in group}


_CLASSES: Mapping[int, str] = MappingProxyType(_class_table())


@dataclass(frozen=True, slots=True)
class Room:
    """The room for a paragraph, in pt: width of a line, first-line indent, size of type."""

    width: float
    indent: float
    size: float


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """One broken line of a text: covers ``[start, end)``, draws ``[first, last)``.

    ``xs`` gives the place of each drawn character from the left margin, ``width`` where
    the last one ends, in pt.
    """

    start: int
    end: int
    first: int
    last: int
    xs: tuple[float, ...]
    width: float


def classes_of(text: str) -> str:
    """The class letter of every character."""
    classes = text.translate(_CLASSES)
    if "——" in text or "……" in text:
        for pair in _PAIRS.finditer(text):
            rest = "e" * (pair.end() - pair.start() - 1)
            classes = f"{classes[: pair.start()]}C{rest}{classes[pair.end() :]}"
    return classes


def may_break(classes: str, at: int) -> bool:
    """Whether a line may end before character ``at`` (spaces belong to the line before)."""
    before, behind = classes[at - 1], classes[at]
    if behind in "pqmes" or before == "o":
        return False
    if behind == "l":
        return not (before == "l" or (before == "q" and at > 1 and classes[at - 2] == "l"))
    return True


def break_lines(text: str, widths: Sequence[float], room: Room) -> list[BrokenLine]:
    """The lines of a paragraph. Every character is covered once, in order."""
    return list(_Breaker(text, widths, room).rows())


class _Breaker:
    """One paragraph being broken."""

    def __init__(self, text: str, widths: Sequence[float], room: Room) -> None:
        self.text = text
        self.classes = classes_of(text)
        self.widths = widths
        self.sums = list(accumulate(widths, initial=0.0))
        self.room = room

    def rows(self) -> Iterator[BrokenLine]:
        """The lines in order."""
        start, size = 0, len(self.text)
        while start < size:
            first = self._skip_spaces(start)
            indent = self.room.indent if start == 0 else 0.0
            end = self._end(first, self.room.width - indent) if first < size else size
            yield self._row(start, first, end, indent)
            start = end

    def _skip_spaces(self, at: int) -> int:
        while at < len(self.classes) and self.classes[at] == "s":
            at += 1
        return at

    def _end(self, first: int, room: float) -> int:
        """Where the line that begins at ``first`` ends, white space behind it included."""
        size = len(self.text)
        fits = bisect_right(self.sums, self.sums[first] + room + _EPSILON, first + 1) - 1
        fits = max(fits, first + 1)
        forced = self.classes.find("b", first, fits + 1)
        if forced >= 0:
            return forced + 1
        at = self._skip_spaces(fits)
        if at < size and self.classes[at] != "b" and not may_break(self.classes, at):
            at = self._skip_spaces(self._pulled(first, at, room) or self._pushed(first, at))
        return at + 1 if at < size and self.classes[at] == "b" else at

    def _pulled(self, first: int, at: int, room: float) -> int | None:
        """The end of the line if what may not begin the next is squeezed into this one."""
        for end in range(at + 1, min(at + _PULLED_MOST, len(self.text)) + 1):
            if end == len(self.text) or may_break(self.classes, end):
                need = self.sums[end] - self.sums[first] - room
                gives = sum(_GIVES.get(c, 0.0) for c in self.text[first:end])
                return end if need <= gives * self.room.size + _EPSILON else None
        return None

    def _pushed(self, first: int, at: int) -> int:
        """The last place before ``at`` where the line may end.

        ``at`` itself where half the line would be empty: then a word is longer than that.
        """
        half = (self.sums[first] + self.sums[at]) / 2
        for end in range(at - 1, first, -1):
            if self.sums[end] < half:
                break
            if may_break(self.classes, end):
                return end
        return at

    def _row(self, start: int, first: int, end: int, indent: float) -> BrokenLine:
        last = end
        while last > first and self.classes[last - 1] in "sb":
            last -= 1
        origin = indent - self.sums[first]
        xs = [x + origin for x in self.sums[first : last + 1]]
        slack = self.room.width - xs[-1]
        if slack < -_EPSILON:
            xs = self._squeezed(first, last, xs)
        elif slack > _EPSILON and end < len(self.text) and self.classes[end - 1] != "b":
            xs = self._stretched(first, last, xs)
        return BrokenLine(start, end, first, last, tuple(xs[:-1]), xs[-1])

    def _stretched(self, first: int, last: int, xs: list[float]) -> list[float]:
        gaps = [self._is_gap(at) for at in range(first + 1, last)]
        count = sum(gaps)
        each = (self.room.width - xs[-1]) / count if count else 0.0
        if each > _STRETCH_MOST * self.room.size:
            return xs
        shifts = accumulate((each if gap else 0.0 for gap in gaps), initial=0.0)
        moved = [x + shift for x, shift in zip(xs, shifts, strict=False)]
        return [*moved, moved[-1] + xs[-1] - xs[-2]]

    def _is_gap(self, at: int) -> bool:
        before, behind = self.classes[at - 1], self.classes[at]
        return behind not in "me" and not (before in "lq" and behind in "lq")

    def _squeezed(self, first: int, last: int, xs: list[float]) -> list[float]:
        """Marks give up their blank halves: the one at the line's end first."""
        text, size = self.text[first:last], self.room.size
        need = xs[-1] - self.room.width
        gives = [_GIVES.get(c, 0.0) * size for c in text]
        at_end = min(need, gives[-1])
        others = sum(gives[:-1])
        ratio = min(1.0, (need - at_end) / others) if others else 0.0
        moved: list[float] = []
        shift = 0.0
        for at, (x, give) in enumerate(zip(xs, gives, strict=False)):
            give = at_end if at == len(text) - 1 else give * ratio
            leads = text[at] in _NO_END  # the blank half of an opening mark is its left
            moved.append(x - shift - (give if leads else 0.0))
            shift += give
        return [*moved, xs[-1] - shift]
