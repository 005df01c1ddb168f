"""The bin: unsaved texts that were let go, kept for a month in case it was a mistake.

Separate from `journal`, whose texts wait for an answer; these wait for nothing and
go by age. One file a text; moving one in or out is the system's renaming, so that a kill
at any moment leaves it in one of the two places.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import Final, NamedTuple

from editor.files.recovery.journal import (
    Journal,
    files_in,
    is_left_alone,
    read_or_name,
    source_beside,
)
from editor.files.recovery.snapshot import Snapshot
from editor.storage.storage import Storage

DAYS: Final = 30
_DAY: Final = 86_400  # seconds


class BinnedText(NamedTuple):
    """A text in the bin, the file it lies in, and when it goes (seconds since 1970)."""

    snapshot: Snapshot
    file: Path
    until: float

    def days(self, now: float) -> int:
        """Days that are left, at least 1."""
        return max(1, round((self.until - now) / _DAY))


class RecoveryBin:
    """The bin of one user. Nothing here raises: a bin that fails must not stop the work."""

    def __init__(self, folder: Path, storage: Storage | None = None) -> None:
        self._folder = folder
        self._storage = storage or Storage()

    def throw(self, journal: Journal, document_id: str) -> bool:
        """Take a text out of a journal into the bin; False where it cannot be."""
        return self.throw_file(journal.file_of(document_id))

    def throw_file(self, source: Path) -> bool:
        """Take the file of a text into the bin; False where it cannot be."""
        target = self._folder / f"{source.stem}-{time.time_ns()}{source.suffix}"
        with contextlib.suppress(OSError):
            self._storage.make_folder(self._folder)
            self._storage.move(source, target)
            with contextlib.suppress(OSError):
                self._storage.mark_changed(target)  # its month begins now
            if (beside := source_beside(source)).exists():
                with contextlib.suppress(OSError):
                    self._storage.move(beside, source_beside(target))
            return True
        return False

    def thrown(self) -> tuple[BinnedText, ...]:
        """What is in the bin, the latest first, also what cannot be read."""
        found: list[BinnedText] = []
        for file in files_in(self._folder):
            snapshot = read_or_name(file)
            if snapshot:
                with contextlib.suppress(OSError):
                    found.append(BinnedText(snapshot, file, file.stat().st_mtime + DAYS * _DAY))
        return tuple(sorted(found, key=lambda thrown: thrown.until, reverse=True))

    def drop(self, thrown: BinnedText) -> None:
        """Take a text out for good: it was taken back, or is wanted no more."""
        with contextlib.suppress(OSError):
            self._remove(thrown.file)

    def empty_old(self, now: float | None = None) -> int:
        """Let go what has been here for its days; how many texts."""
        oldest = (time.time() if now is None else now) - DAYS * _DAY
        gone = 0
        for file in files_in(self._folder):
            with contextlib.suppress(OSError):
                if file.stat().st_mtime < oldest:
                    self._remove(file)
                    gone += 1
        self._sweep()
        return gone

    def _sweep(self) -> None:
        """Let go bytes of files whose text went without them: a kill, a disk that refused."""
        with contextlib.suppress(OSError):
            for file in self._folder.iterdir():
                if is_left_alone(file):
                    self._storage.remove(file)

    def _remove(self, file: Path) -> None:
        for one in (file, source_beside(file)):
            self._storage.remove(one)
