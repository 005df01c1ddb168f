"""The lock that says which running program holds a folder; asked before the first paint."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile

ENDING: Final = ".lock"


def lock_of(folder: Path) -> QLockFile:
    """The lock that says whose folder of journals it is."""
    lock = QLockFile(str(folder.with_name(folder.name + ENDING)))
    lock.setStaleLockTime(0)  # only a program that is gone makes a lock stale
    return lock


def sweep_locks(root: Path) -> int:
    """Take away the locks of programs that are gone, in the folder of all journals; how many.

    Nobody takes such a lock again: its name is of one speech of one run.
    """
    gone = 0
    with contextlib.suppress(OSError):
        for file in root.glob(f"*{ENDING}"):
            gone += not is_held(file.with_suffix(""))
    return gone


def is_held(folder: Path) -> bool:
    """Whether a running program, this one included, holds a folder."""
    lock = lock_of(folder)
    free = lock.tryLock(0)
    if free:
        lock.unlock()
    return not free
