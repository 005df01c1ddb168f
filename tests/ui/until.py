"""Waiting in tests of the window: for what is to come, never for so many milliseconds."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest

LIMIT = 60  # seconds: no test waits so long but one that fails
SHORT_MS = 1_000  # a message that goes after some seconds is nothing to wait for


def until(so: Callable[[], object]) -> None:
    """Let the event loop run till this is so."""
    end = monotonic() + LIMIT
    while not so():
        assert monotonic() < end, "it did not come to be so"
        QTest.qWait(5)


def rest(*parts: QObject) -> None:
    """Let the event loop run till none of these parts still waits to do something once.

    What had not happened then will not happen by itself: how a test says 'nothing comes of it'.
    """
    QTest.qWait(0)
    until(lambda: not any(_waits(part) for part in parts))
    QTest.qWait(0)


def _waits(part: QObject) -> bool:
    timers = part.findChildren(QTimer)
    return any(t.isActive() and t.isSingleShot() and t.interval() < SHORT_MS for t in timers)


def meanwhile(ms: int) -> None:
    """Give the event loop some times so long, for what must not happen while something goes on.

    On a slow machine this may overlook a fault; it never sees one that is not there.
    """
    QTest.qWait(4 * ms)
