"""Keys typed into the page and into a bare editor in turn, by this thread's clock.

A keystroke is the key event and everything the event loop then has to do at once, painting
included. The contenders take turns, so that a slow spell of the machine is slow for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import perf_counter, sleep, thread_time
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.bench.measure import Figure, middle, p99, ratio

AIM = 2.0
WORDS = "好事多办实事"


def keystroke(target: Any, text: str) -> float:
    """Processor seconds of this thread from a key to the end of all it sets off at once."""
    began = thread_time()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(target, event)
    QApplication.processEvents()
    return thread_time() - began


def rest(wall: float) -> None:
    """The pause between two keys, in which the event loop runs."""
    end = perf_counter() + wall
    while perf_counter() < end:
        QApplication.processEvents()
        sleep(0.002)


def typed(
    contenders: Mapping[str, Any], keys: int, between: Callable[[], object]
) -> dict[str, list[float]]:
    """Type into all contenders in turn; the times of each."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for index in range(keys):
        for name, widget in contenders.items():
            times[name].append(keystroke(widget, WORDS[index % len(WORDS)]))
        between()
    return times


def against(
    what: str, times: list[float], bare: list[float], aim: float | None = AIM, note: str = ""
) -> Figure:
    """The slowest keys of a hundred against those of the bare editor; the medians beside it."""
    medians = f"median × {middle(times) / middle(bare):.2f}"
    told = f"{medians}, {note}" if note else medians
    return ratio(what, p99(times), ("bare p99", p99(bare)), aim, told)
