"""What a blank stands for, judged from its neighbours, and the blanks that go together.

One value fills every 'X工会'; numbers and years share a row but are filled one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from editor.blanks.blank import Blank, BlankKind, BlankOrigin
from editor.blanks.recognisers.found import SPACES, FoundBlank
from editor.language.field_labels import is_field
from editor.manuscript.manuscript import Manuscript

_UNIT = re.compile(
    r"总工会|工会|街道|公司|集团|学校|中学|小学|学院|大学|医院|车间|企业|单位|支行|银行|党委|党总支|党支部|"
    r"县委|市委|区委|镇委|省委|委(?!托|屈|派)|委员会|社区|开发区|园区|协会|中心(?!工作|任务|组)|[省市县区州镇乡村局厂](?!长|委?书记|域|级|政府工作人员)"
)
_PERSON = re.compile(
    r"(?:副|代)?(?:同志|总?书记|主席|主任|部长|局长|市长|县长|区长|镇长|乡长|省长|董事长|总经理|经理|厂长|校长|院长|"
    r"会长|理事长|站长|所长|队长|科长|处长|师傅|先生|女士|教授|老师|劳模|总(?=[，、。：！]))"
)
_NUMBER = re.compile(
    r"余?(?:人次|周年|万元|亿元|千万元|百万元|万人|万名|万亩|万吨|万户|平方米|公里|公顷|个百分点|"
    r"[名人个家项元万亿千百％%‰户亩吨件条篇册份场期次届批台套天小辆座所间位对双倍成折层字])"
)
_TIME = re.compile(r"年度|年|月份?|[日号]|[时点]|分(?!工|会|公|局|厂)|季度")
_SPACES = "".join(SPACES)
_SPEAKER = re.compile(r"(?:讲话|致辞|报告|发言|[讲主汇报话持发言]{2}人[:：])$")
_ALL_ALIKE, _ONE_BY_ONE = "填一次，各处相同", "逐处填写"
_ONE_PERSON = "同一人填一次；不是同一人的先去掉勾"
_FOR_SEVERAL = (_ALL_ALIKE, _ONE_BY_ONE, _ONE_PERSON)  # nothing to say of one place
_AFTER_SPEAKER = ("", "（", "(", "同", "尊", "各", "2", "\n")


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


def slot_of(kind: BlankKind, before: str, mark: str, behind: str) -> str:
    """The key of the slot: 'unit:X工会', 'number:名', 'year', 'name:同志', 'field:单位'."""
    if kind is BlankKind.YEAR:
        return "year"
    if kind in (BlankKind.MANGLED, BlankKind.DATE, BlankKind.ELIDED):
        return kind.value
    if kind is BlankKind.DROPPED:
        return "quoted" if mark[0] in '“《‘「『〈"' else "dropped"
    if kind is BlankKind.BLANK and (inner := mark.strip("（）()【】[]〔〕［］{}｛｝_＿" + _SPACES)):
        return f"field:{inner}"
    return _by_neighbours(before.rstrip(), behind.lstrip("”》 \u3000"), mark)


def named_slot(found: FoundBlank, before: str) -> str:
    """The key of the slot of a blank that is known otherwise than by a mark among words."""
    if found.origin is BlankOrigin.CELL:
        return "time:年" if found.name == "年" else f"cell:{found.name}"
    if found.name:
        return f"field:{found.name}"
    field = re.search(r"([\u4e00-\u9fff]{1,8})[:：]?[ \u3000\t]*$", before)
    if field and is_field(field[1]):
        return f"field:{field[1]}"
    return "prompt:日期" if found.kind is BlankKind.DATE else "prompt:"


def _by_neighbours(before: str, behind: str, mark: str) -> str:
    if time := _TIME.match(behind):
        return f"time:{'年' if time[0][0] == '年' else time[0][0]}"
    if before.endswith("第") or (behind[:1] == "届" and behind):
        number = _NUMBER.match(behind)
        return f"number:第{number[0] if number else ''}"
    if (number := _NUMBER.match(behind)) and not _PERSON.match(behind):
        return f"number:{number[0]}"
    if person := _PERSON.match(behind):
        return f"name:{person[0]}"
    if unit := _UNIT.match(behind):
        return f"unit:X{unit[0]}"
    if _SPEAKER.search(before) and behind[:1] in _AFTER_SPEAKER:
        return "name:"
    if before.endswith(("同志", "书记", "主席", "主任", "局长", "县长", "市长", "区长")):
        return "name:"
    if mark.strip("_＿（）()" + _SPACES) == "" and re.search(r"[:：]$", before):
        field = re.search(r"([\w]{1,8})[:：]$", before)
        return f"field:{field[1]}" if field else "field:"
    return "unit:X"


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
    match family:
        case "unit":
            return f"{mark}{rest[1:]}（单位或地名）", _ALL_ALIKE, False
        case "name":
            return f"{mark}{rest}（姓名）", _ONE_PERSON, False
        case "number":
            ordinal = rest.startswith("第")
            shown = f"第{mark}{rest[1:]}（届次）" if ordinal else f"{mark}{rest}（数字·{rest}）"
            return shown, _ONE_BY_ONE, True
        case "time":
            names = {"年": "年份", "月": "月份", "日": "日期", "号": "日期"}
            return f"{mark}{rest}（{names.get(rest, '时间')}）", _ONE_BY_ONE, True
        case "year":
            return f"{mark}年（年份）", _ONE_BY_ONE, True
        case "field":
            return f"{rest or mark}（待补）", _whole(mark), False
        case "cell":
            return f"{rest}（空着的格子）", "", True
        case "prompt":
            return f"{rest or '文字'}（提示语处）", "填上以后提示语就没有了", True
        case "quoted":
            return f"{mark}（主题）", "填引号里的话，引号保留", True
        case "dropped":
            return "漏字（残缺）", "补在标出的词前面", True
        case "mangled":
            return f"{mark}（残缺的数字）", "填完整的数字", True
        case "date":
            return f"{mark}（不可能的日期）", "填完整的日期", True
        case "elided":
            return "被截去的文字（残缺）", "补全或删去", True
        case _:
            return f"{mark}（待补）", _ONE_BY_ONE, True


def _whole(mark: str) -> str:
    """What is said of a mark that goes with its signs."""
    if mark[0] in "[［【〔（({｛":
        return "照括号里的话填写，括号一并换掉"
    return _ALL_ALIKE
