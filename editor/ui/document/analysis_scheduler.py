"""When the text is read again: soon after a change, never while composing, never twice.

Separate from the controller because it knows only times and threads. Texts above
`HUGE` characters, and what has much that is new to read, are read in a worker thread (values are
frozen), others between two keystrokes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from editor.analysis.values import Analysis, Analyzer, Structure
from editor.manuscript.in_part import is_much
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph
from editor.ui.errands import Errands

HUGE = 200_000  # characters; above, reading leaves the interface thread
PAUSE_MS = 60  # after the last key; a fast typist's keys are 80–120 ms apart
LONGEST_PAUSE_MS = 400


class AnalysisScheduler(QObject):
    """Keeps one analysis up to date with a text that changes."""

    finished = Signal(object)  # Analysis, of the newest text only

    def __init__(
        self,
        analyzer: Analyzer,
        text: Callable[[], Manuscript],
        busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """``busy`` tells that reading must wait (an input method is composing)."""
        super().__init__(parent)
        self._analyzer, self._text, self._busy = analyzer, text, busy
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.read_now)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._errands = Errands(self, self._pool)
        self._running = self._dirty = False
        self._read: tuple[Paragraph, ...] = ()
        self._cost_ms = 0.0

    def mark_dirty(self) -> None:
        """The text has changed: read it when the hand rests."""
        self._dirty = True
        pause = min(LONGEST_PAUSE_MS, PAUSE_MS + int(2 * self._cost_ms))
        self._timer.start(pause)

    def waiting(self) -> bool:
        """Whether something has changed that is still to be read."""
        return self._dirty

    def use(self, analyzer: Analyzer) -> None:
        """Read with other rules from now on."""
        self._pool.waitForDone()
        self._analyzer, self._read = analyzer, ()
        self.mark_dirty()

    def read_now(self) -> None:
        """Read at once (a huge text: begin to); composing and a running worker put it off."""
        if self._busy():
            self._timer.start(PAUSE_MS)
            return
        self._timer.stop()
        if self._running:
            self._dirty = True
            return
        self._dirty = False
        manuscript = self._text()
        takes_long = _takes_long(self._read, manuscript.paragraphs)
        self._read = manuscript.paragraphs
        if takes_long:
            self._running = True
            self._errands.send(partial(self._analyzer.analyze, manuscript), self._take, self._fail)
            return
        self._read_here(manuscript)

    def read_through(self) -> None:
        """Read here and now, however long the text: what is printed or judged must not be old.

        An analysis in the worker is waited for; it has filled the caches by then.
        """
        self._pool.waitForDone()
        self._timer.stop()
        self._dirty = False
        manuscript = self._text()
        self._read = manuscript.paragraphs
        self._read_here(manuscript)

    def structure(self) -> Structure:
        """What a command must show at once; the rest is read when the hand rests."""
        self._pool.waitForDone()
        return self._analyzer.structure(self._text())

    def stop(self) -> None:
        """Wait for the worker and read no more (before the window goes)."""
        self._timer.stop()
        self._pool.waitForDone()
        self._errands.forget()

    def _read_here(self, manuscript: Manuscript) -> None:
        began = perf_counter()
        analysis = self._analyzer.analyze(manuscript)
        self._cost_ms = (perf_counter() - began) * 1000
        self.finished.emit(analysis)

    def _fail(self, error: Exception) -> None:
        self._running = False
        raise error

    def _take(self, found: Analysis) -> None:
        self._running = False
        if found.manuscript.revision == self._text().revision:
            self.finished.emit(found)
        elif not self._timer.isActive():
            self.mark_dirty()


def _takes_long(read: Sequence[Paragraph], now: Sequence[Paragraph]) -> bool:
    """Whether reading a text would hold the window, when another of it was read last."""
    sizes = [len(p.text) for p in now]
    if sum(sizes) > HUGE:
        return True
    known = set(map(id, read))
    fresh = [size for size, p in zip(sizes, now, strict=True) if id(p) not in known]
    return is_much(fresh)
