"""Numbers, blanks and search see what the eye sees; their places are those of the text itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.blanks.blank_reader import BlankReader, find_blanks
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.numbering import marker_at, marker_text
from editor.manuscript.outline.reader import OutlineReader, outline_of
from editor.manuscript.search.finder import find
from editor.manuscript.search.query import Query
from tests.notation import doc

SPEECH = (
    "在X工会座谈会上的讲话 | 同志们： | 今天开个会，讲三点意见。 | 一、把人心聚起来 | "
    "去年救助____户，支出XX万元。 | （一）走访要勤 | 要走进班组。 | 二、把工作干起来 | "
    "一是学在前。要带头学。二是干在前。要带头干。 | 三、把自己管起来 | 某某同志要负总责。 | 谢谢！"
)
HIDDEN = "\u200b\u200c\u200d\u200e\u202a\u2060\ufeff\u00ad\u2067\u3164\U000e0101\x02"
TWINS = str.maketrans({"一": "⼀", "二": "⼆", "工": "⼯", "人": "⼈", "户": "⼾", "干": "⼲"})


def read(text: Manuscript) -> list[tuple[str, ...]]:
    """What a reader sees of a text: its headings, and its blanks by their slots."""
    sections = [(s.kind, s.number, s.title) for s in outline_of(text).walk()]
    return [*sections, *[(b.kind, b.slot) for b in find_blanks(text)]]


@given(st.lists(st.tuples(st.integers(0, 300), st.sampled_from(HIDDEN)), max_size=12))
def test_what_does_not_show_changes_no_heading_and_no_blank(sown: list[tuple[int, str]]) -> None:
    text = doc(SPEECH).text
    for at, char in sown:
        text = text[:at] + char + text[at:]
    raw = manuscript_of(text)
    assert read(raw) == read(doc(SPEECH))
    assert (OutlineReader().read(raw), BlankReader().read(raw)) == (
        outline_of(raw),
        find_blanks(raw),
    )
    for blank in find_blanks(raw):
        assert blank.text == raw.paragraphs[blank.span.paragraph].text[slice(*blank.span[1:])]


def test_radicals_are_read_as_the_words_they_look_like() -> None:
    assert read(doc(SPEECH.translate(TWINS))) == read(doc(SPEECH))


@pytest.mark.parametrize(
    ("text", "value", "fresh"),
    [
        ("⼀、抓学习", 1, "三、"),
        ("（⼆）抓落实", 2, "（三）"),
        ("\ufeff一、抓学习", 1, "三、"),
        ("十\u200b一、抓学习", 11, "三、"),
        ("第\u2060⼆，抓学习", 2, "第三，"),
        ("1\u200b2.抓学习", 12, "3."),
    ],
)
def test_a_number_is_read_and_written_anew(text: str, value: int, fresh: str) -> None:
    marker = marker_at(text)
    assert marker is not None
    assert (marker.value, marker_text(text, marker, 3)) == (value, fresh)
    assert text[marker.end :].startswith("抓")


@pytest.mark.parametrize("text", ["⼯会", "⼀把手", "\u200b各级要重视", "年\u00ad末"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert marker_at(text) is None


@pytest.mark.parametrize(
    "written", ["职工之家", "职⼯之家", "职工\u200b之家", "职\ufeff⼯之\u00ad家"]
)
def test_words_are_found_however_they_are_written(written: str) -> None:
    text = doc(f"\u200b建设{written}\u200b，关心职工。")
    [span] = find(text, Query("职工之家"))
    assert text.paragraphs[0].text[span.start.offset : span.end.offset] == written
    assert find(text, Query("职⼯之\u200b家")) == (span,)
