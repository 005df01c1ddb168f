"""The fill sheet does not sort itself anew under the hand; what is filled stays at its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QPushButton, QWidget

from editor.manuscript.paragraph import Position
from editor.ui.document.controller import DocumentController
from editor.ui.panels.blanks_panel import BlanksPanel
from editor.ui.panels.card_list import CardList
from tests.notation import lines
from tests.ui.panels.controllers import controller_of, shown
from tests.ui.parts import light, words_of

TEXT = "X工会来了X名职工。 | X县也来了，今年有X名。X工会和X工会都来了。"


@pytest.fixture
def controller(application: object) -> Iterator[DocumentController]:
    made = controller_of(TEXT)
    yield made
    made.close()


@pytest.fixture
def panel(controller: DocumentController) -> Iterator[BlanksPanel]:
    made = BlanksPanel(controller, light(controller))
    shown(made)
    made.activateWindow()
    yield made
    made.close()


def order(panel: BlanksPanel) -> list[str]:
    """The cards from top to bottom, without how many of their places are open."""
    body = panel.findChild(CardList).widget()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    names = [frame.accessibleName() for frame in body.findChildren(QFrame, options=direct)]
    return [name.removeprefix("✓ ").split("　")[0] for name in names]


@pytest.mark.parametrize("key", ["unit:X工会", "number:名#0"])
@pytest.mark.parametrize("click", [False, True])
def test_after_a_fill_the_next_input_has_the_keys(
    panel: BlanksPanel, key: str, *, click: bool
) -> None:
    behind = panel.keys()[panel.keys().index(key) + 1]
    field = panel.field(key)
    field.setFocus()
    QTest.keyClicks(field, "30")
    if click:
        buttons = [b for b in panel.findChildren(QPushButton) if b.text() == "填上"]
        place = min(
            (top_of(b, panel), n)
            for n, b in enumerate(buttons)
            if top_of(b, panel) > top_of(field, panel) - field.height()
        )[1]
        QTest.mouseClick(buttons[place], Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert panel.field(behind).hasFocus()


def test_a_step_back_shows_in_the_sheet_with_the_text_while_the_keys_are_there(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    before = panel.keys()
    panel.field("number:名#0").setText("30")
    QTest.keyClick(panel.field("number:名#0"), Qt.Key.Key_Return)
    controller.undo()  # by the menu's key
    controller.refresh()
    assert panel.keys() == before


def top_of(part: QWidget, panel: BlanksPanel) -> int:
    return part.mapTo(panel, QPoint()).y()


def keys_of(panel: BlanksPanel) -> list[str]:
    return panel.keys()


def fill_in(panel: BlanksPanel, key: str, value: str) -> None:
    """Type a value into an input, and Enter."""
    panel.field(key).setFocus()
    panel.field(key).setText(value)
    QTest.keyClick(panel.field(key), Qt.Key.Key_Return)


def test_a_slot_of_which_the_first_place_is_filled_stays_where_it_is(panel: BlanksPanel) -> None:
    before = order(panel)
    for tick in panel.findChildren(QCheckBox)[1:3]:
        tick.click()
    fill_in(panel, "unit:X工会", "云川市总工会")
    assert order(panel) == before and before[0].startswith("X工会")
    assert "✓" in words_of(panel) and "2 处，填了 1 处" in words_of(panel)


def test_a_filled_slot_stays_till_the_sheet_is_opened_anew(panel: BlanksPanel) -> None:
    before = order(panel)
    fill_in(panel, "unit:X工会", "云川市总工会")
    assert order(panel) == before and "填了 3 处" in words_of(panel)
    assert "unit:X工会" not in keys_of(panel)
    panel.hide()
    panel.show()
    assert order(panel) == before[1:]


def test_the_next_input_is_the_one_below_and_behind_the_last_the_first(
    panel: BlanksPanel,
) -> None:
    keys = panel.keys()
    fill_in(panel, keys[1], "3")
    assert panel.field(keys[2]).hasFocus()
    fill_in(panel, keys[-1], "云川")
    assert panel.field(keys[0]).hasFocus()


def test_undo_opens_the_places_again_where_they_stood(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    before, keys = order(panel), panel.keys()
    fill_in(panel, "number:名#0", "3")
    fill_in(panel, "number:名#1", "5")
    fill_in(panel, "unit:X工会", "云川市总工会")
    for _ in range(3):
        focused = QApplication.focusWidget()
        QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lines(controller.manuscript()) == TEXT
    assert panel.keys() == keys and order(panel) == before and "✓" not in words_of(panel)


def test_what_is_typed_over_a_filled_place_is_no_filled_place_any_more(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    fill_in(panel, "number:名#0", "3")
    controller.show(Position(0, 0))
    controller.insert("今天，")
    panel.update_now()
    assert words_of(panel).count("✓") == 1
    start = controller.manuscript().text.index("3名")
    cursor = controller.view.textCursor()
    cursor.setPosition(start)
    cursor.deleteChar()
    controller.refresh()
    panel.update_now()
    assert "✓" not in words_of(panel)


def test_the_sheet_stays_scrolled_where_it_was(application: object) -> None:
    controller = controller_of(" | ".join(f"【第{n}项名称】已经办好。" for n in range(40)))
    panel = BlanksPanel(controller, light(controller))
    shown(panel)
    panel.activateWindow()
    bar = panel.findChild(CardList).verticalScrollBar()
    for _ in range(6):
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    bar.setValue(bar.maximum() // 2)
    key = next(k for k in keys_of(panel) if not panel.field(k).visibleRegion().isEmpty())
    at, below = bar.value(), panel.keys()[panel.keys().index(key) + 1]
    fill_in(panel, key, "防汛")
    assert abs(bar.value() - at) < 60 and panel.field(below).hasFocus()
    controller.close()
    panel.close()
