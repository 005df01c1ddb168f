"""Numbers and dates written as letters and noughts: YYYY年MM月DD日, yyyy-mm-dd, 0000万元, N万人."""

from __future__ import annotations

import re
from typing import Final

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import FoundBlank, before, is_han, is_latin, run_of
from editor.language.field_labels import bare_label, is_field
from editor.language.mask_words import is_loose, measure_behind

_WHOLE: Final = re.compile(r"([YyＹｙ]{4})([-/.－／．])[MmＭｍ]{1,2}\2[DdＤｄ]{1,2}(?![A-Za-z])")
_PART: Final = re.compile(r"[YyＹｙ]{2,4}(?=年)|[MmＭｍ]{1,2}(?=月)|[DdＤｄ]{1,2}(?=日)")
_NOUGHTS: Final = re.compile(r"[0０]{2,18}(?:[-－—][0０]{3,8})?(?![0-9０-９.．:：])")
_CLOCK: Final = frozenset("时点分秒年月日号度级")  # 00时30分 is a time
_KINDS: Final = frozenset("级类型制度组")  # AA级, BB型 are kinds
_ROUND: Final = frozenset("级号度点分层楼")  # N级, N号: a name of what is counted
_LABEL: Final = re.compile(r"([\u4e00-\u9fff]{2,8})[:：][ \u3000]*$")
_MANY: Final = re.compile("(?<=[\u4e00-\u9fff，。；：、])[NnＮｎ](?=[\u4e00-\u9fff])")
_VAGUE: Final = frozenset("次年遍天")  # said of what was often or long
_SPAN: Final = re.compile("年[来间前后中内里以]")
_LONG: Final = 6  # noughts of a phone number or a postal code


def date_letters(text: str, at: int) -> FoundBlank | None:
    """yyyy-mm-dd as one blank, YYYY, MM and DD before 年, 月 and 日 as three."""
    if is_latin(before(text, at)):
        return None
    if whole := _WHOLE.match(text, at):
        return FoundBlank(at, whole.end(), BlankKind.X)
    part = _PART.match(text, at)
    return FoundBlank(at, part.end(), BlankKind.X) if part else None


def noughts(text: str, at: int) -> FoundBlank | None:
    """0000万元, 00个, 电话：00000000; not 00后, 00时30分, 0.00%."""
    run = _NOUGHTS.match(text, at)
    if run is None or not (is_han(before(text, at)) or before(text, at) in " \u3000：:，、（("):
        return None
    measure = measure_behind(text, run.end())
    counted = is_han(before(text, at)) and measure and measure[0] not in _CLOCK
    label = _LABEL.search(text, max(0, at - 12), at) if run.end() - at >= _LONG else None
    if counted or (label and is_field(bare_label(label[1]))):
        return FoundBlank(at, run.end(), BlankKind.X)
    return None


def many(text: str, at: int) -> FoundBlank | None:
    """N名, N万元, n人次, 第N届; 近N年来 is asked about; not 1+N, N级, N次."""
    left = before(text, at)
    measure = "年" if _SPAN.match(text, at + 1) else measure_behind(text, at + 1)
    if not measure or measure in _ROUND or not (is_han(left) or left in "，。；："):
        return None
    sure = measure == "届" or not is_loose(measure)
    meant = sure or (measure[0] == "年" and left != "第")  # N次 only says that they were many
    return FoundBlank(at, at + 1, BlankKind.X, sure=sure) if meant else None


def many_more(text: str) -> list[FoundBlank]:
    """N before a measure that may be loose, for a text whose numbers are N elsewhere: N个问题."""
    found = [hit.start() for hit in _MANY.finditer(text)]
    return [
        FoundBlank(at, at + 1, BlankKind.X, sure=measure_behind(text, at + 1) not in _VAGUE)
        for at in found
        if measure_behind(text, at + 1) and measure_behind(text, at + 1) not in _ROUND
    ]


def letters(text: str, at: int) -> FoundBlank | None:
    """AA人次, ZZ户: one capital letter twice or more before a measure; not AA级, AAA企业."""
    start, end = run_of(text, at, frozenset(text[at]))
    measure = measure_behind(text, end) if end - start > 1 and is_han(before(text, start)) else ""
    return FoundBlank(start, end, BlankKind.X) if measure and measure not in _KINDS else None


RECOGNISERS = (
    (
        frozenset("ABCDEFGHIJKLMNOPQRSTUVWYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＹＺ"),
        letters,
    ),
    (frozenset("NnＮｎ"), many),
)
WORDS = (
    (
        "[YyＹｙ](?=[YyＹｙ])|(?<=年)[MmＭｍ](?=[MmＭｍ]?月)|(?<=月)[DdＤｄ](?=[DdＤｄ]?日)",
        date_letters,
    ),
    ("(?<![0-9０-９.．,，])[0０](?=[0０])", noughts),
)
