"""Every window of the program as a screen reader is told of it.

Run as a program, for the walk wants a screen and a home of its own:
``python -m tests.ui.access.all_windows_told`` prints what says nothing of itself.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.ui.look.all_windows import platform

USUAL, WIDTH, HEIGHT = 13, 1366, 768  # px


def main() -> None:
    """Open every window and print what has no name."""
    with TemporaryDirectory() as folder:
        os.environ["QT_QPA_PLATFORM"] = platform(WIDTH, HEIGHT, Path(folder))
        os.environ["HOME"] = folder
        from tests.ui.access.names import nameless
        from tests.ui.look.window_walk import Walk

        for fault in Walk(Path(folder), USUAL, "light", "", nameless).faults():
            print(fault)


if __name__ == "__main__":
    main()
