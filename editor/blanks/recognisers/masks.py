"""Runs of any sign that stand where a number, a date or a name belongs: ●●人, ##公司, --月.

Which sign it is says little: templates use whatever the keyboard or a scanner gave. What is
before and behind says it: a measure word, a part of a date, a post, a label with its colon.
"""

from __future__ import annotations

import re
from typing import Final

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import (
    BOLD_STARS,
    DIGITS,
    NUMERALS,
    RINGS,
    SPACES,
    FoundBlank,
    before,
    behind,
    is_han,
    is_latin,
    run_of,
)
from editor.blanks.recognisers.lookalikes import in_address
from editor.blanks.recognisers.year_masks import number_mask
from editor.language.blank_forms import blank_form
from editor.language.field_labels import bare_label, is_field
from editor.language.mask_words import (
    counts_before,
    measure_behind,
    named_behind,
    post_before,
    post_behind,
)
from editor.language.slot_words import is_floor, is_person

# Shapes have no other business inside a sentence; of the others some are punctuation too.
# All of Unicode's blocks and geometric shapes, with what looks like them elsewhere.
_DRAWN: Final = frozenset(map(chr, range(0x2580, 0x2600)))
SHAPES: Final = _DRAWN | RINGS | BOLD_STARS | frozenset("⊙⊕⊗〓♦⬜⬛⬤⭕⚪⚫")
_CLASSIC: Final = frozenset("○〇◯□△")  # these stand for a name wherever they touch a word
_SIGNS: Final = frozenset("#＃~～∼〜@＠&＆$＄^＾=＝+＋|｜\\＼¤§♀♂※•∙‧・✗✘❌﹍ˍ￣￥¥€£")
_JOINING: Final = frozenset("+＋&＆|｜\\＼•∙‧・@＠")  # one of these joins two words
_STOPS: Final = frozenset("…⋯.．·-－—–―?？/／")
_STARS: Final = frozenset("★☆")
_SHORT: Final = 8  # marks of a run that stands for a name or a number
_CLOSE: Final = frozenset("，。；、）,;)！：")
_OPEN: Final = frozenset("，。；、（,;(：“《")
_DATE: Final = frozenset("年月日号时分")
_WIDER: Final = 0xFEE0  # from a sign of ASCII to the same at full width
_CENTURIES: Final = ("20", "19", "２０", "１９", "二〇", "二○")
_NO_LEVEL: Final = frozenset("级星")  # ★★★级 is a level and no blank
_LABEL: Final = re.compile(r"(?:^|[ \u3000，。；、（])([\u4e00-\u9fff]{2,8})([:：]?)[ \u3000]*$")
_POST: Final = 8  # characters before a name in which its post stands, with spaces between
_NEAR: Final = 60  # characters of a line in which a bullet has another before it
_LONGEST: Final = 20  # marks of the longest number behind a label
_SHORTEST_RATING: Final = 3  # more stars than these say how good it is


def shape(text: str, at: int) -> FoundBlank | None:
    """○○市, ■家, 书记◆◆◆; not the zero of 二○○八年, not a bullet, a box, a rating."""
    start, end = run_of(text, at, _alike(text[at]))
    left, right = before(text, start), behind(text, end)
    if text[at] in "○〇◯" and (left in NUMERALS or right in NUMERALS):
        return None
    numeric, found = number_mask(text, start, end)
    if not found and end - start > 1 and _is_dialled(text, start):
        return FoundBlank(start, end, BlankKind.X)
    if numeric:
        return found
    if end - start > _SHORT or _is_rating(text, start, end):
        return _numbered(text, start, end)
    end = _with_decimal(text, start, end)
    inside = is_han(left) or (left != "" and left in _OPEN and text[at] not in "□☐")
    several = end - start > 1
    counted = measure_behind(text, end) != "" and right not in _NO_LEVEL
    if several:
        found = counted or _is_among(text, start, end) or _is_name(text, start, end)
    else:
        known = counted or _is_named(text, end) or (left == "第" and is_han(right))
        found = (known and inside and not _is_listed(text, at)) or _is_dated(text, at)
    return FoundBlank(start, end, BlankKind.X) if found else None


