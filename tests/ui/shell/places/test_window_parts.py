"""All parts of the window by keys: F6 goes round, the tree is worked by its own, Esc comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget

from editor.ui.panels.key_takers import key_takers
from editor.ui.shell.window import Window
from tests.ui.shell.windows import end_window, open_window, parts_of, put_caret, run, text_of
from tests.ui.until import until

SPEECH = (
    "在云川市大会上的讲话\n同志们：\n今天开会，我讲三点。\n一、抓防汛\n（一）守住底线\n防汛文。\n"
    "二、抓生产\n生产文,要落实责任。\n三、抓民生\n民生文，时间是____。\n谢谢大家！"
)
KEY, MOD = Qt.Key, Qt.KeyboardModifier
STRUCTURE = MOD.AltModifier | MOD.ShiftModifier


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[Window]:
    (tmp_path / "稿.txt").write_text(SPEECH, "utf-8")
    made = open_window(tmp_path / "home", str(tmp_path / "稿.txt"))
    made.activateWindow()
    parts_of(made).desk.messages.hide()
    parts_of(made).page.setFocus()
    QApplication.processEvents()
    yield made
    end_window(made)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = MOD.NoModifier) -> None:
    QTest.keyClick(focus(), key, modifiers)
    QApplication.processEvents()


def row(window: Window) -> str:
    return str(window.tree.currentIndex().data())


def in_the_tree(window: Window, words: str) -> None:
    """The caret in a paragraph, then the keys in the tree."""
    put_caret(window, words)
    press(KEY.Key_F6, MOD.ShiftModifier)
    assert window.tree.hasFocus()


def test_f6_goes_round_page_panel_bars_and_tree(window: Window) -> None:
    desk = parts_of(window).desk
    press(KEY.Key_F6)
    assert desk.tabs.currentWidget().isAncestorOf(focus())
    press(KEY.Key_F6)
    assert isinstance(focus(), QToolButton) and window.tools.isAncestorOf(focus())
    press(KEY.Key_F6)
    assert window.statusBar().isAncestorOf(focus())
    press(KEY.Key_F6)
    assert window.tree.hasFocus()
    press(KEY.Key_F6)
    assert desk.page.hasFocus()
    for _ in range(5):
        press(KEY.Key_F6, MOD.ShiftModifier)
    assert desk.page.hasFocus()


@pytest.mark.parametrize("panel", ["phrases", "findings", "blanks"])
def test_each_panel_can_take_the_keys_and_esc_gives_them_back(window: Window, panel: str) -> None:
    tabs = parts_of(window).tabs
    tabs.setCurrentWidget(getattr(tabs, panel))
    QApplication.processEvents()
    press(KEY.Key_F6)
    assert tabs.currentWidget().isAncestorOf(focus())
    press(KEY.Key_Escape)
    assert parts_of(window).page.hasFocus()


def test_tab_and_arrows_go_through_the_cards_and_enter_goes_to_the_place(window: Window) -> None:
    tabs = parts_of(window).tabs
    tabs.setCurrentWidget(tabs.findings)
    until(lambda: tabs.findings.findChildren(QPushButton))
    press(KEY.Key_F6)
    for _ in key_takers(tabs):
        assert tabs.isAncestorOf(focus())
        if focus().accessibleName().startswith("转到第 10 段"):
            break
        press(KEY.Key_Tab)
    press(KEY.Key_Return)
    assert parts_of(window).page.hasFocus()
    assert parts_of(window).controller.selection()[0].paragraph == 9


def test_tab_goes_round_in_the_panel_and_arrows_change_it_on_the_bar(window: Window) -> None:
    tabs = parts_of(window).tabs
    tabs.setCurrentWidget(tabs.phrases)
    press(KEY.Key_F6)
    first = focus()
    press(KEY.Key_Tab, MOD.ShiftModifier)
    assert focus() is tabs.tabBar()
    press(KEY.Key_Tab)
    assert focus() is first
    press(KEY.Key_Tab, MOD.ShiftModifier)
    press(KEY.Key_Right)
    assert tabs.currentWidget() is tabs.findings
    until(lambda: len(key_takers(tabs.findings)) > 1)
    press(KEY.Key_Tab)
    assert tabs.findings.isAncestorOf(focus())


def test_a_fix_made_by_keys_leaves_the_keys_in_the_panel(window: Window) -> None:
    tabs = parts_of(window).tabs
    tabs.setCurrentWidget(tabs.findings)
    until(lambda: tabs.findings.findChildren(QPushButton))
    press(KEY.Key_F6)
    before = text_of(window)
    fixes = [b for b in tabs.findings.findChildren(QPushButton) if b.text().startswith("改为")]
    fixes[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(KEY.Key_Return)
    assert text_of(window) != before and tabs.isAncestorOf(focus())


def test_arrows_go_along_the_status_bar_and_enter_presses(window: Window) -> None:
    bar = window.statusBar()
    press(KEY.Key_F6, MOD.ShiftModifier)
    press(KEY.Key_F6, MOD.ShiftModifier)
    first = focus()
    assert bar.isAncestorOf(first)
    press(KEY.Key_Right)
    assert focus() is not first and bar.isAncestorOf(focus())
    while focus().objectName() != "status.blanks":
        press(KEY.Key_Right)
    press(KEY.Key_Return)
    tabs = parts_of(window).tabs
    assert tabs.currentWidget() is tabs.blanks


def test_hidden_parts_are_passed_over(window: Window) -> None:
    window.left.hide()
    window.right.hide()
    for bar in (window.tools, window.statusBar()):
        press(KEY.Key_F6)
        assert bar.isAncestorOf(focus())
    press(KEY.Key_F6)
    assert parts_of(window).page.hasFocus()
    run(window, "view.page_only")
    parts_of(window).desk.messages.hide()
    press(KEY.Key_F6)
    assert parts_of(window).page.hasFocus() and parts_of(window).desk.messages.words()


def test_the_page_follows_the_rows_and_enter_goes_there(window: Window) -> None:
    in_the_tree(window, "防汛文")
    press(KEY.Key_Down)
    assert row(window) == "二、 抓生产" and window.tree.hasFocus()
    assert parts_of(window).controller.caret() == (6, len("二、抓生产"))
    press(KEY.Key_Return)
    assert parts_of(window).page.hasFocus()
    assert parts_of(window).controller.caret() == (6, len("二、抓生产"))


def test_esc_comes_back_to_where_one_was(window: Window) -> None:
    in_the_tree(window, "汛文")
    press(KEY.Key_End)
    press(KEY.Key_Home)
    assert row(window) == "在云川市大会上的讲话"
    press(KEY.Key_Escape)
    assert parts_of(window).page.hasFocus()
    assert parts_of(window).controller.caret() == (5, 1)


def test_left_and_right_fold_and_unfold(window: Window) -> None:
    in_the_tree(window, "抓防汛")
    index = window.tree.currentIndex()
    press(KEY.Key_Left)
    assert not window.tree.isExpanded(index)
    press(KEY.Key_Right)
    assert window.tree.isExpanded(index)


def test_letters_go_to_the_title_that_begins_so(window: Window) -> None:
    parts_of(window).outline.keys.initials = lambda words: {"抓": "z", "抓民": "zm"}.get(words, "")
    in_the_tree(window, "抓防汛")
    press(KEY.Key_Z)
    assert row(window) == "二、 抓生产"
    press(KEY.Key_M)
    assert row(window) == "三、 抓民生"


def test_a_section_is_moved_while_the_keys_stay_in_the_tree(window: Window) -> None:
    in_the_tree(window, "抓生产")
    press(KEY.Key_Up, STRUCTURE)
    assert text_of(window).index("二、抓生产") < text_of(window).index("一、抓防汛")
    assert window.tree.hasFocus() and row(window) == "二、 抓生产"
    press(KEY.Key_Down, STRUCTURE)
    assert text_of(window) == SPEECH and window.tree.hasFocus()


def test_delete_takes_the_section_out_in_one_step(window: Window) -> None:
    in_the_tree(window, "抓生产")
    press(KEY.Key_Delete)
    assert (
        "抓生产" not in text_of(window)
        and "按 Ctrl+Z 恢复" in parts_of(window).desk.messages.words()
    )
    press(KEY.Key_Z, MOD.ControlModifier)
    assert text_of(window) == SPEECH


def test_the_menu_key_opens_the_menu_at_the_row(window: Window) -> None:
    for _ in range(5):
        press(KEY.Key_F6)
    in_the_tree(window, "抓生产")
    asked: list[QPoint] = []
    window.tree.menu_asked.connect(asked.append)
    place = QPoint(1, 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, place)
    QApplication.sendEvent(window.tree, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    told = [action.text() for action in menu.actions()]
    assert told[0] == "复制这一节" and window.actions_.by_id["outline.up"].text() in told
    box = window.tree.visualRect(window.tree.currentIndex())
    assert menu.isVisible() and asked == [window.tree.viewport().mapToGlobal(box.bottomLeft())]
    menu.close()


def test_the_tool_bar_is_walked_by_arrows_and_enter_presses(window: Window) -> None:
    put_caret(window, "生产文")
    QTest.keyClicks(parts_of(window).page, "abc")
    press(KEY.Key_F6)
    press(KEY.Key_F6)
    for _ in range(2):
        press(KEY.Key_Right)
    assert isinstance(focus(), QToolButton) and focus().text() == "撤销"  # type: ignore[attr-defined]
    press(KEY.Key_Return)
    assert "abc" not in text_of(window) and parts_of(window).page.hasFocus()
