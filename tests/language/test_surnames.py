"""Surnames: one list, of which the rooms ask what they need."""

from __future__ import annotations

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.language.surnames import compound_surnames, plain_surnames, surname_beginnings
from editor.manuscript.manuscript import manuscript_of


def test_a_surname_that_is_also_a_word_tells_no_name_by_itself() -> None:
    assert not plain_surnames() & set("于席施安常时全石")
    assert set("于席施安常时全石") <= surname_beginnings()


def test_compound_surnames_begin_names_too() -> None:
    assert "欧阳" in compound_surnames()
    assert "欧" in surname_beginnings()
    assert plain_surnames() < surname_beginnings()


@pytest.mark.parametrize(
    ("text", "blanks"),
    [("谭某某同学说得好。", 0), ("廖某某涉嫌受贿。", 0), ("关于某某的通报。", 1)],
)
def test_a_person_made_nameless_is_no_blank(text: str, blanks: int) -> None:
    assert len(find_blanks(manuscript_of(text))) == blanks
