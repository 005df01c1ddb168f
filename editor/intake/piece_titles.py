"""Titles of the pieces of a collection (…致辞 篇一, 第2篇：…), and titles in like words."""

from __future__ import annotations

import re
from typing import Final

_COUNT: Final = r"[\d一二三四五六七八九十]{1,3}"
# What stands behind a title: the number of a piece, or how many of them a page has.
TAIL = re.compile(
    r"(?<=[一-龥)）])\s*+(?:[(（【]?(?:精选|优秀|通用|最新)?(?:范文|模板|"
    rf"范本)?[\s　]*(?:第?{_COUNT}篇|篇{_COUNT})[)）】]?)[\s　]*$"
)
HEAD = re.compile(
    rf"(?<!\s)\s*+[【\[(（]?(?:第{_COUNT}篇|篇{_COUNT}|(?:范文|例文|模板){_COUNT})"
    r"(?:[】\])）]\s*[:：、]?|\s*[:：、])\s*(?=\S{6})"
)
_NUMBER = re.compile(
    rf"(?<!\s)\s*+[(（【]?(?:(?:范文|模板|范本)\s*+)?(?:第{_COUNT}篇|篇{_COUNT})[)）】]?\s*$"
)


def opens_piece(text: str) -> bool:
    """Whether a line is the title of one piece of a collection: 第1篇：…致辞."""
    return HEAD.match(text) is not None


def unnumbered(text: str) -> str:
    """A title without the number of its piece; how many a page holds (5篇) stays."""
    if "篇" not in text and not text.lstrip(" \t\u3000【[(（").startswith(("范文", "例文", "模板")):
        return text
    return _NUMBER.sub("", HEAD.sub("", text)).strip()


def alike(one: str, other: str) -> bool:
    """Whether most pairs of characters of a title come back in another."""
    pairs = {other[i : i + 2] for i in range(len(other) - 1)}
    return bool(pairs) and sum(pair in one for pair in pairs) * 5 >= len(pairs) * 3
