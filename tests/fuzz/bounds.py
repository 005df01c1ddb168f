"""What one input may cost: so much processor time, so much memory; a kill ends what asks more."""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

SECONDS = 2.0  # of processor time of an office's PC: a busy or a slow machine finds no more
MEGABYTES = 500
_LAP = 0.03  # seconds that such a PC needs for `_lap`
_STEP = 0.25  # seconds until it is raised again, where somebody caught it


class TooSlowError(BaseException):
    """The input took too long; no `Exception`, so that no code passes over it."""


@contextmanager
def bounded(seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Iterator[None]:
    """Raises TooSlowError or MemoryError inside where more is asked for.

    Only on systems with these limits, and only in the main thread; elsewhere nothing is bounded.
    """
    if sys.platform == "win32":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    before = signal.signal(signal.SIGVTALRM, _late)
    resource.setrlimit(resource.RLIMIT_AS, (_used() + (megabytes << 20), hard))
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _STEP)
    try:
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:  # it may ring while it is stopped
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        signal.signal(signal.SIGVTALRM, before)


def slowness() -> float:
    """How many times slower than an office's PC this machine is now; 1 where it is not."""
    return max(1.0, min(_lap() for _ in range(3)) / _LAP)


def _lap() -> float:
    began, words = time.process_time(), dict[int, str]()
    for number in range(200_000):
        words[number % 999] = str(number)
    return time.process_time() - began


def _late(_number: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def _used() -> int:
    """Bytes of address space that are taken."""
    pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    return pages * 4096
