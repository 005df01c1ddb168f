"""The difference of two texts: it leads from one to the other, and its work grows with them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.files.docx_patch.text_operations import operations
from tests.bench.prose import speech
from tests.effort import effort

PIECES = st.sampled_from(["工会", "职工", "之家", "𠮷", " ", "一"])
WORDS = st.lists(PIECES, max_size=120).map("".join)


@given(WORDS, WORDS)
def test_what_is_equal_is_equal_and_nothing_is_left_out(old: str, new: str) -> None:
    done = (0, 0)
    for name, a1, a2, b1, b2 in operations(old, new):
        assert (a1, b1) == done and (a2 > a1 or b2 > b1)
        assert (old[a1:a2] == new[b1:b2]) == (name == "equal")
        done = (a2, b2)
    assert done == (len(old), len(new))


@pytest.mark.parametrize(
    ("words", "others"), [("工会", "联合会"), ("的", "之"), ("，", ""), ("职工", "职工群众")]
)
def test_a_replacement_everywhere_leaves_the_words_between_alone(words: str, others: str) -> None:
    text = speech(6000).replace("\n", "")
    kept = sum(
        a2 - a1
        for name, a1, a2, _, _ in operations(text, text.replace(words, others))
        if name == "equal"
    )
    assert kept >= 0.97 * (len(text) - text.count(words) * len(words))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[::-1],
        lambda text: "二" * len(text),
        lambda text: text.replace("的", "之之"),
        lambda text: text[len(text) // 2 :] + text[: len(text) // 2],
    ],
)
def test_ten_times_the_text_is_about_ten_times_the_work(change: Callable[[str], str]) -> None:
    text = speech(40_000).replace("\n", "")
    small, large = (
        effort(lambda old=text[:size]: operations(old, change(old))) for size in (3_500, 35_000)
    )
    assert large <= 15 * small
