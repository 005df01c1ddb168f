"""One input again, in a process of its own that watches nothing: ``... TARGET FILE [SECONDS]``.

What it says is one line of JSON, the signature of what was raised, or null. With seconds it looks
that long for the smallest input that raises the same.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.fuzz.bounds import SECONDS, bounded, slowness
from tests.fuzz.finds import Find, find_of
from tests.fuzz.roster import target_named


def found_by(run: Callable[[bytes], None], data: bytes, seconds: float = SECONDS) -> Find | None:
    """What an input finds, None where all is well."""
    try:
        with bounded(seconds):
            run(data)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return find_of(error, data)
    return None


def smaller(data: bytes) -> Iterator[bytes]:
    """The input without one of its stretches, the longest first."""
    size = len(data) // 2
    while size:
        for at in range(0, len(data), size):
            yield data[:at] + data[at + size :]
        size //= 2


def smallest(run: Callable[[bytes], None], find: Find, until: float) -> Find:
    """The find with as small an input as is found by then."""
    went_on = True
    while went_on:
        went_on = False
        for data in smaller(find.data):
            if time.monotonic() > until:
                return find
            again = found_by(run, data)
            if again and again.signature == find.signature:
                find, went_on = again, True
                break
    return find


def main(name: str, file: Path, seconds: float) -> None:
    """Say what an input finds; with seconds its file becomes the smallest that finds it."""
    run = target_named(name).run
    found_by(run, target_named(name).seeds()[0])  # what is loaded late is not the input's time
    find = found_by(run, file.read_bytes(), SECONDS * slowness())
    if find and seconds:
        find = smallest(run, find, time.monotonic() + seconds)
        file.write_bytes(find.data)
    print(json.dumps([find.signature, find.trace] if find else None))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]) if len(sys.argv) > 3 else 0)
