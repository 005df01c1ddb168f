"""A PDF tells nothing of its making but, on wish, its title; and opens as before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from pypdfium2 import PdfDocument

from editor.editions.compose import compose
from editor.editions.styles import OFFICIAL
from editor.ui.paper.font_measure import FontMeasure
from editor.ui.paper.pdf import write_pdf
from tests.editions.speech import speech


def written(folder: Path, title: str = "") -> Path:
    path = folder / "王局长讲话_小李改3.pdf"
    write_pdf(path, compose(*speech("国家"), OFFICIAL, FontMeasure()), title)
    return path


def told(path: Path) -> dict[str, str]:
    document = PdfDocument(path)
    try:
        return {name: value for name, value in document.get_metadata_dict().items() if value}
    finally:
        document.close()


def test_it_tells_nothing_of_its_making(tmp_path: Path, application: object) -> None:
    assert told(written(tmp_path)) == {}


def test_neither_program_nor_moment_stand_anywhere_in_it(
    tmp_path: Path, application: object
) -> None:
    data = written(tmp_path).read_bytes()
    for word in ("Qt", "笔杆", "小李"):
        assert word.encode("utf-16-be") not in data
    assert not re.search(rb"\(D:20\d\d|<xmp:|<pdf:Producer|CreateDate", data)


@pytest.mark.parametrize("title", ["在会上的讲话", "讲话（一）\\二", "a)b(c\n"])
def test_a_title_is_told_where_one_wants_it(
    tmp_path: Path, application: object, title: str
) -> None:
    assert told(written(tmp_path, title)) == {"Title": title}


def test_its_pages_and_words_are_there(tmp_path: Path, application: object) -> None:
    document = PdfDocument(written(tmp_path))
    page = document[0].get_textpage()
    assert "国家" in page.get_text_range()
    document.close()
