"""A rule whose finds are one thing: nothing else speaks of a part of it, live or not."""

import pytest

from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.manuscript.outline.reader import outline_of
from tests.checks.rule_lab import findings
from tests.notation import doc

RULE = "structure/broken-reference"


@pytest.mark.parametrize(
    "text",
    [
        "见错误!未找到引用源。",
        "增长#DIV/0!，达到#REF!。",
        "错误!使用“开始”选项卡将 标题 1 应用于要在此处显示的文字。",
        "如图 错误!文档中没有指定样式的文字。-1 所示。",
        "人数是#VALUE!，#NAME?",
    ],
)
def test_a_broken_reference_is_one_finding(text: str) -> None:
    found = findings(doc(text))
    assert {f.rule for f in found} == {RULE} and len(found) == text.count("错误!") + text.count("#")


def test_what_stands_beside_it_is_still_told() -> None:
    assert [f.rule for f in findings(doc("见错误!未找到引用源。同志们,好。"))] == [
        RULE,
        "punctuation/half-width",
    ]


def test_a_checker_that_remembers_says_the_same() -> None:
    live = Checker(bundled_rules())
    for text in ("同志们,见错误!未找到引用源。", "见错误!未找到引用源。 | 好,#REF!。", "好。"):
        m = doc(text)
        assert live.live(m, outline_of(m)) == Checker(bundled_rules()).check(m, outline_of(m))
