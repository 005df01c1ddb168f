"""Real keys in the page reach the commands, and one Ctrl+Z takes each back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from editor.intake.tidy import tidy
from editor.ui.shell.window import Window
from tests.ui.shell.windows import parts_of, put_caret, text_of
from tests.ui.until import rest, until

KEY, MOD = Qt.Key, Qt.KeyboardModifier
STRUCTURE = MOD.AltModifier | MOD.ShiftModifier


@pytest.fixture
def clean(window: Window) -> Window:
    """The sample after its clean-up, the page in use."""
    shop = parts_of(window)
    receipt = tidy(shop.controller.manuscript())
    shop.tidying.clean(receipt, receipt.items)
    window.activateWindow()
    parts_of(window).page.setFocus()
    return window


@pytest.mark.parametrize(
    ("words", "key", "modifiers"),
    [
        ("搭好擂台", KEY.Key_Up, STRUCTURE),
        ("搭好擂台", KEY.Key_Down, STRUCTURE),
        ("面向一线", KEY.Key_Left, STRUCTURE),
        ("搭好擂台", KEY.Key_Right, STRUCTURE),
        ("比赛有名次", KEY.Key_1, MOD.ControlModifier),
        ("比赛有名次", KEY.Key_2, MOD.ControlModifier),
        ("比赛有名次", KEY.Key_3, MOD.ControlModifier),
        ("比赛有名次", KEY.Key_4, MOD.ControlModifier),
        ("面向一线", KEY.Key_0, MOD.ControlModifier),
    ],
)
def test_a_key_of_the_structure_is_one_step(
    clean: Window, words: str, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    before = text_of(clean)
    put_caret(clean, words)
    QTest.keyClick(parts_of(clean).page, key, modifiers)
    QApplication.processEvents()
    assert text_of(clean) != before
    QTest.keyClick(parts_of(clean).page, KEY.Key_Z, MOD.ControlModifier)
    assert text_of(clean) == before


def test_f8_and_shift_f8_go_there_and_back(clean: Window) -> None:
    controller = parts_of(clean).controller
    QTest.keyClick(parts_of(clean).page, KEY.Key_F8)
    first = controller.selection()
    QTest.keyClick(parts_of(clean).page, KEY.Key_F8)
    assert controller.selection() > first
    QTest.keyClick(parts_of(clean).page, KEY.Key_F8, MOD.ShiftModifier)
    assert controller.selection() == first and parts_of(clean).page.hasFocus()


def test_ctrl_j_selects_the_next_blank(clean: Window) -> None:
    QTest.keyClick(parts_of(clean).page, KEY.Key_J, MOD.ControlModifier)
    assert parts_of(clean).controller.selected_text() == "20xx"


def test_ctrl_k_goes_to_the_phrases_with_the_selected_words(clean: Window) -> None:
    put_caret(clean, "技能竞赛")
    for _ in range(2):
        QTest.keyClick(parts_of(clean).page, KEY.Key_Right, MOD.ShiftModifier)
    QTest.keyClick(parts_of(clean).page, KEY.Key_K, MOD.ControlModifier)
    assert QApplication.focusWidget().text() == "技能"  # type: ignore[union-attr]


def test_typing_keeps_the_focus_though_the_text_is_read_again(clean: Window) -> None:
    QTest.keyClicks(parts_of(clean).page, "ab")
    rest(clean)
    assert parts_of(clean).page.hasFocus() and clean.isWindowModified()


@pytest.mark.parametrize("where", ["tree", "tools"])
def test_ctrl_and_the_wheel_over_the_interface_change_its_type(clean: Window, where: str) -> None:
    size = clean.settings.number("interface_size")
    part = clean.tree.viewport() if where == "tree" else clean
    place = QPointF(20, 20)
    wheel = QWheelEvent(
        place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        MOD.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(part, wheel)
    assert clean.settings.number("interface_size") == size + 1


def test_the_figures_of_the_status_bar_follow(clean: Window) -> None:
    status = parts_of(clean).status
    assert status.words("blanks") == "未填 10 处"
    parts_of(clean).page.selectAll()
    until(lambda: status.words("selected").startswith("选中 7"))
    parts_of(clean).page.moveCursor(QTextCursor.MoveOperation.Start)
    until(lambda: status.words("selected") == "")
    button = clean.statusBar().findChild(QToolButton, "status.blanks")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert parts_of(clean).tabs.currentWidget() is parts_of(clean).tabs.blanks
