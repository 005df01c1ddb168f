"""The list of headings moves, adds and deletes as the tree does: keys, mouse, menu, one undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from editor.ui.outline_views.headings_sheet import TITLE, HeadingsSheet
from editor.ui.shell.window import Window
from tests.ui.shell.windows import end_window, open_window, run, text_of

SPEECH = (
    "云川讲话\n同志们：\n一、抓学习\n（一）读原著\n甲文。\n"
    "二、看成效\n乙文。\n三、强队伍\n丙文。\n谢谢大家！\n"
)
MOVE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "稿.txt"
    path.write_text(SPEECH, "utf-8")
    made = open_window(tmp_path / "home", str(path))
    run(made, "view.headings")
    yield made
    end_window(made)


@pytest.fixture
def sheet(window: Window) -> Iterator[HeadingsSheet]:
    found = window.findChild(HeadingsSheet)
    assert isinstance(found, HeadingsSheet)
    yield found
    found.close()


def titles(sheet: HeadingsSheet) -> list[str]:
    return [sheet.table.item(n, TITLE).text() for n in range(sheet.table.rowCount())]


def chosen(sheet: HeadingsSheet) -> list[str]:
    return [section.title for section in sheet.table.chosen()]


def command(sheet: HeadingsSheet, words: str) -> None:
    next(a for a in sheet.menu.actions() if a.text() == words).trigger()
    QApplication.processEvents()


def drop(sheet: HeadingsSheet, dragged: list[int], row: int, part: float) -> None:
    """Drag rows and let them go on another: ``part`` 0 its top, 1 its foot."""
    sheet.table.choose(dragged)
    table, move = sheet.table, Qt.DropAction.MoveAction
    mime = table.model().mimeData(table.selectedIndexes())
    box = table.visualRect(table.model().index(row, TITLE))
    place = QPoint(box.center().x(), round(box.top() + part * (box.height() - 1)))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    table.dragMoveEvent(QDragMoveEvent(place, move, mime, left, none))
    event = QDropEvent(place, move, mime, left, none)
    table.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.IgnoreAction
    QApplication.processEvents()


def test_keys_move_the_chosen_headings_and_one_undo_brings_them_back(
    window: Window, sheet: HeadingsSheet
) -> None:
    sheet.table.choose([2])
    QTest.keyClick(sheet.table, Qt.Key.Key_Up, MOVE)
    assert titles(sheet) == ["看成效", "抓学习", "读原著", "强队伍"]
    assert chosen(sheet) == ["看成效"]
    QTest.keyClick(sheet.table, Qt.Key.Key_Z, CONTROL)
    assert text_of(window) == SPEECH
    assert titles(sheet) == ["抓学习", "读原著", "看成效", "强队伍"]


def test_several_headings_move_together(window: Window, sheet: HeadingsSheet) -> None:
    sheet.table.choose([2, 3])
    command(sheet, "上移一节")
    assert titles(sheet) == ["看成效", "强队伍", "抓学习", "读原著"]
    assert chosen(sheet) == ["看成效", "强队伍"]
    assert text_of(window).endswith("甲文。\n谢谢大家！\n")


def test_the_menu_deletes_what_is_chosen(window: Window, sheet: HeadingsSheet) -> None:
    sheet.table.choose([0])
    command(sheet, "删除这一节")
    assert titles(sheet) == ["看成效", "强队伍"]
    assert "甲文" not in text_of(window)
    run(window, "edit.undo")
    assert text_of(window) == SPEECH


def test_a_new_heading_is_typed_where_it_comes(window: Window, sheet: HeadingsSheet) -> None:
    sheet.table.choose([3])
    command(sheet, "在后面添一节")
    editor = sheet.table.findChild(QLineEdit)
    QTest.keyClicks(editor, "abc")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt takes the words behind the key
    assert titles(sheet)[-1] == "abc"
    assert text_of(window).endswith("丙文。\n四、abc\n谢谢大家！\n")


def test_rows_are_dragged_as_in_the_tree(window: Window, sheet: HeadingsSheet) -> None:
    drop(sheet, [3], 0, 0.02)
    assert titles(sheet) == ["强队伍", "抓学习", "读原著", "看成效"]
    assert chosen(sheet) == ["强队伍"]
    run(window, "edit.undo")
    assert text_of(window) == SPEECH


def test_a_drop_that_makes_no_sense_says_why(window: Window, sheet: HeadingsSheet) -> None:
    drop(sheet, [0], 1, 0.5)
    assert text_of(window) == SPEECH
    assert "不能放到它自己里面。" in [label.text() for label in sheet.findChildren(QLabel)]


def test_what_cannot_be_done_is_said_in_the_sheet(window: Window, sheet: HeadingsSheet) -> None:
    sheet.table.choose([0])
    command(sheet, "上移一节")
    assert text_of(window) == SPEECH
    assert "已经是同级的第一节了。" in [label.text() for label in sheet.findChildren(QLabel)]


def test_words_that_are_refused_are_not_shown(window: Window, sheet: HeadingsSheet) -> None:
    sheet.table.item(2, TITLE).setText(" ")
    assert titles(sheet)[2] == "看成效" and text_of(window) == SPEECH
    sheet.table.item(2, TITLE).setText("重实效")
    assert titles(sheet)[2] == "重实效" and "二、重实效\n" in text_of(window)
