"""A paragraph made a heading: the number that it has without a mark is not written twice."""

import pytest

from editor.manuscript.edits import apply_all
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.structure.heading_level import set_level
from tests.notation import doc

BARE = [
    "一 要坚持和完善职代会制度", "二　把住安全关口", "三 转作风", "2 建章立制", "12 抓好收尾工作",
    "十一 强化督导检查", "　　四 压实责任链条", "1  摸清底数", "五 选树先进典型", "3　跟踪问效",
]  # fmt: skip
COUNTED = [
    "三 年来的主要工作", "5 月份重点任务", "一 个目标抓到底", "两手抓两手硬", "10 日前要完成的事项",
    "一以贯之抓落实", "十项举措惠民生", "2026 年工作打算", "三 项制度改革", "一流企业建设",
]  # fmt: skip


def made(line: str) -> str:
    text = doc(f"讲话 | 同志们： | {line} | 正文。")
    paragraph = 2
    return apply_all(text, set_level(text, outline_of(text), paragraph, 1)).paragraphs[2].text


@pytest.mark.parametrize("line", BARE)
def test_a_number_without_its_mark_is_replaced(line: str) -> None:
    words = line.strip("　 ").lstrip("一二三四五十0123456789").strip("　 ")
    assert made(line).strip("　 ") == f"一、{words}"


@pytest.mark.parametrize("line", COUNTED)
def test_a_number_that_counts_something_stays(line: str) -> None:
    assert made(line) == f"一、{line}"
