"""``python -m tests.fuzz [--seconds N | --total N] [TARGET …]``: fuzz targets one after the other.

``--seconds`` is for each target (60), ``--total`` for all together. What is found is tried again
in a fresh process, made small, and kept in ``--found`` (tests/fuzz/found), where the tests ask
it from then on. ``--work FOLDER`` goes on with the inputs of an earlier run. Ends with 1 where
something was found.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.engine import has_atheris
from tests.fuzz.roster import NAMES
from tests.fuzz.watch import FOUND, TargetRun


def arguments(words: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser("tests.fuzz", description="Fuzz what reads foreign bytes.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(NAMES))
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--total", type=int, default=0, help="for all targets together")
    parser.add_argument("--found", type=Path, default=FOUND, help="where finds are kept")
    parser.add_argument("--work", type=Path, help="where the inputs stay from run to run")
    asked = parser.parse_args(words)
    if wrong := [name for name in asked.targets if name not in NAMES]:
        parser.error(f"no such target: {', '.join(wrong)}")
    return asked


def main(words: list[str]) -> int:
    """Fuzz, tell a line for each target; 1 where something was found."""
    asked = arguments(words)
    names = asked.targets or NAMES
    print(
        "led by coverage (atheris)" if has_atheris() else "by chance: atheris is not here",
        flush=True,
    )
    found = 0
    until = time.monotonic() + asked.total
    with TemporaryDirectory() as folder:
        for number, name in enumerate(names):
            left = (until - time.monotonic()) / (len(names) - number)
            seconds = max(1, int(left)) if asked.total else asked.seconds
            run = TargetRun(name, (asked.work or Path(folder)) / name, asked.found / name)
            report = run.go(seconds)
            found += len(report.finds)
            print(report, flush=True)
    print(f"{found} found" if found else "nothing found", flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
