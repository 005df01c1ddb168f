"""Own keys in the whole window: pressed on the page, told in menus, tips and the sheet of keys."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextBrowser

from editor.ui.settings.command_keys import shown
from editor.ui.settings.key_rules import fixed, refusal
from editor.ui.shell.command_table import BY_ID, MENU_LETTERS
from editor.ui.shell.composition import Composition
from editor.ui.shell.window import Window
from tests.ui.shell.windows import parts_of, run

KEY, MOD = Qt.Key, Qt.KeyboardModifier


def stroke(keys: str) -> QKeyCombination:
    """Keys as they come when they are pressed."""
    return cast(QKeyCombination, cast(Any, QKeySequence(keys))[0])


def tell_runs(window: Window, command: str) -> list[str]:
    """The runs of a command from now on."""
    told: list[str] = []
    window.actions_.by_id[command].triggered.connect(lambda: told.append(command))
    return told


@pytest.mark.parametrize(
    ("keys", "key", "held"),
    [
        ("Ctrl+E", KEY.Key_E, MOD.ControlModifier),
        ("Ctrl+U", KEY.Key_U, MOD.ControlModifier),
        ("Alt+Up", KEY.Key_Up, MOD.AltModifier),
        ("Ctrl+Shift+Y", KEY.Key_Y, MOD.ControlModifier | MOD.ShiftModifier),
        ("Shift+F9", KEY.Key_F9, MOD.ShiftModifier),
    ],
)
def test_a_new_key_works_on_the_page_at_once_and_the_old_one_no_more(
    window: Window, keys: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    told, page = tell_runs(window, "check.counts"), parts_of(window).desk.page
    window.activateWindow()
    parts_of(window).keys.give("check.counts", keys)
    QTest.keyClick(page, key, held)
    assert told == ["check.counts"]
    parts_of(window).keys.give("check.counts", "")
    [sheet] = window.findChildren(QTextBrowser)
    sheet.window().close()
    window.activateWindow()
    QTest.keyClick(page, key, held)
    assert told == ["check.counts"]


def test_who_lost_its_key_is_not_ambiguous_and_shows_none(window: Window) -> None:
    told = tell_runs(window, "check.all")
    window.activateWindow()
    parts_of(window).keys.give("check.all", "Ctrl+J")
    actions = window.actions_.by_id
    assert actions["blanks.next"].shortcut().isEmpty()
    assert "Ctrl" not in actions["blanks.next"].toolTip()
    QTest.keyClick(parts_of(window).desk.page, KEY.Key_J, MOD.ControlModifier)
    assert told == ["check.all"]


def test_tips_and_the_sheet_of_keys_tell_what_holds(window: Window) -> None:
    parts_of(window).keys.give("check.all", "Ctrl+Shift+Return")
    keys = shown("Ctrl+Shift+Return")  # in the language of the Qt that is there
    assert keys in window.actions_.by_id["check.all"].toolTip()
    run(window, "help.keys")
    [sheet] = window.findChildren(QTextBrowser)
    told = sheet.toPlainText()
    assert keys in told and "F7" not in told.split()


def test_the_start_page_tells_them_too(window: Window) -> None:
    composition = window.findChild(Composition)
    assert isinstance(composition, Composition)
    composition.keys.give("file.open", "Ctrl+Shift+U")
    words = [b.text() for b in composition.start.findChildren(QPushButton)]
    assert "打开文件…（Ctrl+Shift+U）" in words and "空白稿（Ctrl+N）" in words


def test_without_a_key_there_is_still_a_way_back_from_the_page_alone(window: Window) -> None:
    parts_of(window).keys.give("view.page_only", "")
    run(window, "view.page_only")
    messages = parts_of(window).desk.messages
    assert messages.offers()[-1] == "恢复菜单和两栏"
    run(window, "view.page_only")
    assert "恢复菜单和两栏" not in messages.offers() and window.menuBar().isVisible()


def test_the_keys_a_command_comes_with_would_be_allowed_to_it() -> None:
    wrong = {
        command.id: why
        for command in BY_ID.values()
        if command.keys and not fixed(command.keys)
        if (why := refusal(stroke(command.keys), MENU_LETTERS))
    }
    assert wrong == {}
