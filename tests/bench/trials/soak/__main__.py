"""``python -m tests.bench.trials.soak [--edits 100000] [--saves 500] [--structural 200]``.

The program as `main` starts it, with one speech open: bursts of keys in random places (typing,
Enter, deleting, undo and redo), saves and commands of the outline spread evenly among them.
Told ten times on the way: what is resident, and the slowest keys of a hundred by this thread's
clock. Aims: less than 10 % more memory than after the first tenth; the slowest keys unchanged (1.25
times those of the first tenth, which is what the clock is good for).

``--leaks`` names where the memory that came after the first tenth was asked for (slower).
"""

from __future__ import annotations

import argparse
import gc
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.bench.keys import keystroke, rest
from tests.bench.measure import p99
from tests.bench.program import Program, with_program
from tests.bench.prose import speech
from tests.bench.trials.soak.bursts import BURST, Bursts
from tests.bench.window.bench_memory import resident

PARTS = 10
GROWTH, SLOWER = 1.10, 1.25
PAUSE = 0.25  # seconds between bursts: the analysis, the journal and the panels follow
MOVES = ("下移一节", "上移一节")
CHANGES = ("升一级", "降一级", "复制一份")  # undone: the speech stays as long as it is
FRAMES = 12


@dataclass(slots=True)
class Tenth:
    """What was measured at the end of one part of the run."""

    edits: int
    memory: float  # MB
    slowest: float  # seconds, of a key


@dataclass(slots=True)
class Soak:
    """How much there is to do, and what has been measured."""

    edits: int
    saves: int
    structural: int
    size: int
    leaks: bool = False
    tenths: list[Tenth] = field(default_factory=list[Tenth])

    def run(self, program: Program, folder: Path) -> None:
        """Work for a long day."""
        path = folder / "soak.txt"
        path.write_text(speech(self.size), "utf-8")
        program.open(path)
        program.settle()
        bursts, keys, before = Bursts(program, Random(7)), list[float](), None
        total = max(PARTS, self.edits // BURST)
        saving, moving = (_evenly(count, total) for count in (self.saves, self.structural))
        for number in range(1, total + 1):
            keys += bursts.burst(keystroke)
            for _ in range(moving(number)):
                _structural(program, bursts.random.choice((*MOVES, *CHANGES)))
            for _ in range(saving(number)):
                program.choose("保存")
                rest(PAUSE)
            rest(PAUSE)
            if number * PARTS // total > (number - 1) * PARTS // total:
                self._measure(program, number * BURST, keys)
                keys = []
                if self.leaks:
                    before = before or _snapshot()
        if before is not None:
            _tell_leaks(before)

    def _measure(self, program: Program, edits: int, keys: list[float]) -> None:
        program.settle()
        gc.collect()
        now = Tenth(edits, resident()[0], p99(keys))
        self.tenths.append(now)
        print(f"{now.edits:>9,} edits {now.memory:8.1f} MB  key p99 {now.slowest * 1000:6.2f} ms")
        sys.stdout.flush()

    def well(self) -> bool:
        """Say how it went; whether the aims were met."""
        first, last = self.tenths[0], self.tenths[-1]
        grown, slower = last.memory / first.memory, last.slowest / first.slowest
        print(f"memory × {grown:.3f} (aim {GROWTH}), slowest keys × {slower:.2f} (aim {SLOWER})")
        return grown < GROWTH and slower <= SLOWER


def _evenly(count: int, total: int) -> Callable[[int], int]:
    """How many of so many things fall to the burst of a number, the first being 1."""
    return lambda number: number * count // total - (number - 1) * count // total


def _structural(program: Program, words: str) -> None:
    """A command of the outline where the caret is; one that cannot be done says so and is none."""
    program.choose(words)
    rest(PAUSE)
    if words in CHANGES:
        program.choose("撤销")
        rest(PAUSE)


def _snapshot() -> tracemalloc.Snapshot:
    if not tracemalloc.is_tracing():
        tracemalloc.start(FRAMES)
    return tracemalloc.take_snapshot()


def _tell_leaks(before: tracemalloc.Snapshot) -> None:
    for found in tracemalloc.take_snapshot().compare_to(before, "traceback")[:8]:
        print(f"\n{found.size_diff / 1e6:+.2f} MB, {found.count_diff:+} blocks")
        print("\n".join(found.traceback.format(4)))


def main() -> int:
    """Run it; 1 where an aim was missed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--edits", type=int, default=100_000)
    options.add_argument("--saves", type=int, default=500)
    options.add_argument("--structural", type=int, default=200)
    options.add_argument("--size", type=int, default=20_000, help="characters of the speech")
    options.add_argument("--leaks", action="store_true")
    given = options.parse_args()
    soak = Soak(given.edits, given.saves, given.structural, given.size, given.leaks)
    with TemporaryDirectory() as folder:
        with_program(lambda program: soak.run(program, Path(folder)))
    return int(not soak.well())


if __name__ == "__main__":
    sys.exit(main())
