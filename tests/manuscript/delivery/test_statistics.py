"""字数 as Word counts it, syllables as they are spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.delivery.spoken import spoken_figures
from editor.manuscript.delivery.statistics import Counts, count, minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("同志们：", 4),
        ("你好，hello world", 5),
        ("2025年", 2),
        ("增长12.5%。", 4),
        ("“五一”……", 6),
        ("１２", 2),
        ("  \u3000 ", 0),
        ("a\nb", 2),
    ],
)
def test_words_as_word_and_wps_count_them(text: str, words: int) -> None:
    assert count(text).words == words


def test_characters_with_and_without_blanks() -> None:
    assert count("甲 乙\n丙") == Counts(words=3, characters=4, solid=3, spoken=3)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("同志们：", 3),
        ("2025年", 5),
        ("20xx年", 5),
        ("3.5%", 6),
        ("1000", 2),
        ("12.5亿", 5),
        ("15～30人", 6),
        ("10%—20%", 10),
        ("10月1日", 4),
        ("2024.9.1", 9),
        ("1,000元", 3),
        ("１２％", 5),
        ("2/3", 4),
        ("GDP", 3),
        ("——……“”", 0),
    ],
)
def test_syllables_as_read_aloud(text: str, spoken: int) -> None:
    assert count(text).spoken == spoken


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ("0", "零"),
        ("10", "十"),
        ("105", "一百零五"),
        ("20050", "二万零五十"),
        ("100000", "十万"),
        ("3.05%", "百分之三点零五"),
        ("007", "零零七"),
    ],
)
def test_figures_in_words(figures: str, words: str) -> None:
    assert spoken_figures(figures) == words


@given(st.text("一二，。 a1X%", max_size=20), st.text("一二，。 a1X%", max_size=20))
def test_two_paragraphs_count_as_their_sum(one: str, other: str) -> None:
    assert count(one + "\n" + other) == count(one) + count(other)


def test_minutes_at_the_usual_pace() -> None:
    assert minutes(1800) == 10
    with pytest.raises(ValueError, match="pace"):
        minutes(100, 0)
