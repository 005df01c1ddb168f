"""Searches the open text: at once where that is quick, else in a thread that can be stopped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.manuscript.search.finder import Hit, Stretch, find
from editor.manuscript.search.machine import Effort
from editor.manuscript.search.query import GivenUpError, PatternError, Query, TooLongError
from editor.manuscript.search.sentence_hits import whole_sentences
from editor.ui.errands import Errands

QUICK: Final = 20_000  # steps of a search, 20–50 ms
LONG: Final = 6_000_000  # about 6 s; whoever waits longer has written something else than meant
TOO_LONG: Final = "这样找太费时间，请把要找的内容写得具体些"


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
        self._stop = Event()
        self._then: Callable[[], object] | None = None
        self._errands = Errands(self)
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
        self._errands.forget()
        self.hits, self.trouble, self.busy, self._then = (), "", False, None

    def _look_long(self, wanted: Wanted) -> None:
        self.busy = True
        self._stop = Event()
        effort = Effort(LONG, self._stop.is_set)
        self._errands.send(partial(wanted.hits, effort), self._end, self._fail)
        self.ended.emit()

    def _fail(self, error: Exception) -> None:
        self._end((), TOO_LONG)
        if not isinstance(error, TooLongError | GivenUpError):
            raise error

    def _end(self, hits: tuple[Hit, ...], trouble: str = "") -> None:
        self.hits, self.trouble, self.busy = hits, trouble, False
        then, self._then = self._then, None
        self.ended.emit()
        if then is not None:
            then()
