"""What looks like a mark and is none: “1+X”, 3×3, iPhone X, file names, addresses; and letters.

Separate from the recognisers, so that every exception stands in one place with its kind.
"""

from __future__ import annotations

import re

from editor.blanks.recognisers.found import CROSSES, DIGITS, before, behind, is_han, is_latin
from editor.blanks.recognisers.letters import means_itself
from editor.language.blank_forms import blank_form

_XX_WORDS = re.compile(r"染色体|型染色体|综合征|[、,，/和与或]XY(?![A-Za-z])")
# Units that may follow a masked number directly.
_UNITS = re.compile(
    r"(?:kg|km|cm|mm|mg|ml|m|g|t|h|kW|MW|GW|kWh|kV|GB|TB|MB)(?:[²³2]|/\w)?(?![A-Za-z])"
)
_ADDRESS = re.compile(
    r"://|@|(?:^|[./])www\.|\.(?:com|cn|net|org|gov|edu|docx?|wps|pdf|xlsx?|pptx?|txt|html?|jpe?g|png|"
    r"zip|rar|exe|py|js|toml|json|md)(?![A-Za-z])",
    re.I,
)
# No address is longer than this on either side of a mark.
_LONGEST = 120
_TOKEN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@._/:%?&=#~-*\\")
_LATIN_WORD = re.compile(
    r"(?<![A-Za-z])(?![xX]+[^A-Za-z])[A-Za-z]{2,}[0-9.]*[ \u00a0\-–]$"
    r"|(?<![A-Za-z])[A-WYZa-wyz]-$"
)
_LETTER_LEFT = re.compile(r"(?<![A-Za-z])[A-WYZa-wyz][、,，/和与或]$")
_LETTER_RIGHT = re.compile(r"[、,，/和与或][A-WYZa-wyz](?![A-Za-z])")
_VERSION = re.compile(r"[0-9]\.$")
_SHARE = re.compile(r"[%％‰万亿千百倍个元吨公米度℃]")
_EDITION = re.compile(r"版|系列|以上|及")
_BOXED = re.compile(r"[A-Za-z]\([xX]\)|.?\[[xX]\]", re.S)
_MODEL = re.compile(r"[-‐][0-9]")
_MATHS = frozenset("=＝<>≤≥≠≈²³^√∑∫÷|₀₁₂₃₄ᵢₙ→'′")
_PLUS = frozenset("+＋")


def in_address(text: str, start: int, end: int) -> bool:
    """Whether a mark is part of a web address, an e-mail address or a file name."""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > first and text[start - 1] in _TOKEN:
        start -= 1
    while end < last and text[end] in _TOKEN:
        end += 1
    return _ADDRESS.search(text, start, end) is not None


def is_unit(text: str, at: int) -> bool:
    """Whether a unit stands at a place as a word of its own: **m in a cell, 宽**m，."""
    return _UNITS.match(text, at) is not None


def in_latin(text: str, start: int, end: int) -> bool:
    """Whether a mark touches Latin letters (docx, XP, A*), other than a unit (XXkm)."""
    left, right = before(text, start), behind(text, end)
    if is_latin(left):
        return True
    if is_latin(right):
        return _UNITS.match(text, end) is None
    hyphen = right in ("-", "‐") and _is_word(behind(text, end + 1))
    return hyphen or _LATIN_WORD.search(text, max(0, start - 24), start) is not None


def _is_word(char: str) -> bool:
    return is_latin(char) and char not in CROSSES


def in_formula(text: str, start: int, end: int) -> bool:
    """Whether a mark is part of a sum: 5G+X, x=3, 3 x 4, X、Y; two marks are never."""
    if end - start > 1:
        return False
    versioned = text[start] == "x" or _EDITION.match(text, end) is not None
    if versioned and _VERSION.search(text, max(0, start - 4), start):
        return _SHARE.match(text, end) is None
    if _BOXED.match(text, max(0, start - 2)) or _MODEL.match(text, end):
        return True
    left = text[max(0, start - 4) : start].rstrip(" ")
    right = text[end : end + 4].lstrip(" ")
    near = (left[-1:], right[:1])
    if any(char in _PLUS or char in _MATHS for char in near if char):
        return True
    if left[-1:] in DIGITS and right[:1] in DIGITS and left and right:
        return True
    return bool(_LETTER_LEFT.search(left) or _LETTER_RIGHT.match(right))


def in_word(text: str, start: int, end: int) -> bool:
    """Whether a cross is part of a word, or a letter: X光, XX染色体, 字母X, “×”, 打×."""
    if end - start == 1:
        tick = text[start] in "×✕✖" and _is_tick(text, start)
        return tick or means_itself(text, start, end)
    return end - start == 2 and _XX_WORDS.match(text, end) is not None


def _is_tick(text: str, at: int) -> bool:
    """Whether a cross is the mark for 'wrong': 打×, 画×, “×”, √或×."""
    left, right = before(text, at), behind(text, at + 1)
    if left in ("打", "画", "划", "√", "✓", "✔") or right in ("√", "✓", "✔"):
        return True
    return (left, right) in {("“", "”"), ("(", ")"), ("（", "）"), ("'", "'"), ('"', '"')}


def is_cross_word(text: str, start: int, end: int) -> bool:
    """Whether a run of crosses is a look-alike of any kind."""
    return (
        in_latin(text, start, end)
        or in_formula(text, start, end)
        or in_word(text, start, end)
        or in_address(text, start, end)
    )


def is_star_word(text: str, start: int, end: int) -> bool:
    """Whether stars are a footnote, a list mark, a product or a hidden number."""
    left, right = before(text, start), behind(text, end)
    if left in DIGITS and right in DIGITS and left and right:
        return True
    if is_latin(left) or is_latin(right) or in_address(text, start, end):
        return True
    if blank_form("footnote").match(text, start) and (left == "" or left in "注：（(，,;；:"):
        return True
    if end - start == 1 and means_itself(text, start, end):
        return True
    if end - start >= 4 and _is_card(text, start, end):
        return True
    return end - start == 1 and not is_han(right)


def _is_card(text: str, start: int, end: int) -> bool:
    """Whether stars in groups hide the middle of a number: 6222 **** **** 1234."""
    left, right = text[:start].rstrip(" *＊")[-1:], text[end:].lstrip(" *＊")[:1]
    return left in DIGITS and right in DIGITS


_DRAWN = re.compile(r"[ \u3000\-—─=~～·.]*[_＿*＊][_＿*＊\-—─=~～·. \u3000]*")


def is_rule_line(text: str) -> bool:
    """Whether a paragraph is a drawn line: ________ or ***** and nothing else."""
    return _DRAWN.fullmatch(text) is not None
