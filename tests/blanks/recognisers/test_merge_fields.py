"""Fields of merge letters that were never merged, and marks that look like them."""

import pytest

from editor.blanks.grammar import scan

FIELDS = [
    "«姓名»",
    "尊敬的«姓名»同志：",
    "<<姓名>>",
    "{{姓名}}同志",
    "${name}",
    "尊敬的${user.name}先生：",
    "{姓名}同志：",
    "«FullName»",
    "日  期：{{date}}",
    "《《单位名称》》",
    "#{unit}",
    "[[联系电话]]",
    "<%=name%>",
    "请«Name»同志于«会议时间»到«会议地点»参加会议",
    "{ 单位 }",
    "尊敬的{name}同志",
]
OTHERS = [
    "连续剧«老友记»中的人物",
    "<<出师表>>是名篇",
    "集合{1,2,3}",
    "{a}",
    "x<<y",
    "#include <stdio.h>",
    "[1]",
    "学习«矛盾论»和«实践论»",
    "the «Spasibo» day",
    "a << b >> c",
    "《〈论语〉译注》",
    "[ 1 ]",
    "{}",
]


@pytest.mark.parametrize("text", FIELDS)
def test_a_field_is_a_blank_with_its_signs(text: str) -> None:
    found = [text[f.start : f.end] for f in scan(text) if f.origin.value == "merge"]
    assert found and all(not one[0].isalnum() and not one[-1].isalnum() for one in found)


@pytest.mark.parametrize("text", OTHERS)
def test_book_marks_code_and_sets_are_none(text: str) -> None:
    assert scan(text) == ()
