"""The outline's commands by their keys, on the page of a complete window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QListWidget

from editor.ui.shell.window import Window
from editor.ui.tree.renumber_dialog import RenumberDialog
from tests.files.docx.test_open_docx import numbered
from tests.files.docx_patch.test_docx_lists import PLAIN
from tests.files.made import docx, p
from tests.ui.parts import button
from tests.ui.shell.windows import (
    end_window,
    open_window,
    parts_of,
    put_caret,
    run,
    text_of,
)
from tests.ui.until import until

SPEECH = (
    "云川讲话\n同志们：\n讲两点。\n一、抓落实\n甲文在前。甲文在后。\n二、看成效\n乙文。\n谢谢大家！"
)
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "稿.txt"
    path.write_text(SPEECH, "utf-8")
    made = open_window(tmp_path / "home", str(path))
    made.activateWindow()
    yield made
    end_window(made)


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    parts_of(window).page.setFocus()
    QApplication.processEvents()
    QTest.keyClick(parts_of(window).page, key, modifiers)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (Qt.Key.Key_Return, CTRL, "甲文在前。\n二、甲文在后。\n二、看成效"),
        (Qt.Key.Key_Return, ALT | SHIFT, "甲文在后。\n二、【小标题】\n二、看成效"),
        (Qt.Key.Key_Return, CTRL | ALT, "讲两点。\n一、【小标题】\n一、抓落实"),
        (Qt.Key.Key_Return, CTRL | ALT | SHIFT, "甲文在后。\n（一）【小标题】\n二、"),
        (Qt.Key.Key_M, CTRL | SHIFT, "甲文在后。\n看成效\n乙文。"),
        (Qt.Key.Key_D, CTRL | SHIFT, "甲文在后。\n一、抓落实\n甲文在前。"),
        (Qt.Key.Key_Delete, CTRL | SHIFT, "讲两点。\n二、看成效"),
        (Qt.Key.Key_Down, ALT | SHIFT, "乙文。\n一、抓落实\n甲文在前。甲文在后。\n谢谢"),
    ],
)
def test_a_key_does_it_and_one_undo_takes_it_back(
    window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier, words: str
) -> None:
    put_caret(window, "甲文在后")
    press(window, key, modifiers)
    assert words in text_of(window)
    run(window, "edit.undo")
    assert text_of(window) == SPEECH


def test_a_heading_gets_other_words(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    wide: list[int] = []

    def answer(dialog: QInputDialog) -> int:
        wide.append(dialog.width())
        dialog.setTextValue("重实干")
        return 1

    monkeypatch.setattr(QInputDialog, "exec", answer)
    put_caret(window, "乙文")
    press(window, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    assert "二、重实干\n" in text_of(window)
    assert wide[0] > 400  # a whole heading can be seen


def test_renumbering_is_offered_and_counts_the_announced_too(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(RenumberDialog, "exec", lambda dialog: seen.extend(lines_of(dialog)))
    put_caret(window, "甲文在后")
    press(window, Qt.Key.Key_Return, CTRL)
    until(lambda: "重排序号…" in parts_of(window).messages.offers())
    button(parts_of(window).messages, "重排序号…").click()
    assert [line.split("　")[0] for line in seen] == ["两 → 三", "二、 → 三、"]


def lines_of(dialog: RenumberDialog) -> list[str]:
    listed = dialog.findChild(QListWidget)
    return [listed.item(row).text() for row in range(listed.count())]


def test_where_word_counts_its_headings_only_the_announced_number_is_offered(
    application: object, tmp_path: Path
) -> None:
    path = tmp_path / "编号.docx"
    body = p("云川讲话") + p("同志们：") + p("下面，我讲两点意见。") + numbered("抓落实", 0)
    body += p("甲文。") + numbered("看进度", 1) + p("乙文。") + numbered("看成效", 0) + p("丙文。")
    path.write_bytes(docx(body, numbering=PLAIN))
    window = open_window(tmp_path / "home", str(path))
    put_caret(window, "看进度")
    run(window, "outline.promote")
    messages = parts_of(window).messages
    until(lambda: messages.offers() == ["重排序号…"])
    assert "项数变了" in messages.words() and "序号还是原来的" not in messages.words()
    end_window(window)


def test_an_undone_move_offers_nothing_though_the_speech_announced_too_many(
    application: object, tmp_path: Path
) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(SPEECH.replace("讲两点", "讲五点意见"), "utf-8")
    window = open_window(tmp_path / "home", str(path))
    put_caret(window, "看成效")
    run(window, "outline.up")
    until(lambda: "重排序号…" in parts_of(window).messages.offers())
    run(window, "edit.undo")
    until(lambda: "重排序号…" not in parts_of(window).messages.offers())
    assert "重排序号…" not in parts_of(window).messages.offers()
    end_window(window)


def test_what_cannot_be_done_says_why(window: Window) -> None:
    put_caret(window, "同志们")
    press(window, Qt.Key.Key_Return, CTRL)
    assert parts_of(window).messages.words() == "光标不在带序号的节里。"
    assert text_of(window) == SPEECH
