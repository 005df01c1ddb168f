"""One long piece of work off the interface thread, with words and a stop button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from editor.ui.errands import Errands
from editor.ui.message_bar import MessageBar

T = TypeVar("T")
WAIT_MS = 200  # between two looks whether a dialog is still open
STOP = "停下"


class BackgroundTask(QObject):
    """Runs one piece of work at a time; what is stopped is told so, and its result is dropped."""

    stopped = Signal()  # by the user

    def __init__(self, messages: MessageBar) -> None:
        super().__init__(messages)
        self._messages = messages
        self._number = 0
        self._done: Callable[[Any], object] | None = None
        self._stopping = Event()
        self._errands = Errands(self)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.let_go)

    def run(
        self,
        words: str,
        work: Callable[[Callable[[], bool]], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do ``work`` in another thread, then ``done`` or ``failed`` in this one.

        ``work`` is given what tells it whether it was stopped.
        """
        self.let_go()
        self._stopping = Event()
        self._done = done
        self._messages.say_lasting(words, STOP, self.stop)
        arrived = partial(self._arrived, self._number)
        self._errands.send(
            partial(work, self._stopping.is_set), partial(arrived, done), partial(arrived, failed)
        )

    def stop(self) -> None:
        """Stop what is running, and say so."""
        self.let_go()
        self._messages.say("已停下，原来的稿子没有动。")
        self.stopped.emit()

    def let_go(self) -> None:
        """Stop what is running, if anything is: its result is not wanted any more."""
        self._number += 1
        self._stopping.set()
        self._errands.forget()
        if self._done is not None:  # else the offer is another task's
            self._done = None
            self._messages.withdraw(STOP)

    def _arrived(self, number: int, tell: Callable[[Any], object], found: object) -> None:
        if number != self._number or self._done is None:
            return
        if QApplication.activeModalWidget() is not None:
            # A question is about the text that is open; another must not take its place.
            QTimer.singleShot(WAIT_MS, self, lambda: self._arrived(number, tell, found))
            return
        self._messages.withdraw(STOP)
        self._done = None
        tell(found)
