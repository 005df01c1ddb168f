"""What one input may cost: so much processor time, so much memory; a kill ends what asks more."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

SECONDS = 2.0  # of processor time, so that a busy machine finds nothing that a quiet one does not
MEGABYTES = 500
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


def _late(_number: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def _used() -> int:
    """Bytes of address space that are taken."""
    pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    return pages * 4096
