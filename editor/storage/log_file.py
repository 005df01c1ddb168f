"""A file that only grows: what is appended is on the disk when the call returns."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from editor.storage.disk import Disk
from editor.storage.storage_error import told_of

_CHUNK: Final = 1 << 24  # bytes read by one call


class LogFile:
    """An open, held file. Whoever reads it must be able to pass over a broken end."""

    def __init__(self, disk: Disk, handle: int, path: Path) -> None:
        self._disk = disk
        self._handle = handle
        self._path = path

    def size(self) -> int:
        """How many bytes it has now."""
        with told_of(self._path):
            return self._disk.size(self._handle)

    def read(self) -> bytes:
        """All that is in it."""
        parts: list[bytes] = []
        at = 0
        with told_of(self._path):
            while part := self._disk.read(self._handle, at, _CHUNK):
                parts.append(part)
                at += len(part)
        return b"".join(parts)

    def append(self, end: int, data: bytes) -> None:
        """Write behind ``end``, cutting off what is broken there; on the disk then."""
        with told_of(self._path):
            if self._disk.size(self._handle) > end:
                self._disk.cut(self._handle, end)
                self._disk.flush(self._handle)
            write_all(self._disk, self._handle, end, data)
            self._disk.flush(self._handle)


def write_all(disk: Disk, handle: int, at: int, data: bytes) -> None:
    """Write every byte; a disk may take only some of them a call."""
    rest = memoryview(data)
    while rest:
        taken = disk.write(handle, at, rest)
        at, rest = at + taken, rest[taken:]
