"""A disk that notes down what is asked of it, and fails where a test wants it to."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, cast

from editor.storage.disk import Disk
from editor.storage.save_lock import ENDING
from editor.storage.storage import Storage
from editor.storage.system_disk import SystemDisk


class QuickDisk(SystemDisk):
    """The machine's disk that does not wait for its plates: tests ask whether it was told to."""

    def flush(self, handle: int) -> None:
        os.fstat(handle)

    def flush_folder(self, path: Path) -> None:
        path.stat()


@dataclass
class WatchedDisk:
    """The machine's disk; call number ``fails`` (from 1) raises ``error`` instead of acting.

    Closing closes and then raises, as the system does: nothing is left open.
    """

    fails: int = 0
    error: int = errno.ENOSPC
    calls: list[tuple[str, Any]] = field(default_factory=list)
    on_lock: set[int] = field(default_factory=set)  # numbers (from 0) of calls on a save lock
    locks: set[Any] = field(default_factory=set)  # their open handles
    real: SystemDisk = field(default_factory=QuickDisk)
    pauses: Callable[[], object] = lambda: None  # what happens while one waits

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.calls]

    @property
    def steps(self) -> list[str]:
        """The calls but for those on the save lock."""
        return [name for at, name in enumerate(self.names) if at not in self.on_lock]

    @property
    def storage(self) -> Storage:
        return Storage(cast(Disk, self))

    def pause(self, seconds: float) -> None:
        self.calls.append(("pause", seconds))
        self.pauses()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        act = getattr(self.real, name)

        def call(*args: Any) -> Any:
            self.calls.append((name, args[0] if args else None))
            failing = len(self.calls) == self.fails
            locks = [a for a in args if str(a).endswith(ENDING) or a in self.locks]
            if locks:
                self.on_lock.add(len(self.calls) - 1)
            if failing and name != "close":
                raise OSError(self.error, "played")
            found = act(*args)
            if locks and name in ("create", "open_again"):
                self.locks.add(found)
            if locks and name == "close":
                self.locks.discard(args[0])
            if failing:
                raise OSError(self.error, "played")
            return found

        return call


ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


def each_call_failing(
    act: Callable[[Storage], object], reset: Callable[[], object]
) -> Iterator[tuple[WatchedDisk, Exception | None]]:
    """Do ``act`` again and again, each time with the next call failing, till none is left."""
    for error in ERRORS:
        for number in count(1):
            reset()
            disk, raised = WatchedDisk(number, error), None
            try:
                act(disk.storage)
            except Exception as caught:
                raised = caught
            if number > len(disk.calls):
                break
            yield disk, raised


def leftovers(folder: Path) -> list[Path]:
    """Unfinished files that lie in a folder."""
    return [path for path in folder.rglob("*") if path.name.endswith(".tmp")]
