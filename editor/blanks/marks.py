"""Runs of marks that stand for a name or a number: X, ××, **, ○○, □□, 某某, N名."""

from __future__ import annotations

import re

from editor.blanks.blank import BlankKind
from editor.blanks.found import (
    CROSSES,
    DIGITS,
    MEASURES,
    NUMERALS,
    PLACES,
    RINGS,
    SPACES,
    STARS,
    Found,
    before,
    behind,
    is_han,
    is_latin,
    run_of,
)
from editor.blanks.lookalikes import is_cross_word, is_rule_line, is_star_word
from editor.blanks.years import number_mask

_OPENERS = frozenset("“‘《〈（(【[「『")
# Behind a lone × or * only these make a blank: both have a life of their own.
_FOLLOWERS = re.compile(
    rf"(?!年份|月份|日期|时间|人[均口数]|度量|对|折|次数|场均|天数)[{MEASURES}{PLACES}]|工会|公司|集团|同志|书记|主席|主任|总|街道|委|学|中学|小学|大学|医院|先生|女士|银行|中心|协会"
)
_PERSON = re.compile(
    r"同志|书记|主席|主任|部长|局长|市长|县长|区长|镇长|董事长|总经理|厂长|校长|院长"
)
_ORGAN = re.compile(
    r"[省市县区州镇乡](?:总工会|工会|委(?!托|屈|派|原|一名|某)|人民政府|政府|人大|政协|直机关|教育|卫生|公安|财政|烟草|税务|"
    r"电力|供电|经济|第[一二三四五六七八九十]+)|(?:街道|公司|集团|单位|学校|厂)(?:工会|党委|党支部|党总支|团委)"
)
_SOLE = "某"
_FACTORS = frozenset("数量价次率长宽高额度")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWYZ")
# Sites write D for 党 past a filter: D中央, D委, D员.
_PARTY = re.compile(
    r"中央|员(?!工)|委|组织|支部|总支|建(?!筑|材)|史|校(?!区)|风|纪|章|性|代会|政|和国家|"
    r"的(?:领导|建设|二十|十[七八九]|路线|方针|政治|组织|事业|创新理论|群众|宗旨|纪律|旗帜)"
)
_N_NUMBER = re.compile(r"N(?=名|万元|亿元|%|％|户|人次|周年|余[名人家个])")


def cross(text: str, at: int) -> Found | None:
    """X, xx, ×××, ＸＸ, 'X X X', XX.X."""
    start, end = run_of(text, at, CROSSES)
    if not is_latin(before(text, start)):
        end = _stretched(text, start, end)
    numeric, found = number_mask(text, start, end)
    if numeric:
        return found
    if is_cross_word(text, start, end):
        return None
    if end - start == 1 and text[start] in "×✕✖╳":
        # 人数×场次 is a product of two measures.
        product = before(text, start) in _FACTORS and text.startswith("场次", end)
        if product or not _FOLLOWERS.match(text, end):
            return None
    return Found(start, end, BlankKind.X)


def _stretched(text: str, start: int, end: int) -> int:
    """The end with a decimal (XX.X) or spaced marks (X X X) taken in."""
    if behind(text, end) in (".", "．") and behind(text, end + 1) in CROSSES:
        last = run_of(text, end + 1, CROSSES)[1]
        if is_han(behind(text, last)) or behind(text, last) in ("%", "％", "‰", "℃", "/", "～"):
            return last
    while (
        end - start in (1, 3, 5)
        and behind(text, end) in SPACES
        and behind(text, end + 1) == text[start]
        and behind(text, end + 2) not in CROSSES
    ):
        end += 2
    return end


def star(text: str, at: int) -> Found | None:
    """*, **, ***: hidden numbers, hidden names, and words eaten by a filter."""
    start, end = run_of(text, at, STARS)
    if is_rule_line(text):
        return None
    end = _decimal(text, end)
    left = before(text, start)
    if left in DIGITS and left and behind(text, end) not in DIGITS:
        return number_mask(text, start, end)[1]
    numeric, found = number_mask(text, start, end)
    if numeric and found:
        return found
    if is_star_word(text, start, end):
        return None
    if end - start == 1 and not (is_han(left) or left in _OPENERS or left in "，。、；：,;:第"):
        return None
    if start == 0 and end - start == 1 and not _FOLLOWERS.match(text, end):
        return None
    if end - start == 2 and left == "" and behind(text, end) in SPACES:
        return None
    return Found(start, end, BlankKind.X)


def _decimal(text: str, end: int) -> int:
    """The end with the second half of **.*% taken in."""
    if behind(text, end) in (".", "．") and behind(text, end + 1) in STARS:
        last = run_of(text, end + 1, STARS)[1]
        if last < len(text) and text[last] in "%％万亿元倍个千吨℃‰百":
            return last
    return end


def ring(text: str, at: int) -> Found | None:
    """○○, □□, △△; not the zero of 二○○八年, not a box to tick."""
    start, end = run_of(text, at, frozenset(text[at]))
    left, right = before(text, start), behind(text, end)
    if text[at] in "○〇◯" and (left in NUMERALS or right in NUMERALS):
        return None
    numeric, found = number_mask(text, start, end)
    if numeric:
        return found
    if end - start >= 2:
        touches = is_han(left) or is_han(right) or (left == "" and right == "")
        return Found(start, end, BlankKind.X) if touches and end - start <= 8 else None
    sure = is_han(left) or left in "，。、“（《" if left else False
    return Found(start, end, BlankKind.X) if sure and _FOLLOWERS.match(text, end) else None


def certain(text: str, at: int) -> Found | None:
    """某某 for a name; 某 alone only before an office (某市总工会); not 某些, not 王某."""
    start, end = run_of(text, at, frozenset(_SOLE))
    if end - start >= 2:
        surname = is_han(before(text, start)) and not _joins(before(text, start))
        if surname and not _PERSON.match(text, end):
            return None
        return Found(start, end, BlankKind.X)
    return Found(start, end, BlankKind.X) if _ORGAN.match(text, end) else None


_SOMEWHERE = re.compile(
    r"某(?:[省镇]|市(?![场民值面])|县(?!级)|区(?![域间别分])|乡(?![亲村])|村(?!民)|局(?![部面限势])|街道|社区)"
)


def somewhere(text: str) -> list[Found]:
    """某 before a place or office: a blank only in a text that has others."""
    return [Found(m.start(), m.start() + 1, BlankKind.X) for m in _SOMEWHERE.finditer(text)]


def _joins(char: str) -> bool:
    """Whether a character before 某某 is a word of its own and no surname."""
    return char in "的在由请为是和与及以到对把向让使共市县区省镇乡局委长记席任志同中将从给跟于按"


def letter(text: str, at: int) -> Found | None:
    """N名, N万元, 第N届, 'A总书记'; not 1+N."""
    left = before(text, at)
    if text.startswith("总书记", at + 1) and not is_latin(left):
        return Found(at, at + 1, BlankKind.X)
    if text[at] == "D" and not is_latin(left) and left not in DIGITS - {""}:
        return Found(at, at + 1, BlankKind.X) if _PARTY.match(text, at + 1) else None
    if text[at] != "N":
        return None
    if left == "第" and behind(text, at + 1) == "届":
        return Found(at, at + 1, BlankKind.X)
    if _N_NUMBER.match(text, at) and is_han(left):
        return Found(at, at + 1, BlankKind.X)
    return None


RECOGNISERS = (
    (CROSSES, cross),
    (STARS, star),
    (RINGS, ring),
    (frozenset(_SOLE), certain),
    (_LETTERS, letter),
)
