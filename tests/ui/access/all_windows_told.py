"""Every window of the program as it is without eyes, or without a mouse.

Run as a program, for the walk wants a screen and a home of its own:
``python -m tests.ui.access.all_windows_told names`` prints what says nothing of itself, and which
words were taken for HTML; ``… keys`` what no key gets to.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from tests.sources import ROOT
from tests.ui.look.all_windows import platform

USUAL, WIDTH, HEIGHT = 13, 1366, 768  # px
QUIET = ("This plugin does not support",)  # what the offscreen platform says of itself


def main(question: str) -> None:
    """Open every window and print its faults."""
    with TemporaryDirectory() as folder:
        os.environ["QT_QPA_PLATFORM"] = platform(WIDTH, HEIGHT, Path(folder))
        os.environ["HOME"] = folder
        from tests.ui.access.reach import beyond_keys
        from tests.ui.look.window_walk import Walk

        if question == "names":
            faults = _of_names_and_words(Path(folder))
        else:
            faults = Walk(Path(folder), USUAL, "light", "", beyond_keys).faults()
        print(*faults, sep="\n", end="\n" if faults else "")


def _of_names_and_words(folder: Path) -> list[str]:
    from tests.ui.access.names import nameless
    from tests.ui.look.canary import put_canary, watched
    from tests.ui.look.canary_walk import CanaryWalk, obeyed

    def ask(window: QWidget) -> Iterator[str]:
        yield from nameless(window)
        yield from obeyed(window)

    put_canary(folder / "canary")
    with watched(folder / "canary") as opened:
        faults = CanaryWalk(folder, USUAL, "light", "", ask).faults()
    return faults + [f"opened for what a text says: {name}" for name in opened]


def faults_of_all(question: str) -> list[str]:
    """What the walk prints, in a process of its own, and whatever goes wrong in it."""
    walk = [sys.executable, "-m", "tests.ui.access.all_windows_told", question]
    ran = subprocess.run(walk, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    said = [line for line in ran.stderr.splitlines() if not line.startswith(QUIET)]
    return ran.stdout.splitlines() + said + ["it failed"] * bool(ran.returncode)


if __name__ == "__main__":
    main(sys.argv[1])
