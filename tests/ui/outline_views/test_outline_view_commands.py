"""Only one section, headings only, parallels, two places: in a complete window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.paragraph import Position
from editor.ui.outline_views.headings_sheet import LENGTH, TITLE, HeadingsSheet
from editor.ui.outline_views.scroll_anchor import top_cursor
from editor.ui.outline_views.split_view import SplitView
from editor.ui.shell.window import Window
from tests.ui.shell.windows import end_window, open_window, parts_of, put_caret, run, text_of
from tests.ui.until import rest, until

SPEECH = (
    "云川讲话\n同志们：\n讲三点。\n一、抓落实\n甲文。\n二、看成效\n乙文。\n"
    "三、强队伍建设\n丙文。\n谢谢大家！"
)


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "稿.txt"
    path.write_text(SPEECH, "utf-8")
    made = open_window(tmp_path / "home", str(path))
    yield made
    end_window(made)


def key(window: Window, which: Qt.Key) -> None:
    QTest.keyClick(parts_of(window).page, which)
    QApplication.processEvents()


def test_in_focus_only_its_section_can_be_changed(window: Window) -> None:
    put_caret(window, "乙文")
    run(window, "view.focus")
    key(window, Qt.Key.Key_A)
    assert "a乙文" in text_of(window)
    before = text_of(window)
    put_caret(window, "甲文")
    key(window, Qt.Key.Key_B)
    parts_of(window).controller.apply((Replace(Position(4, 0), Position(4, 1), ""),))
    put_caret(window, "二、看")
    key(window, Qt.Key.Key_Backspace)
    assert text_of(window) == before
    key(window, Qt.Key.Key_Escape)
    put_caret(window, "甲文")
    key(window, Qt.Key.Key_B)
    assert "b甲文" in text_of(window)


def test_a_heading_is_changed_in_the_list_of_headings(window: Window) -> None:
    run(window, "view.headings")
    sheet = window.findChild(HeadingsSheet)
    titles = [sheet.table.item(n, TITLE).text() for n in range(sheet.table.rowCount())]
    assert titles == ["抓落实", "看成效", "强队伍建设"]
    sheet.table.item(1, TITLE).setText("重实效")
    assert "二、重实效\n" in text_of(window)
    assert sheet.table.item(1, TITLE).text() == "重实效"
    sheet.close()


def test_parallels_show_which_heading_has_another_length(window: Window) -> None:
    run(window, "view.parallel")
    sheet = window.findChild(HeadingsSheet)
    lengths = [sheet.table.item(n, LENGTH).text() for n in range(sheet.table.rowCount())]
    assert lengths == ["3", "3", "5　≠"]
    sheet.close()


@pytest.mark.parametrize("command", ["view.headings", "view.parallel"])
def test_no_list_of_headings_scrolls_sideways(window: Window, command: str) -> None:
    long = "云川讲话\n同志们：\n" + "".join(f"一、{'抓好落实' * 12}\n甲文。\n" for _ in range(60))
    parts_of(window).controller.load(manuscript_of(long))
    run(window, command)
    sheet = window.findChild(HeadingsSheet)
    rest(sheet)
    assert sheet.table.rowCount() > 40
    assert not sheet.table.horizontalScrollBar().isVisible()
    assert sheet.table.columnWidth(TITLE) > 300
    sheet.close()


def test_undo_and_redo_work_where_one_works(window: Window) -> None:
    before = text_of(window)
    run(window, "view.second")
    place = window.findChild(SplitView)
    assert place is not None
    controller = parts_of(window).controller
    controller.activate(place.page)
    controller.insert("甲")
    run(window, "edit.undo")
    assert text_of(window) == before
    run(window, "edit.redo")
    assert text_of(window) != before


def test_what_one_reads_stays_when_the_second_place_comes_and_goes(window: Window) -> None:
    long = "云川讲话\n同志们：\n" + "\n".join("抓好落实，" * 40 for _ in range(60))
    parts_of(window).controller.load(manuscript_of(long))
    window.resize(1280, 744)
    page = parts_of(window).page
    page.verticalScrollBar().setValue(4000)
    rest(window)
    read, width = top_cursor(page).blockNumber(), page.viewport().width()
    run(window, "view.second")
    until(lambda: page.viewport().width() < width)
    rest(window)
    assert page.viewport().width() < width and top_cursor(page).blockNumber() == read > 5
    run(window, "view.second")
    until(lambda: page.viewport().width() > width - 40)
    rest(window)
    assert page.viewport().width() > width - 40 and top_cursor(page).blockNumber() == read


def test_the_second_place_follows_every_change(window: Window) -> None:
    run(window, "view.second")
    second = window.findChild(SplitView)
    put_caret(window, "乙文")
    for act in ("outline.up", "outline.split", "outline.delete", "edit.undo", "edit.undo"):
        run(window, act)
        assert second.page.tracked.manuscript().text == text_of(window)
    key(window, Qt.Key.Key_A)
    assert second.page.tracked.manuscript().text == text_of(window)
    run(window, "view.second")
    assert window.findChild(SplitView) is None or not second.isVisible()
