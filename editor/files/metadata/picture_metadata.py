"""What a picture tells beside what it shows: the camera, the place, the program, remarks."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_JPEG: Final = b"\xff\xd8"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
# APP1 (Exif, XMP), APP3 to APP12, APP13 (Photoshop, IPTC), remarks; not JFIF, colours, Adobe.
_TELLING: Final = frozenset({0xE1, *range(0xE3, 0xED), 0xED, 0xFE})
_TELLING_CHUNKS: Final = frozenset({b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME"})


def tells_more(data: bytes) -> bool:
    """Whether a picture holds such things."""
    return without_metadata(data) != data


def without_metadata(data: bytes) -> bytes:
    """The picture alone; what is no whole JPEG or PNG stays as it is."""
    try:
        if data.startswith(_JPEG):
            return _JPEG + b"".join(_kept_segments(data))
        if data.startswith(_PNG):
            return _PNG + b"".join(_kept_chunks(data))
    except struct.error:
        pass
    return data


def _kept_segments(data: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while at < len(data):
        marker, kind = struct.unpack_from(">BB", data, at)
        if marker != 0xFF or kind == 0xDA:  # the picture's own bytes from here on
            yield data[at:]
            return
        (size,) = struct.unpack_from(">H", data, at + 2)
        if kind not in _TELLING:
            yield data[at : at + 2 + size]
        at += 2 + size


def _kept_chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if kind not in _TELLING_CHUNKS:
            yield data[at : at + 12 + size]
        at += 12 + size
