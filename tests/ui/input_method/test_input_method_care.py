"""Where nothing answers the strip says what to do, and the writer can have it never again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from editor.input_method.choice import InputChoice, Why
from editor.input_method.running import Running
from editor.settings.store import Settings
from editor.ui.input_method import input_method_care
from editor.ui.input_method.input_method_care import NEVER_AGAIN, InputMethodCare
from editor.ui.message_bar import MessageBar
from tests.ui.until import rest, until

NOTHING = InputChoice(Why.NOTHING, {}, bridge=True)


@pytest.fixture(autouse=True)
def bare_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_method_care, "open_session_bus", lambda: None)
    monkeypatch.setattr(input_method_care, "what_runs", lambda environment: Running())
    monkeypatch.setattr(input_method_care, "LOOK_AGAIN_MS", 0)


def made(settings: Settings, choice: InputChoice) -> tuple[QWidget, MessageBar]:
    window = QWidget()
    bar = MessageBar(window)
    InputMethodCare(choice, lambda: bar, settings, window)
    return window, bar


def test_a_desktop_without_an_input_method_is_told(tmp_path: Path) -> None:
    _window, bar = made(Settings(tmp_path), NOTHING)
    until(bar.words)
    assert "打不出汉字" in bar.words()
    assert bar.offers() == [NEVER_AGAIN]


def test_it_is_never_said_again_where_the_writer_wants_so(tmp_path: Path) -> None:
    window, bar = made(Settings(tmp_path), NOTHING)
    until(bar.words)
    button = next(b for b in window.findChildren(QPushButton) if b.text() == NEVER_AGAIN)
    button.click()
    assert bar.words() == ""
    window, later = made(Settings(tmp_path), NOTHING)
    rest(window)
    assert later.words() == ""


def test_nothing_is_said_where_something_answers(tmp_path: Path) -> None:
    window, bar = made(Settings(tmp_path), InputChoice(Why.IBUS))
    rest(window)
    assert bar.words() == ""
