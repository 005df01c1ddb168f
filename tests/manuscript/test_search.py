"""Find and replace, blind to width and case where asked."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.paragraph import Span
from editor.manuscript.search import find, replacements
from tests.notation import doc, lines


def test_every_place_is_found_in_order() -> None:
    assert find(doc("工会的工会 | 工会"), "工会") == (Span(0, 0, 2), Span(0, 3, 5), Span(1, 0, 2))


def test_full_and_half_width_are_the_same_unless_told() -> None:
    m = doc("共１２项，ＡＢ类")
    assert find(m, "12项,ab") == (Span(0, 1, 7),)
    assert find(m, "12", whole_width=False) == ()


def test_case_is_told_apart_on_demand() -> None:
    assert find(doc("App app"), "app", case=True) == (Span(0, 4, 7),)


def test_letters_that_grow_in_lower_case_keep_offsets() -> None:
    assert find(doc("İİ工会"), "工会") == (Span(0, 2, 4),)


def test_nothing_is_found_for_nothing() -> None:
    assert find(doc("甲"), "") == ()


def test_all_that_was_found_is_replaced_in_one_command() -> None:
    m = doc("甲区甲区 | 甲区")
    assert lines(apply_all(m, replacements(find(m, "甲区"), "临江区"))) == "临江区临江区 | 临江区"


@given(st.text("甲乙aA１1\n", max_size=30), st.text("甲a1", min_size=1, max_size=2))
def test_places_do_not_overlap_and_hold_the_words(text: str, words: str) -> None:
    m = manuscript_of(text)
    found = find(m, words, case=True, whole_width=False)
    assert all(m.paragraphs[s.paragraph].text[s.start : s.end] == words for s in found)
    assert all(a.tail <= b.head for a, b in pairwise(found))
