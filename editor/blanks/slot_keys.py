"""What a blank stands for, told from what is before and behind it: the key of its slot.

The longest word behind decides first (岁, 公司, 书记), then the label before it or the heading of
its column, then what surrounds a person or a post. What nobody tells is 'other:'.
"""

from __future__ import annotations

import re
from typing import Final

from editor.blanks.blank import BlankKind, BlankOrigin
from editor.blanks.recognisers.found import CROSSES, DIGITS, RINGS, SPACES, STARS, FoundBlank
from editor.blanks.same_person import told_apart
from editor.language.field_labels import bare_label, is_field
from editor.language.mask_words import measure_behind, organ_behind, post_before, post_behind
from editor.language.slot_words import (
    is_after_post,
    is_before_post,
    is_floor,
    is_number,
    is_of_place,
    is_person,
    is_phone,
    makes_place,
    personal,
    speaking,
)
from editor.language.surnames import plain_surnames

_SPACES: Final = "".join(SPACES)
_BRACKETS: Final = "（）()【】[]〔〕［］{}｛｝_＿" + _SPACES
_MARKS: Final = "".join(sorted(CROSSES | STARS | RINGS | frozenset("某■●◆▲")))
_TIME: Final = frozenset("年月日时点分")
_STOPS: Final = frozenset("，,。；;、）)：:（(\n") | SPACES
_LEVELS: Final = ("全", "我", "本")
_SPEAKER: Final = re.compile(r"(?:讲话|致辞|报告|发言)$")
_AFTER_SPEAKER: Final = ("", "（", "(", "同", "尊", "各", "2", "\n")
_LABEL: Final = re.compile(
    r"(?:^|[^\u4e00-\u9fff])(?P<label>[\u4e00-\u9fff]{2,8})(?P<colon>[:：]?)[ \u3000\t]*$"
)
# 、XXX、XXX三位同志: the last of a row says what they are.
_ROW: Final = re.compile(
    rf"(?:[、，和与及][{_MARKS}]{{1,4}}){{0,9}}(?:等)?(?:[一二三四五六七八九十两几\d]{{0,2}}[位名])?"
)
_NEXT_LABEL: Final = re.compile("[ \u3000]+[\u4e00-\u9fff]{2,8}[:：]")
_QUOTED: Final = re.compile("([\u4e00-\u9fff]{2,8})[”》]")
_QUOTED_STOPS: Final = _STOPS | {"”", "》", "建", "的"}
_COLONS: Final = ("：", ":")
_CLOCK: Final = 2  # marks of an hour or a minute
_PHONE: Final = 7  # marks of the shortest number in town


def slot_of(kind: BlankKind, before: str, mark: str, behind: str) -> str:
    """The key of the slot: 'unit:X工会', 'number:名', 'year', 'name:同志', 'field:单位'."""
    if kind is BlankKind.YEAR:
        return "year"
    if kind in (BlankKind.MANGLED, BlankKind.DATE, BlankKind.ELIDED):
        return kind.value
    if kind is BlankKind.DROPPED:
        return "quoted" if mark[0] in '“《‘《〈「『"' else "dropped"
    behind = "" if _NEXT_LABEL.match(behind) else behind.lstrip("”》 \u3000")
    before = before.rstrip()
    if kind is BlankKind.BLANK and (inner := mark.strip(_BRACKETS)):
        measure = measure_behind(behind, 0) if is_number(inner) else ""
        return f"number:{measure}" if measure else f"field:{inner}"
    key = (
        _by_word_behind(before, behind, mark)
        or _by_clock(before, mark, behind)
        or _by_label(before, behind)
        or _by_person(before, mark, behind)
        or ("phone:" if _is_phone(mark) else "")
        or _by_place(before, behind)
    )
    return told_apart(key, before, behind)


def named_slot(found: FoundBlank, before: str) -> str:
    """The key of the slot of a blank that is known otherwise than by a mark among words."""
    if found.origin is BlankOrigin.CELL:
        return "time:年" if found.name == "年" else f"cell:{found.name}"
    if found.name:
        return f"field:{found.name}"
    field = _LABEL.search(before)
    if field and is_field(field["label"]):
        return f"field:{field['label']}"
    return "prompt:日期" if found.kind is BlankKind.DATE else "prompt:"


