"""The message bar: offers wait, what is told goes, and the focus stays where it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from editor.ui.message_bar import MessageBar, MessageButton
from editor.ui.shell.window import Window
from tests.ui.parts import button
from tests.ui.shell.windows import parts_of, run


@pytest.fixture
def bar(application: object) -> Iterator[MessageBar]:
    window = QWidget()
    made = MessageBar(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    yield made
    window.deleteLater()


def pass_time(bar: MessageBar) -> None:
    """What the strip shows has stood long enough to be read."""
    for timer in bar.findChildren(QTimer):
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()


def test_an_offer_comes_back_after_what_is_told_before_it_was_read(bar: MessageBar) -> None:
    done: list[str] = []
    bar.say("有没保存的改动", "恢复", lambda: done.append("恢复"))
    bar.say("已保存。")
    assert bar.words() == "已保存。"
    pass_time(bar)
    assert bar.words() == "有没保存的改动"
    button(bar, "恢复").click()
    assert done == ["恢复"] and bar.words() == ""


def test_an_offer_that_was_read_stays_but_does_not_come_back(bar: MessageBar) -> None:
    bar.say("有没保存的改动", "恢复")
    pass_time(bar)
    assert bar.words() == "有没保存的改动"
    bar.say("已保存。")
    pass_time(bar)
    assert bar.words() == "" and bar.offers() == []


def test_what_goes_on_comes_back_until_it_is_withdrawn(bar: MessageBar) -> None:
    bar.say_lasting("正在转换……", "停下", None)
    pass_time(bar)
    bar.say("已保存。")
    pass_time(bar)
    assert bar.words() == "正在转换……"
    bar.withdraw("停下")
    assert bar.words() == ""


def test_the_offer_that_was_read_goes_and_the_one_under_it_is_read_next(bar: MessageBar) -> None:
    bar.say("先来的", "甲")
    bar.say("后来的", "乙")
    pass_time(bar)
    bar.say("已保存。")
    pass_time(bar)
    assert bar.words() == "先来的"


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


def test_a_long_message_has_three_lines_and_the_whole_on_hover(bar: MessageBar) -> None:
    long = "\n".join(f"第{n}条" for n in range(8))
    bar.say(long)
    assert bar.words().split("\n") == ["第0条", "第1条", "……还有 6 条，鼠标停在这里看全"]
    assert long in [label.toolTip() for label in bar.findChildren(QLabel)]
    bar.say("一句")
    assert not any(label.toolTip() for label in bar.findChildren(QLabel))


def test_what_was_told_of_a_step_goes_when_it_is_taken_back(window: Window) -> None:
    parts = parts_of(window)
    parts.controller.insert("新写的。")
    parts.messages.withdraw()
    parts.messages.say("填了 4 处，按 Ctrl+Z 可以撤销。")
    parts.messages.say("有没保存的改动", "恢复", lambda: None)
    parts.messages.say("填了 4 处，按 Ctrl+Z 可以撤销。")
    run(window, "edit.undo")
    assert parts.messages.words() == "有没保存的改动"


def test_what_is_less_urgent_comes_when_the_others_are_answered(bar: MessageBar) -> None:
    bar.say("有 2 份稿子没存盘", "看一看…")
    bar.say_behind("没有找到输入法", "不再提示", lambda: None)
    assert bar.words() == "有 2 份稿子没存盘"
    button(bar, "知道了").click()
    assert bar.words() == "没有找到输入法"


def test_the_buttons_of_a_message_stand_in_one_row(application: object) -> None:
    messages = MessageBar()
    two = (MessageButton("打开所在文件夹", print), MessageButton("打开文件", print))
    messages.say_with("已导出：/home/稿子/在全县动员部署大会上的讲话（草稿）.pdf" * 2, *two)
    messages.resize(520, 200)
    messages.show()
    QApplication.processEvents()
    shown = [b for b in messages.findChildren(QPushButton) if b.isVisible()]
    assert len({b.mapTo(messages, b.rect().topLeft()).y() for b in shown}) == 1
    assert len(shown) == 3
