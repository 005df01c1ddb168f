"""Pinyin initials of a text, one letter for each code point, without a pinyin package.

The 3,755 characters of GB 2312 level 1 stand in the order of their pinyin, so the
code itself gives the letter; `data/initials.txt` adds rarer characters and the words
in which a character is read in another way (重新 → cx).
"""

from __future__ import annotations

import contextlib
import re
from bisect import bisect_right
from pathlib import Path

# First code of each letter in GB 2312-80, rows 16–55 (no i, u, v).
_STARTS = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1,
)  # fmt: skip
_LETTERS = "abcdefghjklmnopqrstwxyz"
_LAST = 0xD7F9
GAP = "\x00"  # what has no letter: a mark, an unknown character


class Initials:
    """Initials of texts, with the table given as text: 'd 砥缔' and '重新 cx' lines."""

    def __init__(self, table: str = "") -> None:
        letters = {ord(c): letter for c, letter in _level_one()}
        words: dict[str, str] = {}
        for line in table.splitlines():
            if not line.strip() or line.startswith(";"):
                continue
            left, _, right = line.partition(" ")
            if not left.isascii() and len(left) != len(right):
                continue  # one letter for each character; a test holds the bundled table to it
            if left.isascii():
                letters.update(dict.fromkeys(map(ord, right), left))
            else:
                words[left] = right
        self._letters = letters
        self._words = words
        self._pattern = re.compile("|".join(sorted(words, key=len, reverse=True)) or "(?!)")

    @classmethod
    def load(cls, path: Path) -> Initials:
        """The initials with the table of a file; without it, the plain ones."""
        with contextlib.suppress(OSError, UnicodeError):
            return cls(path.read_text(encoding="utf-8"))
        return cls()

    def of(self, text: str) -> str:
        """One ASCII character for each code point of ``text``; `GAP` where none fits."""
        respelt = self._pattern.sub(lambda m: self._words[m[0]], text)
        mapped = respelt.translate(self._letters).lower()
        return re.sub(r"[^\x00-\x7f]", GAP, mapped)


def _level_one() -> list[tuple[str, str]]:
    codes = [
        (row << 8) + cell
        for row in range(0xB0, 0xD8)
        for cell in range(0xA1, 0xFF)
        if (row << 8) + cell <= _LAST
    ]
    return [
        (code.to_bytes(2).decode("gb2312"), _LETTERS[bisect_right(_STARTS, code) - 1])
        for code in codes
    ]
