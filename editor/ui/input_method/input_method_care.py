"""After the first paint: the bridge to fcitx where it is wanted, a word where nothing answers."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from editor.input_method.advice import advice, distribution
from editor.input_method.choice import InputChoice, Why
from editor.input_method.fcitx_context import FcitxContext
from editor.input_method.running import display_number, what_runs
from editor.input_method.session_bus import open_session_bus
from editor.settings.store import Settings
from editor.ui.input_method.fcitx_bridge import FcitxBridge
from editor.ui.message_bar import MessageBar

LOOK_AGAIN_MS = 4000  # at a login the input method may start a moment after us
NEVER_AGAIN = "不再提示"


class InputMethodCare(QObject):
    """What is left to do for a choice once the window stands."""

    def __init__(
        self,
        choice: InputChoice,
        messages: Callable[[], MessageBar],
        settings: Settings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._messages, self._settings = messages, settings
        self.bridge = self._make_bridge() if choice.bridge else None
        if choice.why is Why.NOTHING and not settings.flag("input_method_told"):
            QTimer.singleShot(LOOK_AGAIN_MS, self, self.tell_if_nothing_answers)

    def _make_bridge(self) -> FcitxBridge | None:
        bus = open_session_bus()
        if bus is None:
            return None
        context = FcitxContext(bus, display_number(os.environ))
        return FcitxBridge(context, bus.descriptor(), self)

    def tell_if_nothing_answers(self) -> None:
        """Say once what to do, with a way never to hear of it again."""
        if self.bridge and self.bridge.is_open():
            return
        words = advice(os.environ, what_runs(os.environ), distribution())
        self._messages().say_behind(words, NEVER_AGAIN, self._never_again)

    def _never_again(self) -> None:
        self._settings.set("input_method_told", True)
        self._settings.save()