def _by_word_behind(before: str, behind: str, mark: str) -> str:
    """By the longest of a measure word, an organ or place, and a post behind the mark."""
    measure, organ, post = (look(behind, 0) for look in (measure_behind, organ_behind, post_behind))
    if before.endswith("第") or (behind[:1] == "届" and behind):
        return f"number:第{measure}"
    if measure == "对" and _named(before):
        measure = ""  # 县长XXX对防汛作了部署
    if measure and len(measure) >= len(organ):
        return _counted(measure)
    if organ and len(organ) >= len(post):
        return f"unit:X{organ}"
    if post or (behind[:1] == "总" and _is_over(behind[1:])):
        return f"name:{post or '总'}"
    alone = behind[:1] in _STOPS or not behind
    levels = before.endswith(_LEVELS) and (not alone or len(mark.strip()) == 1)
    return "level:" if levels else ""


def _is_over(behind: str) -> bool:
    """Whether 总 is all that a person is called: X总的, X总讲话."""
    return behind[:1] in _STOPS or behind[:1] == "的" or speaking().match(behind) is not None


def _counted(measure: str) -> str:
    if measure == "岁":
        return "age:岁"
    if is_floor(measure):
        return f"floor:{measure}"
    if measure[0] in _TIME and measure not in ("年代", "分钟"):
        return f"time:{measure[0]}"  # 月底, 年初, 点 too
    return f"number:{measure}"


def _by_clock(before: str, mark: str, behind: str) -> str:
    """Hour and minute of X：XX, told by the mark on the other side of the colon."""
    if len(mark.strip()) > _CLOCK:
        return ""
    if behind[:1] in _COLONS and behind[1:2] in _MARKS and len(behind) > 1:
        return "time:时"
    return "time:分" if before[-1:] in _COLONS and before[-2:-1] in _MARKS and before[1:] else ""


def _by_label(before: str, behind: str) -> str:
    """By the label in front; without a colon it must be all of its clause."""
    found = _LABEL.search(before)
    if found is None:
        return ""
    label = bare_label(found["label"])
    free = behind[:1] in _STOPS or not behind
    known = is_field(label) or is_person(label) or is_phone(label)
    if not (known and free) and not (found["colon"] and len(label) <= _PHONE):
        return ""
    return "name:" if _SPEAKER.search(label) else f"field:{label}"


def _by_person(before: str, mark: str, behind: str) -> str:
    """By what surrounds a name: a surname, a post, an age, others in its row; or a post's."""
    if before[-1:] in plain_surnames() and before[-2:-1] in ("", *_STOPS, "和", "“"):
        return f"given:{before[-1]}"
    if row := _ROW.match(behind):
        last = post_behind(behind, row.end())
        if last:
            return f"name:{last}"
    if (
        is_after_post(before)
        or is_before_post(behind)
        or (before.endswith("、") and _is_later_post(before))
    ):
        return "post:"
    if _SPEAKER.search(before) and behind[:1] in _AFTER_SPEAKER:
        return "name:"  # whose speech it is
    if personal().match(behind):
        return "person:"
    free = not behind or behind[0] in _STOPS or speaking().match(behind) or behind[0] == "对"
    return "person:" if free and _calls(before, behind) else ""


def _calls(before: str, behind: str) -> bool:
    """Whether 请, 由 or a post stands in front; behind 由 only who speaks is a person."""
    if behind.startswith("对"):
        return _named(before)
    if before.endswith(("请", "由")):
        return speaking().match(behind) is not None
    return post_before(before, len(before))


def _named(before: str) -> bool:
    """Whether a post ends here, so that its holder's name follows."""
    return not before.endswith(("请", "由")) and post_before(before, len(before))


def _is_later_post(before: str) -> bool:
    """Whether the mark goes on with a list of posts: 担任XXX、XXX."""
    return is_after_post(before.rstrip("、" + _MARKS))


def _by_place(before: str, behind: str) -> str:
    """A place that the text is about, a name in quotes, or what nobody tells."""
    if is_of_place(behind) or (makes_place(before) and (not behind or behind[0] in _QUOTED_STOPS)):
        return "place:"
    name = _QUOTED.match(behind) if before.endswith(("“", "《")) else None
    return f"other:{name[1]}" if name else "other:"


def _is_phone(mark: str) -> bool:
    return len(mark.strip()) >= _PHONE and not set(mark) - set(_MARKS) - DIGITS - set("-—－")
