"""Programs that are killed at a point counted by what they did to the disk, never by a clock."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

DISK = {"open", "write", "flush", "fsync", "fdatasync", "truncate", "ftruncate", "close",
        "replace", "rename", "unlink", "mkdir"}  # fmt: skip


def touches_a_file(called: object) -> bool:
    """Whether a function written in C is one that a file is touched by (not `str.replace`)."""
    of_a_text = isinstance(getattr(called, "__self__", None), str)
    return getattr(called, "__name__", "") in DISK and not of_a_text


def die_at(moment: int) -> None:
    """From now on count the moments before and after each call that touches a file, and end
    this process by kill -9 at the ``moment``-th."""
    left = moment

    def count(_frame: FrameType, event: str, called: object) -> None:
        nonlocal left
        if event in ("c_call", "c_return") and touches_a_file(called):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)


def killed(work: Callable[[], None]) -> bool:
    """Do ``work`` in a child of this process; whether it was killed before it was done.

    To be called in a program without threads: a fork would take them along.
    """
    child = os.fork()
    if not child:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
