"""`compare` on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.command import bigan

OLD = "开头的话。\n一、提高认识\n认识要到位。\n二、狠抓落实\n逐条对照，逐项整改。\n"
NEW = "开头的话。\n一、狠抓落实\n逐条对照，逐项整改。\n二、提高认识\n认识要到位。\n再加一段。\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("旧.txt", OLD), ("新.txt", NEW)):
        (tmp_path / name).write_text(text, "utf-8")
    return [str(tmp_path / "旧.txt"), str(tmp_path / "新.txt")]


def test_what_changed_is_told_in_lines(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert bigan("compare", *files) == 1
    said = capsys.readouterr().out
    assert "移 1 处" in said
    assert "[增] 二 提高认识：再加一段。" in said
    assert "二 提高认识　移位" in said


def test_equal_files_end_with_zero(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert bigan("compare", files[0], files[0]) == 0
    assert "相同" in capsys.readouterr().out


def test_json_has_changes_and_sections(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    bigan("compare", *files, "--json")
    found = json.loads(capsys.readouterr().out)
    assert found["tally"]["total"] == len(found["changes"])
    fates = {s["title"]: s["fate"] for s in found["sections"]}
    assert fates["提高认识"] == "moved"


def test_a_file_that_is_not_there_ends_with_two(files: list[str]) -> None:
    assert bigan("compare", files[0], files[0] + "x") == 2
