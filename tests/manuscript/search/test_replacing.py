"""What is put in place of hits keeps the looks of the letters."""

from __future__ import annotations

import pytest

from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, RUN, Mark
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.search.finder import find
from editor.manuscript.search.query import Notation, PatternError, Query
from editor.manuscript.search.replacing import pieces_of, replacements
from editor.manuscript.search.sentence_hits import sentence_at, whole_sentences
from tests.notation import doc, lines

PLAIN, WILD, EXPRESSION = Notation.PLAIN, Notation.WILD, Notation.EXPRESSION


def replaced(text: Manuscript, words: str, other: str, how: Notation = PLAIN) -> Manuscript:
    """The text with all hits replaced."""
    hits = find(text, Query(words, how))
    groups = len(hits[0].groups) if hits else 0
    return apply_all(text, replacements(text, hits, pieces_of(other, how, groups))[0])


@pytest.mark.parametrize(
    ("words", "other", "how", "after"),
    [
        ("甲区", "临江区", PLAIN, "临江区临江区 | 临江区。"),
        ("甲区", "“^&”", PLAIN, "“甲区”“甲区” | “甲区”。"),
        ("区甲", r"\1", PLAIN, r"甲\1区 | 甲区。"),
        ("区^p", "区、", PLAIN, "甲区甲区、甲区。"),
        ("甲区甲", "甲区^p甲", PLAIN, "甲区 | 甲区 | 甲区。"),
        ("(甲)(区)", r"\2\1", WILD, "区甲区甲 | 区甲。"),
        (r"(甲区)\n", r"\1（\0）\\", EXPRESSION, "甲区甲区（甲区 | ）\\甲区。"),
        ("(乙)|区", r"[\1]", EXPRESSION, "甲[]甲[] | 甲[]。"),
    ],
)
def test_all_hits_are_replaced(words: str, other: str, how: Notation, after: str) -> None:
    assert lines(replaced(doc("甲区甲区 | 甲区。"), words, other, how)) == after


def test_a_group_that_is_not_there_is_told() -> None:
    with pytest.raises(PatternError, match="没有第 2 对括号"):
        pieces_of(r"\2", EXPRESSION, 1)


def test_new_words_look_like_the_first_letter_and_groups_like_themselves() -> None:
    marks = (Mark(0, 2, RUN, "7.0"), Mark(2, 4, BOLD), Mark(2, 4, RUN, "7.1"))
    text = Manuscript(0, (Paragraph("甲乙丙丁", 7, marks=marks),))
    (plain,) = replaced(text, "乙丙", "新的").paragraphs
    assert plain.marks == (Mark(0, 3, RUN, "7.0"), Mark(3, 4, BOLD), Mark(3, 4, RUN, "7.1"))
    (turned,) = replaced(text, "(甲乙)(丙丁)", r"\2\1", EXPRESSION).paragraphs
    assert turned.text == "丙丁甲乙"
    assert turned.marks == (Mark(0, 2, BOLD), Mark(0, 2, RUN, "7.1"), Mark(2, 4, RUN, "7.0"))


def test_a_cell_is_not_split_and_the_rest_is_replaced() -> None:
    cell = Paragraph("甲；乙", 3, frame="表1·1行1列")
    text = Manuscript(0, (Paragraph("丙；丁"), cell))
    edits, left = replacements(text, find(text, Query("；")), pieces_of("^p", PLAIN, 0))
    assert left == 1
    assert lines(apply_all(text, edits)) == "丙 | 丁 | 甲；乙"


def test_hits_grow_to_their_sentences_each_once() -> None:
    text = doc("一是抓工会。二是工会，还是工会！三是。 | 工会标题")
    hits = whole_sentences(text, find(text, Query("工会")))
    spans = [(hit.start.offset, hit.end.offset) for hit in hits]
    assert spans == [(0, 6), (6, 16), (0, 4)]
    assert lines(apply_all(text, replacements(text, hits, ())[0])) == "三是。 | "


def test_a_hit_over_paragraphs_grows_at_both_ends() -> None:
    text = doc("甲。乙 | 丙。丁")
    (hit,) = whole_sentences(text, find(text, Query("乙^p丙")))
    assert (tuple(hit.start), tuple(hit.end)) == ((0, 2), (1, 2))
    (hit,) = whole_sentences(text, find(text, Query("乙^p")))
    assert (tuple(hit.start), tuple(hit.end)) == ((0, 2), (1, 0))


def test_the_sentence_of_a_letter() -> None:
    text = "　　甲乙。“丙丁！”戊"
    assert [sentence_at(text, at) for at in (0, 3, 5, 9, 10)] == [
        (2, 5), (2, 5), (5, 10), (5, 10), (10, 11),
    ]  # fmt: skip
    assert sentence_at("", 0) == (0, 0)
