"""Numbers as Word's automatic numbering writes them (ECMA-376 Part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_PLAIN = "零一二三四五六七八九"
_CIRCLE = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ENCLOSED = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))


def chinese(number: int, digits: str = _PLAIN, units: str = "十百千万", short: bool = True) -> str:
    """一, 十, 十二, 二十, 一百零五, 一万零三; ``short`` writes 十二 for 一十二."""
    if number == 0:
        return digits[0]
    if number >= 10_000:
        high = chinese(number // 10_000, digits, units, short)
        low = number % 10_000
        gap = digits[0] if 0 < low < 1000 else ""
        return high + units[3] + gap + (chinese(low, digits, units, False) if low else "")
    written, gap = "", False
    for power, unit in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit = number // power % 10
        if digit:
            written += (digits[0] if gap else "") + digits[digit] + unit
            gap = False
        else:
            gap = bool(written)
    return written.removeprefix(digits[1]) if short and 10 <= number < 20 else written


def _counted(number: int) -> str:
    # 17.18.59 chineseCounting: digits alone from 100 on ("一〇〇").
    return chinese(number) if number < 100 else _digits(number)


def _digits(number: int) -> str:
    return "".join(_CIRCLE[int(d)] for d in str(number))


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written += letters
            number -= value
    return written


def _letter(number: int) -> str:
    # Past z Word doubles: aa, bb.
    if not 0 < number <= 780:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _circled(number: int) -> str:
    for first, last, start in _ENCLOSED:
        if first <= number <= last:
            return chr(start + number - first)
    return str(number)


def _from(start: int, count: int) -> Callable[[int], str]:
    def written(number: int) -> str:
        return chr(start + number - 1) if 1 <= number <= count else str(number)

    return written


def _wide(number: int) -> str:
    return "".join(chr(0xFF10 + int(d)) for d in str(number))


def _legal(number: int) -> str:
    return chinese(number, _LEGAL, "拾佰仟萬", False)


def _cycle(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _ordinal(number: int) -> str:
    tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "chineseCounting": _counted,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10],
    "ideographZodiac": lambda n: _BRANCHES[(n - 1) % 12],
    "ideographZodiacTraditional": _cycle,
    "ideographEnclosedCircle": _from(0x3220, 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02d}",
    "numberInDash": lambda n: f"- {n} -",
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "ordinal": _ordinal,
    "none": lambda n: "",
}


def write_number(number: int, form: str) -> str:
    """A number in one of Word's formats; an unknown format is written in digits.

    Below one, where most formats have no sign, digits are used.
    """
    if number < 1 and form not in ("none", "decimalZero"):
        return str(number)
    if number > 1_000_000:
        return str(number)
    return _FORMATS.get(form, str)(number)
