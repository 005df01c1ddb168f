"""The page 快捷键 with real keys: recorded, refused, taken over, set back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from editor.ui.settings.keys_page import KeysPage
from tests.ui.settings.orders import Shown, show_settings
from tests.ui.shell.windows import type_into

KEY, MOD = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = MOD.ControlModifier, MOD.ShiftModifier, MOD.AltModifier
NONE = MOD.NoModifier


@pytest.fixture
def shown(application: object, tmp_path: Path) -> Iterator[Shown]:
    parent = QWidget()
    made = show_settings(parent, tmp_path)
    made.commands.show_keys()
    yield made
    made.live.end()
    parent.deleteLater()


def page(shown: Shown) -> KeysPage:
    assert shown.commands.window is not None
    [found] = shown.commands.window.findChildren(KeysPage)
    return found


def press(shown: Shown, command: str, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> str:
    """Press keys for a command; what is said of it."""
    page(shown).go_to(command)
    QTest.keyClick(page(shown).new_keys, key, held)
    return page(shown).told.text()


def click(shown: Shown, words: str) -> None:
    [button] = [b for b in page(shown).findChildren(QPushButton) if b.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_keys_that_are_free_hold_at_once(shown: Shown) -> None:
    assert "现在就能用" in press(shown, "bare", KEY.Key_K, CTRL | SHIFT)
    assert shown.keys.keys("bare") == "Ctrl+Shift+K"
    assert page(shown).new_keys.text() == "Ctrl+Shift+K"


@pytest.mark.parametrize(
    ("key", "held", "why"),
    [
        (KEY.Key_A, NONE, "打字"),
        (KEY.Key_A, SHIFT, "打字"),
        (KEY.Key_Space, CTRL, "输入法"),
        (KEY.Key_Period, CTRL, "输入法"),
        (KEY.Key_Space, SHIFT, "输入法"),
        (KEY.Key_Return, NONE, "打字"),
        (KEY.Key_Return, SHIFT, "打字"),
        (KEY.Key_Left, CTRL, "光标"),
        (KEY.Key_Down, SHIFT, "光标"),
        (KEY.Key_C, CTRL, "编辑"),
        (KEY.Key_Backspace, CTRL, "编辑"),
        (KEY.Key_F, ALT, "菜单"),
        (KEY.Key_F4, ALT, "系统"),
        (KEY.Key_L, MOD.MetaModifier, "系统"),
    ],
)
def test_keys_of_others_are_refused_with_the_reason(
    shown: Shown, key: Qt.Key, held: Qt.KeyboardModifier, why: str
) -> None:
    told = press(shown, "bare", key, held)
    assert told.startswith("不能用") and why in told
    assert shown.keys.keys("bare") == ""


@pytest.mark.parametrize(
    ("key", "held"), [(KEY.Key_F9, NONE), (KEY.Key_Up, ALT), (KEY.Key_Return, CTRL | ALT)]
)
def test_function_keys_and_arrows_with_alt_may_be_had(
    shown: Shown, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    press(shown, "bare", key, held)
    assert shown.keys.keys("bare")


def test_keys_of_another_command_are_named_and_taken_over_only_when_one_says_so(
    shown: Shown,
) -> None:
    assert "F8 现在是“下一处毛病”的" in press(shown, "bare", KEY.Key_F8)
    assert (shown.keys.keys("bare"), shown.keys.keys("next")) == ("", "F8")
    click(shown, "拿过来用")
    assert (shown.keys.keys("bare"), shown.keys.keys("next")) == ("F8", "")


def test_backspace_leaves_a_command_without_a_key(shown: Shown) -> None:
    assert "没有键了" in press(shown, "find", KEY.Key_Backspace)
    assert shown.keys.keys("find") == ""


def test_one_is_set_back_and_who_had_its_keys_is_named(shown: Shown) -> None:
    press(shown, "bare", KEY.Key_F8)
    click(shown, "拿过来用")
    page(shown).go_to("next")
    click(shown, "恢复默认")
    assert "“统计”没有键了" in page(shown).told.text()
    assert (shown.keys.keys("bare"), shown.keys.keys("next")) == ("", "F8")


def test_all_are_set_back(shown: Shown) -> None:
    press(shown, "bare", KEY.Key_K, CTRL)
    press(shown, "find", KEY.Key_L, CTRL)
    click(shown, "快捷键全部恢复默认")
    assert shown.settings.texts("own_keys") == ()
    assert shown.keys.keys("find") == "Ctrl+F"


def test_what_is_the_same_everywhere_cannot_be_changed(shown: Shown) -> None:
    assert "都一样，不改" in press(shown, "undo", KEY.Key_K, CTRL)
    assert shown.keys.keys("undo") == "Ctrl+Z"


def test_a_command_is_found_by_pressing_its_keys(shown: Shown) -> None:
    QTest.keyClick(page(shown).by_key, KEY.Key_F8)
    rows = [page(shown).table.topLevelItem(n) for n in range(page(shown).table.topLevelItemCount())]
    assert [row.text(0) for row in rows if row and not row.isHidden()] == ["下一处毛病"]
    QTest.keyClick(page(shown).by_key, KEY.Key_K, CTRL)
    assert "还没有用" in page(shown).told.text()


@pytest.mark.parametrize("words", ["毛病", "F8", "下一处"])
def test_the_search_of_the_window_finds_commands_and_leads_to_them(
    shown: Shown, words: str
) -> None:
    window = shown.commands.window
    assert window is not None
    type_into(window.search, words)
    [link] = [b for b in window.findChildren(QPushButton) if b.text().startswith("下一处毛病")]
    assert link.isVisible() and "F8" in link.text()
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    item = page(shown).table.currentItem()
    assert page(shown).isVisible() and item and item.text(0) == "下一处毛病"


def test_keys_last_to_the_next_run(shown: Shown, tmp_path: Path) -> None:
    press(shown, "bare", KEY.Key_K, CTRL)
    shown.live.end()
    assert shown.settings.texts("own_keys") == ("bare=Ctrl+K",)
    assert "bare=Ctrl+K" in (tmp_path / "settings.json").read_text("utf-8")
