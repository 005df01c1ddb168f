"""An append-only file of checked records: what is in it whole, stays readable.

Each record is written by one call and flushed to the disk. A kill or a power cut leaves at
most a broken tail, which the reader passes over and the next writer cuts off; a broken
stretch in the middle is passed over too. One writer at a time, held by the system's lock,
which ends with the program that held it.
"""

from __future__ import annotations

import contextlib
import os
import struct
from collections.abc import Generator
from hashlib import blake2b
from pathlib import Path
from typing import IO, NamedTuple

MAGIC = b"\xb1GV1"
_HEAD = struct.Struct("<4sII8s")  # magic, size of the head part, size of the body, digest
_LARGEST = 1 << 28  # bytes; a size above is no size


class Record(NamedTuple):
    """One record: a small part that lists are made from, and the rest; ``end`` in the file."""

    head: bytes
    body: bytes
    end: int


class Scan(NamedTuple):
    """What a file holds: its whole records, where they end, and bytes that are broken."""

    records: list[Record]
    end: int
    broken: int


def packed(head: bytes, body: bytes) -> bytes:
    """A record as it lies in the file."""
    return _HEAD.pack(MAGIC, len(head), len(body), _digest(head, body)) + head + body


def scan(data: bytes) -> Scan:
    """All whole records of a file's bytes."""
    records: list[Record] = []
    at, end, broken = 0, 0, 0
    while at < len(data):
        record = _read(data, at)
        if record:
            records.append(record)
            at = end = record.end
            continue
        # Whatever is broken here: the next record begins with the magic again.
        found = data.find(MAGIC, at + 1)
        after = found if found >= 0 else len(data)
        broken += after - at
        at = after
    return Scan(records, end, broken)


def append(file: IO[bytes], end: int, record: bytes) -> None:
    """Write a record behind ``end``, cutting off what is broken there; on the disk then."""
    file.seek(0, os.SEEK_END)
    if file.tell() > end:
        file.truncate(end)
        os.fsync(file.fileno())
    file.seek(end)
    rest = memoryview(record)
    while rest:
        rest = rest[file.write(rest) :]
    os.fsync(file.fileno())


@contextlib.contextmanager
def held(path: Path) -> Generator[IO[bytes], None, None]:
    """The file, open to read and write, while no other program has it."""
    # Never truncated by opening: another program may just have made it.
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "r+b", buffering=0) as file:
        _lock(file)
        try:
            yield file
        finally:
            _unlock(file)


def _read(data: bytes, at: int) -> Record | None:
    if len(data) - at < _HEAD.size:
        return None
    magic, head_size, body_size, digest = _HEAD.unpack_from(data, at)
    start = at + _HEAD.size
    end = start + head_size + body_size
    if magic != MAGIC or max(head_size, body_size) > _LARGEST or end > len(data):
        return None
    head, body = data[start : start + head_size], data[start + head_size : end]
    return Record(head, body, end) if _digest(head, body) == digest else None


def _digest(head: bytes, body: bytes) -> bytes:
    return blake2b(head + body, digest_size=8, salt=len(head).to_bytes(8, "little")).digest()


if os.name == "nt":  # pragma: no cover - the other system
    import msvcrt

    _FAR = 1 << 30  # the locked byte lies behind every record: locked bytes cannot be read

    def _lock(file: IO[bytes]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
        file.seek(0)

    def _unlock(file: IO[bytes]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined]

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
