"""The process that a target runs in: ``python -m tests.fuzz.child TARGET UNTIL FOLDER``.

The parent can end it, and knows by the file ``current`` for which input it stopped.
"""

from __future__ import annotations

import hashlib
import os
import struct
import sys
import time
from pathlib import Path

from tests.fuzz.bounds import SECONDS, bounded, slowness
from tests.fuzz.engine import by_chance, has_atheris, led_by_coverage, watched_imports
from tests.fuzz.finds import FindFolder, find_of
from tests.fuzz.roster import target_named
from tests.fuzz.target import Target

WATCHED = 4  # times slower than the program is by itself, at most
WARMING = 6  # seeds that are asked before the search begins
CURRENT = struct.Struct("<QI")  # how many inputs there were, and the size of the one under way


class Run:
    """Inputs of one target, one after the other."""

    def __init__(self, target: Target, folder: Path, until: float = float("inf")) -> None:
        """``until``, in seconds since 1970: the process ends before the input that comes then."""
        self._target, self._until = target, until
        self._finds = FindFolder(folder / "finds")
        self._current = os.open(folder / "current", os.O_RDWR | os.O_CREAT, 0o600)
        self._count = 0
        self._seconds = SECONDS * WATCHED * slowness()

    def __call__(self, data: bytes) -> None:
        """One input; what it finds is kept, and the next one comes."""
        if time.time() > self._until:  # an engine first asks all it has, whatever the time
            self.over()
            os._exit(0)
        data = bytes(data)
        self._count += 1
        os.pwrite(self._current, CURRENT.pack(self._count, len(data)) + data, 0)
        try:
            with bounded(self._seconds):
                self._target.run(data)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            self._finds.keep(find_of(error, data))

    def over(self) -> None:
        """The last input has ended."""
        os.pwrite(self._current, CURRENT.pack(self._count, 0), 0)


def under_way(folder: Path) -> tuple[int, bytes]:
    """How many inputs a child has had, and the one it is at or stopped at."""
    try:
        data = (folder / "current").read_bytes()
        count, size = CURRENT.unpack_from(data)
    except (OSError, struct.error):
        return 0, b""
    return count, data[CURRENT.size : CURRENT.size + size]


def planted(target: Target, corpus: Path) -> list[bytes]:
    """The seeds, written where the engine looks for them."""
    corpus.mkdir(parents=True, exist_ok=True)
    seeds = [seed for seed in target.seeds() if len(seed) <= target.longest]
    for seed in seeds:
        (corpus / hashlib.sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed)
    return seeds


def main(name: str, until: float, folder: Path) -> None:
    """Fuzz a target till then (seconds since 1970)."""
    led = has_atheris()
    with watched_imports(led):
        target = target_named(name)
        run = Run(target, folder, until)
        seeds = planted(target, folder / "corpus")
        for seed in seeds[:: max(1, len(seeds) // WARMING)]:
            # What is loaded late is loaded by these, and watched.
            run(seed)
            run.over()
    seconds = max(1, round(until - time.time()))
    (led_by_coverage if led else by_chance)(target, run, folder / "corpus", seconds)
    run.over()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))
