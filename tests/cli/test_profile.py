"""The unit's profile and the year on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import bigan

SPEECH = "推动漯河经济社会发展，X工会要深入学习贯彻党的十九大精神，X名同志参加。\n"
PROFILE = '"全称" = "云川市总工会"\n"层级" = "市"\n"市" = "云川市"\n"省" = "浙江省"\n'


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "home"))
    (tmp_path / "稿.txt").write_text(SPEECH, "utf-8")
    (tmp_path / "我.toml").write_text(PROFILE, "utf-8")
    return tmp_path


def test_check_with_a_profile_finds_traces_of_elsewhere(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bigan("check", str(files / "稿.txt"), "--profile", str(files / "我.toml"))
    assert "“漯河”像是别处的地名" in capsys.readouterr().out
    bigan("check", str(files / "稿.txt"))
    assert "漯河”像" not in capsys.readouterr().out


def test_check_by_a_year(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bigan("check", str(files / "稿.txt"), "--year", "2020")
    assert "十九大”说成" not in capsys.readouterr().out
    bigan("check", str(files / "稿.txt"), "--year", "2026")
    assert "十九大”说成" in capsys.readouterr().out


def test_a_profile_that_is_not_there_is_said(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bigan("check", str(files / "稿.txt"), "--profile", "没有") == 2
    assert "没有这个单位档案" in capsys.readouterr().err


def test_fill_from_the_profile_and_say_what_it_could_not(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = files / "出.txt"
    words = ["fill", str(files / "稿.txt"), "--profile", str(files / "我.toml"), "-o", str(out)]
    assert bigan(*words) == 1
    assert "云川市总工会要深入" in out.read_text("utf-8")
    assert bigan(*words[:2], "-o", str(out)) == 2
