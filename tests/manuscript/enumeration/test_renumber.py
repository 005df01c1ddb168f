"""Numbers proposed after a move, in every style a speech uses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.manuscript.edits import apply_all, from_last
from editor.manuscript.enumeration.renumber import renumber
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Paragraph
from tests.notation import doc

STYLES = {
    "一、": ["一、", "二、", "三、", "四、"],
    "（一）": ["（一）", "（二）", "（三）", "（四）"],
    "1.": ["1.", "2.", "3.", "4."],
    "（1）": ["（1）", "（2）", "（3）", "（4）"],
    "第一": ["第一，", "第二，", "第三，", "第四，"],
    "一是": ["一是", "二是", "三是", "四是"],
    "一要": ["一要", "二要", "三要", "四要"],
    "首先": ["首先，", "其次，", "再次，", "最后，"],
}
WORDS = ["查清事实", "分清责任", "改进作风", "公开结果"]


def renumbered(m: Manuscript) -> Manuscript:
    return apply_all(m, from_last(r.edit for r in renumber(m, outline_of(m), moved=True)))


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=24)
@given(order=st.permutations([0, 1, 2, 3]))
def test_any_order_of_paragraphs_is_put_right(style: str, order: list[int]) -> None:
    made = [f"{STYLES[style][n]}{WORDS[n]}。要抓实。" for n in order]
    fixed = renumbered(
        doc(" | ".join(["引子" if style == "一、" else "讲话 | 同志们： | 一、开头", *made]))
    )
    got = [p.text for p in fixed.paragraphs][-4:]
    assert [t[: len(s)] for t, s in zip(got, STYLES[style], strict=True)] == STYLES[style]


@pytest.mark.parametrize("style", ["第一", "一是", "一要", "首先"])
@settings(max_examples=24)
@given(order=st.permutations([0, 1, 2, 3]))
def test_any_order_inside_a_paragraph_is_put_right(style: str, order: list[int]) -> None:
    made = "".join(f"{STYLES[style][n]}{WORDS[n]}。" for n in order)
    fixed = renumbered(doc("一、问题 | 主要有：" + made))
    at = [fixed.paragraphs[1].text.find(s) for s in STYLES[style]]
    assert at == sorted(at) and at[0] > 0


def test_automatic_numbers_stay_but_their_announced_count_is_proposed() -> None:
    rows = [("下面，我讲两点意见。", ""), ("甲", "一、"), ("乙", "三、"), ("丙", "二、")]
    m = Manuscript(0, tuple(Paragraph(t, n + 1, label) for n, (t, label) in enumerate(rows)))
    found = renumber(m, outline_of(m))
    assert [(r.old, r.new, r.announced) for r in found] == [("两", "三", True)]


def test_last_words_before_a_run_are_not_of_it_unless_something_was_moved() -> None:
    m = doc("一、问题 | 最后，我再强调两点。首先，要快。其次，要好。")
    assert renumber(m, outline_of(m)) == ()
    assert len(renumber(m, outline_of(m), moved=True)) == 3


def test_an_ordinal_that_goes_on_with_a_sequence_keeps_its_number() -> None:
    m = doc("一、问题 | 首先，要学。认真学。其次，要做。马上做。第三，要查。回头查。")
    assert renumber(m, outline_of(m)) == ()
