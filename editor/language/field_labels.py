"""What the fields of a form are called: 姓名, 联系电话, 首次活动时间; and which are signed by hand.

A name of a field is told by the word it ends with, so the list holds heads only.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from editor.language.lists import words
from editor.language.script import simplified

LONGEST: Final = 12
"""Characters of a label; what is longer says something."""

_SPACES: Final = re.compile(r"[\s\u3000\xa0]+")
_BEHIND: Final = re.compile(
    r"(?:[（(【\[][^（）()【】\[\]]{0,20}[)）】\]])+$|[0-9０-９一二三四五六七八九十]$"
)
_BEFORE: Final = re.compile(
    r"^(?:[（(]?[0-9０-９一二三四五六七八九十]{1,2}[)）、.．]|[*＊★●■◆▲·•])+"
)
_ASKS: Final = re.compile(r"(?:是否|有无|能否|可否).")
_NAME: Final = re.compile(r"[\u4e00-\u9fff、/／和与及或（）()]+")


def bare_label(text: str) -> str:
    """The words of a label: without spaces, number, notes in brackets and colon ('姓  名：')."""
    words_of = _SPACES.sub("", text).rstrip("：:")
    words_of = _BEFORE.sub("", words_of)
    return _BEHIND.sub("", words_of).rstrip("：:")


def is_name(label: str) -> bool:
    """Whether bare words can name a field at all: short, Chinese, no sentence."""
    return 0 < len(label) <= LONGEST and _NAME.fullmatch(label) is not None


def is_field(label: str) -> bool:
    """Whether bare words name a field that is to be filled in."""
    return is_name(label) and (_ends(label, "heads") or _ASKS.match(label) is not None)


def is_by_hand(label: str) -> bool:
    """Whether bare words name what is signed, stamped or judged after printing."""
    return len(label) <= 2 * LONGEST and _ends(label, "hand")


def is_remark(label: str) -> bool:
    """Whether bare words name what may stay empty: 备注, 序号."""
    return _ends(label, "remarks")


def is_prompted(label: str) -> bool:
    """Whether a prompt may ask for this: 文字, 标题, 单位名称."""
    return is_field(label) or label in words("field-labels", "prompted")


def _ends(label: str, part: str) -> bool:
    """Whether a label ends with a head of the list."""
    heads, sizes = _heads(part)
    label = simplified(label)
    return any(label[-size:] in heads for size in sizes)


@cache
def _heads(part: str) -> tuple[frozenset[str], tuple[int, ...]]:
    """The heads of a part, and how long they are."""
    heads = frozenset(words("field-labels", part))
    return heads, tuple(sorted({len(head) for head in heads}))
