"""What a recogniser hands back, and the alphabets all recognisers of blanks share.

A recogniser looks at one paragraph at one place and answers with the blank that stands
there, or None. It never looks at other paragraphs, so that its answer can be cached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from editor.blanks.blank import BlankKind, BlankOrigin


class FoundBlank(NamedTuple):
    """A blank in one paragraph: ``[start, end)`` in code points, and its kind.

    ``name`` is what the field is called that it stands for, where something says so; ``sure``
    and ``note`` are the blank's own.
    """

    start: int
    end: int
    kind: BlankKind
    origin: BlankOrigin = BlankOrigin.MARK
    name: str = ""
    sure: bool = True
    note: str = ""


Recogniser = Callable[[str, int], "FoundBlank | None"]
Scan = Callable[[str], tuple[FoundBlank, ...]]
"""All blanks of one paragraph."""
FoundByLine = dict[int, Sequence[FoundBlank]]
"""The blanks of a text by their paragraph."""

# Latin, full-width, multiplication signs, box drawing, Cyrillic and Greek twins of X:
# what people and text recognition write for 'fill me in'.
CROSSES = frozenset("XxＸｘ×╳✕✖Хх")
STARS = frozenset("*＊﹡∗✱⁎")
BOLD_STARS = frozenset("★")
RINGS = frozenset("○〇◯□△◇☆")
LINES = frozenset("_＿")
MASK_SIGNS = CROSSES | STARS | LINES
SPACES = frozenset(" \t\u00a0\u3000\u2002\u2003")
DIGITS = frozenset("0123456789０１２３４５６７８９")
NUMERALS = frozenset("一二三四五六七八九十零百")


def is_han(char: str) -> bool:
    """Whether a character is a Chinese character ('' is not; 〇 is not)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char > "\U0001ffff"


def is_latin(char: str) -> bool:
    """Whether a character is a Latin letter, half or full width ('' is not)."""
    return "a" <= char <= "z" or "A" <= char <= "Z" or "Ａ" <= char <= "Ｚ" or "ａ" <= char <= "ｚ"


def before(text: str, at: int) -> str:
    """The character before a place, '' at the start."""
    return text[at - 1] if at > 0 else ""


def behind(text: str, at: int) -> str:
    """The character at a place, '' at the end."""
    return text[at] if at < len(text) else ""


def run_of(text: str, at: int, alphabet: frozenset[str]) -> tuple[int, int]:
    """The longest run of an alphabet's characters that holds ``at``."""
    start = end = at
    while start > 0 and text[start - 1] in alphabet:
        start -= 1
    while end < len(text) and text[end] in alphabet:
        end += 1
    return start, end


def add_apart(kept: list[FoundBlank], parts: Iterable[FoundBlank]) -> None:
    """Put in those that overlap none that is there; a sure one takes the place of a doubt."""
    for part in parts:
        there = [f for f in kept if f.start < part.end and part.start < f.end]
        if part.sure and not any(f.sure for f in there):
            for doubt in there:
                kept.remove(doubt)
            there = []
        if not there:
            kept.append(part)
