"""Searches the open text: at once where that is quick, else in a thread that can be stopped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, QTimer, Signal

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.manuscript.search.finder import Hit, Stretch, find
from editor.manuscript.search.machine import Effort
from editor.manuscript.search.query import GivenUpError, PatternError, Query, TooLongError
from editor.manuscript.search.sentence_hits import whole_sentences

QUICK: Final = 20_000  # steps of a search, 20–50 ms
LONG: Final = 6_000_000  # about 6 s; whoever waits longer has written something else than meant
ASK_MS: Final = 30  # between two looks whether it has ended
TOO_LONG: Final = "这样找太费时间，请把要找的内容写得具体些"

_Found = SimpleQueue[tuple[Hit, ...] | None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for in which text; ``sentences``: hits grow to their sentences."""

    manuscript: Manuscript
    query: Query
    inside: Stretch | None = None
    sentences: bool = False

    def hits(self, effort: Effort) -> tuple[Hit, ...]:
        """All hits. Raises what `find` raises."""
        found = find(self.manuscript, self.query, self.inside, effort)
        return whole_sentences(self.manuscript, found) if self.sentences else found


class HitSearch(QObject):
    """The hits of the latest question; ``trouble`` says why there are none, for the writer."""

    ended = Signal()  # whenever hits, trouble or busy are others

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()
        self.trouble = ""
        self.busy = False
        self._stop, self._found = Event(), _Found()
        self._then: Callable[[], object] | None = None
        self._asking = QTimer(self, interval=ASK_MS)
        self._asking.timeout.connect(self._ask)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.forget)

    def look(self, wanted: Wanted, then: Callable[[], object] | None = None) -> None:
        """Search, and do ``then`` with the hits unless something else is searched before."""
        self.forget()
        self._then = then
        try:
            self._end(wanted.hits(Effort(QUICK)))
        except PatternError as wrong:
            self._end((), str(wrong))
        except TooLongError:
            self._look_long(wanted)

    def at(self, start: Position, end: Position) -> Hit | None:
        """The hit that is exactly there."""
        index = bisect_left(self.hits, (start,))
        if index < len(self.hits) and self.hits[index][:2] == (start, end):
            return self.hits[index]
        return None

    def forget(self) -> None:
        """Stop what is searched; nothing is found."""
        self._stop.set()
        self._asking.stop()
        self.hits, self.trouble, self.busy, self._then = (), "", False, None

    def _look_long(self, wanted: Wanted) -> None:
        self.busy = True
        self._stop, self._found = stop, found = Event(), _Found()
        effort = Effort(LONG, stop.is_set)

        def work() -> None:
            try:
                found.put(wanted.hits(effort))
            except (TooLongError, GivenUpError):
                found.put(None)

        QThreadPool.globalInstance().start(work)
        self._asking.start()
        self.ended.emit()

    def _ask(self) -> None:
        """Take what was found. The thread tells no part of the window, which may have gone."""
        if not self._found.empty():
            hits = self._found.get()
            self._end(hits or (), TOO_LONG if hits is None else "")

    def _end(self, hits: tuple[Hit, ...], trouble: str = "") -> None:
        self._asking.stop()
        self.hits, self.trouble, self.busy = hits, trouble, False
        then, self._then = self._then, None
        self.ended.emit()
        if then is not None:
            then()
