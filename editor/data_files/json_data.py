"""The one way to read JSON: bytes of the disk or the clipboard may be anybody's.

What Python's own reader lets through stops a program later: brackets so deep that the stack
ends, a number of a thousand digits that no call of Qt takes, infinity. All of it is an
`UnreadableError` here, a ValueError like any other damage. Where a name comes twice
the last one counts.
"""

from __future__ import annotations

import json
import math
import stat
from pathlib import Path
from typing import Final, cast

from editor.data_files.unreadable import UnreadableError

LARGEST: Final = 1 << 24  # bytes of a file of settings or lists; whole texts say what they may have
DEEPEST: Final = 32  # brackets in brackets; the program writes 6
_END_OF_TIME: Final = 32_503_680_000  # the year 3000: beyond it Windows tells no date
_DIGITS: Final = 18  # of a whole number: it fits 64 bits


def json_of(data: bytes | str, largest: int = LARGEST) -> object:
    """The value of some JSON, ``largest`` bytes at most. Raises UnreadableError, nothing else."""
    if len(data) > largest:
        raise UnreadableError(f"more than {largest} bytes")
    try:
        # A name of a file may be no Unicode; an editor may have put a mark before the text.
        text = data if isinstance(data, str) else data.decode("utf-8", "surrogatepass")
        found: object = json.loads(
            text.removeprefix("\ufeff"),
            parse_int=_whole,
            parse_float=_broken,
            parse_constant=_no_number,
        )
    except (ValueError, RecursionError, MemoryError) as error:
        raise UnreadableError("not JSON") from error
    if _is_deep(found):
        raise UnreadableError(f"more than {DEEPEST} brackets in one another")
    return found


def read_json(path: Path, largest: int = LARGEST) -> object:
    """The value in a file. Raises OSError where there is none to be read, else UnreadableError."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for
        raise UnreadableError("not a file")
    if found.st_size > largest:
        raise UnreadableError(f"more than {largest} bytes")
    return json_of(path.read_bytes(), largest)


def moment_of(value: object) -> float:
    """A time in seconds since 1970 that a calendar has. Raises UnreadableError."""
    if type(value) not in (int, float) or not 0 <= cast(float, value) < _END_OF_TIME:
        raise UnreadableError("no time")
    return float(cast(float, value))


def _is_deep(value: object) -> bool:
    """Asked level by level: a walk that calls itself would end as the reader does."""
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for one in level for inner in _inside(one) if type(inner) in (list, dict)]
        if not level:
            return False
    return True


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(cast("dict[str, object]", value).values())
    return cast("list[object]", value) if isinstance(value, list) else []


def _whole(digits: str) -> int:
    if len(digits.removeprefix("-")) > _DIGITS:
        raise UnreadableError("a number too large")
    return int(digits)


def _broken(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise UnreadableError("a number too large")
    return number


def _no_number(word: str) -> float:
    raise UnreadableError(word)


def end_of_value(text: str, at: int) -> int:
    """Where the JSON value that begins at a place ends; raises ValueError, RecursionError."""
    return json.JSONDecoder().raw_decode(text, at)[1]
