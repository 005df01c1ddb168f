"""Runs of marks that stand for a name or a number: X, ××, **, ○○, □□, 某某, N名."""

from __future__ import annotations

import re
from functools import cache

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import (
    CROSSES,
    DIGITS,
    SPACES,
    STARS,
    FoundBlank,
    before,
    behind,
    is_han,
    is_latin,
    run_of,
)
from editor.blanks.recognisers.lookalikes import is_cross_word, is_star_word, is_unit
from editor.blanks.recognisers.year_masks import number_mask
from editor.language.mask_words import (
    counts_before,
    measure_behind,
    post_before,
    post_behind,
    wanted_behind,
)
from editor.language.surnames import plain_surnames

_OPENERS = frozenset("“‘《〈（(【[「『")
_ORGAN = re.compile(
    r"[省市县区州镇乡](?:总工会|工会|委(?!托|屈|派|原|一名|某)|人民政府|政府|人大|政协|直机关|教育|卫生|公安|财政|烟草|税务|"
    r"电力|供电|经济|第[一二三四五六七八九十]+)|(?:街道|公司|集团|单位|学校|厂)(?:工会|党委|党支部|党总支|团委)"
)
_SOLE = "某"
_TIMES = "×✕✖╳"
_FACTORS = frozenset("数量价次率长宽高额度底")
_MEASURED = re.compile(r"场次|年份|行业|地区|时间|天数|人数|单价|数量|系数|标准|比例|权重|[长宽高]")
# Words behind which a name must follow.
_NO_NAME = re.compile(
    r"(?:[感致答多]谢|[有相机无]关|[地各对双我]方|[道公铁]路|[平治]安|[提较崇]高|[主责信担就]任)$"
)
_FREE = re.compile(r"(?:[驻赴来由请让把向对以]|代表|建设|推动|关于)$")
_LONE = re.compile(r"(?<=[\u4e00-\u9fff])[×✕✖╳](?=[\u4e00-\u9fff])")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWYZz")
# Sites write D for 党 past a filter: D中央, D委, D员.
_PARTY = re.compile(
    r"中央|员(?!工)|委|组织|支部|总支|建(?!筑|材)|史|校(?!区)|风|纪|章|性|代会|政|和国家|"
    r"的(?:领导|建设|二十|十[七八九]|路线|方针|政治|组织|事业|创新理论|群众|宗旨|纪律|旗帜)"
)


def cross(text: str, at: int) -> FoundBlank | None:
    """X, xx, ×××, ＸＸ, 'X X X', XX.X."""
    start, end = run_of(text, at, CROSSES)
    if not is_latin(before(text, start)):
        end = _stretched(text, start, end)
    numeric, found = number_mask(text, start, end)
    if numeric:
        return found
    if _is_boxed(text, start, end):
        return FoundBlank(start - 1, end + 1, BlankKind.X)
    if is_cross_word(text, start, end):
        return None
    if end - start == 1 and text[start] in _TIMES and not _is_sign(text, start, end):
        return None
    return FoundBlank(start, end, BlankKind.X)


def _is_boxed(text: str, start: int, end: int) -> bool:
    """Whether a cross stands in brackets for a number: 产量[X]万辆; [x] is a ticked box."""
    if before(text, start) != "[" or behind(text, end) != "]":
        return False
    return is_han(before(text, start - 1)) and wanted_behind(text, end + 1)


def _is_sign(text: str, start: int, end: int) -> bool:
    """Whether a lone × stands for a name or number; 人数×场次 is a product of two measures."""
    left = before(text, start)
    if left in _FACTORS and _MEASURED.match(text, end):
        return False
    if wanted_behind(text, end) or counts_before(text, start, strictly=True):
        return True
    opened = (
        left in _OPENERS or left in "，。；：、,;:" or _FREE.search(text, max(0, start - 2), start)
    )
    return bool(opened) and is_han(behind(text, end)) and behind(text, end) not in "和或号"


def lone(text: str) -> list[FoundBlank]:
    """Lone × among words, for a text in which other × are blanks: 把×建设成为强市."""
    found: list[FoundBlank] = []
    for match in _LONE.finditer(text):
        start, end = match.span()
        product = text[start - 1] in _FACTORS and _MEASURED.match(text, end)
        if not product and not is_cross_word(text, start, end):
            found.append(FoundBlank(start, end, BlankKind.X))
    return found


def _stretched(text: str, start: int, end: int) -> int:
    """The end with a decimal (XX.X) or spaced marks (X X X) taken in."""
    if behind(text, end) in (".", "．") and behind(text, end + 1) in CROSSES:
        last = run_of(text, end + 1, CROSSES)[1]
        if is_han(behind(text, last)) or behind(text, last) in ("%", "％", "‰", "℃", "/", "～"):
            return last
    if (
        end - start == 2
        and text.startswith(f"-{text[start]}", end)
        and is_han(behind(text, end + 2))
    ):
        return end + 2  # 局长xx-x同志: a site cut its xxx
    while (
        end - start in (1, 3, 5)
        and behind(text, end) in SPACES
        and behind(text, end + 1) == text[start]
        and behind(text, end + 2) not in CROSSES
    ):
        end += 2
    return end


