"""What the eye sees of a text: other characters for the same word, and what does not show.

Traditional characters are read as simplified ones only where it is looked at (sites convert a
page to hinder copying). Look-alikes (⼯, of a PDF) and characters without a picture (a space of
no width, a direction) are found by no search, so every room that reads words asks for what is
seen of them. A text without any of these costs one search and is given back as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple
from unicodedata import normalize

from editor.language.lists import words

_PICTURE: Final = "\u2600-\u27bf\U0001f000-\U0001faff"
# Widths and directions, marks of byte order and of a hyphen that only shows at a line's end,
# fillers, tags, selectors of a variant, controls; not what ties the parts of a picture (👨‍👩‍👧, ☎️).
_UNSHOWN: Final = (
    "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\u061c\u034f"
    "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0e\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000e0100-\U000e01ef"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
)
DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What makes letters stand in another order than they are read in."""
ODD_SPACE: Final = re.compile("[\u1680\u2000\u2001\u2004-\u200a\u202f\u205f\u2800]+")
"""Spaces of print and of other scripts; those that pages and Word write themselves are none."""
HIDDEN: Final = re.compile(f"(?:[{_UNSHOWN}]|\u200d(?![{_PICTURE}])|(?<![{_PICTURE}0-9#*])\ufe0f)+")
# Radicals for the words themselves, and doubles kept for the sake of older sets.
_DOUBLES: Final = "\u2e80-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d"
LOOK_ALIKE: Final = re.compile(f"[{_DOUBLES}]+")
_WORD: Final = 5
# A character that only one fount knows, or that a conversion lost.
_FOUNTS: Final = "\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd"
UNKNOWN: Final = re.compile(f"[{_FOUNTS}]+")
# One class of characters and no more: it is asked of every paragraph.
_ODD: Final = re.compile(f"[{_UNSHOWN}{_DOUBLES}\u200d\ufe0f]")
STRANGE: Final = re.compile(f"[{_UNSHOWN}{_DOUBLES}{_FOUNTS}\u200d\ufe0f{ODD_SPACE.pattern[1:-2]}]")
"""Any of them: the search before all others."""


class SeenText(NamedTuple):
    """What is seen of a text; ``places``: where each of its code points stands in the text itself,
    and behind them its length."""

    text: str
    places: Sequence[int]

    def place(self, offset: int) -> int:
        """The offset in the text itself of what begins there."""
        return self.places[offset]

    def end(self, offset: int) -> int:
        """The offset in the text itself where what ends there has ended."""
        return self.places[offset - 1] + 1 if offset else 0


@cache
def _table() -> MappingProxyType[int, str]:
    return MappingProxyType({ord(pair[0]): pair[1] for pair in words("traditional")})


@cache
def _any() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _table()))}]")


@cache
def _radicals() -> MappingProxyType[str, str]:
    return MappingProxyType({pair[0]: pair[1] for pair in words("look-alikes")})


def holds_traditional(text: str) -> bool:
    """Whether a text has a traditional character that is read as a simplified one."""
    return _any().search(text) is not None


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length; itself where it is already."""
    return text.translate(_table()) if holds_traditional(text) else text


def plain(text: str) -> str:
    """The text with a plain character for each look-alike, of the same length.

    A long row of radicals is no word but what a site sowed, and stays as it is.
    """
    return LOOK_ALIKE.sub(
        lambda hit: hit.group() if len(hit.group()) > _WORD else "".join(map(_plain, hit.group())),
        text,
    )


def is_seen_whole(text: str) -> bool:
    """Whether a text has nothing but what the eye sees and a search finds (a picture counts)."""
    return _ODD.search(text) is None


def seen(text: str) -> SeenText:
    """A text without what does not show, and its look-alikes as plain characters."""
    if is_seen_whole(text):
        return SeenText(text, range(len(text) + 1))
    places = list[int]()
    at = 0
    for hit in HIDDEN.finditer(text):
        places += range(at, hit.start())
        at = hit.end()
    places += range(at, len(text) + 1)
    return SeenText(plain(HIDDEN.sub("", text)), places)


def _plain(char: str) -> str:
    known = _radicals().get(char) or normalize("NFKC", char)
    return known if len(known) == 1 else char


_WIDE: Final = re.compile("[０-９Ａ-Ｚａ-ｚ％＿＊＋－＝＜＞／＃＄＠｛｝［］．]")
_TO_NARROW: Final = MappingProxyType({c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)})
_BEHIND: Final = "(?<=[\u4e00-\u9fff】）”》])"
_NARROW_MARK: Final = re.compile(f"{_BEHIND}[,;:!?](?![0-9/,;:!?])")
# Where the text has others a lone one is what a filter left of a name: 谢谢.部长.
_NARROW_STOP: Final = re.compile(f"{_BEHIND}\\.(?![.0-9A-Za-z])")
_WIDE_STOP: Final = re.compile("[，。]")
_TO_WIDE: Final = MappingProxyType(str.maketrans(",;:!?", "，；：！？"))


@lru_cache(maxsize=1)  # one line is asked for by each of its numbers
def narrowed(text: str) -> str:
    """Letters, digits and signs at half width, of the same length; marks stay as they are."""
    if not _WIDE.search(text):
        return text
    return _WIDE.sub(lambda hit: hit[0].translate(_TO_NARROW), text)


def even_width(text: str) -> str:
    """Letters, digits and signs at half width, the marks of a Chinese sentence at full width.

    Of the same length, so that places in one are places in the other.
    """
    text = narrowed(text)
    if _NARROW_STOP.search(text) and not _WIDE_STOP.search(text):
        text = _NARROW_STOP.sub("。", text)
    if _NARROW_MARK.search(text):
        text = _NARROW_MARK.sub(lambda hit: hit[0].translate(_TO_WIDE), text)
    return text
