"""Whether a text is set in Markdown: what chat programs and note books hand over.

One answer for cleaning, which takes the signs out, for blanks, where ``**`` is a blank
anywhere else, and for headings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

# Each sign at the beginning of a line; '- 3 -' is a page number, '#单位#' a field, '****' a blank.
HEADING: Final = re.compile(r" {0,3}#{1,6}[ \t]+(?=[^\s#])")
QUOTED: Final = re.compile(r" {0,3}>[ \t]?(?=[^\s>\d])")
LISTED: Final = re.compile(r"[ \t]*[-*+][ \t]+(?=[^\s\d*+\-])|[ \t]*[-*+][ \t]+(?=\*\*[^\s*])")
RULE: Final = re.compile(r" {0,3}(?:-{3,}|\*{3,}|_{3,}|(?:\* ){2,}\*|(?:- ){2,}-)[ \t]*")
FENCE: Final = re.compile(r" {0,3}(?:`{3,}|~{3,})[a-z]{0,12}[ \t]*")
TABLE_RULE: Final = re.compile(r"\|?(?:[ \t]*+:?-{3,}+:?[ \t]*+\|)+(?:[ \t]*+:?-{3,}+:?)?[ \t]*+")
LINK: Final = re.compile(
    r"!?\[([^\[\]\n]{0,80})\]\((?:https?://|www\.|mailto:|[./#])[^()\s]{0,200}\)"
)
# A whole line in bold that is counted or greets: no blank stands on both sides of that.
_BOLD_LINE: Final = re.compile(
    r"\*\*[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．][^*]+\*\*"
    r"|\*\*[^*，。；]{2,24}[:：]\*\*"
)
_FIRST: Final = frozenset("#>-*+_`~|: \t")
# A sign that says it by itself when it comes twice; of the others two kinds are needed.
_STRONG: Final = frozenset((HEADING, LINK, FENCE, TABLE_RULE, _BOLD_LINE))
# How many lines of a kind make a sign: one dash before a line is a habit of its writer.
_LINES: Final = {HEADING: 1, QUOTED: 1, LISTED: 2, RULE: 1, FENCE: 1, TABLE_RULE: 1, _BOLD_LINE: 1}
_ENOUGH: Final = 2


def is_markdown(texts: Iterable[str]) -> bool:
    """Whether paragraphs have several signs of Markdown, ``**`` inside a line not counted."""
    lines: Counter[re.Pattern[str]] = Counter()
    for text in texts:
        if sign := _sign_of(text):
            lines[sign] += 1
            if _are_enough(lines):
                return True
    return False


def _are_enough(lines: Counter[re.Pattern[str]]) -> bool:
    if any(lines[sign] >= _ENOUGH for sign in _STRONG):
        return True
    return sum(lines[sign] >= _LINES.get(sign, 1) for sign in lines) >= _ENOUGH


def _sign_of(text: str) -> re.Pattern[str] | None:
    """The sign of a line, if it has one."""
    if text[:1] in _FIRST:
        whole = (RULE, FENCE, TABLE_RULE, _BOLD_LINE)
        for sign in whole:
            if sign.fullmatch(text):
                return sign
        for sign in (HEADING, QUOTED, LISTED):
            if sign.match(text):
                return sign
    return LINK if "](" in text and LINK.search(text) else None
