"""A sieve for windows of four characters: sixteen sorts of pieces tried at once, in C.

Each byte of a window is looked up in a table of eight bits, one for a sort of pieces; the
rows of bits of all windows are then joined by `and`, as whole numbers as long as the text.
What passes may be a piece, what does not is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, count
from operator import add

_UNIT = 4  # the bytes of two characters of UTF-16; a window is two units, begun at any unit
_ASKED = (0, 2, 4, 6)  # which of a window; the high bytes of Chinese characters tell little
_SORTS = 8
_PASSED = bytes(1) + b"\1" * 255


class Sieve:
    """Made for pieces, each the bytes of its four characters."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        ordered = sorted(pieces)
        half = (len(ordered) + 1) // 2
        self._tables = [_tables(part) for part in (ordered[:half], ordered[half:]) if part]

    def through(self, data: bytes) -> list[int]:
        """The units at which windows begin that may be pieces, in order."""
        size = len(data) // _UNIT
        rows = {at: data[at : size * _UNIT : _UNIT] for at in (0, 2)}
        passed = 0
        for tables in self._tables:
            first, second, third, fourth = (
                int.from_bytes(rows[at % _UNIT].translate(table), "little")
                for at, table in zip(_ASKED, tables, strict=True)
            )
            passed |= first & second & (third & fourth) >> 8
        # what lies between those that pass, by its lengths, tells where they are
        between = passed.to_bytes(size, "little").translate(_PASSED).split(b"\1")
        return list(map(add, accumulate(map(len, between[:-1])), count()))


def _tables(pieces: list[bytes]) -> list[bytes]:
    """For each byte that is asked the sorts of pieces that have it; neighbours are one sort."""
    tables = [bytearray(256) for _ in _ASKED]
    for place, piece in enumerate(pieces):
        for table, at in zip(tables, _ASKED, strict=True):
            table[piece[at]] |= 1 << (_SORTS * place // len(pieces))
    return [bytes(table) for table in tables]
