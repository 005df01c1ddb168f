"""Look-alikes that fonts in PDFs have in place of letters: ⼈ for 人, ⻅ for 见."""

from __future__ import annotations

import re
import unicodedata

# Radicals that are whole letters and that Unicode's own normalization leaves as they are
# (EquivalentUnifiedIdeograph.txt).
_RADICALS = dict(
    zip(
        "⺎⺒⺓⺠⺩⺫⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "兀巳幺民王目虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
# The blocks of radicals, and the ideographs that Unicode has for compatibility only.
_ALIKE = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")


def plain_letters(text: str) -> str:
    """The text with the letters themselves; every other character stays as it is."""
    return _ALIKE.sub(lambda c: unicodedata.normalize("NFKC", _RADICALS.get(c[0], c[0])), text)
