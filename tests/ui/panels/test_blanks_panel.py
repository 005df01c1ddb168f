"""The fill sheet: one value for the ticked places, and nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from editor.checks.finding import Finding
from editor.manuscript.paragraph import Position
from editor.ui.document.controller import DocumentController
from editor.ui.panels.blanks_panel import BlanksPanel
from tests.notation import lines
from tests.ui.panels.controllers import controller_of, press, shown
from tests.ui.parts import light

TEXT = "X工会来了X名职工。 | 去年有X名，今年有X名。X工会和X工会都来了。"


@pytest.fixture
def controller(application: object) -> Iterator[DocumentController]:
    made = controller_of(TEXT)
    yield made
    made.close()


@pytest.fixture
def panel(controller: DocumentController) -> Iterator[BlanksPanel]:
    made = BlanksPanel(controller, light(controller))
    shown(made)
    yield made
    made.close()


def test_one_value_fills_every_place_in_one_step(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    before = lines(controller.manuscript())
    panel.field("unit:X工会").setText("云川市总工会")
    QTest.keyClick(panel.field("unit:X工会"), Qt.Key.Key_Return)
    assert lines(controller.manuscript()).count("云川市总工会") == 3
    controller.undo()
    assert lines(controller.manuscript()) == before


def test_only_the_ticked_places_are_filled(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    ticks = panel.findChildren(QCheckBox)
    ticks[1].click()
    panel.field("unit:X工会").setText("云川市总工会")
    press(panel, "填上")
    assert lines(controller.manuscript()).count("X工会") == 1


def test_numbers_are_filled_one_by_one(controller: DocumentController, panel: BlanksPanel) -> None:
    panel.field("number:名#1").setText("12")
    QTest.keyClick(panel.field("number:名#1"), Qt.Key.Key_Return)
    assert "去年有12名，今年有X名" in lines(controller.manuscript())
    assert lines(controller.manuscript()).startswith("X工会来了X名")


def test_values_typed_for_other_places_outlive_a_fill(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    panel.field("unit:X工会").setText("云川市总工会")
    panel.field("number:名#0").setText("3")
    panel.field("number:名#2").setText("5")
    panel.field("number:名#1").setText("4")
    QTest.keyClick(panel.field("number:名#1"), Qt.Key.Key_Return)
    values = [panel.field(f"number:名#{n}").text() for n in (0, 2)]
    assert values == ["3", "5"] and panel.field("unit:X工会").text() == "云川市总工会"


def test_values_outlive_typing_on_the_page(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    panel.field("number:名#2").setText("5")
    controller.go_to(Position(0, 0))
    controller.insert("各位同志：\n今天，")
    controller.go_to(Position(2, 0))
    controller.insert("据统计，")
    panel.update_now()
    assert panel.field("number:名#2").text() == "5"


def test_an_unticked_place_stays_unticked(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    panel.findChildren(QCheckBox)[0].click()
    controller.go_to(Position(0, 9))
    controller.insert("再写一句X个。")
    panel.update_now()
    boxes = [box for box in panel.findChildren(QCheckBox) if box.isVisible()]
    assert [box.isChecked() for box in boxes] == [False, True, True]


def test_the_input_in_use_stays_in_use(controller: DocumentController, panel: BlanksPanel) -> None:
    panel.activateWindow()
    panel.field("number:名#2").setFocus()
    panel.field("number:名#2").setText("50")
    panel.field("number:名#2").setCursorPosition(1)
    controller.show(Position(0, 0))
    controller.insert("开头加一句。")
    panel.update_now()
    assert panel.field("number:名#2").hasFocus()
    assert panel.field("number:名#2").cursorPosition() == 1


def test_after_a_fill_the_next_input_has_the_focus(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    panel.activateWindow()
    panel.field("number:名#0").setFocus()
    for value in ("3", "4"):
        QTest.keyClicks(QApplication.focusWidget(), value)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert lines(controller.manuscript()).startswith("X工会来了3名职工。 | 去年有4名，今年有X名")


def test_a_click_on_fill_goes_on_to_the_next_input_too(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    panel.window().activateWindow()
    first, second = panel.keys()[:2]
    panel.field(first).setText("一")
    fills = [b for b in panel.findChildren(QPushButton) if b.text() == "填上"]
    fills[0].setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseClick(fills[0], Qt.MouseButton.LeftButton)
    assert panel.field(second).hasFocus()


def test_an_empty_value_is_refused_in_words(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    press(panel, "填上")
    assert said == ["先写上要填的字，并勾选要填的地方。"]


def test_going_from_blank_to_blank_and_round(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    controller.go_to(Position(0, 0))
    seen = []
    for _ in range(7):
        panel.step(True)
        seen.append(controller.selection()[0])
    assert len(set(seen)) == 6 and seen[0] == seen[6]
    panel.step(False)
    assert controller.selection()[0] == seen[5]


def test_of_hundreds_only_a_few_inputs_are_made_until_more_are_asked_for(
    application: object,
) -> None:
    controller = controller_of(" | ".join(f"第{n}项任务涉及X名职工。" for n in range(300)))
    panel = BlanksPanel(controller, light(controller))
    shown(panel)
    few = len(panel.keys())
    press(panel, "再看一些")
    assert few < 10 < len(panel.keys()) < 40
    controller.close()
    panel.close()


def test_ctrl_z_in_the_empty_input_takes_the_fill_back(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    panel.window().activateWindow()
    panel.field("unit:X工会").setFocus()
    panel.field("unit:X工会").setText("云川市总工会")
    QTest.keyClick(panel.field("unit:X工会"), Qt.Key.Key_Return)
    field = panel.field(panel.keys()[0])
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lines(controller.manuscript()) == TEXT
    QTest.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert lines(controller.manuscript()).count("云川市总工会") == 3


def test_ctrl_z_takes_back_what_was_typed_into_the_input_first(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    controller.insert("今天")
    panel.update_now()
    field = panel.field("unit:X工会")
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "" and lines(controller.manuscript()).startswith("今天")


def test_the_page_shows_the_place_of_the_input_one_is_in(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    panel.field("number:名#1").entered.emit()
    assert controller.selection() == (Position(1, 3), Position(1, 4))
    assert not controller.view.hasFocus()


def test_what_is_no_blank_is_asked_to_be_set_aside(
    controller: DocumentController, panel: BlanksPanel
) -> None:
    asked: list[tuple[Finding, ...]] = []
    panel.spare_asked.connect(asked.append)
    press(panel, "不是空")
    assert [f.excerpt for f in asked[0]] == ["X", "X", "X"]