def _is_among(text: str, start: int, end: int) -> bool:
    """Whether several shapes stand between words, where nothing is decorated: 荣获●●奖."""
    left, right = before(text, start), behind(text, end)
    if text[start] in _CLASSIC:
        return is_han(left) or is_han(right) or _alone(text, start, end)
    return is_han(left) and is_han(right) and text[start] not in _STARS


def _is_dialled(text: str, start: int) -> bool:
    """Whether a number that somebody dials breaks off: 热线96□□□, 电话0571－□□□□."""
    return blank_form("dialled").search(text, max(0, start - 12), start) is not None


def _is_listed(text: str, at: int) -> bool:
    """Whether a shape is a bullet or a box of a list in its line: 选项：○个人○单位."""
    near = text[max(0, at - _NEAR) : at]
    edge = near.rfind(text[at])
    if edge < 0:
        return False
    free = (edge == 0 and at <= _NEAR) or near[edge - 1 : edge] in (" ", "\u3000", "：", ":")
    return free and not measure_behind(near, edge + 1)


def _is_dated(text: str, at: int) -> bool:
    """Whether a shape at the head of a line is a month with the day masked too: ○月○日."""
    return text.startswith(("月" + text[at], "年" + text[at]), at + 1)


def _numbered(text: str, start: int, end: int) -> FoundBlank | None:
    """A long run behind a label: 电话●●●●●●●●●●●."""
    if end - start > _LONGEST or text[start] in _STARS or not _labelled(text, start, end):
        return None
    return FoundBlank(start, end, BlankKind.X)


def _alike(char: str) -> frozenset[str]:
    """A character in both widths: where some of a run are read wide it is one run still."""
    code = ord(char)
    other = code + _WIDER if code < _WIDER else code - _WIDER
    return frozenset((char, chr(other))) if 0x20 < min(code, other) < 0x7F else frozenset(char)


def sign(text: str, at: int) -> FoundBlank | None:
    """##公司, ~~项, @@名: two or more of a sign that is no punctuation."""
    start, end = run_of(text, at, _alike(text[at]))
    if end - start == 1:
        single = _is_ordinal(text, at) or _is_alone(text, at)
        return FoundBlank(start, end, BlankKind.X) if single else None
    if not _may_be(text, start, end):
        return None
    numeric, found = number_mask(text, start, end)
    if numeric:
        return found if behind(text, end) == "年" else None
    end = _with_decimal(text, start, end)
    counted = measure_behind(text, end) and (is_han(before(text, start)) or _in_date(text, start))
    if counted or _is_name(text, start, end):
        return FoundBlank(start, end, BlankKind.X)
    return None


def stop(text: str, at: int) -> FoundBlank | None:
    """...件, 共？？人, --月: marks of punctuation, where only a number can stand."""
    start, end = run_of(text, at, _alike(text[at]))
    left = before(text, start)
    if end - start == 1 and text[at] not in "…⋯":
        single = _is_ordinal(text, at) or _is_single(text, at)
        return FoundBlank(start, end, BlankKind.X) if single else None
    if not _may_be(text, start, end):
        return None
    head = text[max(0, start - 2) : start]
    if behind(text, end) == "年" and (head in _CENTURIES or _dated(text, start)):
        own = 2 if head in _CENTURIES else 0
        return FoundBlank(start - own, end, BlankKind.YEAR if own else BlankKind.X)
    if text.startswith("在", start - 1) and post_behind(text, end):
        return FoundBlank(start, end, BlankKind.X)
    opened = left == "" or left in _OPEN
    opened = opened or blank_form("came-left").search(text, max(0, start - 3), start) is not None
    if opened and blank_form("came").match(text, end):
        return FoundBlank(start, end, BlankKind.X)
    measure = measure_behind(text, end)
    if not measure or (left in DIGITS and left):
        return None
    if _in_date(text, start) and measure in _DATE:
        return FoundBlank(start, end, BlankKind.X)
    closes = behind(text, end + len(measure)) in _CLOSE
    wanted = is_han(left) and (closes or counts_before(text, start))
    wanted = wanted or (text[at] in "?？" and left in ("，", "、"))
    return FoundBlank(start, end, BlankKind.X) if wanted else None


