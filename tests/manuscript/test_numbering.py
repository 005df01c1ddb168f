"""Numbers in front of headings: read, written, recognised, refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.numbering import (
    MarkerStyle,
    marker_at,
    marker_text,
    read_numeral,
    write_marker,
    write_numeral,
)


@given(st.integers(1, 9999))
def test_a_written_numeral_reads_back(number: int) -> None:
    assert [read_numeral(write_numeral(number, like)) for like in "一1１"] == [number] * 3


@given(st.integers(1, 20))
def test_an_enclosed_numeral_reads_back(number: int) -> None:
    assert [read_numeral(write_numeral(number, like)) for like in "①⑴㈠"] == [number] * 3


@pytest.mark.parametrize(
    ("text", "value"),
    [("两", 2), ("十", 10), ("百二十", 120), ("一百零五", 105), ("二〇二五", 2025), ("１２", 12)],
)
def test_numerals_as_people_write_them(text: str, value: int) -> None:
    assert read_numeral(text) == value


@pytest.mark.parametrize("text", ["五一", "甲", "", "十百", "1a", "第一"])
def test_what_is_no_numeral(text: str) -> None:
    assert read_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("一、上半年工作", MarkerStyle.CHINESE, "一"),
        ("（一）抓学习", MarkerStyle.CHINESE_BRACKET, "一"),
        ("(十二)抓学习", MarkerStyle.CHINESE_BRACKET, "十二"),
        ("1.抓学习", MarkerStyle.ARABIC, "1"),
        ("１．抓学习", MarkerStyle.ARABIC, "１"),
        ("1、2024年工作", MarkerStyle.ARABIC, "1"),
        ("（1）抓学习", MarkerStyle.ARABIC_BRACKET, "1"),
        ("①抓学习", MarkerStyle.CIRCLED, "①"),
        ("第一，抓学习", MarkerStyle.ORDINAL, "第一"),
        ("第二个方面，抓学习", MarkerStyle.ORDINAL, "第二"),
        ("一是抓学习", MarkerStyle.POINT_IS, "一是"),
        ("二要抓学习", MarkerStyle.POINT_MUST, "二要"),
        ("首先，抓学习", MarkerStyle.SEQUENCE, "首先"),
        ("另一方面，抓学习", MarkerStyle.SIDE, "另一方面"),
        ("第一部分 回顾", MarkerStyle.PART, "第一部分"),
    ],
)
def test_markers_and_their_numbers(text: str, style: MarkerStyle, number: str) -> None:
    marker = marker_at(text)
    assert marker is not None
    assert (marker.style, marker.number) == (style, number)


@pytest.mark.parametrize(
    "text",
    [
        "三、四中全会精神",
        "一、二线职工",
        "1.5亿元",
        "10.1假期",
        "2、3月份",
        "第一方阵",
        "第一时间",
        "第一要务",
        "一要求",
        "五一是节日",
        "一是一，二是二",
    ],
)
def test_words_of_the_same_form_are_no_markers(text: str) -> None:
    assert marker_at(text) is None


@given(
    st.sampled_from([s for s in MarkerStyle if s not in (MarkerStyle.SEQUENCE, MarkerStyle.SIDE)]),
    st.integers(1, 20),
)
def test_a_written_marker_is_recognised(style: MarkerStyle, value: int) -> None:
    marker = marker_at(write_marker(style, value) + "抓学习")
    assert marker is not None
    assert (marker.style, marker.value) == (style, value)


@pytest.mark.parametrize(
    ("text", "value", "new"),
    [
        ("(一)抓", 3, "(三)"),
        ("１．抓", 12, "１２．"),
        ("第一、抓", 2, "第二、"),
        ("①抓", 5, "⑤"),
        ("首先，抓", 2, "其次，"),
    ],
)
def test_a_marker_with_another_value_keeps_its_marks(text: str, value: int, new: str) -> None:
    marker = marker_at(text)
    assert marker is not None
    assert marker_text(text, marker, value) == new
