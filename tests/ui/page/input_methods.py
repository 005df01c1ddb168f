"""An input method for tests: what it shows and puts in, sent as Qt sends it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from editor.ui.input_method import composition_end


def compose(widget: QWidget, *shown: str, put_in: str = "") -> None:
    """The letters as they grow, then (if any) the word that is put in for them."""
    for letters in shown:
        QApplication.sendEvent(widget, QInputMethodEvent(letters, []))
    if put_in:
        done = QInputMethodEvent()
        done.setCommitString(put_in)
        QApplication.sendEvent(widget, done)


class InputMethod:
    """Stands for Qt's; ``answer`` is what the system's does when it is asked to end a word."""

    def __init__(self, answer: Callable[[], object] = lambda: None) -> None:
        self._answer = answer
        self.resets = 0

    def commit(self) -> None:
        """Asked to put in what is composed."""
        self._answer()

    def reset(self) -> None:
        """Told that nothing is composed any more: the candidates go."""
        self.resets += 1


def use(monkeypatch: pytest.MonkeyPatch, method: InputMethod) -> InputMethod:
    """Compose with this one."""

    class Application:
        @staticmethod
        def inputMethod() -> InputMethod:
            return method

        focusObject = QGuiApplication.focusObject

    monkeypatch.setattr(composition_end, "QGuiApplication", Application)
    return method
