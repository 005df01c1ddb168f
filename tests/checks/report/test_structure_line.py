"""The line below the tree: numbers are told apart from whatever else is found."""

import pytest

from editor.checks.report.structure_line import structure_line
from editor.manuscript.outline.reader import outline_of
from tests.checks.rule_lab import findings, rules
from tests.notation import doc

AGAIN = "各部门要把责任层层压实，把任务逐项落细，把成效办到群众心坎上。"


def line(text: str) -> str:
    m = doc(text)
    return structure_line(outline_of(m), findings(m), rules())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("一、学 | 要学。 | 二、干 | 要干。", "2 个部分，序号连贯 ✓"),
        ("一、学 | 要学。 | 三、干 | 要干。", "2 个部分，序号有 1 处要看"),
        (f"一、学 | {AGAIN} | 二、干 | {AGAIN}", "2 个部分，序号连贯 ✓；另有段落重复 1 处"),
        (f"一、学 | {AGAIN} | 三、干 | {AGAIN}", "2 个部分，序号有 1 处要看；另有段落重复 1 处"),
        (
            "下面，我讲三点意见。 | 一、学 | 要学。 | 二、干 | 要干。",
            "“三点意见”与下文对不上，请看“检查”",
        ),
        ("（一）学 | 要学。 | （二）干 | 要干。", "2 节，序号连贯 ✓"),
        ("一是要学习。二是要实干。三是要创新。", "3 点，序号连贯 ✓"),
        ("今天开会。", "还没有认出标题：写“一、”“（一）”起头，提纲就会出来"),
    ],
)
def test_the_line_says_what_it_is(text: str, told: str) -> None:
    assert line(text) == told
