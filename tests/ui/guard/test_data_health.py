"""What could not be read is told in the message bar and listed with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.data_files.problem import DataProblem
from editor.ui.guard import data_health
from editor.ui.guard.report_window import ReportWindow
from editor.ui.help.help_book import read_book
from editor.ui.look.icons import icon, program_icon
from tests.ui.parts import button
from tests.ui.shell.windows import end_window, open_window, parts_of
from tests.ui.until import until


def test_own_files_that_are_damaged_are_told_with_what_to_do(
    application: object, tmp_path: Path
) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "settings.json").write_text("[" * 5000, "utf-8")
    (tmp_path / "profiles" / "县.toml").write_text("全称 =", "utf-8")
    (tmp_path / "phrases.txt").write_text("# 通用\n## 没有的部位\n甲\n", "utf-8")
    window = open_window(tmp_path)
    bar = parts_of(window).messages
    until(lambda: data_health.SHOW in bar.offers())
    assert "读不出来" in bar.words()
    button(bar, data_health.SHOW).click()
    (shown,) = window.findChildren(ReportWindow)
    for word in ("settings.json.broken", "县.toml", "phrases.txt 第2行", "请"):
        assert word in shown.text()
    end_window(window)


def test_a_missing_file_of_the_program_is_told(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = DataProblem("resources/places/cities.txt", "文件不在")
    monkeypatch.setattr(data_health, "missing_files", lambda: (gone,))
    window = open_window(tmp_path)
    bar = parts_of(window).messages
    until(lambda: data_health.SHOW in bar.offers())
    assert str(gone) in bar.words()
    end_window(window)


def test_a_window_of_which_all_is_well_says_nothing(application: object, tmp_path: Path) -> None:
    window = open_window(tmp_path)
    parts = parts_of(window)
    until(parts.phrase_bank.loaded)
    until(lambda: parts.messages.isHidden())
    assert data_health.SHOW not in parts.messages.offers()
    end_window(window)


def test_an_icon_that_is_gone_is_empty(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.ui.look.icons.FOLDER", tmp_path)
    (tmp_path / "open.svg").write_bytes(b"\xff\xfe")
    assert not icon("open", "#000").isNull() and not program_icon().isNull()


def test_the_help_opens_without_its_contents_and_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    monkeypatch.setattr("editor.ui.help.help_book.HELP", tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "start.md").write_text("# 开始\n", "utf-8")
    (tmp_path / "pages" / "open.md").write_bytes(b"\xff")
    assert {page.title for page in read_book(lambda _: "", {}).pages} == {"开始", "open（缺）"}
