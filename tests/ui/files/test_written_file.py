"""After an export the folder and the file are one click away."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.ui.files.written_file import FILE, FOLDER, show_in_folder, tell_sent, tell_written
from editor.ui.message_bar import MessageBar
from editor.ui.paper import printer
from editor.ui.printing.gate_flow import GateFlow
from editor.ui.shell.window import Window
from tests.ui.parts import button
from tests.ui.shell.windows import end_window, open_window, parts_of, run
from tests.ui.until import until


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system is asked to open."""
    urls: list[str] = []

    def take(url: QUrl) -> bool:
        urls.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    monkeypatch.setattr(sys, "platform", "linux")
    return urls


@pytest.fixture
def bar(application: object) -> Iterator[MessageBar]:
    parent = QWidget()
    yield MessageBar(parent)
    parent.deleteLater()


@pytest.mark.parametrize(("words", "opened"), [(FOLDER, "."), (FILE, "稿.pdf")])
def test_both_buttons_do_what_they_say(
    bar: MessageBar, asked: list[str], tmp_path: Path, words: str, opened: str
) -> None:
    tell_written(bar, "已导出", tmp_path / "稿.pdf")
    QTest.mouseClick(button(bar, words), Qt.MouseButton.LeftButton)
    assert asked == [str(tmp_path / opened)]
    assert bar.offers() == []


def test_what_cannot_be_opened_is_said_with_its_place(
    bar: MessageBar, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    monkeypatch.setattr(sys, "platform", "linux")
    tell_written(bar, "已导出", tmp_path / "稿.pdf")
    button(bar, FOLDER).click()
    assert str(tmp_path) in bar.words()


def test_on_windows_the_file_is_chosen_in_its_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[tuple[str, list[str]]] = []

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        started.append((program, arguments))
        return True, 1

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(QProcess, "startDetached", start)
    assert show_in_folder(tmp_path / "稿 定.pdf")
    native = QDir.toNativeSeparators(str(tmp_path / "稿 定.pdf"))
    assert started == [("explorer.exe", ["/select,", native])]


def test_pages_printed_into_a_file_are_shown_too_and_paper_is_not(
    bar: MessageBar, asked: list[str], tmp_path: Path
) -> None:
    tell_sent(bar, None, "校核单")
    assert bar.words() == "" or bar.offers() == []
    tell_sent(bar, tmp_path / "稿.pdf")
    assert bar.offers() == [FOLDER]


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "稿.txt"
    path.write_text("在会上的讲话\n同志们：\n大家辛苦了。\n", "utf-8")
    made = open_window(tmp_path / "home", str(path))
    yield made
    end_window(made)


@pytest.mark.parametrize(("command", "ending"), [("print.pdf", "pdf"), ("print.docx", "docx")])
def test_an_export_offers_its_folder(
    window: Window,
    asked: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    command: str,
    ending: str,
) -> None:
    target = tmp_path / f"定稿.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(GateFlow, "pass_through", lambda *_: True)
    run(window, command)
    messages = parts_of(window).desk.messages
    until(lambda: FOLDER in messages.offers())
    button(messages, FOLDER).click()
    assert target.exists() and asked == [str(tmp_path)]


def test_printing_into_a_file_offers_its_folder(
    window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(GateFlow, "pass_through", lambda *_: True)
    sent = printer.Sent(tmp_path / "稿.pdf")
    monkeypatch.setattr(printer, "ask_and_print", lambda *_: sent)
    run(window, "print.print")
    assert parts_of(window).desk.messages.offers()[-1] == FOLDER
