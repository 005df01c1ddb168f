"""What a raw line looks like: `speech_lines` answers, here asked of lines with their blanks.

Of its own it knows what cleaning alone asks: whether a line goes on in the next, or is prose.
"""

from __future__ import annotations

import re
from typing import Final

from editor.language.speech import opening_choice
from editor.manuscript import speech_lines
from editor.manuscript.numbering import Marker, MarkerStyle, marker_at

# Marks that end a paragraph; 、and ， never do.
ENDS: Final = "。！？!?；;：:…"
CLOSERS: Final = "”’』」）)】〕》〉\"'"
SPACES: Final = " \t\u3000\u00a0\u2028"

_MAJOR: Final = frozenset((MarkerStyle.PART, MarkerStyle.CHINESE, MarkerStyle.CHINESE_BRACKET))


def ends_paragraph(text: str) -> bool:
    """Whether a text ends as a paragraph may: with an end mark, perhaps closed by ” or ）."""
    text = text.rstrip(SPACES)
    inner = text.rstrip(CLOSERS)
    if not inner:
        return True
    last = inner[-1]
    if last in ENDS:
        return True
    if last == ".":
        return not inner[-2:-1].isdigit()
    return len(inner) < len(text) and text[-1] in "）)】" and _remark(text)


def _remark(text: str) -> bool:
    """Whether the bracket that closes the text was opened behind an end mark."""
    opened = max(text.rfind(mark) for mark in "（(【")
    return opened <= 0 or text[:opened].rstrip(SPACES)[-1:] in ENDS


def is_heading(text: str) -> bool:
    """Whether a text starts with a number or a word that counts (一、 （一） 1. 一是 首先，)."""
    return _marker(text) is not None


def is_major_heading(text: str) -> bool:
    """Whether a text starts with 一、 or （一）or 第一部分."""
    marker = _marker(text)
    return marker is not None and marker.style in _MAJOR


def _marker(text: str) -> Marker | None:
    """The number a line begins with; 第38章 is a book's, a speech counts its parts in words."""
    marker = marker_at(text, indent_of(text))
    books = marker and marker.style is MarkerStyle.PART and marker.number[1:2].isdigit()
    return None if books else marker


def is_bare_heading(text: str) -> bool:
    """Whether a line is a heading and nothing else: short, numbered, no sentence in it."""
    return is_heading(text) and len(text) <= 60 and "。" not in text


def is_salutation(text: str) -> bool:
    """Whether a line calls on the audience and says nothing more."""
    return len(text.strip()) <= 42 and speech_lines.salutation(text) is not None


def calls_audience(text: str) -> bool:
    """Whether a text begins by calling on the audience."""
    return re.match(opening_choice(), text.lstrip(SPACES)) is not None


def is_title(text: str) -> bool:
    """Whether a line is a speech's title: short, no end mark, and it names a kind of speech."""
    return speech_lines.names_speech(text)


def is_prose(text: str) -> bool:
    """Whether a line is running text rather than a title, a label or a list of links."""
    text = text.strip()
    return len(text) >= 30 and ("。" in text or (text.count(",") + text.count("，") >= 2))


def indent_of(text: str) -> int:
    """How many white characters a line begins with."""
    return len(text) - len(text.lstrip(SPACES))
