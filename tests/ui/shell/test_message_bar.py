"""The message bar: offers wait, what is told goes, and the focus stays where it was."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from editor.ui.message_bar import MessageBar
from editor.ui.shell.window import Window
from tests.ui.parts import button
from tests.ui.shell.windows import parts_of


def test_an_offer_comes_back_after_what_is_told(application: object) -> None:
    messages = MessageBar()
    done: list[str] = []
    messages.say("有没保存的改动", "恢复", lambda: done.append("恢复"))
    messages.say("已保存。")
    assert messages.words() == "已保存。"
    messages.findChild(QTimer).timeout.emit()
    assert messages.words() == "有没保存的改动"
    button(messages, "恢复").click()
    assert done == ["恢复"] and messages.words() == ""


def test_the_same_offer_stands_once(application: object) -> None:
    messages = MessageBar()
    messages.say("顺序变了", "重排序号…")
    messages.say("顺序又变了", "重排序号…")
    assert messages.offers() == ["重排序号…"]
    messages.withdraw("重排序号…")
    assert messages.words() == ""


def test_a_message_leaves_the_focus_on_the_page(window: Window) -> None:
    window.activateWindow()
    parts_of(window).page.setFocus()
    parts_of(window).messages.say("一条消息", "做", lambda: None)
    assert parts_of(window).page.hasFocus()
