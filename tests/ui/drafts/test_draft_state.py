"""Which draft is open and whether it is saved, at the right of the menu bar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QToolButton

from editor.files.recovery.journal import Journal
from editor.ui.drafts.versions_window import VersionsWindow
from editor.ui.shell.window import Window
from tests.ui.shell.windows import end_window, open_window, parts_of, run
from tests.ui.until import until

CLOCK = r"(\d+月\d+日 )?\d\d:\d\d"


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "稿.txt"
    path.write_text("在会上的讲话\n同志们：\n大家辛苦了。\n", "utf-8")
    made = open_window(tmp_path / "home", str(path))
    yield made
    end_window(made)


def shown(window: Window) -> QToolButton:
    found = window.menuBar().cornerWidget()
    assert isinstance(found, QToolButton)
    return found


def told(window: Window, words: str) -> None:
    """The words come to be these; ○ stands for a time."""
    pattern = re.compile(re.escape(words).replace("○", CLOCK))
    until(lambda: pattern.fullmatch(shown(window).text()))


def keep(window: Window, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (name, True))
    run(window, "drafts.keep")


def test_typing_keeping_and_saving_are_told(window: Window) -> None:
    told(window, "第1稿 · 已存 ○")
    parts_of(window).desk.controller.insert("新写的。")
    assert shown(window).text() == "第1稿 · 未存"
    told(window, "第1稿 · 未存，已留底 ○")
    run(window, "file.save")
    told(window, "第1稿 · 已存 ○")


def test_a_draft_has_its_number_until_a_word_is_changed(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(window, monkeypatch, "第2稿 送审")
    told(window, "第2稿 · 已存 ○")
    controller = parts_of(window).desk.controller
    controller.insert("改")
    assert shown(window).text().startswith("第3稿")
    controller.undo()
    controller.refresh()
    assert shown(window).text().startswith("第2稿")


def test_the_number_is_there_again_when_the_file_is_opened(
    window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keep(window, monkeypatch, "第三稿")
    told(window, "第3稿 · 已存 ○")
    run(window, "file.close")
    parts_of(window).openings.open_path(tmp_path / "稿.txt")
    told(window, "第3稿 · 已存 ○")


def test_a_snapshot_that_cannot_be_written_is_told(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(Journal, "write", fail)
    parts_of(window).desk.controller.insert("新写的。")
    told(window, "第1稿 · 未存，留底没写成，请马上保存")


def test_what_was_never_saved_says_so_and_nothing_open_nothing(window: Window) -> None:
    run(window, "file.new")
    told(window, "第1稿 · 还没存过")
    run(window, "file.close")
    run(window, "file.close")  # the sample
    assert not shown(window).isVisible()


def test_a_click_leads_to_the_versions(window: Window) -> None:
    QTest.mouseClick(shown(window), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert any(found.isVisible() for found in window.findChildren(VersionsWindow))
