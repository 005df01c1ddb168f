"""What is watched: every window opened on texts that would have files opened.

``python -m tests.bench.trials.sandbox.walk offscreen|xcb|control``; ``control`` does what must be
seen: it speaks to an address and shows a bait in a bare label.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.ui.look.all_windows import platform
from tests.ui.look.canary import put_canary, tag

USUAL = 13  # px of type


def walk(folder: Path) -> list[str]:
    """Open all windows; what of them took words for HTML."""
    from tests.ui.look.canary_walk import CanaryWalk, obeyed

    put_canary(folder / "canary")
    return CanaryWalk(folder, USUAL, "light", "", obeyed).faults()


def control(folder: Path) -> list[str]:
    """Do what the watch must see."""
    from PySide6.QtWidgets import QApplication, QLabel

    picture = put_canary(folder / "canary")
    app = QApplication([])
    QLabel(tag(picture)).grab()
    app.quit()
    with contextlib.suppress(OSError), socket.socket() as line:
        line.connect(("192.0.2.1", 80))
    return []


def main(way: str) -> int:
    """Do it in a folder of its own, and print what was found."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["HOME"] = name
        usual = platform(1366, 768, folder)
        os.environ["QT_QPA_PLATFORM"] = "xcb" if way == "xcb" else usual
        found = control(folder) if way == "control" else walk(folder)
    print(*found, sep="\n", end="\n" if found else "")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
