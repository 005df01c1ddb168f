"""Where lines end: the rules of GB/T 15834 clause 5.1, and the grid kept."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.editions.breaking import BrokenLine, Room, break_lines
from editor.editions.styles import FANG_SONG
from editor.editions.text_measure import FixedMeasure

ROOM = Room(width=10.0, indent=2.0, size=1.0)
NO_START = "，。、；：！？）》”’"
NO_END = "（《“‘"


def widths(text: str) -> list[float]:
    measure = FixedMeasure()
    return [0.0 if c == "\u2028" else measure.width(c, FANG_SONG, 1.0) for c in text]


def rows(text: str) -> list[BrokenLine]:
    return break_lines(text, widths(text), ROOM)


def shown(text: str) -> list[str]:
    return [text[r.first : r.last] for r in rows(text)]


def test_the_first_line_is_two_characters_shorter() -> None:
    assert shown("国" * 19) == ["国" * 8, "国" * 10, "国"]


def test_a_comma_that_would_begin_a_line_is_squeezed_into_the_one_before() -> None:
    assert shown("一，二三四五六七，八九") == ["一，二三四五六七，", "八九"]


def test_a_comma_that_cannot_be_squeezed_in_takes_a_character_along() -> None:
    assert shown("一二三四五六七八，九十") == ["一二三四五六七", "八，九十"]


def test_an_opening_mark_does_not_end_a_line() -> None:
    assert shown("一二三四五六七《八九》") == ["一二三四五六七", "《八九》"]


@pytest.mark.parametrize("word", ["2026", "3.5", "APEC", "10:30"])
def test_a_number_or_a_latin_word_stays_whole(word: str) -> None:
    assert shown("一二三四五六七" + word + "八") == ["一二三四五六七", word + "八"]


@pytest.mark.parametrize("pair", ["——", "……"])
def test_a_double_mark_is_not_divided(pair: str) -> None:
    assert shown("一二三四五六七" + pair + "八") == ["一二三四五六七", pair + "八"]


def test_a_single_dash_of_a_range_does_not_begin_a_line() -> None:
    assert shown("一二三四五六2026—2030年")[0] == "一二三四五六"


def test_a_word_longer_than_a_line_is_divided_all_the_same() -> None:
    assert "".join(shown("w" * 50)) == "w" * 50


def test_a_soft_break_ends_a_line_that_is_not_stretched() -> None:
    first, second = rows("一二\u2028三")
    assert (first.width, second.xs) == (4.0, (0.0,))


def test_spaces_at_the_ends_of_lines_are_not_drawn() -> None:
    assert shown("　　一二三四五六七八 九") == ["一二三四五六七八", "九"]


def test_a_line_with_narrow_digits_is_spread_to_the_margin() -> None:
    first = rows("一1二三四五六七八九")[0]
    assert first.width == pytest.approx(10.0)
    steps = [b - a for a, b in pairwise(first.xs)]
    assert steps[0] == pytest.approx(steps[1] + 0.5) == pytest.approx(steps[2])


def test_half_width_digits_keep_together_when_a_line_is_spread() -> None:
    first = rows("一12、二三四五六七《八》")[0]
    assert first.width == pytest.approx(10.0)
    assert first.xs[2] - first.xs[1] == pytest.approx(0.5)


ANY = st.text(
    alphabet="国人民大会工作会议，。、；：“”《》（）——……AB12 .%，", min_size=1, max_size=120
)


@given(ANY)
def test_every_character_is_covered_once_in_order(text: str) -> None:
    found = rows(text)
    assert [r.start for r in found] == [0, *(r.end for r in found[:-1])]
    assert found[-1].end == len(text)
    drawn = "".join(text[r.first : r.last] for r in found)
    assert drawn.replace(" ", "") == text.replace(" ", "")


@given(ANY)
def test_characters_stand_in_order_and_no_line_leaves_the_room(text: str) -> None:
    for row in rows(text):
        assert list(row.xs) == sorted(row.xs)
        assert len(row.xs) == row.last - row.first
        assert row.width <= ROOM.width + 0.02 or row.last - row.first == 1


CALM = st.lists(
    st.sampled_from(
        ["国家", "工会", "，", "。", "《条例》", "“四个”", "（一）", "——", "2026年", "、"]
    ),
    min_size=1,
    max_size=40,
).map(lambda words: "民".join(words))


@given(CALM)
def test_no_line_begins_or_ends_with_a_mark_that_may_not(text: str) -> None:
    drawn = shown(text)
    assert all(line[0] not in NO_START for line in drawn[1:])
    assert all(line[-1] not in NO_END for line in drawn[:-1])
