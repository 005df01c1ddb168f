"""【…】: room for words in a template, a heading or a label in a finished text.

What it is, is told by where it stands. A whole line is left to be written; a heading only where
its words ask for others; a label before the words it heads is none; among words it is a field.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import Final

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import MASK_SIGNS, FoundBlank, is_han
from editor.blanks.recognisers.instructions import is_instruction, is_order
from editor.language.blank_forms import blank_form
from editor.language.field_labels import bare_label, is_field
from editor.language.lists import words
from editor.language.speech import genre_choice
from editor.manuscript.numbering import MarkerStyle, marker_at

_STOPS: Final = frozenset("。！？!?；;：:，,、")
_ENDS: Final = frozenset("。！？!?；;：:，,、】 \u3000\t")
_FULL: Final = frozenset("。！？!?；;】 \u3000\t")
_JOINERS: Final = frozenset("、，和或/")
_LONGEST_FIELD: Final = 20
_LABEL: Final = 6  # a line of so few words may be a heading: it is asked about
_MARKER: Final = 8  # characters of the longest number before a heading
_OWN_LINE: Final = (MarkerStyle.CHINESE, MarkerStyle.CHINESE_BRACKET, MarkerStyle.ARABIC)
_PART: Final = re.compile(
    r"[ \u3000]*第[一二三四五六七八九十0-9]{1,3}(?:部分|篇章?|章|节|讲|板块)[ \u3000]*"
)


class _Standing(Enum):
    """Where a bracket stands."""

    LINE = auto()
    HEADING = auto()
    LABEL = auto()
    INSIDE = auto()


def square(text: str, start: int, end: int) -> FoundBlank | None:
    """The blank that ``[start, end)``, a pair of 【】 and no prompt, is."""
    inner = text[start + 1 : end - 1].strip()
    if inner[0] in MASK_SIGNS or inner[-1] in MASK_SIGNS or blank_form("label").search(inner):
        return None
    if blank_form("button").search(inner) and not is_order(inner):
        return None
    found = FoundBlank(start, end, BlankKind.BLANK)
    match _standing(text, start, end):
        case _Standing.LINE:
            asked = asks(inner) or is_field(bare_label(inner))
            return found._replace(sure=asked or not _may_be_title(inner))
        case _Standing.HEADING:
            return found if asks(inner, field="field-alone") else None
        case _Standing.LABEL:
            return found if _is_subject(text, end, inner) else None
        case _Standing.INSIDE:
            if asks(inner) or is_field(bare_label(inner)):
                return found
            sure = not _may_be_stressed(text, start, end)
            return found._replace(sure=sure) if is_among_words(text, start, inner) else None


def asks(inner: str, *, field: str = "field") -> bool:
    """Whether words in a bracket ask for others: a field, an order, a question, a choice."""
    if _is_field_or_order(inner, field):
        return True
    return any(blank_form(name).search(inner) for name in ("asking", "planned"))


def _is_field_or_order(inner: str, field: str) -> bool:
    named = blank_form(field).search(inner) is not None
    return named or is_order(inner) or is_instruction(inner)


def _standing(text: str, start: int, end: int) -> _Standing:
    left, rest = text[:start].strip(), text[end:].strip()
    if not left and not rest.strip("。！；"):
        return _Standing.LINE
    if _is_numbered(text, start):
        return _Standing.HEADING
    ended = not rest or rest[0] in _STOPS or rest[0] == "【" or (left != "" and _heads(rest))
    begins = not left or text[start - 1] in _FULL
    return _Standing.LABEL if begins and not ended else _Standing.INSIDE


def _may_be_title(inner: str) -> bool:
    """Whether a line may be a short heading, or the title of a speech in its page's brackets."""
    short = len(inner) <= _LABEL and all(map(is_han, inner))
    return short or re.search(rf"{genre_choice()}$", inner) is not None


def _heads(rest: str) -> bool:
    """Whether the next heading begins, of a text whose lines were joined."""
    marker = marker_at(rest)
    return marker is not None and marker.style in _OWN_LINE


def _may_be_stressed(text: str, start: int, end: int) -> bool:
    """Whether words are among others as those are that brackets only stress: 获评【五星级】支部."""
    beside = is_han(text[start - 1 : start]) and is_han(text[end : end + 1])
    beside = beside and text[end] not in "的是在"
    return beside and not blank_form("wanting-noun").search(text, max(0, start - 2), start)


def _is_numbered(text: str, start: int) -> bool:
    """Whether a heading's number stands right before ``start``: （一）【…】, 一是【…】."""
    if _PART.fullmatch(text, max(0, start - 2 * _MARKER), start):
        return True
    for at in range(max(0, start - _MARKER), start):
        if at == 0 or text[at - 1] in _ENDS:
            marker = marker_at(text[:start] + "各", at)
            if marker is not None and marker.end == start:
                return True
    return False


def _is_subject(text: str, end: int, inner: str) -> bool:
    """Whether a bracket that begins a sentence is a word of it, and no label of it."""
    if _followers().match(text, end):
        return True
    if len(inner) > _LABEL and blank_form("asking").search(inner):
        return True
    return not blank_form("titled").search(inner) and _is_field_or_order(inner, "field-alone")


@cache
def _followers() -> re.Pattern[str]:
    """What goes on with a sentence whose first word is in brackets: 【上级】领导, 【时间】前."""
    entries = (*words("mask-words", "named"), *words("mask-words", "after"))
    return re.compile("|".join(map(re.escape, sorted(entries, key=len, reverse=True))))


def is_among_words(text: str, start: int, inner: str) -> bool:
    """Whether a bracket of a few Chinese words stands among others, and beside no bracket."""
    if len(inner) > _LONGEST_FIELD or text[start - 1 : start] in ("】", " "):
        return False
    return all(is_han(char) or char in _JOINERS for char in inner)
