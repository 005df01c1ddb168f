"""When Python's garbage collector runs: this module alone says it.

Python collects in whatever thread happens to allocate. In the window that may be a worker
(phrases, words, analyses, versions), and a widget in a cycle of references would be destroyed
there, which Qt allows in the interface thread only: a timer fires on what is no longer there.
So there the automatic collection is turned off before there is a thread; `ui/garbage_timer`
then collects what is `due`, by Python's own counters, while nobody types. And whatever makes
half a million values that all live to its end pauses the collection meanwhile.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

THRESHOLDS = (100_000, 10, 10)
"""New objects, then collections of the next younger generation, before one is collected."""


def turn_off() -> None:
    """No thread collects by itself from now on; what is due is counted by our limits."""
    gc.disable()
    gc.set_threshold(*THRESHOLDS)


def leave_out() -> None:
    """What there is now lives as long as the program: it is never gone through again."""
    gc.collect()
    gc.freeze()


def due() -> int:
    """The oldest generation that Python itself would collect now, were it allowed to; or -1.

    The counters run on while the automatic collection is off.
    """
    counts, limits = gc.get_count(), gc.get_threshold()
    if counts[0] <= limits[0]:
        return -1
    return max(g for g in range(3) if counts[g] > limits[g])


def collect_due() -> None:
    """Collect here and now, in this thread, what is due."""
    if (generation := due()) >= 0:
        gc.collect(generation)


@contextmanager
def collection_paused() -> Generator[None, None, None]:
    """For work of whose values nothing is garbage before its end.

    A collection would only walk half a million new objects again and again.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
