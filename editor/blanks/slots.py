"""The blanks that go together, by what each stands for (`slot_keys`), and what a row is called.

One value fills every 'X工会'; numbers and years share a row but are filled one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, NamedTuple

from editor.blanks.blank import Blank, BlankKind
from editor.blanks.same_person import TITLE, is_told
from editor.language.slot_words import is_own, is_person
from editor.manuscript.manuscript import Manuscript

_ALL_ALIKE, _ONE_BY_ONE = "填一次，各处相同", "逐处填写"
_ONE_PERSON = "同一人填一次；不是同一人的先去掉勾"
_FOR_SEVERAL = (_ALL_ALIKE, _ONE_BY_ONE, _ONE_PERSON)  # nothing to say of one place


_PEOPLE: Final = ("name", "person", "several", "given")
_TIMES: Final = MappingProxyType({"年": "年份", "月": "月份", "日": "日期", "号": "日期"})


class _Wording(NamedTuple):
    """What the fill sheet calls a family of slots, how to fill it, and whether one by one."""

    label: str
    hint: str
    alone: bool = True


_WORDINGS: Final = MappingProxyType(
    {
        "unit": _Wording("", _ALL_ALIKE, alone=False),
        "place": _Wording("{mark}（地名）", _ALL_ALIKE, alone=False),
        "level": _Wording("{mark}（省、市、县、区、公司等）", _ALL_ALIKE, alone=False),
        "name": _Wording("{mark}{rest}（姓名）", _ONE_PERSON, alone=False),
        "person": _Wording("{rest}{mark}（姓名）", _ONE_PERSON, alone=False),
        "several": _Wording("{mark}{rest}（姓名）", _ONE_BY_ONE),
        "given": _Wording("{rest}{mark}（{rest}后面的名字）", _ONE_BY_ONE),
        "post": _Wording("{mark}（职务）", _ONE_BY_ONE),
        "phone": _Wording("{mark}（电话）", _ONE_BY_ONE),
        "age": _Wording("{mark}{rest}（年龄）", _ONE_BY_ONE),
        "floor": _Wording("{mark}{rest}（楼栋楼层）", _ONE_BY_ONE),
        "number": _Wording("{mark}{rest}（数字·{rest}）", _ONE_BY_ONE),
        "time": _Wording("", _ONE_BY_ONE),
        "year": _Wording("{mark}年（年份）", _ONE_BY_ONE),
        "cell": _Wording("{rest}（空着的格子）", ""),
        "prompt": _Wording("", "填上以后提示语就没有了"),
        "quoted": _Wording("{mark}（主题）", "填引号里的话，引号保留"),
        "dropped": _Wording("漏字（残缺）", "补在标出的地方"),
        "mangled": _Wording("{mark}（残缺的数字）", "填完整的数字"),
        "date": _Wording("{mark}（不可能的日期）", "填完整的日期"),
        "elided": _Wording("被截去的文字（残缺）", "补全或删去"),
        "other": _Wording("{mark}（待补）", _ONE_BY_ONE),
    }
)


@dataclass(frozen=True, slots=True)
class Slot:
    """Blanks that want the same value, or (``alone``) the same kind of value.

    ``label`` is the row's name in the fill sheet, ``hint`` says how to fill it. Where
    ``alone``, each blank has a value of its own: 3 names and 5 names are two numbers. Blanks
    that are not ``sure`` make slots of their own, behind the others.
    """

    key: str
    label: str
    kind: BlankKind
    blanks: tuple[Blank, ...]
    hint: str = ""
    alone: bool = False
    sure: bool = True

    @property
    def of_people(self) -> bool:
        """Whether names of persons are wanted: one that was given may come again."""
        return self.key.partition(":")[0] in _PEOPLE

    @property
    def one_person(self) -> bool:
        """Whether one value fills its blanks only if they all speak of the same person."""
        return self.hint == _ONE_PERSON


def slots_of(manuscript: Manuscript, blanks: Iterable[Blank]) -> tuple[Slot, ...]:
    """The slots of a text, in the order in which their first blank stands; the unsure last.

    A room that is left to be signed or stamped is in none.
    """
    rows: dict[str, list[Blank]] = {}
    guesses: dict[str, list[Blank]] = {}
    for blank in blanks:
        if blank.sure or blank.topic == "unsure":
            kept = rows if blank.sure else guesses
            kept.setdefault(blank.slot or f"own:{blank.text}", []).append(blank)
    sure = [_slot(key, tuple(row)) for key, row in rows.items()]
    return (*sure, *(_guess(_slot(key, tuple(row))) for key, row in guesses.items()))


def context_of(manuscript: Manuscript, blank: Blank, width: int = 12) -> tuple[str, str, str]:
    """The text before a blank, the mark, and the text behind it, in its paragraph."""
    text = manuscript.paragraphs[blank.span.paragraph].text
    start, end = blank.span.start, blank.span.end
    return text[max(0, start - width) : start], text[start:end], text[end : end + width]


def _slot(key: str, blanks: Sequence[Blank]) -> Slot:
    first = blanks[0]
    family, _, rest = key.partition(":")
    mark = first.text.strip()
    label, hint, alone = _wording(family, rest, mark)
    if len(blanks) == 1 and hint in _FOR_SEVERAL:
        hint = ""
    return Slot(key, label, first.kind, tuple(blanks), hint, alone)


def _guess(slot: Slot) -> Slot:
    """The slot of blanks that may be none: each is looked at by itself."""
    hint = "可能不是空：看过原文，是空才填"
    return replace(slot, key=f"unsure:{slot.key}", hint=hint, alone=True, sure=False)


def _wording(family: str, rest: str, mark: str) -> tuple[str, str, bool]:
    """(label, hint, alone) of a family of slots."""
    mark = mark or "____"
    told = _WORDINGS.get(family, _WORDINGS["other"])
    label = told.label.format(mark=mark, rest=rest)
    match family:
        case "name" | "person" if not is_told(f"{family}:{rest}"):
            return label, _ONE_BY_ONE, True
        case "name" if TITLE in rest:
            post, _, whose = rest.partition(TITLE)
            return f"{whose}{mark}{post}（姓名）", told.hint, told.alone
        case "unit":
            return f"{mark}{rest[1:]}（单位或地名）", told.hint, told.alone
        case "other" if rest:
            return f"{mark}{rest}（待补）", _ALL_ALIKE, False
        case "number" if rest.startswith("第"):
            return f"第{mark}{rest[1:]}（届次）", told.hint, told.alone
        case "time":
            return f"{mark}{rest}（{_TIMES.get(rest, '时间')}）", told.hint, told.alone
        case "field":
            own = is_own(rest) or is_person(rest)
            hint = _ONE_BY_ONE if own else _whole(mark)
            return f"{rest or mark}（待补）", hint, own
        case "prompt":
            return f"{rest or '文字'}（提示语处）", told.hint, told.alone
        case _:
            return label, told.hint, told.alone


def _whole(mark: str) -> str:
    """What is said of a mark that goes with its signs."""
    if mark[0] in "[［【〔（({｛":
        return "照括号里的话填写，括号一并换掉"
    return _ALL_ALIKE
