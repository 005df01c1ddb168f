"""Words that a command puts in replace what the hand has selected, never what a command has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from editor.manuscript.paragraph import Position
from editor.ui.shell.window import Window
from phrasebank.values import Phrase
from tests.ui.shell.windows import end_window, open_window, parts_of, put_caret, run
from tests.ui.until import until

SPEECH = (
    "在云川市大会上的讲话\n同志们：\n今天开会，我讲两点。\n一、抓好防汛\n"
    "时间是____，大家都要记住。第二句话在后面。\n二、抓好生产\n要落实落实责任。\n"
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[Window]:
    """A window on a short speech, with the phrase bank read."""
    (tmp_path / "稿.txt").write_text(SPEECH, "utf-8")
    made = open_window(tmp_path / "home", str(tmp_path / "稿.txt"))
    until(parts_of(made).tabs.phrases.current)
    yield made
    end_window(made)


def enter_in_the_bank(window: Window) -> str:
    """Ctrl+K and Enter: the phrase that came in."""
    run(window, "insert.phrase")
    panel = parts_of(window).tabs.phrases
    search = panel.findChild(QLineEdit)
    assert search is not None
    search.clear()
    phrase = panel.current()
    assert isinstance(phrase, Phrase)
    QTest.keyClick(search, Qt.Key.Key_Return)
    QApplication.processEvents()
    return phrase.text


def text(window: Window) -> str:
    return parts_of(window).controller.manuscript().text


def select_by_keys(window: Window, words: str) -> None:
    put_caret(window, words)
    for _ in words:
        QTest.keyClick(parts_of(window).page, Qt.Key.Key_Right, SHIFT)
    assert parts_of(window).controller.selected_text() == words


def find(window: Window, words: str) -> None:
    run(window, "edit.find")
    field = parts_of(window).finding.bar.words
    field.line.setText(words)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("command", ["blanks.next", "check.next"])
def test_what_a_command_selected_stays_and_the_phrase_goes_behind_its_sentence(
    window: Window, command: str
) -> None:
    run(window, command)
    parts = parts_of(window)
    end, chosen = parts.controller.selection()[1], parts.controller.selected_text()
    line = parts.controller.manuscript().paragraphs[end.paragraph].text
    behind = line.index("。", end.offset) + 1
    phrase = enter_in_the_bank(window)
    assert chosen and parts.controller.manuscript().paragraphs[end.paragraph].text == (
        line[:behind] + phrase + line[behind:]
    )
    assert "已替换" not in parts.messages.words()


def test_what_was_found_stays_too(window: Window) -> None:
    find(window, "大家")
    phrase = enter_in_the_bank(window)
    assert f"大家都要记住。{phrase}第二句话" in text(window)


def test_what_the_hand_selected_is_replaced_and_that_is_told(window: Window) -> None:
    select_by_keys(window, "大家都要记住")
    phrase = enter_in_the_bank(window)
    assert f"时间是____，{phrase}。第二句话" in text(window)
    assert parts_of(window).messages.words() == "已替换选中的 6 字，按 Ctrl+Z 撤销。"
    run(window, "edit.undo")
    assert "时间是____，大家都要记住。第二句话" in text(window)


def test_a_phrase_goes_below_the_heading_one_has_gone_to(window: Window) -> None:
    parts_of(window).controller.go_to(Position(3, 0))
    phrase = enter_in_the_bank(window)
    assert f"\n一、抓好防汛\n{phrase}\n时间是____" in text(window)


def test_the_date_fills_the_blank_one_has_gone_to_and_that_is_told(window: Window) -> None:
    run(window, "blanks.next")
    run(window, "insert.date")
    assert "____" not in text(window) and "日，大家都要记住。" in text(window)
    assert parts_of(window).messages.words() == "已替换选中的 4 字，按 Ctrl+Z 撤销。"


def test_the_date_stands_behind_words_that_were_only_found(window: Window) -> None:
    find(window, "大家")
    run(window, "insert.date")
    assert "日都要记住" in text(window) and "，大家2" in text(window)


def test_what_undo_has_selected_is_not_replaced(window: Window) -> None:
    parts = parts_of(window)
    select_by_keys(window, "大家都要记住")
    parts.controller.active_view.cut()
    run(window, "edit.undo")
    assert parts.controller.selected_text() == "大家都要记住"
    phrase = enter_in_the_bank(window)
    assert f"大家都要记住。{phrase}第二句话" in text(window)
