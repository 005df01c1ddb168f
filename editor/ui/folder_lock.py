"""The lock that says which running program holds a folder; asked before the first paint."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile


def lock_of(folder: Path) -> QLockFile:
    """The lock that says whose folder of journals it is."""
    lock = QLockFile(str(folder.with_name(folder.name + ".lock")))
    lock.setStaleLockTime(0)  # only a program that is gone makes a lock stale
    return lock


def is_held(folder: Path) -> bool:
    """Whether a running program, this one included, holds a folder."""
    lock = lock_of(folder)
    free = lock.tryLock(0)
    if free:
        lock.unlock()
    return not free
