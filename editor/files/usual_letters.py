"""How likely a decoded text is what somebody wrote: the share of letters that are usual in it.

Nearly any bytes are some text in GB18030, so that a text in Big5 or Shift-JIS opens without an
error and reads like 偰. What is written has usual letters: the first levels of the national sets,
which were chosen by how often a letter is used. Of 60 speeches at least 97 in 100 letters are
among them, of the same bytes read in a wrong encoding mostly fewer than 70.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

_SAMPLE: Final = 20_000  # letters by which a text is judged
_TRAILS: Final = (*range(0x40, 0x7F), *range(0x80, 0xFF))
_MARKS: Final = frozenset("，。、；：？！“”‘’（）《》【】—…·　「」『』～○〇×①②③④⑤⑥⑦⑧⑨⑩\u00a0\ufeff")
_WIDE: Final = frozenset(map(chr, range(0xFF01, 0xFF5F)))
_KANA: Final = frozenset(map(chr, range(0x3041, 0x3100)))
_COMMONEST: Final = frozenset(
    "的一是在不了有和人这中大为上个国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过子说"
    "产种面而方后多定行学法所民得经是為國個這來時們對會發動產後學經說過，。、："
)
# Per encoding: the sets of whose first level its texts are written.
_LEVELS: Final = {
    "gb18030": ("gb2312", (*range(0xA1, 0xA4), *range(0xB0, 0xD8))),
    "big5hkscs": ("big5", range(0xA1, 0xC7)),
    "cp932": ("cp932", range(0x88, 0x99)),
    "cp949": ("euc_kr", range(0xB0, 0xC9)),
}
_CHINESE: Final = ("gb18030", "big5hkscs")


def usual_share(text: str, encoding: str) -> float:
    """The share of usual letters among those that are not ASCII; 1.0 where there are none."""
    if text.isascii():
        return 1.0
    usual, others = usual_letters(encoding), [c for c in text[:_SAMPLE] if c > "\x7f"]
    return sum([c in usual for c in others]) / len(others) if others else 1.0


def has_commonest(text: str) -> bool:
    """Whether a letter or mark is in it without which hardly a Chinese sentence is written."""
    return not _COMMONEST.isdisjoint(text)


@cache
def usual_letters(encoding: str) -> frozenset[str]:
    """The usual letters of what is written in an encoding; of Chinese where it has all letters."""
    names = (encoding,) if encoding in ("big5hkscs", "cp932", "cp949") else _CHINESE
    letters = frozenset[str]().union(*[_level(*_LEVELS[name]) for name in names])
    kana = _KANA if encoding == "cp932" else frozenset[str]()
    return letters | _MARKS | _WIDE | kana


def _level(name: str, leads: Iterable[int]) -> frozenset[str]:
    pairs = [bytes((lead, trail)).decode(name, "replace") for lead in leads for trail in _TRAILS]
    return frozenset([letter for letter in pairs if len(letter) == 1 and letter != "\ufffd"])
