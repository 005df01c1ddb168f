"""A command takes what an office program can convert, and says so once."""

import sys
from pathlib import Path

import pytest

from tests.cli.command import bigan
from tests.files.made import docx, p

if sys.platform == "win32":
    pytest.skip("the program in LibreOffice's place is a script", allow_module_level=True)

from tests.files.conversion.fake_office import fake_office

BIG5 = "各位同志：今天的會議很重要，要抓好落實。".encode("big5")
UNKNOWN = "Съезд профсоюзов открыл свою работу в понедельник".encode("koi8-r")
BLANK = docx(p("在X工会会议上的讲话") + p("同志们：") + p("去年办了____件实事。"))


def test_a_converted_file_is_checked_and_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_office(tmp_path / "office", "makes", BLANK)
    monkeypatch.setenv("PATH", str(tmp_path / "office"))
    path = tmp_path / "旧稿.rtf"
    path.write_bytes(b"{\\rtf1 a}")
    assert bigan("check", str(path)) == 1
    told = capsys.readouterr()
    assert "“X”还没有填" in told.out and "旧稿.rtf" in told.err and "LibreOffice" in told.err
    assert path.read_bytes() == b"{\\rtf1 a}"


def test_what_cannot_be_converted_ends_with_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_office(tmp_path / "office", "fails")
    monkeypatch.setenv("PATH", str(tmp_path / "office"))
    path = tmp_path / "旧稿.doc"
    path.write_bytes(b"{\\rtf1 a}")
    assert bigan("outline", str(path)) == 2
    assert "转不出来" in capsys.readouterr().err


def test_the_encoding_may_be_named_and_a_doubt_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(UNKNOWN)
    bigan("outline", str(path))
    assert "--encoding" in capsys.readouterr().err
    bigan("outline", str(path), "--encoding", "koi8-r")
    assert not capsys.readouterr().err
    assert bigan("outline", str(path), "--encoding", "没有的") == 2
    path.write_bytes(BIG5)
    bigan("tidy", str(path), "-o", str(tmp_path / "出.txt"))
    assert "Big5" in capsys.readouterr().err
