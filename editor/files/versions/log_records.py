"""The records of an append-only file, checked: what is in it whole, stays readable.

A kill or a power cut leaves at most a broken tail, which the reader passes over and the
next writer cuts off (`editor.storage.log_file`); a broken stretch in the middle is passed
over too.
"""

from __future__ import annotations

import struct
from hashlib import blake2b
from typing import NamedTuple

MAGIC = b"\xb1GV1"
_HEAD = struct.Struct("<4sII8s")  # magic, size of the head part, size of the body, digest
_LARGEST = 1 << 28  # bytes; a size above is no size


class LogRecord(NamedTuple):
    """One record: a small part that lists are made from, and the rest; ``end`` in the file."""

    head: bytes
    body: bytes
    end: int


class LogContents(NamedTuple):
    """What a file holds: its whole records, where they end, and bytes that are broken."""

    records: list[LogRecord]
    end: int
    broken: int


def packed(head: bytes, body: bytes) -> bytes:
    """A record as it lies in the file."""
    return _HEAD.pack(MAGIC, len(head), len(body), _digest(head, body)) + head + body


def scan(data: bytes) -> LogContents:
    """All whole records of a file's bytes."""
    records: list[LogRecord] = []
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
    return LogContents(records, end, broken)


def is_begun(rest: bytes) -> bool:
    """Whether these are the first bytes of a record, and not all of them."""
    if len(rest) < _HEAD.size:
        return rest.startswith(MAGIC) or MAGIC.startswith(rest)
    magic, head_size, body_size, _ = _HEAD.unpack_from(rest, 0)
    return magic == MAGIC and len(rest) < _HEAD.size + head_size + body_size


def first_head(start: bytes) -> bytes | None:
    """The small part of the first record in a file's beginning; its sum is not looked at."""
    if len(start) < _HEAD.size:
        return None
    magic, head_size, _, _ = _HEAD.unpack_from(start, 0)
    end = _HEAD.size + head_size
    return start[_HEAD.size : end] if magic == MAGIC and end <= len(start) else None


def _read(data: bytes, at: int) -> LogRecord | None:
    if len(data) - at < _HEAD.size:
        return None
    magic, head_size, body_size, digest = _HEAD.unpack_from(data, at)
    start = at + _HEAD.size
    end = start + head_size + body_size
    if magic != MAGIC or max(head_size, body_size) > _LARGEST or end > len(data):
        return None
    head, body = data[start : start + head_size], data[start + head_size : end]
    return LogRecord(head, body, end) if _digest(head, body) == digest else None


def _digest(head: bytes, body: bytes) -> bytes:
    return blake2b(head + body, digest_size=8, salt=len(head).to_bytes(8, "little")).digest()
