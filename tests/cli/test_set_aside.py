"""What the writer said in the window of a file holds no command up."""

from pathlib import Path

import pytest

from editor.analysis.analyzer import make_analyzer
from editor.checks.report.ignore_list import Ignored, IgnoreList
from editor.files.document_values import DocumentValues
from editor.files.open import open_document
from tests.cli.command import bigan

TEXT = "在全市动员会上的讲话\n同志们：\n要推广X工会的做法。\n谢谢大家！\n"


@pytest.fixture
def speech(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "home"))
    path = tmp_path / "稿.txt"
    path.write_text(TEXT, "utf-8")
    return path


def set_aside(speech: Path, home: Path) -> None:
    """As the window keeps it: all that is found in the speech is meant so."""
    found = make_analyzer().analyze(open_document(speech).manuscript).findings
    items = tuple(Ignored(f.rule, f.excerpt, f.context, "代称", "", "2026-03-04") for f in found)
    DocumentValues(home / "ignored").keep(speech, IgnoreList(items).to_json())


def test_a_final_goes_out_as_the_window_would_let_it(
    speech: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "出.docx"
    assert bigan("export", str(speech), "-o", str(out)) == 1 and not out.exists()
    set_aside(speech, tmp_path / "home")
    assert bigan("export", str(speech), "-o", str(out)) == 0 and out.exists()
    assert "定过不用改的 1 处" in capsys.readouterr().err