def star(text: str, at: int) -> FoundBlank | None:
    """*, **, ***: hidden numbers, hidden names, and words eaten by a filter."""
    start, end = run_of(text, at, STARS)
    if (start == 0 or is_han(before(text, start))) and is_unit(text, end):
        return FoundBlank(start, end, BlankKind.X)
    end = _decimal(text, end)
    left = before(text, start)
    if left in DIGITS and left and behind(text, end) not in DIGITS:
        return number_mask(text, start, end)[1]
    numeric, found = number_mask(text, start, end)
    if numeric and found:
        return found
    if end - start == 1 and left in SPACES and left:
        return _agenda_star(text, start, end)
    if is_star_word(text, start, end):
        return None
    if end - start == 1 and not (is_han(left) or left in _OPENERS or left in "，。、；：,;:第"):
        return None
    if (
        start == 0
        and end - start == 1
        and not (wanted_behind(text, end) or text.startswith("是", end))
    ):
        return None  # the mark of an item; none begins with 是
    if end - start == 2 and left == "" and behind(text, end) in SPACES:
        return None
    return FoundBlank(start, end, BlankKind.X)


def _decimal(text: str, end: int) -> int:
    """The end with the second half of **.*% or *.*公里 taken in."""
    if behind(text, end) in (".", "．") and behind(text, end + 1) in STARS:
        last = run_of(text, end + 1, STARS)[1]
        if measure_behind(text, last):
            return last
    return end


def _agenda_star(text: str, start: int, end: int) -> FoundBlank | None:
    """'请 * 同志讲话': a lone star between spaces, where a name is asked for."""
    asked = text[max(0, start - 8) : start].rstrip()
    named = post_before(asked, len(asked)) or post_behind(text[end : end + 8].lstrip(), 0)
    return FoundBlank(start, end, BlankKind.X) if named else None


def certain(text: str, at: int) -> FoundBlank | None:
    """某某 for a name; 某 alone only before an office (某市总工会); not 某些, not 王某."""
    start, end = run_of(text, at, frozenset(_SOLE))
    if end - start >= 2:
        surname = before(text, start) in plain_surnames() and not _NO_NAME.search(
            text, max(0, start - 2), start
        )
        if surname and not post_behind(text, end):
            return None
        return FoundBlank(start, end, BlankKind.X)
    return FoundBlank(start, end, BlankKind.X) if _ORGAN.match(text, end) else None


@cache
def _somewhere() -> re.Pattern[str]:
    return re.compile(
        r"某(?:[省镇]|市(?![场民值面])|县(?!级)|区(?![域间别分])|乡(?![亲村])|村(?!民)|局(?![部面限势])|街道|社区)"
        rf"|(?<![{''.join(sorted(plain_surnames()))}])某(?:大[爷妈娘]|先生|女士|师傅|老师|阿姨)"
    )


_SOMETHING = re.compile(
    r"某(?=工程|活动|项目|公司|集团|大学|中学|小学|学校|医院|园区|景区|[河路桥湖山](?![上下里边道]))"
)


def somewhere(text: str, *, wide: bool = False) -> list[FoundBlank]:
    """某 before a place or office: a blank only in a text that has others.

    ``wide``: before things too (某工程), where the text writes its other blanks as 某.
    """
    found = [FoundBlank(m.start(), m.start() + 1, BlankKind.X) for m in _somewhere().finditer(text)]
    if wide:
        found += [FoundBlank(*m.span(), BlankKind.X) for m in _SOMETHING.finditer(text)]
    return found


def letter(text: str, at: int) -> FoundBlank | None:
    """'A总书记', D中央, zz体院: a letter for a word that a filter would not let pass."""
    left = before(text, at)
    if text.startswith("总书记", at + 1) and not is_latin(left):
        return FoundBlank(at, at + 1, BlankKind.X)
    if text[at] in "Zz":
        return _pinyin(text, at)
    if text[at] == "D" and not is_latin(left) and left not in DIGITS - {""}:
        return FoundBlank(at, at + 1, BlankKind.X) if _PARTY.match(text, at + 1) else None
    return None


def _pinyin(text: str, at: int) -> FoundBlank | None:
    """zz体院, 一项ZZ任务: two letters for a name, or for a word (政治) past a filter."""
    start, end = run_of(text, at, frozenset("Zz"))
    among = is_han(before(text, start)) and is_han(behind(text, end))
    return FoundBlank(start, end, BlankKind.X) if among and end - start == 2 else None


RECOGNISERS = (
    (CROSSES, cross),
    (STARS, star),
    (frozenset(_SOLE), certain),
    (_LETTERS, letter),
)
