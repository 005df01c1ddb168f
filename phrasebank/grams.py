"""An index of short grams over many texts, small enough to keep in memory.

For each gram it keeps which texts hold it: a sorted array where they are few, one large
integer (a bit for each text) where they are many. Numbers are in the order of ranking,
so the first bits found are the best answers.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterable, Iterator, Sequence

Gram = str | tuple[str, str]
TEXT_GRAM = 2  # 20,000 × 20,000 pairs of characters are selective enough
INITIAL_GRAM = 3  # 26 letters: pairs are not
_CHUNK = 4096  # bits looked at together
_PAUSE_EACH = 64  # texts; then the interface thread may run
_DENSE = 32  # an array of n/32 numbers takes as many bytes as n bits


class Grams:
    """Which texts hold which grams. Fill with `file`, then `seal`, then ask."""

    def __init__(self, texts: Sequence[str], initials: Sequence[str]) -> None:
        self._size = len(texts)
        self._few: dict[Gram, array[int]] = {}
        self._many: dict[Gram, int] = {}
        for number, (text, spelt) in enumerate(zip(texts, initials, strict=True)):
            grams = _grams(text, TEXT_GRAM)
            grams |= _grams(spelt, INITIAL_GRAM)
            self._file_all(number, grams)
            if number % _PAUSE_EACH == 0:
                time.sleep(0)

    def file(self, number: int, gram: Gram) -> None:
        """Note that a text holds a gram; numbers come in ascending order."""
        self._file_all(number, (gram,))

    def seal(self) -> None:
        """Turn the long lists into bits."""
        for gram in [g for g, n in self._few.items() if len(n) * _DENSE > self._size]:
            self._many[gram] = _bits(self._few.pop(gram), self._size)
            time.sleep(0)

    def candidates(
        self, words: Iterable[str], initials: Iterable[str], labels: Iterable[Gram]
    ) -> Iterator[int]:
        """Numbers, ascending, of texts that hold all grams of the words and labels."""
        grams: set[Gram] = set(labels)
        for word in words:
            grams |= _longest(word, TEXT_GRAM)
        for word in initials:
            grams |= _longest(word, INITIAL_GRAM)
        bits = (1 << self._size) - 1
        few: list[array[int]] = []
        for gram in grams:
            if gram in self._many:
                bits &= self._many[gram]
            else:
                few.append(self._few.get(gram, array("I")))
        if not few:
            return _numbers(bits)
        few.sort(key=len)
        return _common(few, bits)

    def _file_all(self, number: int, grams: Iterable[Gram]) -> None:
        few = self._few
        for gram in grams:
            held = few.get(gram)
            if held is None:
                few[gram] = array("I", (number,))
            else:
                held.append(number)


def _grams(text: str, size: int) -> set[Gram]:
    """All grams of a text, from one character up to ``size``."""
    found: set[Gram] = set(text)
    for length in range(2, size + 1):
        found.update(text[i : i + length] for i in range(len(text) - length + 1))
    return found


def _longest(word: str, size: int) -> set[Gram]:
    """The grams of exactly ``size`` in a word, or the word where it is shorter."""
    if len(word) <= size:
        return {word}
    return {word[i : i + size] for i in range(len(word) - size + 1)}


def _bits(numbers: Iterable[int], size: int) -> int:
    held = bytearray(size // 8 + 1)
    for number in numbers:
        held[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(held, "little")


def _numbers(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, ascending, lazily."""
    base = 0
    mask = (1 << _CHUNK) - 1
    while bits:
        chunk = bin(bits & mask)[:1:-1]
        at = chunk.find("1")
        while at >= 0:
            yield base + at
            at = chunk.find("1", at + 1)
        bits >>= _CHUNK
        base += _CHUNK


def _common(few: list[array[int]], bits: int) -> Iterator[int]:
    """Numbers of the shortest list that the next one and the bits hold too."""
    found = few[0] if len(few) == 1 else sorted(set(few[0]).intersection(few[1]))
    held = bits.to_bytes(bits.bit_length() // 8 + 1, "little")
    last = len(held) * 8
    for number in found:
        if number < last and held[number >> 3] >> (number & 7) & 1:
            yield number
