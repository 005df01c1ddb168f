"""Filling: one value, a table of values, and what stays open."""

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.blanks.fill import fill, fill_values
from editor.manuscript.edits import apply_all
from tests.notation import doc, lines


def filled(line: str, values: dict[str, str | list[str]]) -> str:
    return lines(apply_all(doc(line), fill_values(doc(line), values).edits))


def test_one_value_fills_every_place_of_a_slot() -> None:
    line = "X工会部署，XX工会落实 | 各级X工会"
    assert filled(line, {"X工会": "云川"}) == "云川工会部署，云川工会落实 | 各级云川工会"


def test_a_list_fills_in_order_and_leaves_the_rest() -> None:
    line = "标兵X名，能手X名，新秀X名。"
    result = fill_values(doc(line), {"X名": ["3", "12"]})
    assert lines(apply_all(doc(line), result.edits)) == "标兵3名，能手12名，新秀X名。"
    assert [blank.span.start for blank in result.left] == [12]


@pytest.mark.parametrize("key", ["X工会", "XX工会", "unit:X工会", "X工会（单位或地名）", "××工会"])
def test_a_slot_has_several_names(key: str) -> None:
    assert filled("X工会部署", {key: "云川"}) == "云川工会部署"


@pytest.mark.parametrize(
    ("line", "key", "value", "result"),
    [
        ("【车间名称】的职工", "车间名称", "总装车间", "总装车间的职工"),
        ("【车间名称】的职工", "【车间名称】", "总装车间", "总装车间的职工"),
        ("到20xx年建成", "20xx年", "2026", "到2026年建成"),
        ("新建X个站点", "X个", "12个", "新建12个站点"),
        ("到20xx年建成", "20xx", "2026", "到2026年建成"),
        ("在____召开", "____", "云川", "在云川召开"),
        ("现任主席（  ）同志", "（  ）", "王晓东", "现任主席王晓东同志"),
        ("2023月，来我市", "2023月", "2023年4月", "2023年4月，来我市"),
        ("开创“”新局面", "“”", "工会", "开创“工会”新局面"),
        ("开创“”新局面", "“”", "“工会”", "开创“工会”新局面"),
        ("要落实。指出，要干。", "漏字", "会议", "要落实。会议指出，要干。"),
        ("帮助职工_讨薪", "_", "依法", "帮助职工依法讨薪"),
    ],
)
def test_values_take_the_place_of_marks(line: str, key: str, value: str, result: str) -> None:
    assert filled(line, {key: value}) == result


def test_a_mark_alone_with_one_value_fills_no_number() -> None:
    line = "X工会办了X件实事，表彰了X岁的劳模。"
    assert filled(line, {"X": "云川"}) == "云川工会办了X件实事，表彰了X岁的劳模。"
    assert filled(line, {"X": ["云川", "3", "45"]}) == "云川工会办了3件实事，表彰了45岁的劳模。"


def test_a_key_that_fits_nothing_is_reported() -> None:
    result = fill_values(doc("X工会部署"), {"X县": "青石"})
    assert (result.edits, result.unused, len(result.left)) == ((), ("X县",), 1)


def test_a_key_used_up_by_another_is_reported() -> None:
    result = fill_values(doc("X工会部署"), {"X工会": "云川", "XX工会": "青石"})
    assert result.unused == ("XX工会",)


def test_a_year_cut_by_a_broken_line_is_not_doubled() -> None:
    assert (
        filled("全市各级工会组织我们在20 | xx年完成了", {"year": "2025"})
        == "全市各级工会组织我们在20 | 25年完成了"
    )


def test_ticked_places_alone_are_filled() -> None:
    text = doc("X工会和X工会")
    first, _ = find_blanks(text)
    assert lines(apply_all(text, fill([first], "云川"))) == "云川工会和X工会"
