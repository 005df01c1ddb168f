"""Garbage is collected on the interface thread, in steps, while the hand rests.

`editor/garbage.py` says why, and what is due; this timer is the one who does it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
    """Whether the texts are those of the last look, and no word is being composed."""

    def __init__(self, pages: Callable[[], Sequence[PageView]]) -> None:
        """``pages``: those of all open speeches."""
        self._pages = pages
        self._seen: list[tuple[int, int]] = []

    def __call__(self) -> bool:
        """Costs a keystroke nothing: Qt counts the changes of a document."""
        pages = self._pages()
        before, self._seen = self._seen, [(id(p), p.document().revision()) for p in pages]
        return before == self._seen and not any(page.composing() for page in pages)
