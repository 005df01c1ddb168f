"""Garbage is collected on the interface thread, in steps, while the hand rests.

`editor/garbage.py` says why, and what is due; this timer is the one who does it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from editor.garbage import collect_due, turn_off
from editor.ui.page.page_view import PageView

LOOK_MS = 1000


class GarbageTimer(QObject):
    """Looks now and then whether enough has gathered, and collects where nobody types."""

    def __init__(self, resting: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        turn_off()
        self._resting = resting
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect one generation where that is due and nobody waits for it."""
        if self._resting():  # asked at each look: it compares with the last one
            collect_due()


class Resting:
    """Whether the text is the one of the last look, and no word is being composed."""

    def __init__(self, page: PageView) -> None:
        self._page = page
        self._seen = -1

    def __call__(self) -> bool:
        """Costs a keystroke nothing: Qt counts the changes of a document."""
        before, self._seen = self._seen, self._page.document().revision()
        return before == self._seen and not self._page.composing()
