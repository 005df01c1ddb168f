"""The list of undo steps in a real window: names in an office's words, one goes back to a step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from editor.intake.tidy import tidy
from editor.manuscript.paragraph import Position
from editor.ui.page.page_view import PageView
from editor.ui.shell.step_menus import StepMenus
from editor.ui.shell.window import Window
from tests.ui.shell.windows import parts_of, put_caret, run, text_of, type_into

KEY, MOD = Qt.Key, Qt.KeyboardModifier
STRUCTURE = MOD.AltModifier | MOD.ShiftModifier


@pytest.fixture
def page(window: Window) -> PageView:
    """The page in use, at its end."""
    window.activateWindow()
    found = parts_of(window).desk.page
    found.setFocus()
    QTest.keyClick(found, KEY.Key_End, MOD.ControlModifier)
    return found


def button(window: Window, command: str) -> QToolButton:
    found = window.tools.widgetForAction(window.actions_.by_id[command])
    assert isinstance(found, QToolButton)
    return found


def steps(window: Window, command: str = "edit.undo") -> list[str]:
    """The names in the list beside the button, without their numbers."""
    menu = button(window, command).menu()
    menu.aboutToShow.emit()
    return [action.text().partition("　")[2] for action in menu.actions()]


def choose(menu: QMenu, words: str) -> None:
    [action] = [a for a in menu.actions() if words in a.text()]
    action.trigger()
    QApplication.processEvents()


def test_typing_deleting_and_enter_are_told_by_their_words(window: Window, page: PageView) -> None:
    QTest.keyClick(page, KEY.Key_Return)
    type_into(page, "各位来宾你们好")
    for _ in range(3):
        QTest.keyClick(page, KEY.Key_Backspace)
    assert steps(window)[:3] == ["删除“你们好”", "打字“各位来宾你们好”", "分段"]


def test_words_of_an_input_method_are_told_too(window: Window, page: PageView) -> None:
    for words in ("同志们", "大家"):
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(page, event)
    assert steps(window)[:2] == ["打字“大家”", "打字“同志们”"]


def test_cut_and_paste_are_told(window: Window, page: PageView) -> None:
    type_into(page, "再说两句")
    for _ in range(4):
        QTest.keyClick(page, KEY.Key_Left, MOD.ShiftModifier)
    QTest.keyClick(page, KEY.Key_X, MOD.ControlModifier)
    QTest.keyClick(page, KEY.Key_V, MOD.ControlModifier)
    assert steps(window)[:3] == ["粘贴“再说两句”", "剪切“再说两句”", "打字“再说两句”"]


def test_a_long_paste_is_told_by_its_beginning(window: Window, page: PageView) -> None:
    words = QMimeData()
    words.setText("第一段有十几个字，写得很长很长。\n第二段\n第三段")
    QGuiApplication.clipboard().setMimeData(words)
    run(window, "edit.paste")
    assert steps(window)[0] == "粘贴“第一段有十几个字，写得很长很……”"


def test_commands_are_told_by_what_they_did(window: Window, page: PageView) -> None:
    desk = parts_of(window).desk
    receipt = tidy(desk.controller.manuscript())
    desk.tidying.clean(receipt, receipt.items)
    put_caret(window, "搭好擂台")
    QTest.keyClick(page, KEY.Key_Up, STRUCTURE)
    QTest.keyClick(page, KEY.Key_0, MOD.ControlModifier)
    run(window, "insert.date")
    told = steps(window)
    assert told[:3] == ["今天的日期", "设为正文", "移动“二、搭好擂台,让竞赛有力度”"]
    assert told[3].startswith("清理范文 ") and told[3].endswith(" 字")


def test_choosing_a_step_goes_back_to_before_it_and_redo_forward_again(
    window: Window, page: PageView
) -> None:
    states = [text_of(window)]
    for words in ("甲", "乙", "丙"):
        QTest.keyClick(page, KEY.Key_Return)
        type_into(page, words)
        states.append(text_of(window))
    menu = button(window, "edit.undo").menu()
    menu.aboutToShow.emit()
    choose(menu, "打字“乙”")
    assert text_of(window) == states[1] + "\n"
    assert steps(window, "edit.redo")[:2] == ["打字“乙”", "分段"]
    menu = button(window, "edit.redo").menu()
    choose(menu, "打字“丙”")
    assert text_of(window) == states[3]
    assert steps(window, "edit.redo") == [""]


def test_a_new_step_after_going_back_ends_what_could_be_done_again(
    window: Window, page: PageView
) -> None:
    type_into(page, "甲乙")
    QTest.keyClick(page, KEY.Key_Z, MOD.ControlModifier)
    QTest.keyClick(page, KEY.Key_Return)
    assert steps(window, "edit.redo") == [""] and steps(window)[0] == "分段"
    assert "打字“甲乙”" not in steps(window)


def test_the_menu_and_the_tip_tell_what_undo_would_take_back(
    window: Window, page: PageView
) -> None:
    type_into(page, "新写的话")
    window.actions_.menus["编辑"].aboutToShow.emit()
    action, tool = window.actions_.by_id["edit.undo"], button(window, "edit.undo")
    assert action.text() == "撤销 打字“新写的话”"
    QTest.keyClick(page, KEY.Key_Return)
    [menus] = window.tools.findChildren(StepMenus)
    menus.eventFilter(tool, QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint()))
    assert tool.toolTip() == "撤销 分段（Ctrl+Z）" and tool.text() == "撤销"


def test_the_list_in_the_menu_is_the_same(window: Window, page: PageView) -> None:
    type_into(page, "甲")
    menu = window.actions_.by_id["edit.undo_to"].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    choose(menu, "打字“甲”")
    assert text_of(window)[-1] != "甲"


def test_another_text_has_no_steps_and_a_long_day_keeps_a_bounded_number(window: Window) -> None:
    names = parts_of(window).desk.controller.step_names
    for number in range(400):
        parts_of(window).desk.controller.insert(f"{number}\n")
    assert len(names.done()) == 300
    run(window, "file.new")
    names = parts_of(window).desk.controller.step_names
    assert names.done() == names.undone() == [] and steps(window) == [""]


def test_steps_done_in_the_second_place_are_told_once(window: Window, page: PageView) -> None:
    run(window, "view.second")
    [other] = [p for p in window.findChildren(PageView) if p is not page]
    parts_of(window).desk.controller.go_to(Position(0, 0))
    other.setFocus()
    before = len(steps(window))
    type_into(other, "甲乙")
    QTest.keyClick(other, KEY.Key_Return)
    assert steps(window)[:2] == ["分段", "打字“甲乙”"]
    assert len(steps(window)) - before <= 2