def _is_single(text: str, at: int) -> bool:
    """Whether one ？ or one dash stands where nothing but a number can: 共？人, 年—月."""
    measure, left = measure_behind(text, at + 1), before(text, at)
    if measure in _DATE and left + measure in ("年月", "月日"):
        return True
    if not measure or text[at] not in "?？" or not is_han(left):
        return False
    closes = behind(text, at + 1 + len(measure)) in _CLOSE
    return closes or counts_before(text, at, strictly=True)


def _is_alone(text: str, at: int) -> bool:
    """Whether one sign stands for a number: 资金～万元, #批; not 周一～周五, 3#楼, 党建+."""
    if text[at] in _JOINING or not is_han(before(text, at)):
        return False
    measure = measure_behind(text, at + 1)
    if text[at] in "#＃":
        return measure != "" and not is_floor(measure) and measure != "号"
    return len(measure) > 1 or (measure != "" and counts_before(text, at))


def _is_ordinal(text: str, at: int) -> bool:
    """Whether one sign stands between 第 and 届 or the like."""
    return before(text, at) == "第" and behind(text, at + 1) in ("届", "次", "期", "批")


def _dated(text: str, start: int) -> bool:
    """Whether a year may stand here: 自？？年; not 哪一年？？年底."""
    return counts_before(text, start) or start == 0


def _in_date(text: str, start: int) -> bool:
    """Whether 年 or 月 is in front, or nothing is: --月--日."""
    return before(text, start) in ("", "年", "月", "日", "于")


def _may_be(text: str, start: int, end: int) -> bool:
    """Whether a run is short, no drawn line, no piece of an address or of Latin words."""
    if end - start > _SHORT or (end - start == 1 and text[start] != "…"):
        return False
    if text[start] in "@＠" and not is_latin(before(text, start)):
        return not is_latin(behind(text, end))
    latin = is_latin(before(text, start)) or is_latin(behind(text, end))
    return not latin and not in_address(text, start, end)


def _with_decimal(text: str, start: int, end: int) -> int:
    """The end with the second half of ◆.◆% taken in."""
    if behind(text, end) in (".", "．") and behind(text, end + 1) == text[start]:
        last = run_of(text, end + 1, frozenset(text[start]))[1]
        return last if measure_behind(text, last) else end
    return end


def _is_rating(text: str, start: int, end: int) -> bool:
    """Whether stars are a level or a note: ★★★★☆, 五★级, ☆☆☆☆☆级."""
    if text[start] not in _STARS:
        return False
    beside = before(text, start) + behind(text, end)
    many = end - start > _SHORTEST_RATING
    return many or any(c in _STARS for c in beside) or behind(text, end) in ("级", "星")


def _is_named(text: str, end: int) -> bool:
    return named_behind(text, end) != ""


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a name belongs here: before a place, an organ or a post, behind a post or label."""
    right = behind(text, end)
    if _is_named(text, end):
        return True
    free = right == "" or right in _CLOSE or right in SPACES or text.startswith(_DOES, end)
    called = text[max(0, start - _POST) : start].rstrip()  # 主席　■■■
    if free and post_before(called, len(called)):
        return True
    return free and text[start] not in _STARS and _labelled(text, start, end)


def _labelled(text: str, start: int, end: int) -> bool:
    """Whether the name of a field stands in front, with a colon or as all of its clause."""
    label = _LABEL.search(text, max(0, start - 12), start)
    if label is None:
        return False
    name = bare_label(label[1])
    return is_field(name) or (label[2] != "" and is_person(name))


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a run stands by itself in a list, or is all of its line: □□□、□□□."""
    edges = SPACES | _OPEN | _CLOSE | {""}
    return before(text, start) in edges and behind(text, end) in edges


_DOES: Final = ("同志", "出席", "讲话", "主持", "参加", "致辞", "作报告", "宣读", "在")

RECOGNISERS = ((SHAPES, shape), (_SIGNS, sign), (_STOPS, stop))
