"""Spaces where words are missing: '约   人', '第 届', '年 月 日', '会议由 主持，长 米'.

What stands on both sides tells a room (`blank-forms.toml`): a wide one proves itself, a single
space is a blank where its paragraph has another such gap. Indents, padded names (王  刚) and
lines set wide are none.
"""

from __future__ import annotations

import re
from typing import Final

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import (
    DIGITS,
    NUMERALS,
    SPACES,
    FoundBlank,
    before,
    behind,
    is_han,
    run_of,
)
from editor.language.blank_forms import blank_form, room_forms
from editor.language.field_labels import bare_label, is_by_hand, is_field
from editor.language.lists import words
from editor.language.office import is_common

_GAP: Final = re.compile(r"(?<=[^ \t\u00a0\u2002\u2003\u3000])[ \t\u00a0\u2002\u2003\u3000]+(?=\S)")
_LEFT: Final = 8  # characters before a gap that are looked at
_PAIR: Final = 2
_DATE: Final = ("年月", "月日", "日时", "时分")
_LABEL: Final = re.compile(r"([\u4e00-\u9fff]{2,8})[:：]$")
_NEXT: Final = re.compile(r"[\u4e00-\u9fff]{2,8}[:：]|[)）]")
_CENTURY: Final = re.compile(r"(?<!\d)(?:20|２０)$")
_LONE_YEAR: Final = re.compile(r"(?<!\d)20$")
_MONTH: Final = re.compile(r"年[ \u3000\t]+月")


def space(text: str, at: int) -> FoundBlank | None:
    """The room that proves itself; not an indent."""
    start, end = run_of(text, at, SPACES)
    if end == len(text):
        return _last_labelled(text, start)
    if found := _date_gap(text, start, end):
        return found
    if start == 0:
        return None
    if label := _LABEL.search(text, max(0, start - 9), start):
        return _labelled(text, (start, end), label[1])
    return FoundBlank(start, end, BlankKind.BLANK) if _is_room(text, start, end) else None


def narrow_rooms(text: str) -> list[FoundBlank]:
    """Gaps that are too narrow to prove themselves: blanks beside others of their kind."""
    gaps = list(_GAP.finditer(text))
    return [
        FoundBlank(*gap.span(), BlankKind.BLANK)
        for gap in gaps
        if _is_room(text, *gap.span(), proven=False)
    ]


def stripped(text: str) -> list[FoundBlank]:
    """The narrow gaps of a paragraph that has several, and not of one that is set loosely.

    The only one is asked about where nothing but a name can be gone.
    """
    if " " not in text and "\u3000" not in text:
        return []
    rooms = narrow_rooms(text)
    if len(rooms) < _PAIR:
        form = blank_form("lone-gap")
        return [r._replace(sure=False) for r in rooms if form.match(text, r.start - 1)]
    loose = sum(
        is_han(before(text, gap.start())) and is_han(behind(text, gap.end()))
        for gap in _GAP.finditer(text)
    )
    return rooms if 2 * len(rooms) >= loose else []


def _is_room(text: str, start: int, end: int, *, proven: bool = True) -> bool:
    """Whether both sides of a gap tell a room; ``proven``: by its width too."""
    size = sum(2 if char in "\u3000\t" else 1 for char in text[start:end])
    if size == 1 and _is_spread(text, start, end):
        return False
    nearest = max(0, start - _LEFT)
    for form in room_forms():
        if size < form.least and (proven or not form.paired):
            continue
        if form.right.match(text, end) and form.left.search(text, nearest, start):
            return not _joins(text, start, end, wide=size > _PAIR)
    return False


def _is_spread(text: str, start: int, end: int) -> bool:
    """Whether a character beside a gap stands between two: 公 里 of a line set wide."""
    wide_left = start > 1 and is_han(text[start - 1]) and text[start - 2] in SPACES
    return wide_left or (is_han(behind(text, end)) and behind(text, end + 1) in SPACES - {""})


def _joins(text: str, start: int, end: int, *, wide: bool) -> bool:
    """Whether a gap only broke a word (国 家), or a number stands before it (三 米).

    A wide one breaks no word: 职工　　人 has no 工人 in it.
    """
    left, right = text[start - 1], behind(text, end)
    if left in NUMERALS or left in DIGITS:
        return True
    word = f"{left}{right}"
    return not wide and (is_common(word) or word in words("mask-words", "broken"))


def _labelled(text: str, gap: tuple[int, int], label: str) -> FoundBlank | None:
    """The room behind a label, where the next label or the bracket's end follows at once."""
    follower = _NEXT.match(text, gap[1])
    if follower is None:
        return None
    labels = (label, follower[0].rstrip("：:"))
    if not any(is_field(bare_label(one)) or is_by_hand(one) for one in labels):
        return None
    start, end = gap
    if follower[0][-1] in "：:" and end - start > 1:
        end -= 1  # what is filled in stays apart from the next label
    return FoundBlank(start, end, BlankKind.BLANK, sure=not is_by_hand(label))


def _last_labelled(text: str, start: int) -> FoundBlank | None:
    """The room at the end of a line of labels: 联系人：　　电话：　　."""
    label = _LABEL.search(text, max(0, start - 9), start)
    if label is None or len(text) - start < _PAIR or not is_field(bare_label(label[1])):
        return None
    above = text[: label.start()]
    roomy = above != above.rstrip() and _LABEL.search(above.rstrip()[-9:])
    return FoundBlank(start, len(text), BlankKind.BLANK) if roomy else None


def _date_gap(text: str, start: int, end: int) -> FoundBlank | None:
    """The gaps of '20  年  月  日'; spaces beside digits are only loose setting."""
    left, right = before(text, start), behind(text, end)
    if left + right in _DATE:
        return FoundBlank(start, end, BlankKind.BLANK)
    if right != "年":
        return None
    if not _MONTH.match(text, end, end + 8):
        return _lone_year(text, start, end)
    if _CENTURY.search(text, max(0, start - 3), start):
        return FoundBlank(start - 2, end, BlankKind.YEAR)
    return None if left in DIGITS and left else FoundBlank(start, end, BlankKind.BLANK)


def _lone_year(text: str, start: int, end: int) -> FoundBlank | None:
    """'20  年' with two spaces or more, where no length of time is meant."""
    head = _LONE_YEAR.search(text, max(0, start - 3), start)
    if head is None or end - start < _PAIR or blank_form("year-ago").match(text, end):
        return None
    if blank_form("length").search(text, max(0, start - 7), start - 2):
        return None
    return FoundBlank(start - 2, end, BlankKind.YEAR)


RECOGNISERS = ((SPACES, space),)
