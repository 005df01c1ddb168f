"""A sieve for windows of four characters: eight sorts of pieces tried at once, in C.

Each byte of a window is looked up in a table of eight bits, one for a sort of pieces; the
rows of bits of all windows are then joined by `and`, as whole numbers as long as the text.
What passes may be a piece, what does not is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNIT = 8  # the bytes of a window: four characters of UTF-16
_SEEN = re.compile(b"[^\0]")


class Sieve:
    """Made for pieces, each the little-endian number of its four characters."""

    def __init__(self, pieces: Iterable[int]) -> None:
        ordered = sorted(pieces, key=_by_bytes)
        size = len(ordered)
        tables = [bytearray(256) for _ in range(_UNIT)]
        for place, piece in enumerate(ordered):
            for table, byte in zip(tables, piece.to_bytes(_UNIT, "little"), strict=True):
                table[byte] |= 1 << (8 * place // size)
        self._tables = [bytes(table) for table in tables]

    def through(self, data: bytes) -> list[int]:
        """The windows that may be pieces, by number; ``data`` is one window after another."""
        size = len(data) // _UNIT
        left = -1
        for at, table in enumerate(self._tables):
            row = data[at : size * _UNIT : _UNIT].translate(table)
            left &= int.from_bytes(row, "little")
        return [match.start() for match in _SEEN.finditer(left.to_bytes(size, "little"))]


def _by_bytes(piece: int) -> tuple[int, ...]:
    return tuple(piece.to_bytes(_UNIT, "little"))
