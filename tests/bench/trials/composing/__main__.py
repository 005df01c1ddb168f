"""A real input method composes in the real window, and what comes of each word is read back.

Run: python -m tests.bench.trials.composing [--only ibus fcitx5] [--case WORDS]. A screen, a
home and a bus of its own; keys and clicks are xdotool's. It needs Xvfb, openbox, xdotool and
dbus-daemon; an input method that is not installed is named and left out. Whatever ends
composing, the word must come into the text, once; which characters it has is the input
method's (its candidate, or the letters), so both are allowed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

from tests.bench.trials.composing.cases import READY
from tests.bench.trials.input_method_desks import Desktop, Engine, engines, missing_tools

ROOT = Path(__file__).resolve().parents[4]


def main() -> int:
    """Try all cases with each input method; how many went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", nargs="*", default=["ibus", "fcitx5"])
    parser.add_argument("--case", default="", help="only cases whose name has these words")
    arguments = parser.parse_args()
    if lacking := missing_tools():
        print("not tried, not installed:", ", ".join(lacking))
        return 0
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="im-") as folder:
        for engine in engines(None):
            if engine.name not in arguments.only:
                continue
            if engine.lacking:
                print(f"{engine.name}: not tried, not installed: {engine.lacking}")
                continue
            wrong += _trial(Path(folder) / engine.name, engine, arguments.case)
    return wrong


def _trial(folder: Path, engine: Engine, case: str) -> int:
    """One input method; how many cases went wrong."""
    with Desktop(folder) as desktop:
        desktop.start(engine)
        command = [sys.executable, "-m", "tests.bench.trials.composing.cases", case]
        with subprocess.Popen(
            command,
            cwd=ROOT,
            env=desktop.environment | {"QT_QPA_PLATFORM": "xcb"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdin and child.stdout
            return _read_back(child.stdin, child.stdout, engine, desktop)


def _read_back(keys: IO[str], told: IO[str], engine: Engine, desktop: Desktop) -> int:
    """Switch to Chinese whenever the window asks for it; how many cases went wrong."""
    wrong, came = 0, 0
    for line in told:
        if line.strip() == READY:
            engine.switch_on(desktop)
            keys.write("\n")
            keys.flush()
            continue
        print(f"{engine.name}: {line.rstrip()}", flush=True)
        came += 1
        wrong += line.startswith("WRONG")
    print(f"{engine.name}: {came} cases, {wrong} wrong")
    return wrong + (came == 0)


if __name__ == "__main__":
    sys.exit(main())
