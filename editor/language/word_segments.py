"""The words of a short stretch, the likeliest way to part it, and what a cut at a place costs.

Separate from `heading_features`, which asks for the words on both sides of a place. Words
are those of office prose; a stretch is some dozens of characters, offsets are code points.
"""

from __future__ import annotations

from typing import Final

from editor.language.office import OfficeWord, office_words

LONGEST_WORD: Final = 4
_UNKNOWN: Final = -17.0  # a character that is in no list
_FAR: Final = -1e9


class WordSegments:
    """All ways to part a stretch, weighed by how common its words are."""

    __slots__ = ("_ahead", "_before", "_behind", "_next", "_words", "text")

    def __init__(self, text: str) -> None:
        size = len(text)
        self.text = text
        self._words = office_words()
        self._before, self._behind = [0] * (size + 1), [_FAR] * (size + 1)
        self._next, self._ahead = [size] * (size + 1), [_FAR] * (size + 1)
        self._part()

    def _part(self) -> None:
        text, size, known = self.text, len(self.text), self._words
        found: list[tuple[int, int, float]] = []
        for start in range(size):
            one = known.get(text[start])
            found.append((start, start + 1, one.share if one else _UNKNOWN))
            for end in range(start + 2, min(size, start + LONGEST_WORD) + 1):
                word = known.get(text[start:end])
                if word:
                    found.append((start, end, word.share))
        behind, before, ahead, next_ = self._behind, self._before, self._ahead, self._next
        behind[0] = ahead[size] = 0.0
        for start, end, share in found:
            if behind[start] + share > behind[end]:
                behind[end], before[end] = behind[start] + share, start
        for start, end, share in reversed(found):
            if ahead[end] + share > ahead[start]:
                ahead[start], next_[start] = ahead[end] + share, end

    def cut(self, place: int) -> float:
        """What a word's end at a place costs: 0 nothing, 7 and more the place is inside a word."""
        return self._behind[-1] - self._behind[place] - self._ahead[place]

    def before(self, place: int) -> str:
        """The word that ends at a place, '' at the beginning."""
        return self.text[self._before[place] : place] if place else ""

    def behind(self, place: int) -> str:
        """The word that begins at a place, '' at the end."""
        return self.text[place : self._next[place]]

    def words(self, start: int, end: int) -> list[str]:
        """The words from a place up to another, where one ends."""
        found: list[str] = []
        while start < end:
            after = min(end, self._next[start])
            found.append(self.text[start:after])
            start = after
        return found

    def word_class(self, word: str) -> str:
        """What kind of word it is; a word that stands for itself is its own class."""
        known: OfficeWord | None = self._words.get(word)
        if known:
            return known.word_class
        if not word:
            return "/"
        return word if len(word) == 1 and not word.isalnum() else "x"
