"""Reads ``[…]`` and ``\\d \\w \\s``, in a regular expression and among wild cards."""

from __future__ import annotations

from collections.abc import Callable

from editor.manuscript.search.folding import folded
from editor.manuscript.search.pattern_tree import One, one_of
from editor.manuscript.search.query import PatternError, Query

Test = Callable[[str], bool]


def class_test(letter: str) -> Callable[[str], bool] | None:
    """What \\d, \\w, \\s (or their opposites) ask of a letter; None for any other letter."""
    tests: dict[str, Callable[[str], bool]] = {
        "d": str.isdigit,
        "w": lambda c: c.isalnum() or c == "_",
        "s": str.isspace,
    }
    test = tests.get(letter.lower())
    if test is None or letter.islower():
        return test
    return lambda c: not test(c)


def letter_class(query: Query, begun: int, not_sign: str) -> tuple[One, int]:
    """What the bracket at ``begun`` stands for, and where it ends. Raises PatternError."""
    return _ClassReader(query, begun, not_sign).read()


class _ClassReader:
    def __init__(self, query: Query, begun: int, not_sign: str) -> None:
        self._query, self._words, self._begun = query, query.words, begun
        self._at, self._not_sign = begun + 1, not_sign

    def read(self) -> tuple[One, int]:
        other = self._words[self._at : self._at + 1] in tuple(self._not_sign)
        self._at += other
        tests: list[Test] = []
        while not self._words.startswith("]", self._at) or not tests:
            tests.append(self._test())
        return one_of(tuple(tests), other=other), self._at + 1

    def _test(self) -> Test:
        begun, (letter, kind) = self._at, self._letter()
        if kind is not None:
            return kind
        behind = self._words[self._at + 1 : self._at + 2]
        if self._words.startswith("-", self._at) and behind not in ("", "]"):
            self._at += 1
            last, kind = self._letter()
            low, high = (folded(c, self._query) for c in (letter, last))
            if kind is not None or low > high:
                raise PatternError(
                    f"第 {begun + 1} 个字：“{letter}-{last}”前后颠倒了，“-”两边要从小到大。"
                )
            return lambda c: low <= c <= high
        return folded(letter, self._query).__eq__

    def _letter(self) -> tuple[str, Test | None]:
        letter = self._words[self._at : self._at + 1]
        if not letter:
            raise PatternError(
                f"第 {self._begun + 1} 个字：“[”没有和它配对的“]”；要找“[”本身，写成 \\[。"
            )
        self._at += 1
        if letter != "\\" or self._at >= len(self._words):
            return letter, None
        letter = self._words[self._at]
        self._at += 1
        return {"t": "\t"}.get(letter, letter), class_test(letter)
