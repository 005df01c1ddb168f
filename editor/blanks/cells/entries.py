"""Room inside a cell that has words: 联系电话：│, 单位：　　　电话：│, 　　年│."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from editor.language.field_labels import bare_label, is_by_hand, is_field

SOFT_BREAK: Final = "\u2028"
_SPACES: Final = " \u3000\t\u00a0\u2002\u2003"
# A label with its colon and only spaces up to the next label or the end of the line.
_ENTRY: Final = re.compile(
    rf"(?:^|(?<=[{_SPACES}；;，,。]))(?P<label>[\u4e00-\u9fff（）()、/{_SPACES}]{{1,16}}?)[：:]"
    rf"(?P<room>[{_SPACES}]*)(?=$|[\u4e00-\u9fff（）()、/]{{1,12}}[：:])"
)
_LABELLED: Final = re.compile(rf"[{_SPACES}]*([\u4e00-\u9fff（）()、/{_SPACES}]{{1,16}})[：:]")
_DATE: Final = re.compile(
    rf"[{_SPACES}]*(?:20)?[{_SPACES}]*年(?:[{_SPACES}]*月)?(?:[{_SPACES}]*日)?[{_SPACES}]*"
)
_BY_HAND: Final = re.compile(r"签[字名章批发]|盖章|公章|印章|手印|（章）|\(章\)")
_MEASURE: Final = re.compile(
    rf"(?P<room>[{_SPACES}]*)(?:岁|人|名|元|万元|亿元|分|分钟|小时|天|个|次|篇|字|亩|吨|平方米|㎡|[％%]|公里"
    rf"|[cCkK]?[mM]|[kK][gG]|公斤)[{_SPACES}]*"
)
_STAMP: Final = re.compile(r"[（(][^（）()]{0,8}(?:章|签[字名])[)）]")
_LONG: Final = 40  # letters of a line that says more than where to sign


class Entry(NamedTuple):
    """Room in a line at ``[start, end)`` and what is wanted there; or whether ``by_hand``."""

    start: int
    end: int
    name: str
    by_hand: bool


def entries_in(text: str, *, last: bool) -> Iterator[Entry]:
    """The labels of a line with nothing behind them; ``last``: no words follow in the cell."""
    for match in _ENTRY.finditer(text):
        label = bare_label(match["label"])
        ends = match.end() == len(text)
        if (ends and not last) or not (is_field(label) or is_by_hand(label)):
            continue
        start, end = match.span("room")
        start = end if ends and not text[start:end] else start
        yield Entry(start, end, label, is_by_hand(label))


def bare_measure(text: str) -> tuple[int, int] | None:
    """The room before a measure in a line that is a measure and nothing else: '　　岁'."""
    match = _MEASURE.fullmatch(text)
    return match.span("room") if match else None


def begins_entry(text: str) -> bool:
    """Whether a line begins with a label and its colon."""
    match = _LABELLED.match(text)
    return match is not None and (is_field(label := bare_label(match[1])) or is_by_hand(label))


def bare_date(text: str) -> tuple[int, int] | None:
    """The room before 年 in a line that is 　　年 or 年 and nothing else."""
    if "年" not in text or not _DATE.fullmatch(text) or "20" in text:
        return None
    return 0, text.index("年")


def leaves_room(text: str) -> bool:
    """Whether a line only leaves room for a date or a stamp."""
    return _DATE.fullmatch(text) is not None or _STAMP.fullmatch(text.strip(_SPACES)) is not None


def signs(text: str) -> bool:
    """Whether a line says where to sign or stamp."""
    return len(text) <= _LONG and _BY_HAND.search(text) is not None
