"""Numbers in front of headings: read, write, recognise.

Separate from the outline because renumbering, blanks and checks read numbers too.
Offsets are code points. The marker styles and their order 一、 （一） 1. （1） are those of
GB/T 9704-2012, 7.3.3; 第一 / 一是 / 首先 are what speeches use beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from editor.language.script import is_seen_whole, seen
from editor.manuscript.whole_number import whole_number

_DIGITS: Final = MappingProxyType(
    {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
)
_UNITS: Final = MappingProxyType({"十": 10, "百": 100, "千": 1000})
_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_TO_FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_ENCLOSED: Final = MappingProxyType(
    {chr(first + n): n + 1 for first in (0x2460, 0x2474, 0x2488) for n in range(20)}
    | {chr(0x3220 + n): n + 1 for n in range(10)}
    | {chr(0x3251 + n): n + 21 for n in range(15)}
    | {chr(0x32B1 + n): n + 36 for n in range(15)}
)


class MarkerStyle(StrEnum):
    """How a heading is numbered; the value is the style's name in settings and JSON."""

    PART = "part"  # 第一部分
    CHINESE = "chinese"  # 一、
    CHINESE_BRACKET = "chinese-bracket"  # （一）
    ARABIC = "arabic"  # 1.
    ARABIC_BRACKET = "arabic-bracket"  # （1）
    CIRCLED = "circled"  # ①
    ORDINAL = "ordinal"  # 第一，
    POINT_IS = "point-is"  # 一是
    POINT_MUST = "point-must"  # 一要
    SEQUENCE = "sequence"  # 首先，
    SIDE = "side"  # 一方面，


@dataclass(frozen=True, slots=True)
class Marker:
    """A number in front of a heading, at ``[start, end)`` with its own marks.

    ``number`` is as written and without marks: '一', '第一', '一是', '1', '首先'.
    """

    style: MarkerStyle
    value: int
    start: int
    end: int
    number: str


SEQUENCE_WORDS: Final = ("首先", "其次", "再次", "最后")
_SEQUENCE_VALUES: Final = MappingProxyType(
    {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "第三": 3, "最后": 4}
)
_SIDE_VALUES: Final = MappingProxyType({"一方面": 1, "另一方面": 2})

_N: Final = "[一二三四五六七八九十百]{1,5}"
_A: Final = "(?:[1-9][0-9]?|[１-９][０-９]?)"
# 一要求, 二要素 … are words, as is 第一要务; '一是一' is a saying.
_THING: Final = (
    "方面|意思|问题|关键[词字]|层面|希望|建议|体会|感受"
    "|想法|要求|环节|任务|原则|重点|关键|意见|看法|字|故事|议程|程序|内容|事项|议题"
)
_MEASURE: Final = (
    f"(?:个?方面|句话?|件(?:大|实|小)?事情?|[个点条层项](?:{_THING})|点|步|招|张牌|笔账|堂课"
    "|场(?:硬|攻坚)?[仗战]|道(?:防线|关口?)|个(?:目标|转变|身份|瞬间|词))"
)
_TOPIC: Final = "话题|问题|故事|案例|要点|关键[词字]|体会|镜头|建议|任务|希望|感悟|感受|角色"
_NOT_MUST: Final = "(?![求素件点害领塞道闻务职员])"
_MARKER: Final = re.compile(
    rf"""
    (?P<part>第{_N}(?:部分|章|编)[：:、，,]?
        |第(?:{_N}|{_A})(?:部分|章|编|讲|课|节|单元|板块|篇章)(?:[：:、，,]|(?=[ \u3000])))
  | (?P<ordinal>第{_N}(?:{_MEASURE}?(?:[，,、：:]|是|(?=要{_NOT_MUST}))|(?=[ \u3000])))
  | (?P<other>(?:其|{_TOPIC})[一二三四五六七八九十][，,、：:])
  | (?P<must>{_N}要){_NOT_MUST}
  | (?P<is>(?:第{_N}个|{_N})是)(?!一[，,、])
  | (?P<chinese>{_N}[ ]?[、．.])(?![、．.])
  | (?P<bracket>[（(][ ]?{_N}[ ]?[）)][、，,．.]?|[\u3220-\u3229])
  | (?P<arabic>{_A}[ ]?(?:[、．.](?![0-9０-９])|、(?=[0-9]{{4}}年))|[\u2488-\u249b])
  | (?P<arabicbracket>[（(][ ]?{_A}[ ]?[）)][、，,．.]?|{_A}[）)]|[\u2474-\u2487])
  | (?P<circled>[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf][、，,．.]?)
  | (?P<sequence>(?:首先|其次|再次|再者|最后)[，,、：:]?)
  | (?P<side>另?一方面[，,]?)
    """,
    re.VERBOSE,
)
_STYLES: Final = MappingProxyType(
    {
        "part": MarkerStyle.PART,
        "ordinal": MarkerStyle.ORDINAL,
        "other": MarkerStyle.ORDINAL,
        "must": MarkerStyle.POINT_MUST,
        "is": MarkerStyle.POINT_IS,
        "chinese": MarkerStyle.CHINESE,
        "bracket": MarkerStyle.CHINESE_BRACKET,
        "arabic": MarkerStyle.ARABIC,
        "arabicbracket": MarkerStyle.ARABIC_BRACKET,
        "circled": MarkerStyle.CIRCLED,
        "sequence": MarkerStyle.SEQUENCE,
        "side": MarkerStyle.SIDE,
    }
)
_COUNTED: Final = re.compile(f"{_MEASURE}?是?$")
_MARKS: Final = " \u3000、，,．.：:（）()"
_NUMERAL: Final = re.compile(
    rf"{_N}|[0-9]+|[０-９]+|[\u2460-\u249b\u3220-\u3229\u3251-\u325f\u32b1-\u32bf]"
)
_LONGEST: Final = 24
"""No marker has so many characters, with those that do not show."""
_FOLLOWER: Final = re.compile("[一二三四五六七八九十]+|[0-9]+")


