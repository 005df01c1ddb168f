"""A search by openings finds what the plain search finds, and knows when it cannot tell."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.language.lists import parts_of
from editor.language.openings import quick_search
from editor.language.sites import page_speech

ENTRIES = [e for p, es in parts_of("site-features").items() if p.startswith("page ") for e in es]
LETTERS = sorted({c for e in ENTRIES for c in re.sub(r"\\.|\(\?<?[:!=]", "", e) if c.isalnum()})
PIECES = [w for e in ENTRIES for w in re.findall("[一-龥A-Za-z]+", e)]
TEXTS = st.lists(st.sampled_from([*PIECES, *LETTERS, "，", " ", "。"]), max_size=12).map("".join)


@given(TEXTS)
def test_the_words_of_a_page_are_found_as_the_plain_search_finds_them(text: str) -> None:
    assert page_speech().found(text) == bool(page_speech().whole.search(text))


def test_the_words_of_a_page_are_found_by_their_openings() -> None:
    assert page_speech().starts


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("(?:这|本)[篇份]讲话?", "看本份讲"),
        ("(?<!一)本?文由", "以上文由"),
        ("甲+乙", "丙甲甲乙"),
        ("甲*乙", "丙乙"),
        ("(?:甲|乙丙?){2}丁", "一甲乙丁"),
        (r"第\s?\d页|App", "见第 3页"),
        ("App", "用aPP看"),
        ("^甲", "甲"),
        (".文", "来文"),
        ("[^甲]乙", "丙乙"),
        (r"[\d甲]乙", "丙甲乙"),
    ],
)
def test_each_form_of_an_expression_is_found(entry: str, text: str) -> None:
    assert quick_search([entry]).found(text)
    assert not quick_search([entry]).found("同志们好")
