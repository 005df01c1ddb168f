"""PDF files: whole, A4, and the words in them can be found again."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editor.editions.compose import compose
from editor.editions.styles import OFFICIAL
from editor.ui.paper.font_measure import FontMeasure
from editor.ui.paper.pdf import write_pdf
from tests.editions.speech import speech
from tests.sources import ROOT

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


def test_a_display_that_is_gone_is_not_asked_for(tmp_path: Path) -> None:
    text, out = tmp_path / "稿.txt", tmp_path / "稿.pdf"
    text.write_text("在动员会上的讲话\n同志们：\n要抓好落实。\n谢谢大家！\n", "utf-8")
    env = {**os.environ, "DISPLAY": ":9999", "QT_QPA_PLATFORM": ""}
    words = [sys.executable, str(ROOT / "main.py"), "export", str(text), "-o", str(out)]
    assert subprocess.run(words, env=env, check=False).returncode == 0
    assert out.read_bytes().startswith(b"%PDF-")


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
