"""What blanks stand for, and which of them go together."""

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.blanks.slots import Slot, context_of, slots_of
from tests.notation import doc


def slots(line: str) -> tuple[Slot, ...]:
    return slots_of(doc(line), find_blanks(doc(line)))


def test_every_unit_with_the_same_word_is_one_slot() -> None:
    (slot,) = slots("X工会部署 | 中共XX工会党组 | XXX工会")
    assert (slot.key, len(slot.blanks), slot.alone) == ("unit:X工会", 3, False)
    assert slot.label == "X工会（单位或地名）"


def test_a_city_and_its_county_are_two_slots() -> None:
    assert [s.key for s in slots("XX市XX县总工会")] == ["unit:X市", "unit:X县"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("选树标兵X名。", "X名（数字·名）"),
        ("发放补助X万元。", "X万元（数字·万元）"),
        ("增长X%以上。", "X%（数字·%）"),
        ("第X届委员会", "第X届（届次）"),
        ("到20xx年建成", "20xx年（年份）"),
        ("X月召开", "X月（月份）"),
        ("请XX同志讲话", "XX同志（姓名）"),
        ("在大会上的讲话 | XXX | （今年五月）", "XXX（姓名）"),
        ("尊敬的X总、各位来宾", "X总（姓名）"),
        ("请XX书记讲话", "XX书记（姓名）"),
        ("以“XX”为主题", "XX（待补）"),
        ("【车间名称】的职工", "车间名称（待补）"),
        ("单位：____ 姓名", "单位（待补）"),
        ("有序推进。指出，要落实。", "漏字（残缺）"),
        ("开创“”新局面", "“”（主题）"),
        ("经费20xx0元", "20xx0（残缺的数字）"),
        ("名单（略）", "被截去的文字（残缺）"),
    ],
)
def test_the_label_says_what_is_wanted(line: str, label: str) -> None:
    assert [slot.label for slot in slots(line)] == [label]


def test_numbers_share_a_row_and_are_filled_one_by_one() -> None:
    (slot,) = slots("标兵X名，能手X名，新秀X名。")
    assert (slot.alone, len(slot.blanks)) == (True, 3)


def test_the_slot_is_judged_over_a_broken_line() -> None:
    (slot,) = slots("迈出新步伐，X | 名职工")
    assert slot.key == "number:名"


def test_a_context_is_twelve_characters_either_side() -> None:
    text = "各级组织要深入基层一线倾听呼声，X工会要带头落实各项任务要求。"
    (slot,) = slots(text)
    assert context_of(doc(text), slot.blanks[0]) == (
        "要深入基层一线倾听呼声，",
        "X",
        "工会要带头落实各项任务要",
    )


def test_how_to_fill_several_places_is_not_said_of_one() -> None:
    hints = [slot.hint for slot in slots("全区有X家企业 | 【单位】的同志")]
    assert hints == ["", "照括号里的话填写，括号一并换掉"]
