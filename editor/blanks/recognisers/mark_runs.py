"""Runs of marks that stand for a name or a number: X, ××, **; letters for words past a filter."""

from __future__ import annotations

import re

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import (
    CROSSES,
    DIGITS,
    NUMERALS,
    SPACES,
    STARS,
    FoundBlank,
    before,
    behind,
    is_han,
    is_latin,
    run_of,
)
from editor.blanks.recognisers.lookalikes import is_cross_word, is_star_word, is_unit
from editor.blanks.recognisers.year_masks import number_mask
from editor.language.blank_forms import blank_form
from editor.language.mask_words import (
    counts_before,
    measure_behind,
    post_before,
    post_behind,
    wanted_behind,
)

_OPENERS = frozenset("“‘《〈（(【[「『")
_TIMES = "×✕✖╳"
_LONE = re.compile(r"(?<=[\u4e00-\u9fff])[×✕✖╳](?=[\u4e00-\u9fff])")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWYZz")


def cross(text: str, at: int) -> FoundBlank | None:
    """X, xx, ×××, ＸＸ, 'X X X', XX.X."""
    start, end = run_of(text, at, CROSSES)
    if not is_latin(before(text, start)):
        end = _stretched(text, start, end)
    numeric, found = number_mask(text, start, end)
    if numeric:
        return found
    if _is_boxed(text, start, end):
        return FoundBlank(start - 1, end + 1, BlankKind.X)
    if _is_class(text, start, end):
        return FoundBlank(start, end, BlankKind.X)
    if is_cross_word(text, start, end):
        return None
    if end - start == 1 and text[start] in _TIMES and not _is_sign(text, start, end):
        return None
    return FoundBlank(start, end, BlankKind.X)


def _is_class(text: str, start: int, end: int) -> bool:
    """Whether marks in brackets are the number of a class: 八（*）班, 高一(X)班."""
    enclosed = before(text, start) in ("（", "(") and text.startswith(("）班", ")班"), end)
    return enclosed and (before(text, start - 1) in NUMERALS or before(text, start - 1) == "级")


def _is_boxed(text: str, start: int, end: int) -> bool:
    """Whether a cross stands in brackets for a number: 产量[X]万辆; [x] is a ticked box."""
    if before(text, start) != "[" or behind(text, end) != "]":
        return False
    return is_han(before(text, start - 1)) and wanted_behind(text, end + 1)


def _is_sign(text: str, start: int, end: int) -> bool:
    """Whether a lone × stands for a name or number; 人数×场次 is a product of two measures."""
    left = before(text, start)
    if _is_product(text, start, end):
        return False
    if wanted_behind(text, end) or counts_before(text, start, strictly=True):
        return True
    opened = (
        left in _OPENERS
        or left in "，。；：、,;:"
        or blank_form("name-follows").search(text, max(0, start - 2), start)
    )
    return bool(opened) and is_han(behind(text, end)) and behind(text, end) not in "和或号"


def _is_product(text: str, start: int, end: int) -> bool:
    """Whether a sign stands between two measures: 人数×场次."""
    left = blank_form("factor-left").search(text, max(0, start - 1), start)
    return left is not None and blank_form("factor-right").match(text, end) is not None


def lone(text: str) -> list[FoundBlank]:
    """Lone × among words, for a text in which other × are blanks: 把×建设成为强市."""
    found: list[FoundBlank] = []
    for match in _LONE.finditer(text):
        start, end = match.span()
        if not _is_product(text, start, end) and not is_cross_word(text, start, end):
            found.append(FoundBlank(start, end, BlankKind.X))
    return found


def _stretched(text: str, start: int, end: int) -> int:
    """The end with a decimal (XX.X) or spaced marks (X X X) taken in."""
    if behind(text, end) in (".", "．") and behind(text, end + 1) in CROSSES:
        last = run_of(text, end + 1, CROSSES)[1]
        if is_han(behind(text, last)) or behind(text, last) in ("%", "％", "‰", "℃", "/", "～"):
            return last
    if (
        end - start == 2
        and text.startswith(f"-{text[start]}", end)
        and is_han(behind(text, end + 2))
    ):
        return end + 2  # 局长xx-x同志: a site cut its xxx
    while (
        end - start in (1, 3, 5)
        and behind(text, end) in SPACES
        and behind(text, end + 1) == text[start]
        and behind(text, end + 2) not in CROSSES
    ):
        end += 2
    return end


def star(text: str, at: int) -> FoundBlank | None:
    """*, **, ***: hidden numbers, hidden names, and words eaten by a filter."""
    start, end = run_of(text, at, STARS)
    if (start == 0 or is_han(before(text, start))) and is_unit(text, end):
        return FoundBlank(start, end, BlankKind.X)
    end = _decimal(text, end)
    left = before(text, start)
    if left in DIGITS and left and behind(text, end) not in DIGITS:
        return number_mask(text, start, end)[1]
    numeric, found = number_mask(text, start, end)
    if numeric and found:
        return found
    if end - start == 1 and left in SPACES and left:
        return _agenda_star(text, start, end)
    if _is_class(text, start, end):
        return FoundBlank(start, end, BlankKind.X)
    if is_star_word(text, start, end):
        return None
    if end - start == 1 and not (is_han(left) or left in _OPENERS or left in "，。、；：,;:第"):
        return None
    if (
        start == 0
        and end - start == 1
        and not (wanted_behind(text, end) or text.startswith("是", end))
    ):
        return None  # the mark of an item; none begins with 是
    if end - start == 2 and left == "" and behind(text, end) in SPACES:
        return None
    return FoundBlank(start, end, BlankKind.X)


def _decimal(text: str, end: int) -> int:
    """The end with the second half of **.*% or *.*公里 taken in."""
    if behind(text, end) in (".", "．") and behind(text, end + 1) in STARS:
        last = run_of(text, end + 1, STARS)[1]
        if measure_behind(text, last):
            return last
    return end


def _agenda_star(text: str, start: int, end: int) -> FoundBlank | None:
    """'请 * 同志讲话': a lone star between spaces, where a name is asked for."""
    asked = text[max(0, start - 8) : start].rstrip()
    named = post_before(asked, len(asked)) or post_behind(text[end : end + 8].lstrip(), 0)
    return FoundBlank(start, end, BlankKind.X) if named else None


def letter(text: str, at: int) -> FoundBlank | None:
    """'A总书记', D中央, zz体院: a letter for a word that a filter would not let pass."""
    left = before(text, at)
    if text.startswith("总书记", at + 1) and not is_latin(left):
        return FoundBlank(at, at + 1, BlankKind.X)
    if text[at] in "Zz":
        return _pinyin(text, at)
    if text[at] == "D" and not is_latin(left) and left not in DIGITS - {""}:
        return (
            FoundBlank(at, at + 1, BlankKind.X) if blank_form("party").match(text, at + 1) else None
        )
    return None


def _pinyin(text: str, at: int) -> FoundBlank | None:
    """zz体院, 一项ZZ任务: two letters for a name, or for a word (政治) past a filter."""
    start, end = run_of(text, at, frozenset("Zz"))
    among = is_han(before(text, start)) and is_han(behind(text, end))
    return FoundBlank(start, end, BlankKind.X) if among and end - start == 2 else None


RECOGNISERS = (
    (CROSSES, cross),
    (STARS, star),
    (_LETTERS, letter),
)
