"""The message strip: offers wait, what is told goes, and the focus stays where it was."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from editor.ui.message_bar import MessageBar
from editor.ui.shell.window import Window
from tests.ui.parts import button
from tests.ui.shell.windows import parts_of


def test_an_offer_comes_back_after_what_is_told(application: object) -> None:
    strip = MessageBar()
    done: list[str] = []
    strip.say("有没保存的改动", "恢复", lambda: done.append("恢复"))
    strip.say("已保存。")
    assert strip.words() == "已保存。"
    strip.findChild(QTimer).timeout.emit()
    assert strip.words() == "有没保存的改动"
    button(strip, "恢复").click()
    assert done == ["恢复"] and strip.words() == ""


def test_the_same_offer_stands_once(application: object) -> None:
    strip = MessageBar()
    strip.say("顺序变了", "重排序号…")
    strip.say("顺序又变了", "重排序号…")
    assert strip.offers() == ["重排序号…"]
    strip.withdraw("重排序号…")
    assert strip.words() == ""


def test_a_message_leaves_the_focus_on_the_page(window: Window) -> None:
    window.activateWindow()
    parts_of(window).page.setFocus()
    parts_of(window).messages.say("一条消息", "做", lambda: None)
    assert parts_of(window).page.hasFocus()
