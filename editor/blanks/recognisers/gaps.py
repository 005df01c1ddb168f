"""Lines to write on: ____, a lone _ where a filter ate a word, 20——年."""

from __future__ import annotations

import re

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import (
    CROSSES,
    DIGITS,
    LINES,
    FoundBlank,
    before,
    behind,
    is_han,
    is_latin,
    run_of,
)
from editor.blanks.recognisers.lookalikes import in_address
from editor.blanks.recognisers.year_masks import number_mask

_PAGE_TITLE = re.compile(
    r"_(?:第\s*[0-9]+\s*页|百度|新浪|搜狐|道客|豆丁|文库|范文|[^，。]{0,8}(?:网|文库)\s*$)"
)
_FILE_NAME = re.compile(r"_[\w\-（）()]{1,40}\.(?:docx?|wps|pdf|xlsx?|pptx?|txt|zip|jpg|png)")


def line(text: str, at: int) -> FoundBlank | None:
    """Underlines: two or more are room to write in, one is a word a filter ate."""
    start, end = run_of(text, at, LINES)
    left, right = before(text, start), behind(text, end)
    if right in CROSSES and right and is_han(behind(text, run_of(text, end, CROSSES)[1])):
        return FoundBlank(start, run_of(text, end, CROSSES)[1], BlankKind.BLANK)
    if end - start >= 2:
        numeric, found = number_mask(text, start, end)
        if numeric and found:
            return found
        if is_latin(left) or is_latin(right) or in_address(text, start, end):
            return None
        return FoundBlank(start, end, BlankKind.BLANK)
    if left in DIGITS and left and right in ("年", "~", "～", "-", "—", "至", "学"):
        return number_mask(text, start, end)[1]
    if _FILE_NAME.match(text, start):
        return None
    if _is_joint(left) or _is_joint(right) or _PAGE_TITLE.match(text, start):
        return None
    return FoundBlank(start, end, BlankKind.DROPPED) if is_han(left) or is_han(right) else None


def _is_joint(char: str) -> bool:
    """Whether a lone underline beside it joins a file name (the end joins nothing)."""
    return char != "" and (is_latin(char) or char in DIGITS or char in "./\\:-")


def dashed_year(text: str, at: int) -> FoundBlank | None:
    """20——年, 20--年: dashes for the digits of a year."""
    start, end = run_of(text, at, _DASHES)
    head = text[max(0, start - 3) : start]
    century = re.search(r"(?<![\d])20$", head) is not None and behind(text, end) == "年"
    return FoundBlank(start - 2, end, BlankKind.YEAR) if century and end - start <= 4 else None


_DASHES = frozenset("—-－–")

RECOGNISERS = ((_DASHES, dashed_year), (LINES, line))
