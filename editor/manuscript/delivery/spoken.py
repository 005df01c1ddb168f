"""How long a text is when read aloud: figures, percent, dates and ranges as syllables.

Separate from `statistics` because reading figures is its own small grammar. One
Chinese character is one syllable; punctuation is none.
"""

from __future__ import annotations

import re
from typing import Final

_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９％．，：／～", "0123456789%.,:/~")
_WIDE: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇×○]")
_READ: Final = re.compile(
    r"""(?P<year>(?:19|20)[0-9xX*]{2}(?=年))
    |(?P<dated>(?P<y>(?:19|20)\d\d)[.\-/](?P<m>\d{1,2})[.\-/](?P<d>\d{1,2}))
    |(?P<time>\d{1,2}[:]\d\d)
    |(?P<fraction>\d+/\d+)
    |(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|\d+(?:\.\d+)?[%‰]?)
    |(?P<join>(?<=[\d%万亿])[~～—–\-]+(?=\d))
    |(?P<word>[A-Za-z]+)
    |(?P<sign>[+℃°&=%‰])""",
    re.VERBOSE,
)
_SIGNS: Final = {"℃": 3, "%": 3, "‰": 3, "=": 2}


def syllables(text: str) -> int:
    """The syllables of a text read aloud: 2025年 is 5, 3.5% 百分之三点五 6, 1000 一千 2."""
    text = text.translate(_FULL_WIDTH)
    return len(_WIDE.findall(text)) + sum(_length(m) for m in _READ.finditer(text))


def _length(match: re.Match[str]) -> int:
    kind, said = match.lastgroup, match.group()
    match kind:
        case "year":
            return 4
        case "dated" | "d":
            month, day = int(match["m"]), int(match["d"])
            return 4 + 3 + len(_whole(month)) + len(_whole(day))
        case "time":
            hour, minute = said.split(":")
            return len(_whole(int(hour))) + 1 + (len(_whole(int(minute))) + 1 if int(minute) else 0)
        case "fraction":
            upper, lower = said.split("/")
            return len(_whole(int(upper))) + len(_whole(int(lower))) + 2
        case "number":
            return len(spoken_figures(said))
        case "word":
            return len(said) if said.isupper() else max(1, round(len(said) / 3))
        case "sign":
            return _SIGNS.get(said, 1)
        case _:
            return 1


def spoken_figures(figures: str) -> str:
    """Figures as they are read: '3.5%' 百分之三点五, '1,000' 一千, '0.5' 零点五.

    More than nine digits, and figures that begin with 0, are read one by one.
    """
    prefix = {"%": "百分之", "‰": "千分之"}.get(figures[-1:], "")
    plain = figures.rstrip("%‰").replace(",", "")
    whole, _, decimals = plain.partition(".")
    one_by_one = len(whole) > 9 or (len(whole) > 1 and whole.startswith("0"))
    said = _digits(whole) if one_by_one else _whole(int(whole))
    return prefix + said + ("点" + _digits(decimals) if decimals else "")


def _digits(figures: str) -> str:
    return "".join("零一二三四五六七八九"[int(c)] for c in figures)


def _whole(number: int) -> str:
    if number == 0:
        return "零"
    text, gap = "", False
    for unit, name in ((100_000_000, "亿"), (10_000, "万"), (1, "")):
        part, number = divmod(number, unit)
        if part:
            text += ("零" if text and (gap or part < 1000) else "") + _below_10_000(part) + name
            gap = False
        elif text:
            gap = True
    return text[1:] if text.startswith("一十") else text


def _below_10_000(number: int) -> str:
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if gap else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        else:
            gap = bool(text) and number > 0
    return text
