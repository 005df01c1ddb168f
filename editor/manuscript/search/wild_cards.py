"""Reads wild cards as Word and WPS know them into a pattern; ？ and ＊ are typed as easily.

``?`` one letter, ``*`` any letters (as few as can be, inside a paragraph), ``[…]`` one of some,
``[!…]`` none of them, ``{m,n}`` and ``@`` for 'again', ``( )`` for a replacement, ``\\`` before
a sign that means itself.
"""

from __future__ import annotations

from typing import Final

from editor.manuscript.search.codes import CODES
from editor.manuscript.search.expression import times_at
from editor.manuscript.search.folding import folded
from editor.manuscript.search.letter_class import letter_class
from editor.manuscript.search.pattern_tree import Group, InTurn, Node, Repeat, any_letter, exactly
from editor.manuscript.search.query import PatternError, Query

_MOST: Final = 255  # as in Word


class WildCardReader:
    """Reads one query; `groups` is how many it has then."""

    def __init__(self, query: Query) -> None:
        self._words, self._query, self._at = query.words, query, 0
        self.groups = 0

    def read(self) -> Node:
        """The tree. Raises PatternError, which tells the place."""
        found = self._row(open_at=-1)
        return found

    def _row(self, open_at: int) -> Node:
        parts: list[Node] = []
        while self._at < len(self._words):
            begun, letter = self._at, self._words[self._at]
            if letter == ")":
                if open_at < 0:
                    raise _wrong(begun, "“)”前面没有和它配对的“(”；要找括号本身，写成 \\)")
                return InTurn(tuple(parts))
            self._at += 1
            if letter in "@{" and self._repeats(begun, letter, parts):
                continue
            parts.append(self._one(begun, letter, nested=open_at >= 0))
        if open_at >= 0:
            raise _wrong(open_at, "“(”没有和它配对的“)”；要找括号本身，写成 \\(")
        return InTurn(tuple(parts))

    def _one(self, begun: int, letter: str, *, nested: bool) -> Node:
        if letter in "?？":
            return any_letter()
        if letter in "*＊":
            return Repeat(any_letter(), 0, None, greedy=False)
        if letter == "[":
            found, self._at = letter_class(self._query, begun, not_sign="!！")
            return found
        if letter == "(":
            if nested:
                raise _wrong(begun, "括号里不能再套括号")
            self.groups += 1
            number, part = self.groups, self._row(open_at=begun)
            self._at += 1
            return Group(number, part)
        if letter in "^\\":
            return self._meant(letter)
        return exactly(folded(letter, self._query))

    def _meant(self, sign: str) -> Node:
        """The letter behind ``\\``, or the one that a code stands for."""
        behind = self._words[self._at : self._at + 1]
        meant = CODES.get(behind.lower()) if sign == "^" else behind
        if not meant:
            return exactly(sign)
        self._at += 1
        return exactly(folded(meant, self._query))

    def _repeats(self, begun: int, letter: str, parts: list[Node]) -> bool:
        if not parts:
            return False
        if letter == "@":
            parts[-1] = Repeat(parts[-1], 1, None)
            return True
        found = times_at(self._words, begun)
        if found is None:
            return False
        least, most, self._at = found
        if max(least, most or 0) > _MOST or (most is not None and most < least):
            raise _wrong(begun, f"重复的次数写得不对，应从小到大，不超过 {_MOST}")
        parts[-1] = Repeat(parts[-1], least, most)
        return True


def _wrong(at: int, why: str) -> PatternError:
    return PatternError(f"第 {at + 1} 个字：{why}。")
