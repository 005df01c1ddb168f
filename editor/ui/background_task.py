"""One long piece of work off the interface thread, with words and a stop button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication

from editor.ui.message_bar import MessageBar

T = TypeVar("T")
WAIT_MS = 200  # between two looks whether a dialog is still open


class BackgroundTask(QObject):
    """Runs work; a stopped piece runs out unseen and its result is dropped."""

    _ended = Signal(int, object)

    def __init__(self, messages: MessageBar) -> None:
        super().__init__(messages)
        self._messages = messages
        self._number = 0
        self._done: Callable[[Any], None] | None = None
        self._failed: Callable[[Exception], None] | None = None
        self._ended.connect(self._arrived)

    def run(
        self,
        words: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do ``work`` in another thread, then ``done`` or ``failed`` in this one."""
        self._number += 1
        number = self._number
        self._done, self._failed = done, failed
        self._messages.say(words, "停下", self.stop)
        QThreadPool.globalInstance().start(lambda: self._work(number, work))

    def stop(self) -> None:
        """Drop the result of what is running."""
        self._number += 1
        self._messages.say("已停下，原来的稿子没有动。")

    def _work(self, number: int, work: Callable[[], object]) -> None:
        try:
            found: object = work()
        except Exception as error:  # handed to the interface thread
            found = error
        self._ended.emit(number, found)

    def _arrived(self, number: int, found: object) -> None:
        if number != self._number or self._done is None or self._failed is None:
            return
        if QApplication.activeModalWidget() is not None:
            # A question is about the text that is open; another must not take its place.
            QTimer.singleShot(WAIT_MS, self, lambda: self._arrived(number, found))
            return
        self._messages.hide()
        if isinstance(found, Exception):
            self._failed(found)
        else:
            self._done(found)
