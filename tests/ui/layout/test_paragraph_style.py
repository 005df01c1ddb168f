from hypothesis import given
from hypothesis import strategies as st

from editor.editions.styles import HEI
from editor.ui.layout.paragraph_style import (
    FaceRun,
    ParagraphStyle,
    Underline,
    UnderlineKind,
    carry_marks,
    carry_style,
    shift_between,
)

words = st.text(alphabet="甲乙", max_size=8)


@given(words, words)
def test_a_shift_is_what_was_changed(old: str, new: str) -> None:
    start, old_end, new_end = shift_between(old, new)
    assert start <= old_end <= len(old)
    assert old[:start] + new[start:new_end] + old[old_end:] == new


def test_a_mark_moves_with_its_words() -> None:
    marks = (Underline(2, 4, UnderlineKind.BLANK),)
    assert carry_marks(marks, "让工会XX", "让X工会XX")[0][:2] == (3, 5)
    assert carry_marks(marks, "工会XX办", "工会XX承办")[0][:2] == (2, 4)
    assert carry_marks(marks, "工会XX办", "工会办") == ()


def test_a_heading_that_is_the_whole_line_grows_at_its_end() -> None:
    style = ParagraphStyle(face_runs=(FaceRun(0, 3, HEI),))
    assert carry_style(style, "一、抓", "一、抓好").face_runs[0][:2] == (0, 4)
    assert carry_style(style, "一、抓。", "一、抓好。").face_runs[0][:2] == (0, 3)
