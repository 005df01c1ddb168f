"""`check --sheet`: the 校核单 from the command line, with what the window set aside."""

from pathlib import Path

import pytest

from editor.checks.report.ignore_list import Ignored, IgnoreList
from editor.editions.text_measure import FixedMeasure
from editor.files.document_values import DocumentValues
from editor.files.speech_times import FOLDER, SpeechTime, to_rows
from editor.settings.speaking_rates import SpeakingRate, SpeakingRates
from tests.cli.command import bigan

TEXT = "在全市动员会上的讲话\n同志们：\n其它单位也要参加，要再接再励。\n谢谢大家！\n"


@pytest.fixture
def speech(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "home"))
    path = tmp_path / "稿.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    return path


def test_a_text_sheet_tells_what_is_to_be_mended(speech: Path, tmp_path: Path) -> None:
    out = tmp_path / "单.txt"
    assert bigan("check", str(speech), "--sheet", str(out)) == 1
    told = out.read_text("utf-8")
    assert "〔再接再励〕" in told and "〔其它〕" in told and "稿.txt" in told


def test_what_the_window_set_aside_is_on_the_sheet_with_its_reason(
    speech: Path, tmp_path: Path
) -> None:
    from editor.analysis.analyzer import make_analyzer
    from editor.files.open import open_document

    found = make_analyzer().analyze(open_document(str(speech)).manuscript).findings
    [other] = [f for f in found if f.excerpt == "其它"]
    item = Ignored(other.rule, other.excerpt, other.context, "引文", "林致远", "2026-03-04")
    DocumentValues(tmp_path / "home" / "ignored").keep(speech, IgnoreList((item,)).to_json())
    out = tmp_path / "单.txt"
    bigan("check", str(speech), "--sheet", str(out))
    told = out.read_text("utf-8")
    assert "已忽略（1 处）" in told and "林致远 2026-03-04；理由：引文" in told


def test_a_pdf_gets_composed_pages_and_a_docx_is_a_package(speech: Path, tmp_path: Path) -> None:
    made: list[int] = []

    def pdf(compose: object, path: str) -> list[str]:
        assert path.endswith(".pdf") and callable(compose)
        made.append(compose(FixedMeasure()).count)
        return []

    bigan("check", str(speech), "--sheet", str(tmp_path / "单.pdf"), write_pdf=pdf)
    bigan("check", str(speech), "--sheet", str(tmp_path / "单.docx"))
    assert made == [1] and (tmp_path / "单.docx").read_bytes()[:2] == b"PK"


def test_the_sheet_never_overwrites_the_speech(speech: Path) -> None:
    assert bigan("check", str(speech), "--sheet", str(speech)) == 2
    assert bigan("check", str(speech), "--sheet", "单.odt") == 2
    assert speech.read_text("utf-8") == TEXT


def test_the_sheet_counts_the_minutes_as_the_window_does(speech: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    SpeakingRates(home).put(SpeakingRate("李主任", 150))
    rows = to_rows([SpeechTime(leader="李主任")])
    DocumentValues(home / FOLDER).keep(speech, rows)
    bigan("check", str(speech), "--sheet", str(out := tmp_path / "单.txt"))
    assert "每分钟 150 字" in out.read_text("utf-8")
    (other := tmp_path / "别的.txt").write_bytes(TEXT.encode("utf-8"))
    bigan("check", str(other), "--sheet", str(out))
    assert "每分钟 180 字" in out.read_text("utf-8")
