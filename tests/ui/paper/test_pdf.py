"""PDF files: whole, A4, and the words in them can be found again."""

import shutil
import subprocess
from pathlib import Path

import pytest

from editor.editions.compose import compose
from editor.editions.styles import OFFICIAL
from editor.ui.paper.font_measure import FontMeasure
from editor.ui.paper.pdf import write_pdf
from tests.editions.speech import speech

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")


@pytest.fixture
def written(tmp_path: Path, application: object) -> Path:
    path = tmp_path / "讲话.pdf"
    write_pdf(path, compose(*speech("国" * 700), OFFICIAL, FontMeasure()), "讲话")
    return path


def asked(tool: str, *words: str) -> str:
    return subprocess.run([tool, *words], capture_output=True, text=True, check=True).stdout


def test_it_is_a_pdf_and_nothing_else_is_left_in_the_folder(written: Path) -> None:
    assert written.read_bytes().startswith(b"%PDF-")
    assert list(written.parent.iterdir()) == [written]


@needs_poppler
def test_it_is_a4_with_as_many_pages_as_composed(written: Path) -> None:
    info = asked("pdfinfo", str(written))
    assert "(A4)" in info and "Pages:           2" in info


@needs_poppler
def test_the_words_can_be_found_in_it(written: Path) -> None:
    text = "".join(asked("pdftotext", str(written), "-").split())
    m, _ = speech("国" * 700)
    for paragraph in m.paragraphs[:6]:
        assert paragraph.text in text
