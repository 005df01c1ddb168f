"""A preview that a site sets before the text: the first lines, which then come again."""

from __future__ import annotations

import re
from typing import Final

from editor.intake.sheet import Sheet

_WHY = "网页的预览，同样的话下面又来一遍"
_NOT_WORDS = re.compile(r"[\W_]+")
# A preview begins among so many lines, is no longer than as many, and is told by so many
# characters that two lines begin with.
_FIRST, _MOST, _BEGIN = 10, 14, 12
# It says something: a title twice is another matter.
_FEWEST: Final = 30
# Behind a page's buttons the text comes within so many times its length.
_REACH: Final = 2


def strike_previews(sheet: Sheet) -> None:
    """Strike the first of two beginnings, where all its words come back in their order."""
    if sheet.from_docx:
        return
    kept = list(sheet.remaining())
    words = [_NOT_WORDS.sub("", sheet.left(n)) for n in kept[: _FIRST + _MOST + 1]]
    begins: dict[str, int] = {}
    for at, text in enumerate(words):
        if len(text) < _BEGIN:
            continue
        first = begins.get(text[:_BEGIN], -1)
        if first < 0:
            if at < _FIRST:
                begins[text[:_BEGIN]] = at
        elif _comes_again(words[first:at], _below(sheet, kept[at:])):
            for number in kept[first:at]:
                sheet.strike_line(number, "preview", _WHY)
            return


def _below(sheet: Sheet, kept: list[int]) -> str:
    """The words of the next lines, as many as a preview may be compared with."""
    return "".join(_NOT_WORDS.sub("", sheet.left(n)) for n in kept[: _MOST * _REACH])


def _comes_again(preview: list[str], text: str) -> bool:
    """Whether the lines come one after the other at the beginning of the text below."""
    size = sum(map(len, preview))
    if not _FEWEST <= size <= len(text) or len(preview) > _MOST:
        return False
    at = 0
    for line in preview:
        found = text.find(line, at, at + size * _REACH)
        if found < 0:
            return False
        at = found + len(line)
    return True
