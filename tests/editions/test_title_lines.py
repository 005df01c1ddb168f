"""A long title is broken between words, in a trapezoid or a diamond."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.editions.title_lines import break_title


def lines(title: str, width: float = 20.0) -> list[str]:
    ends = break_title(title, [1.0] * len(title), width)
    return [title[a:b] for a, b in zip([0, *ends], ends, strict=False)]


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert lines("在青石县职工技能竞赛动员会上的讲话") == ["在青石县职工技能竞赛动员会上的讲话"]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("在全县安全生产暨防汛抗旱工作会议上的讲话提纲初稿", "在全县安全生产暨"),
        ("在云川市第三届职工代表大会第二次会议开幕式上的致辞", "在云川市第三届职工代表大会"),
    ],
)
def test_a_long_title_is_broken_where_its_words_end(title: str, first: str) -> None:
    assert lines(title)[0] == first


def test_a_book_title_is_not_divided_while_another_place_is_left() -> None:
    title = "在学习《云川市职工代表大会工作条例》专题培训班上的讲话"
    assert sum("《" in line and "》" not in line for line in lines(title)) == 0


def test_three_lines_are_no_hourglass() -> None:
    title = "在庆祝云川市青石县建县一百周年暨“青石工匠”命名表彰大会和职工技能竞赛启动仪式上的讲话"
    sizes = [len(line) for line in lines(title)]
    assert len(sizes) == 3 and sizes[1] >= min(sizes[0], sizes[2])


@given(st.text(alphabet="在全县工会的会议上，《条例》和讲话一", min_size=1, max_size=70))
def test_every_title_is_kept_whole_and_fits(title: str) -> None:
    found = lines(title)
    assert "".join(found) == title
    assert all(len(line) <= 20 for line in found)