def read_numeral(text: str) -> int | None:
    """The value of a numeral: 一, 十二, 百二十, 两, 二〇二五, 12, １２, ①; else None."""
    known = _USUAL.get(text)
    if known is not None:
        return known
    text = text.strip()
    if len(text) == 1 and text in _ENCLOSED:
        return _ENCLOSED[text]
    plain = text.translate(_FULL_WIDTH)
    if plain.isascii():
        number = whole_number(plain, -1)
        return number if number >= 0 and plain.isdigit() else None
    if any(c not in _DIGITS and c not in _UNITS for c in text):
        return None
    return _with_units(text) if any(c in _UNITS for c in text) else _digit_by_digit(text)


def _digit_by_digit(text: str) -> int | None:
    if len(text) not in (1, 4):  # 五一 is a day, not fifty-one; 二〇二五 is a year
        return None
    return int("".join(str(_DIGITS[c]) for c in text))


def _with_units(text: str) -> int | None:
    total, digit, below = 0, -1, 10_000
    for c in text:
        if c not in _UNITS:
            if digit > 0:
                return None
            digit = _DIGITS[c]
            continue
        unit = _UNITS[c]
        if unit >= below:
            return None
        total += (1 if digit < 0 else digit) * unit
        digit, below = -1, unit
    return total + max(0, digit)


def write_numeral(number: int, like: str = "一") -> str:
    """A numeral in the writing of ``like``: 一 → 十二, 1 → 12, １ → １２, ① → ⑫.

    Enclosed figures end (⑳, ㈩ …); beyond that it is plain digits. Raises ValueError
    below 1 or above 9999.
    """
    if not 1 <= number <= 9999:
        raise ValueError(f"not a heading's number: {number}")
    if like[:1] in _ENCLOSED:
        first = ord(like[0]) - _ENCLOSED[like[0]] + 1
        enclosed = chr(first + number - 1)
        if _ENCLOSED.get(enclosed) == number:
            return enclosed
        return next((c for c, n in _ENCLOSED.items() if n == number), str(number))
    if like[:1].isascii() and like[:1].isdigit():
        return str(number)
    if like[:1].translate(_FULL_WIDTH).isascii() and like:
        return str(number).translate(_TO_FULL_WIDTH)
    return _chinese(number)


