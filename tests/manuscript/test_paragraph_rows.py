"""Rows of paragraphs: everything comes back, also from before there were marks."""

import json

import pytest
from hypothesis import given

from editor.manuscript.marks import BOLD, RUN, Mark
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.paragraph_rows import paragraph_of_row, row_of
from tests.manuscript.marked import marked_paragraphs


@given(marked_paragraphs(3))
def test_a_paragraph_comes_back_from_its_row(paragraph: Paragraph) -> None:
    row = json.loads(json.dumps(row_of(paragraph)))
    assert paragraph_of_row(paragraph.text, row) == paragraph


def test_a_row_from_before_there_were_marks_is_read() -> None:
    assert paragraph_of_row("甲", [3, "一、"]) == Paragraph("甲", 3, "一、")
    assert paragraph_of_row("甲", []) == Paragraph("甲")


def test_marks_that_do_not_fit_are_cut_to_the_text() -> None:
    row = [0, "", "", "", "", "", [[0, 9, BOLD], [5, 9, BOLD]]]
    assert paragraph_of_row("甲乙", row).marks == (Mark(0, 2, BOLD),)


@pytest.mark.parametrize(
    "row", [[0, "", "heading甲"], [0, "", "subtitle"], [0, "", "", "", "", "3/甲"]]
)
def test_a_word_of_a_row_that_is_not_known_says_nothing_and_the_text_stays(
    row: list[object],
) -> None:
    assert paragraph_of_row("甲", row) == Paragraph("甲")


def test_a_mark_that_names_no_run_is_none() -> None:
    row = [3, "", "", "", "", "", [[0, 1, RUN, "3.x"], [0, 1, RUN, "3.1"]]]
    assert paragraph_of_row("甲", row).marks == (Mark(0, 1, RUN, "3.1"),)
