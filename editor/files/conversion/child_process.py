"""Another program, run to its end, to its time limit or till it is stopped: then it is dead.

On its own in a session (POSIX) or a group (Windows), so that what it started dies with it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from enum import Enum
from time import monotonic

LOOK = 0.1  # seconds between two looks whether it was stopped
# What a bundled Python sets for itself, and an office program must not inherit.
_OURS = ("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM")


class Ending(Enum):
    """How a program ended."""

    BY_ITSELF = "by itself"
    TOO_LATE = "time limit"
    STOPPED = "stopped"
    NEVER_BEGAN = "could not be started"


def run_child(command: Sequence[str], seconds: float, stopped: Callable[[], bool]) -> Ending:
    """Run a program without a window and without any input; it and its children end with this."""
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=sys.platform != "win32",
            creationflags=_flags(),
        )
    except OSError:
        return Ending.NEVER_BEGAN
    try:
        return _wait(child, monotonic() + seconds, stopped)
    finally:
        _kill(child)


def kill_tree(number: int) -> None:
    """Kill a process of Windows and what it started; one that has gone is no matter."""
    command = ["taskkill", "/T", "/F", "/PID", str(number)]
    with contextlib.suppress(OSError):
        subprocess.run(command, capture_output=True, check=False, creationflags=_flags())


def _wait(child: subprocess.Popen[bytes], end: float, stopped: Callable[[], bool]) -> Ending:
    while True:
        if stopped():
            return Ending.STOPPED
        try:
            child.wait(LOOK)
            return Ending.BY_ITSELF
        except subprocess.TimeoutExpired:
            if monotonic() > end:
                return Ending.TOO_LATE


def _kill(child: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if child.poll() is None:
            kill_tree(child.pid)
    else:
        # Also after its own end: a child that it left behind would go on for ever.
        with contextlib.suppress(OSError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OURS}
    if before := os.environ.get("LD_LIBRARY_PATH_ORIG"):
        kept["LD_LIBRARY_PATH"] = before
    return kept


def _flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    return 0