def _chinese(number: int) -> str:
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if gap else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        else:
            gap = bool(text) and number > 0
    return text[1:] if text.startswith("一十") else text


def marker_at(text: str, at: int = 0) -> Marker | None:
    """The heading's number that begins exactly at ``at``, by its form alone.

    Words of the same form are refused (第一要务, 三、四中全会, 1.5亿, 五一是); whether it
    is a heading at this place is the outline's business. A number is seen through what
    does not show in it (⼀、 of a PDF, a space of no width); it ends in front of such.
    """
    near = text[at : at + _LONGEST]
    if not is_seen_whole(near):
        shown = seen(near)
        found = _marker_at(shown.text + text[at + _LONGEST :], 0)
        return found and replace(found, start=at, end=at + shown.end(found.end))
    return _marker_at(text, at)


def _marker_at(text: str, at: int) -> Marker | None:
    match = _MARKER.match(text, at)
    if match is None or match.lastgroup is None:
        return None
    style, written = _STYLES[match.lastgroup], match.group()
    value = _value(style, written.strip(_MARKS))
    if value is None or not value or _joins_numbers(text, style, value, match.end()):
        return None
    return Marker(style, value, at, match.end(), _number(style, written))


def _number(style: MarkerStyle, written: str) -> str:
    number = written.strip(_MARKS)
    if style is MarkerStyle.ORDINAL and number.startswith("第"):
        number = _COUNTED.sub("", number)
    return number


def _value(style: MarkerStyle, number: str) -> int | None:
    if style is MarkerStyle.SEQUENCE:
        return _SEQUENCE_VALUES.get(number)
    if style is MarkerStyle.SIDE:
        return _SIDE_VALUES.get(number)
    numeral = _NUMERAL.search(number)
    return read_numeral(numeral.group()) if numeral else None


def _joins_numbers(text: str, style: MarkerStyle, value: int, end: int) -> bool:
    """Whether 一、 only divides neighbours in a row: 三、四中全会, 一、二线, 2、3月份."""
    if style not in (MarkerStyle.CHINESE, MarkerStyle.ARABIC):
        return False
    follower = _FOLLOWER.match(text, end)
    if follower is None or read_numeral(follower.group()) != value + 1:
        return False
    return not text.startswith(("是", "要", "、"), follower.end())


def marker_text(text: str, marker: Marker, value: int) -> str:
    """The marker's characters with another value, its own marks and width kept."""
    written = seen(text[marker.start : marker.end]).text
    if marker.style is MarkerStyle.SEQUENCE:
        return written.replace(marker.number, SEQUENCE_WORDS[min(value, 4) - 1])
    if marker.style is MarkerStyle.SIDE:
        return written.replace(marker.number, "一方面" if value == 1 else "另一方面")
    numeral = _NUMERAL.search(written)
    if numeral is None:
        return written
    fresh = write_numeral(value, numeral.group())
    return written[: numeral.start()] + fresh + written[numeral.end() :]


_USUAL: Final = MappingProxyType({_chinese(n): n for n in range(1, 100)})


def write_marker(style: MarkerStyle, value: int) -> str:
    """A marker in its usual form: 一、 （一） 1. （1） ① 第一， 一是 一要 首先， 一方面，."""
    if style is MarkerStyle.SEQUENCE:
        return SEQUENCE_WORDS[min(value, 4) - 1] + "，"
    if style is MarkerStyle.SIDE:
        return "一方面，" if value == 1 else "另一方面，"
    chinese = _chinese(value)
    if style is MarkerStyle.CIRCLED:
        return write_numeral(value, "①")
    return {
        MarkerStyle.PART: f"第{chinese}部分 ",
        MarkerStyle.CHINESE: f"{chinese}、",
        MarkerStyle.CHINESE_BRACKET: f"（{chinese}）",
        MarkerStyle.ARABIC: f"{value}.",
        MarkerStyle.ARABIC_BRACKET: f"（{value}）",
        MarkerStyle.ORDINAL: f"第{chinese}，",
        MarkerStyle.POINT_IS: f"{chinese}是",
        MarkerStyle.POINT_MUST: f"{chinese}要",
    }[style]
