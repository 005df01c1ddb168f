"""When a reading raises: it is said, nothing passes for checked, and typing goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from editor.blanks.blank_reader import BlankReader
from editor.checks.engine.checker import Checker
from editor.language.lists import FOLDER, LanguageListError
from editor.manuscript.outline.reader import OutlineReader
from editor.ui.paper.preview import Preview
from editor.ui.printing.gate_sheet import GateSheet
from editor.ui.shell.analysis_health import AGAIN
from editor.ui.shell.window import Window
from editor.ui.tree.outline_view import OutlineView
from tests.analysis.failing import RED, fall_over
from tests.ui.shell.windows import open_window, parts_of, put_caret, run, text_of, type_into
from tests.ui.until import until


@pytest.fixture
def falls(window: Window, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    fall_over(Checker, "live", monkeypatch)
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)  # it is told there; else tests fail
    put_caret(window, "同志们")
    type_into(parts_of(window).page, RED)
    parts_of(window).controller.refresh()
    yield window


def test_typing_goes_on_and_the_strip_says_what_is_missing(falls: Window) -> None:
    shop = parts_of(falls)
    assert AGAIN in shop.messages.offers() and "没有丢" in shop.messages.words()
    type_into(parts_of(falls).page, "字")
    assert RED + "字" in text_of(falls)
    analysis = shop.controller.analysis()
    assert analysis.counts.words > 500 and analysis.outline.sections
    assert shop.status.words("words") != "字数 0"
    assert len(analysis.findings) > 1  # those of the paragraphs that stand as they stood


def test_what_was_not_checked_does_not_pass_the_gate(falls: Window) -> None:
    gate = parts_of(falls).gate.verdict()
    assert not gate.clean
    assert [f for f in gate.must if "没有检查完" in f.message]
    sheet = GateSheet(falls, parts_of(falls).controller, gate, "打印")
    assert "没有检查完" in "".join(sheet.lines())
    assert not [line for line in sheet.lines() if "✓" in line]
    parts_of(falls).proofs.show()
    assert not falls.findChildren(Preview)
    assert "校核单先不出" in parts_of(falls).messages.words()


def test_what_was_not_checked_cannot_be_ignored(falls: Window) -> None:
    shop = parts_of(falls)
    run(falls, "check.all")
    (card,) = [
        c for c in shop.tabs.findings.findChildren(QFrame) if "没有检查完" in c.accessibleName()
    ]
    assert "忽略" not in [button.text() for button in card.findChildren(QPushButton)]


def test_once_it_can_be_read_again_the_message_goes(falls: Window) -> None:
    shop = parts_of(falls)
    while RED in text_of(falls):
        run(falls, "edit.undo")
    shop.controller.refresh()
    assert AGAIN not in shop.messages.offers()
    assert not [f for f in shop.controller.analysis().findings if f.rule == "reading/unread"]


def test_a_file_that_cannot_be_read_through_is_opened(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(f"云川讲话\n同志们：\n一、甲事\n{RED}文。", "utf-8")
    fall_over(OutlineReader, "read", monkeypatch)
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    window = open_window(tmp_path / "home", str(path))
    until(lambda: AGAIN in parts_of(window).messages.offers())
    assert text_of(window).endswith(f"{RED}文。")
    assert parts_of(window).controller.analysis().counts.words > 10
    window.close()


def test_what_raised_is_told_as_of_any_slot(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    fall_over(Checker, "live", monkeypatch)
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind.__name__))
    put_caret(window, "同志们")
    type_into(parts_of(window).page, RED)
    parts_of(window).controller.refresh()
    assert told == ["IndexError"]


def test_without_a_list_the_outline_says_so_and_nothing_is_ticked_or_counted_as_none(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_: object) -> None:
        raise LanguageListError(FOLDER / "line-forms.toml", FileNotFoundError())

    monkeypatch.setattr(OutlineReader, "read", fall)
    monkeypatch.setattr(BlankReader, "read", fall)
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    shop = parts_of(window)
    type_into(shop.page, "字")
    shop.controller.refresh()
    fault = "提纲没有认出来：程序的 line-forms.toml 不在"
    assert fault in [label.text() for label in window.findChildren(QLabel)]
    assert window.findChildren(OutlineView)[0].fault == fault
    assert shop.status.words("blanks") == "未填 没查完"
    sheet = GateSheet(window, shop.controller, shop.gate.verdict(), "打印")
    assert "没有检查完（9 项）" in sheet.lines() and "　未填写处：没有检查完" in sheet.lines()
    assert not [line for line in sheet.lines() if "✓" in line or "无误" in line]
