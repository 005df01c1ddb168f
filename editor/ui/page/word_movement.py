"""Word by word through Chinese: where a word at a place begins and ends.

The words come from `editor.words` through a Protocol; before they are loaded a run of
characters of one class is a word.
"""

from __future__ import annotations

from typing import Protocol


class WordCutter(Protocol):
    """Who knows the words of a text."""

    def word_at(self, text: str, offset: int) -> tuple[int, int]:
        """The word around or right behind an offset, in code points."""
        ...


class RunsAsWords:
    """The words of somebody who knows no dictionary: runs of one class."""

    def word_at(self, text: str, offset: int) -> tuple[int, int]:
        """The run around an offset."""
        if not text:
            return 0, 0
        offset = min(offset, len(text) - 1)
        kind = _kind(text[offset])
        start = end = offset
        while start > 0 and _kind(text[start - 1]) == kind:
            start -= 1
        while end < len(text) and _kind(text[end]) == kind:
            end += 1
        return start, end


def next_stop(words: WordCutter, text: str, offset: int) -> int:
    """Where Ctrl+Right stops in a paragraph: the start of the next word."""
    if offset >= len(text):
        return offset
    end = max(words.word_at(text, offset)[1], offset + 1)
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def last_stop(words: WordCutter, text: str, offset: int) -> int:
    """Where Ctrl+Left stops in a paragraph: the start of this or the last word."""
    while offset > 0 and text[offset - 1].isspace():
        offset -= 1
    if offset <= 0:
        return 0
    return min(words.word_at(text, offset - 1)[0], offset - 1)


def _kind(char: str) -> str:
    if char.isspace():
        return "space"
    if not char.isalnum():
        return "mark"
    return "latin" if char.isascii() else "han"
