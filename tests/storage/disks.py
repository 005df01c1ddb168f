"""A disk that notes down what is asked of it, and fails where a test wants it to."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, cast

from editor.storage.disk import Disk
from editor.storage.storage import Storage
from editor.storage.system_disk import SystemDisk


@dataclass
class WatchedDisk:
    """The machine's disk; call number ``fails`` (from 1) raises ``error`` instead of acting.

    Closing closes and then raises, as the system does: nothing is left open.
    """

    fails: int = 0
    error: int = errno.ENOSPC
    calls: list[tuple[str, Any]] = field(default_factory=list)
    real: SystemDisk = field(default_factory=SystemDisk)

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.calls]

    @property
    def storage(self) -> Storage:
        return Storage(cast(Disk, self))

    def pause(self, seconds: float) -> None:
        self.calls.append(("pause", seconds))

    def __getattr__(self, name: str) -> Callable[..., Any]:
        act = getattr(self.real, name)

        def call(*args: Any) -> Any:
            self.calls.append((name, args[0] if args else None))
            failing = len(self.calls) == self.fails
            if failing and name != "close":
                raise OSError(self.error, "played")
            found = act(*args)
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
