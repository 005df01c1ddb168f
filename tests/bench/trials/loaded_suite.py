"""The whole suite on a machine that has no time for it: every run must pass.

Run: python -m tests.bench.trials.loaded_suite [--runs 5] [--loops 2] [words for pytest …]
Each run is under `nice` beside so many busy loops. What fails here and not in peace knows the
speed of the machine, which no test may. One line a run; the exit code is 1 if any failed.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from tests.sources import ROOT

HOURS = 1
LOOP = f"""
from time import monotonic
end = monotonic() + {HOURS * 3600}
while monotonic() < end: pass
"""  # ends by itself, should nobody be left to end it


@contextmanager
def busy(loops: int) -> Iterator[None]:
    """So many processes that do nothing, as fast as they can."""
    running = [subprocess.Popen([sys.executable, "-c", LOOP]) for _ in range(loops)]
    try:
        yield
    finally:
        for loop in running:
            loop.kill()
            loop.wait()


def suite(words: list[str]) -> tuple[bool, str]:
    """Whether the suite passed, and pytest's last line with the names of what failed."""
    nice = ["nice", "-n", "10"] if shutil.which("nice") else []
    command = [*nice, sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *words]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True,
        timeout=HOURS * 3600, check=False,
    )  # fmt: skip
    failed = re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
    last = (done.stdout.splitlines() or ["nothing was said"])[-1]
    return done.returncode == 0, "\n    ".join([last, *failed])


def main() -> int:
    """Run it as often as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--loops", type=int, default=2)
    asked, words = parser.parse_known_args()
    passed = 0
    for number in range(1, asked.runs + 1):
        began = perf_counter()
        with busy(asked.loops):
            green, told = suite(words)
        passed += green
        took = perf_counter() - began
        print(
            f"run {number} of {asked.runs}, {asked.loops} loops, {took:.0f} s: {told}", flush=True
        )
    print(f"{passed} of {asked.runs} passed")
    return int(passed < asked.runs)


if __name__ == "__main__":
    raise SystemExit(main())
