"""Tells in the message bar when a text could not be read to its end, and no longer.

What stands in for the part that failed is the analyzer's (`editor/analysis`).
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

from editor.analysis.values import Analysis
from editor.ui.document.controller import DocumentController
from editor.ui.message_bar import MessageBar

AGAIN = "再读一次"
UNREAD = "这份稿子没有读完，提纲和检查可能不全。文字没有丢，可以照常写、照常保存。"


class AnalysisHealth(QObject):
    """Watches the analyses of the open text."""

    def __init__(self, controller: DocumentController, messages: MessageBar) -> None:
        super().__init__(controller)
        self._controller, self._messages = controller, messages
        self._failing = False
        controller.analysis_changed.connect(self._take)

    def forget(self) -> None:
        """Another text comes: a trouble with it is told anew."""
        self._failing = False

    def _take(self, analysis: Analysis) -> None:
        if analysis.complete is not self._failing:
            return
        self._failing = not analysis.complete
        self._messages.withdraw(AGAIN)
        if self._failing:
            self._messages.say_lasting(UNREAD, AGAIN, self._controller.refresh)


def tell_as_of_any_slot(trouble: Exception) -> None:
    """What the analyzer tells its trouble to: tests fail by it, the program goes on."""
    sys.excepthook(type(trouble), trouble, trouble.__traceback__)
