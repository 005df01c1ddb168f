from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from editor.editions.roles import special_parts
from editor.editions.styles import HEI
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline import outline_of
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.sections import Outline
from editor.ui.page.dress import (
    PLAIN,
    Dress,
    Mark,
    Marked,
    Stretch,
    Wardrobe,
    _dress_all,
    carry_dress,
    carry_marks,
    dresses,
    shift_between,
)

words = st.text(alphabet="甲乙", max_size=8)


@given(words, words)
def test_a_shift_is_what_was_changed(old: str, new: str) -> None:
    start, old_end, new_end = shift_between(old, new)
    assert start <= old_end <= len(old)
    assert old[:start] + new[start:new_end] + old[old_end:] == new


def test_a_mark_moves_with_its_words() -> None:
    marks = (Mark(2, 4, Marked.BLANK),)
    assert carry_marks(marks, "让工会XX", "让X工会XX")[0][:2] == (3, 5)
    assert carry_marks(marks, "工会XX办", "工会XX承办")[0][:2] == (2, 4)
    assert carry_marks(marks, "工会XX办", "工会办") == ()


def test_a_heading_that_is_the_whole_line_grows_at_its_end() -> None:
    dress = Dress(stretches=(Stretch(0, 3, HEI),))
    assert carry_dress(dress, "一、抓", "一、抓好").stretches[0][:2] == (0, 4)
    assert carry_dress(dress, "一、抓。", "一、抓好。").stretches[0][:2] == (0, 3)


@dataclass(frozen=True)
class Sketched:
    manuscript: Manuscript
    outline: Outline
    blanks: tuple = ()


def dressed_by_parts(sketch: Sketched) -> list[Dress]:
    found = [PLAIN] * len(sketch.manuscript.paragraphs)
    _dress_all(
        found, sketch.manuscript.paragraphs, special_parts(sketch.manuscript, sketch.outline)
    )
    return found


LINES = (
    "在云川市大会上的讲话", "——在全市会议上的讲话", "（2026年3月1日）", "张明", "同志们：",
    "各位来宾：", "今天开会，讲两点。", "", "一、甲事", "二、乙事。要办好。", "（一）丙事二、丁事",
    "1.定责任。定好责任。2.管人头。管好人头。", "正文写在这里。", "谢谢大家！",
)  # fmt: skip
paragraphs = st.builds(
    Paragraph,
    st.sampled_from(LINES),
    label=st.sampled_from(("", "", "", "", "一、")),
    style=st.sampled_from(("", "", "", "", "heading1", "title")),
    frame=st.sampled_from(("", "", "", "", "", "", "表1·1行1列")),
)


@given(st.lists(st.lists(paragraphs, min_size=1, max_size=14), min_size=1, max_size=4))
def test_dresses_kept_in_a_wardrobe_are_those_of_the_parts(texts: list[list[Paragraph]]) -> None:
    wardrobe: Wardrobe = {}
    for text in texts:
        manuscript = Manuscript(0, tuple(text))
        sketch = Sketched(manuscript, outline_of(manuscript))
        assert dresses(sketch, wardrobe) == dressed_by_parts(sketch)
