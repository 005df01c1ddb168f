"""Garbage is collected on the interface thread, in steps, while the hand rests.

Python collects in whatever thread happens to allocate. Widgets in a cycle of references
would be destroyed by a worker then, and Qt allows that in their own thread only: a timer
fires on what is no longer there. So `run_window` keeps the automatic collection off from
its first line, before there is a thread, and this timer does its work.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from editor.ui.page.page_view import PageView

LOOK_MS = 1000
THRESHOLDS = (100_000, 10, 10)
"""New objects, then collections of the next younger generation, before one is collected."""


class Collector(QObject):
    """Looks now and then whether enough has gathered, and collects where nobody types."""

    def __init__(self, resting: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.set_threshold(*THRESHOLDS)
        self._resting = resting
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect one generation where that is due and nobody waits for it."""
        resting = self._resting()  # asked at each look: it compares with the last one
        if resting and (generation := due()) >= 0:
            gc.collect(generation)


class Resting:
    """Whether the text is the one of the last look, and no word is being composed."""

    def __init__(self, page: PageView) -> None:
        self._page = page
        self._seen = -1

    def __call__(self) -> bool:
        """Costs a keystroke nothing: Qt counts the changes of a document."""
        before, self._seen = self._seen, self._page.document().revision()
        return before == self._seen and not self._page.composing()


def due() -> int:
    """The oldest generation that Python itself would collect now, were it allowed to; or -1.

    The counters run on while the automatic collection is off.
    """
    counts, limits = gc.get_count(), gc.get_threshold()
    if counts[0] <= limits[0]:
        return -1
    return max(g for g in range(3) if counts[g] > limits[g])
