"""The words of automatic numbers are read, their numbers are none."""

import pytest

from editor.files.docx_parts.label_texts import label_texts
from editor.manuscript.lists import BULLET, ListLevel, Lists, NumberList, listed_at
from editor.manuscript.paragraph import Paragraph


def read(text: str, form: str = "decimal") -> list[tuple[int, str]]:
    """Keys and words of what is read of three paragraphs, the last two of one list."""
    lists = Lists({"1": NumberList("1", {0: ListLevel(form=form, text=text)}, {})})
    at = listed_at("1", 0)
    paragraphs = [Paragraph("首", 1), *[Paragraph("条", key, listed=at) for key in (2, 3)]]
    return [(t.key, t.paragraphs[0].text) for t in label_texts(paragraphs, lists)]


@pytest.mark.parametrize("text", ["X工会第%1条", "××县%1", "【单位】%1", "____（%1）"])
def test_words_of_a_number_are_read_once_for_its_level(text: str) -> None:
    assert read(text) == [(2, text.replace("%1", "1"))]


@pytest.mark.parametrize("text", ["%1、", "第%1条", "（%1）", "%1.", "X.%1", ""])
def test_a_mere_number_says_nothing(text: str) -> None:
    assert read(text) == []


def test_a_bullet_is_no_word() -> None:
    assert read("×", BULLET) == []
