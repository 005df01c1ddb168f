"""The settings window by keys and mouse: found, changed at once, set back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QWidget,
)

from editor.settings.options import GROUPS, SHOWN
from editor.settings.store import Settings
from editor.ui.settings.settings_window import NOTHING, SettingsWindow
from tests.ui.settings.orders import show_settings
from tests.ui.shell.windows import type_into


@pytest.fixture
def shown(application: object, tmp_path: Path) -> Iterator[SettingsWindow]:
    parent = QLabel()
    made = show_settings(parent, tmp_path)
    assert made.commands.window is not None
    yield made.commands.window
    made.live.end()
    parent.deleteLater()


def settings_of(window: SettingsWindow) -> Settings:
    return window._settings  # pyright: ignore[reportPrivateUsage]


def labels(window: SettingsWindow) -> list[str]:
    return [row.option.label for row in window.rows.values() if row.isVisible()]


def test_every_option_stands_in_its_group(shown: SettingsWindow) -> None:
    seen: list[str] = []
    for group in GROUPS:
        shown.go_to(group)
        seen += labels(shown)
    assert seen == [option.label for option in SHOWN]


def test_typing_finds_at_once_and_esc_goes_back(shown: SettingsWindow) -> None:
    before = labels(shown)
    type_into(shown.search, "边距")
    assert labels(shown) == ["上边距", "下边距", "左边距", "右边距"]
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert labels(shown) == before and shown.isVisible()
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_where_nothing_is_found_it_says_so(shown: SettingsWindow) -> None:
    type_into(shown.search, "浪淘沙")
    assert NOTHING in [w.text() for w in shown.findChildren(QLabel) if w.isVisible()]


def test_a_click_on_a_group_leaves_the_search(shown: SettingsWindow) -> None:
    type_into(shown.search, "边距")
    item = shown.groups.item(GROUPS.index("署名"))
    place = shown.groups.visualItemRect(item).center()
    QTest.mouseClick(shown.groups.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert labels(shown) == ["起草人"] and not shown.search.text()


def test_a_tick_a_number_a_choice_and_words_are_set_at_once(shown: SettingsWindow) -> None:
    settings = settings_of(shown)
    shown.go_to("界面")
    tick = shown.rows["tree_minutes"].field()
    assert isinstance(tick, QCheckBox)
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert settings.flag("tree_minutes") is False
    choice = shown.rows["theme"].field()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert settings.text("theme") == "light"
    shown.go_to("稿纸")
    spin = shown.rows["zoom"].field()
    assert isinstance(spin, QSpinBox)
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "150")
    assert settings.number("zoom") == 100
    QTest.keyClick(spin, Qt.Key.Key_Tab)
    assert settings.number("zoom") == 150
    shown.go_to("署名")
    type_into(shown.rows["author"].field(), "张三")
    assert settings.text("author") == "张三"


def test_enter_in_a_field_takes_the_number_and_closes_nothing(shown: SettingsWindow) -> None:
    shown.go_to("时间")
    spin = shown.rows["pace"].field()
    assert isinstance(spin, QSpinBox)
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "200")
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert settings_of(shown).number("pace") == 200 and shown.isVisible()


def test_an_installed_family_is_chosen_and_one_that_is_not_is_still_shown(
    shown: SettingsWindow,
) -> None:
    settings = settings_of(shown)
    box = shown.rows["page_face_body"].field()
    assert isinstance(box, QComboBox) and box.currentData() == ""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert settings.text("page_face_body") == box.currentData() != ""
    settings.set("page_face_body", "本机没有的仿宋")
    assert box.currentText() == "本机没有的仿宋"


def test_what_is_not_the_default_has_a_way_back(shown: SettingsWindow) -> None:
    settings, row = settings_of(shown), shown.rows["zoom"]
    assert not row.back.isVisible()
    settings.set("zoom", 150)
    QTest.mouseClick(row.back, Qt.MouseButton.LeftButton)
    assert settings.number("zoom") == 100 and not row.back.isVisible()


def test_all_go_back_when_one_says_so(
    shown: SettingsWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings_of(shown)
    settings.set("zoom", 150)
    settings.set("recent", ("甲.txt",))

    def press(box: QMessageBox, words: str) -> int:
        next(b for b in box.buttons() if words in b.text()).click()
        return 0

    [whole] = [b for b in shown.findChildren(QPushButton) if b.text() == "全部恢复默认…"]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: press(box, "取消"))
    whole.click()
    assert settings.number("zoom") == 150
    monkeypatch.setattr(QMessageBox, "exec", lambda box: press(box, "全部恢复"))
    whole.click()
    assert settings.number("zoom") == 100 and settings.texts("recent") == ("甲.txt",)


def focused() -> QWidget:
    """What has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_tab_goes_from_the_search_down_what_it_found_and_always_shows_where(
    shown: SettingsWindow,
) -> None:
    type_into(shown.search, "边距")
    first = [row for row in shown.rows.values() if row.isVisible()]
    assert len(first) == 4
    for row in first:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert row.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert isinstance(focused(), QPushButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_from_the_search_one_key_goes_to_what_it_found(shown: SettingsWindow, key: Qt.Key) -> None:
    type_into(shown.search, "边距")
    QTest.keyClick(shown.search, key)
    row = next(row for row in shown.rows.values() if row.isVisible())
    assert row.isAncestorOf(focused())
