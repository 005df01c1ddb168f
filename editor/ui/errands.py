"""Work in threads, and how what they found comes back to the interface thread.

A thread tells no object of the window: that may be taken down at this very moment (a speech is
closed, the program ends), and the program would crash. It puts what it found into a queue that
belongs to nobody; a timer looks into the queue while something is awaited.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Any, Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer
from shiboken6 import Shiboken

T = TypeVar("T")
_Brought = SimpleQueue[tuple[int, object]]
LOOK_MS: Final = 15  # between two looks whether something has come


class _Raised(NamedTuple):
    """What work ended with instead of a result."""

    error: Exception


@dataclass(frozen=True, slots=True)
class _Awaited:
    then: Callable[[Any], object]
    failed: Callable[[Exception], object] | None


class Errands(QObject):
    """Sends work away for its parent; ``then`` gets what it found, in the interface thread.

    What work raises goes to ``failed``, or is raised again where nobody is named.
    """

    def __init__(self, parent: QObject, pool: QThreadPool | None = None) -> None:
        """``pool``: whose threads do the work; of the program's if None."""
        super().__init__(parent)
        self._pool = pool or QThreadPool.globalInstance()
        self._awaited: dict[int, _Awaited] = {}
        self._count = 0
        self._brought = _Brought()
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.look)

    def send(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do ``work`` in a thread of the pool."""
        bring = self._await(_Awaited(then, failed))

        def run() -> None:
            try:
                bring(work())
            except Exception as error:  # told in the interface thread
                bring(_Raised(error))

        self._pool.start(run)

    def expect(self, then: Callable[[], object]) -> Callable[[], None]:
        """What a thread of one's own calls, once, when it is done; then ``then`` is."""
        return partial(self._await(_Awaited(lambda _: then(), None)), None)

    def forget(self) -> None:
        """Nobody waits any more for what was sent out till now."""
        if Shiboken.isValid(self._looking):
            self._looking.stop()
        self._awaited.clear()
        self._brought = _Brought()

    def _await(self, awaited: _Awaited) -> Callable[[object], None]:
        self._count += 1
        number, put = self._count, self._brought.put
        self._awaited[number] = awaited
        if Shiboken.isValid(self._looking):  # else its owner is gone: nobody waits
            self._looking.start()
        return lambda found: put((number, found))

    def look(self) -> None:
        """Tell what has come; called by itself, or by who has waited for the threads."""
        while not self._brought.empty():
            number, found = self._brought.get()
            awaited = self._awaited.pop(number)
            if not self._awaited and Shiboken.isValid(self._looking):  # `then` may end its owner
                self._looking.stop()
            if not isinstance(found, _Raised):
                awaited.then(found)
            elif awaited.failed is not None:
                awaited.failed(found.error)
            else:
                raise found.error


def while_there(owner: QObject, then: Callable[[T], object]) -> Callable[[T], object]:
    """``then`` as long as this object is there: a window that was closed is told nothing."""
    return lambda found: then(found) if Shiboken.isValid(owner) else None
