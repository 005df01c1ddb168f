"""A paste is cleaned where it stands, and the words around it stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.intake.pasted import PastedRun
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.paragraph import Position
from tests.intake.messy import MESSY, sample

SPEECH = "一、抓实基础\n要把基础打牢。"
SITE = f"来源：某某范文网 www.example.com\n{SPEECH}\n更多范文请访问 www.example.com"


def pasted(before: str, words: str, behind: str) -> tuple[Manuscript, PastedRun]:
    """A text with words in it that were just pasted."""
    text = manuscript_of(before + words + behind)
    lines = (before + words).split("\n")
    start = before.split("\n")
    return text, PastedRun(
        Position(len(start) - 1, len(start[-1])), Position(len(lines) - 1, len(lines[-1])), words
    )


def cleaned(before: str, words: str, behind: str) -> str:
    text, run = pasted(before, words, behind)
    receipt = run.receipt(text)
    return apply_all(text, run.edits(receipt, receipt.sure)).text


def test_what_is_a_sites_goes_and_the_sentence_around_stays() -> None:
    assert cleaned("开头。", SITE, "") == f"开头。{SPEECH}"
    assert cleaned("前面的话，", SITE, "后面的话。") == f"前面的话，{SPEECH}后面的话。"
    assert cleaned("上段。\n", f"{SITE}\n", "下段。") == f"上段。\n{SPEECH}\n下段。"


def test_the_own_words_around_are_never_judged() -> None:
    own = "来源：某某范文网 www.example.com\n"
    assert cleaned(own, SITE + "\n", own).startswith(own)
    assert cleaned(own, SITE + "\n", own).endswith(own)


@given(
    st.sampled_from(sorted(MESSY)),
    st.sampled_from(["", "甲", "甲。\n", "甲\n乙"]),
    st.sampled_from(["", "丙", "\n丙", "丙\n丁"]),
)
def test_it_is_the_same_as_cleaning_the_words_before_they_are_pasted(
    name: str, before: str, behind: str
) -> None:
    words = sample(MESSY[name]).text
    text, run = pasted(before, words, behind)
    receipt = run.receipt(text)
    assert cleaned(before, words, behind) == before + receipt.clean().text + behind


@pytest.mark.parametrize(
    ("offset", "words", "page", "found"),
    [
        (0, "　　要打牢。\n　　要修通。", True, True),
        (5, "要打牢。\n　　要修通。", True, True),
        (5, "　要打牢。", True, False),
        (0, "　　要打牢。", False, False),
        (0, "要打牢。\n　　\n要修通。", True, False),
    ],
)
def test_a_web_pages_blanks_are_those_before_a_paragraph_that_begins_in_the_paste(
    offset: int, words: str, page: bool, found: bool
) -> None:
    start, end = Position(0, offset), Position(9, 0)
    assert PastedRun(start, end, words, of_page=page).is_indented is found
