"""What Qt is told is told while it starts, and programs started later have the user's own."""

import os

import pytest

from editor.input_method.choice import InputChoice, Why
from editor.ui.input_method.told_to_qt import choose_for_qt, told_to_qt


def test_variables_stand_while_qt_starts_and_not_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULES", "wayland;fcitx")
    monkeypatch.delenv("IBUS_USE_PORTAL", raising=False)
    variables = {"QT_IM_MODULES": "ibus", "IBUS_USE_PORTAL": "1"}
    with told_to_qt(InputChoice(Why.FCITX5, variables)):
        assert {name: os.environ[name] for name in variables} == variables
    assert os.environ["QT_IM_MODULES"] == "wayland;fcitx"
    assert "IBUS_USE_PORTAL" not in os.environ


def test_the_address_file_stays_for_the_next_start_of_ibus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IBUS_ADDRESS_FILE", "")
    with told_to_qt(InputChoice(Why.IBUS, {"IBUS_ADDRESS_FILE": "/f"})):
        pass
    assert os.environ["IBUS_ADDRESS_FILE"] == "/f"


def test_without_a_screen_nothing_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert choose_for_qt() == InputChoice(Why.NOT_OURS)
