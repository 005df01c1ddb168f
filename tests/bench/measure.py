"""What all benches share: clocks that other programs do not slow, figures with an aim, one table.

A figure is a number with its aim, mostly a ratio to a floor measured in the same run, since
the machine is faster and slower by times. Clocks are the processor's (of the thread, or of
the process where other threads' work is waited for), never the wall's, except where a bench
says so. A bench gives figures; it prints them and exits with 0 whether they are met or not.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, sleep, thread_time
from typing import NamedTuple
from unicodedata import east_asian_width

ROOT = Path(__file__).resolve().parents[2]
BLOCK_MS = 100.0
WIDE = 52  # columns of the first column
Work = Callable[[], object]
Clock = Callable[[], float]


class Figure(NamedTuple):
    """What was measured: at most the aim is met; without an aim it is only told."""

    what: str
    value: float
    unit: str  # '×' the floor, ms, s, MB
    aim: float | None = None
    note: str = ""  # what it is made of: '12.3 ms, floor 4.1 ms bare editor'

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None where there is none."""
        return None if self.aim is None else self.value <= self.aim


def ratio(
    what: str, took: float, floor: tuple[str, float], aim: float | None = None, note: str = ""
) -> Figure:
    """Seconds as a multiple of a named floor's seconds."""
    name, base = floor
    told = f"{_time(took)}, {name} {_time(base)}"
    return Figure(what, took / base, "×", aim, f"{told}, {note}" if note else told)


def block(what: str, longest: float, note: str = "") -> Figure:
    """The longest time that no event was served; design: never above 100 ms."""
    return Figure(what, longest * 1000, "ms", BLOCK_MS, note)


def seconds(work: Work, clock: Clock = thread_time) -> float:
    """Processor seconds of one call."""
    began = clock()
    work()
    return clock() - began


def best(work: Work, times: int = 5, clock: Clock = process_time) -> float:
    """The least of some calls: what it costs when nothing is in the way."""
    return min(seconds(work, clock) for _ in range(times))


def in_turns(
    works: Mapping[str, Work], rounds: int, clock: Clock = process_time
) -> dict[str, list[float]]:
    """Each work once a round, so that a slow spell of the machine is slow for all."""
    took: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            took[name].append(seconds(work, clock))
    return took


def gaps(running: Callable[[], bool]) -> list[float]:
    """What a thread that sleeps a millisecond at a time waits for ``running`` ones, in seconds.

    The wall's time, and at most the process's own in it, so that other programs don't count.
    """
    found: list[float] = []
    wall, own = perf_counter(), process_time()
    while running():
        sleep(0.001)
        now, spent = perf_counter(), process_time()
        found.append(min(now - wall, spent - own))
        wall, own = now, spent
    return found


def middle(times: list[float]) -> float:
    """The median."""
    return median(times)


def p99(times: list[float]) -> float:
    """What one in a hundred is above."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.99))]


def clean_environment(**more: str) -> dict[str, str]:
    """The environment of a child: windows off screen, and compiled files kept and used."""
    left_out = {"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"}
    env = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**env, "QT_QPA_PLATFORM": env.get("QT_QPA_PLATFORM", "offscreen"), **more}


def row(figure: Figure) -> str:
    """One line of the table."""
    value, unit = _number(figure.value), f" {figure.unit}"
    if figure.unit == "×":
        value, unit = f"× {figure.value:.2f}", ""
    aim = "" if figure.aim is None else f"≤ {figure.aim:g}"
    verdict = {None: "", True: "met", False: "NOT MET"}[figure.met]
    what = figure.what + " " * (WIDE - sum(1 + (east_asian_width(c) in "WF") for c in figure.what))
    return f"{what} {value + unit:>12} {aim:>8}  {verdict:8} {figure.note}".rstrip()


def closing(figures: Iterable[Figure]) -> str:
    """How many aims are met."""
    judged = [figure for figure in figures if figure.met is not None]
    missed = [figure.what for figure in judged if not figure.met]
    told = f"{len(judged) - len(missed)} of {len(judged)} aims met"
    return told + ("; not met: " + ", ".join(missed) if missed else "")


def report(bench: Callable[[list[str]], Iterator[Figure]]) -> None:
    """Run a bench with the words behind its name; a row as soon as it is known."""
    words = [word for word in sys.argv[1:] if word != "--json"]
    made: list[Figure] = []
    for figure in bench(words):
        made.append(figure)
        line = json.dumps(figure, ensure_ascii=False) if "--json" in sys.argv else row(figure)
        print(line, flush=True)
    if "--json" not in sys.argv:
        print(closing(made))


def size_of(words: list[str], usual: int) -> int:
    """The number that was given to a bench, or the usual one."""
    return next((int(word) for word in words if word.isdigit()), usual)


def _time(took: float) -> str:
    return f"{took:.2f} s" if took >= 1 else f"{_number(took * 1000)} ms"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
