"""Blanks in brackets and empty pairs: （  ）, 【单位】, [填写…], (姓名或职务), “”, 《》."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import MASK_SIGNS, FoundBlank, before, is_latin
from editor.blanks.recognisers.instructions import is_instruction, is_order
from editor.blanks.recognisers.prompts import is_prompt, prompt_found
from editor.blanks.recognisers.square_marks import asks, is_among_words, square
from editor.language.blank_forms import blank_form

_PAIRS: Final = MappingProxyType(dict(zip("(（[［【〔{｛<＜〖", ")）]］】〕}｝>＞〗", strict=True)))
_QUOTES: Final = MappingProxyType(dict(zip('“‘《〈「『"', '”’》〉」』"', strict=True)))
_EMPTY_HEAD: Final = '[“‘《〈「『"](?=[ \u3000]*[.。、，,·]?[ \u3000]*[”’》〉」』"])'
_EMPTY: Final = re.compile(_EMPTY_HEAD.replace("(?=", "(?:"))
_LONGEST, _LONGEST_ORDER = 60, 122


def bracket(text: str, at: int) -> FoundBlank | None:
    """An empty bracket, a field's name, or an order to the drafter."""
    close = text.find(_PAIRS[text[at]], at + 1, at + _LONGEST_ORDER)
    if close < 0 or text.find(text[at], at + 1, close) >= 0:
        return None
    inner, end = text[at + 1 : close], close + 1
    found = FoundBlank(at, end, BlankKind.BLANK)
    if not inner.strip():
        return found if _may_be_empty(text, at, inner) else None
    if len(inner) < _LONGEST and is_prompt(inner):
        return prompt_found(text, at, end)
    if text[at] == "【" and len(inner) < _LONGEST:
        return square(text, at, end)
    inner = inner.strip()
    return found if _is_request(text, at, inner) or is_instruction(inner) else None


def _may_be_empty(text: str, at: int, inner: str) -> bool:
    """Whether an empty pair is room to write in, and no code, box or talk of marks."""
    if text[at] in "<＜{｛":
        return False
    left = before(text, at)
    if is_latin(left) or left in ("_", "]", ")") or _speaks_of_marks(text, at):
        return False
    return text[at] != "[" or len(inner) >= 2


def _speaks_of_marks(text: str, at: int) -> bool:
    return blank_form("talk-of-marks").search(text, max(0, at - 3), at) is not None


def _is_request(text: str, at: int, inner: str) -> bool:
    if len(inner) >= _LONGEST or inner[0] in MASK_SIGNS or inner[-1] in MASK_SIGNS:
        return False
    if blank_form("order-whole").search(inner):
        return True
    if blank_form("button").search(inner):
        return False
    if text[at] in "{｛" and "，" not in inner and is_among_words(text, at, inner):
        return True
    if text[at] not in "(（":
        return asks(inner)
    if blank_form("round-bare").search(inner):
        return at == 0 or blank_form("wanting").search(text, at - 1, at) is not None
    return blank_form("round-field").search(inner) is not None or is_order(inner)


def empty_quotes(text: str, at: int) -> FoundBlank | None:
    """“” and 《》 with nothing inside, or a lone mark (“.”): the words vanished."""
    pair = _EMPTY.match(text, at)
    if pair is None or pair[0][-1] != _QUOTES[text[at]] or _speaks_of_marks(text, at):
        return None
    left, end = before(text, at), pair.end()
    if text[at] == '"' and (end > at + 2 or is_latin(left) or left in ("=", "(", ",")):
        return None
    return FoundBlank(at, end, BlankKind.DROPPED)


RECOGNISERS = ((frozenset(_PAIRS), bracket),)
WORDS = ((_EMPTY_HEAD, empty_quotes),)
