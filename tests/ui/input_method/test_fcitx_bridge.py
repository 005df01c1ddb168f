"""Typing through the bridge: words arrive, keys keep their order, nothing typed is lost."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from editor.ui.input_method.composition_end import ask_to_commit, ask_to_forget
from tests.ui.input_method.conftest import PATIENCE_MS, TypingWindow, type_into
from tests.ui.until import until

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
OVERRIDE, CONTROL = QEvent.Type.ShortcutOverride, Qt.KeyboardModifier.ControlModifier


def test_words_are_composed_and_put_in(window: TypingWindow) -> None:
    window.type("nihao")
    window.settle()
    assert window.fcitx.composed == "nihao"
    assert window.page.toPlainText() == ""  # shown, and not yet of the text
    window.type(" ")
    until(lambda: window.page.toPlainText() == "你好")


def test_one_undo_takes_one_word_back(window: TypingWindow) -> None:
    window.type("nihao nihao ")
    until(lambda: window.page.toPlainText() == "你好你好")
    window.page.undo()
    assert window.page.toPlainText() == "你好"


def test_keys_that_fcitx_leaves_are_typed(window: TypingWindow) -> None:
    window.type("AB12")
    until(lambda: window.page.toPlainText() == "AB12")


def test_five_hundred_keys_without_a_pause_keep_their_order(window: TypingWindow) -> None:
    for number in range(50):
        window.type(f"nihao {number % 10}{'X' * 3}")
    expected = "".join(f"你好{number % 10}XXX" for number in range(50))
    until(lambda: window.page.toPlainText() == expected)


def test_a_silent_fcitx_holds_keys_up_for_a_while_and_loses_none(window: TypingWindow) -> None:
    window.fcitx.silent = True
    window.type("nihao Ab")
    assert window.page.toPlainText() == ""
    until(lambda: window.page.toPlainText() == "nihao Ab")
    window.type("c")
    until(lambda: window.page.toPlainText() == "nihao Abc")


def test_what_a_silent_fcitx_says_late_is_not_typed_twice(window: TypingWindow) -> None:
    window.fcitx.silent = True
    window.type("nihao ")
    until(lambda: window.page.toPlainText() == "nihao ")
    window.fcitx.speak()
    until(window.bridge.is_open)
    window.type("hao ")
    until(lambda: window.page.toPlainText() == "nihao 你好")


def test_an_end_of_fcitx_leaves_what_was_composed(window: TypingWindow) -> None:
    window.type("nihao")
    window.settle()
    window.fcitx.owner("")
    until(lambda: window.page.toPlainText() == "nihao")
    window.type("x")
    assert window.page.toPlainText() == "nihaox"


def test_a_new_start_of_fcitx_is_taken(window: TypingWindow) -> None:
    window.fcitx.owner("")
    until(lambda: not window.bridge.is_open())
    window.fcitx.owner(":1.9")
    until(window.bridge.is_open)
    window.type("nihao ")
    until(lambda: window.page.toPlainText() == "你好")


def test_a_click_puts_in_what_is_composed_where_it_was(window: TypingWindow) -> None:
    window.page.setPlainText("甲乙丙丁")
    window.page.moveCursor(window.page.textCursor().MoveOperation.End)
    window.type("gong")
    window.settle()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert window.page.toPlainText() == "甲乙丙丁gong"
    assert "Reset" in window.fcitx.told


def test_who_asks_for_the_composed_word_gets_it(window: TypingWindow) -> None:
    window.type("gong")
    window.settle()
    ask_to_commit()
    assert window.page.toPlainText() == "gong"
    window.type("hui ")
    until(lambda: window.page.toPlainText() == "gong你好")


def test_who_has_put_the_word_in_has_fcitx_forget_it(window: TypingWindow) -> None:
    window.type("gong")
    window.settle()
    ask_to_forget()
    assert window.fcitx.composed == ""
    window.settle()
    window.line.setFocus()
    assert window.page.toPlainText() == ""


def test_a_field_that_loses_the_keys_keeps_its_words(window: TypingWindow) -> None:
    window.type("gong")
    window.settle()
    window.line.setFocus()
    window.type("hui ")
    until(lambda: window.line.text() == "你好")
    assert window.page.toPlainText() == "gong"


def test_a_command_waits_for_the_words_before_it(window: TypingWindow) -> None:
    window.type("nihao ")
    asked = window.press(Qt.Key.Key_S, held=CONTROL)
    assert not asked.isAccepted()  # Qt goes on to the command
    assert window.page.toPlainText() == "你好"


def test_a_command_does_not_wait_for_a_silent_fcitx(window: TypingWindow) -> None:
    window.fcitx.silent = True
    window.type("ni ")
    window.press(Qt.Key.Key_S, held=CONTROL)
    assert window.page.toPlainText() == "ni "
    window.fcitx.speak()
    until(window.bridge.is_open)
    window.type("hao ")
    until(lambda: window.page.toPlainText() == "ni 你好")


def test_the_letter_of_a_command_is_a_letter_again_afterwards(window: TypingWindow) -> None:
    window.type("hao")
    window.settle()
    asked = QKeyEvent(OVERRIDE, Qt.Key.Key_S, CONTROL, 39, ord("s"), 4, "\x13")
    QCoreApplication.sendEvent(window.windowHandle(), asked)  # Qt runs a command: no key comes
    window.type("s")
    assert window.fcitx.composed == "haos"


def test_a_slow_fcitx_that_goes_on_answering_is_not_given_up(window: TypingWindow) -> None:
    patience = next(t for t in window.bridge.findChildren(QTimer) if t.interval() == PATIENCE_MS)
    window.fcitx.silent = True
    window.type("ab")
    until(lambda: patience.remainingTime() < PATIENCE_MS // 2)
    window.fcitx.speak_once()
    until(lambda: patience.remainingTime() > PATIENCE_MS // 2)
    assert window.page.toPlainText() == ""  # b still waits, and is not typed as it is


def test_a_key_of_the_composition_is_no_command(window: TypingWindow) -> None:
    window.type("nihao")
    assert window.press(Qt.Key.Key_Backspace, "\b").isAccepted()
    window.settle()
    assert window.fcitx.composed == "niha"
    window.type(" ")
    until(lambda: window.page.toPlainText() == "你好")


def test_buttons_and_passwords_are_not_shown_to_fcitx(window: TypingWindow) -> None:
    window.button.setFocus()
    window.type("n")
    window.line.setEchoMode(QLineEdit.EchoMode.Password)
    window.line.setFocus()
    window.type("geheim")
    assert window.line.text() == "geheim"
    assert window.fcitx.composed == ""


def test_a_dialog_is_typed_into_as_well(window: TypingWindow) -> None:
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.show()
    field.setFocus()
    until(lambda: QGuiApplication.focusObject() is field)
    type_into(dialog.windowHandle(), "nihao ")
    until(lambda: field.text() == "你好")
    dialog.close()


def test_fcitx_learns_where_the_caret_is(window: TypingWindow) -> None:
    window.type("nihao ")
    until(lambda: window.page.toPlainText() == "你好")
    caret = window.page.mapToGlobal(window.page.cursorRect().topLeft())
    until(lambda: window.fcitx.carets[-1][:2] == (caret.x(), caret.y()))


def test_keys_that_fcitx_hands_over_and_takes_back_are_followed(window: TypingWindow) -> None:
    window.type("AB")
    until(lambda: window.page.toPlainText() == "AB")
    window.fcitx.signal("ForwardKey", 0xFF08, 0, 0)
    until(lambda: window.page.toPlainText() == "A")
    window.fcitx.signal("DeleteSurroundingText", -1, 1)
    until(lambda: window.page.toPlainText() == "")
    window.fcitx.signal("ForwardKey", 0xFFE1, 0, 0)  # Shift writes nothing
    window.settle()
    assert window.page.toPlainText() == ""
