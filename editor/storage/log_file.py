"""A file that only grows: what is appended is on the disk when the call returns."""

from __future__ import annotations

import contextlib
import errno
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
        with told_of(self._path):
            return read_all(self._disk, self._handle)

    def append(self, end: int, data: bytes) -> None:
        """Write behind ``end``, cutting off what is broken there; on the disk then."""
        with told_of(self._path):
            if self._disk.size(self._handle) > end:
                self._disk.cut(self._handle, end)
                self._disk.flush(self._handle)
            write_all(self._disk, self._handle, end, data)
            self._disk.flush(self._handle)


def read_all(disk: Disk, handle: int) -> bytes:
    """Every byte of an open file; a disk may give only some of them a call."""
    parts: list[bytes] = []
    at = 0
    while part := disk.read(handle, at, _CHUNK):
        parts.append(part)
        at += len(part)
    return b"".join(parts)


def remove_surely(disk: Disk, path: Path) -> None:
    """Have a file no more, if that can be had; a disk that fails once is asked again."""
    for _ in range(2):
        with contextlib.suppress(OSError):
            disk.remove(path)
            return


def write_all(disk: Disk, handle: int, at: int, data: bytes) -> None:
    """Write every byte; a disk may take only some of them a call."""
    rest = memoryview(data)
    while rest:
        taken = disk.write(handle, at, rest)
        if taken <= 0:  # asking for ever would hang the program
            raise OSError(errno.EIO, "nothing taken")
        at, rest = at + taken, rest[taken:]
