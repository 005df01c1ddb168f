"""On what the program runs, in one line: for the log and for whoever is asked for help."""

from __future__ import annotations

import platform
import sys

from editor import __version__


def environment() -> str:
    """'笔杆 0.1.0，Python 3.11.7，Qt 6.11.3，Linux 6.1 x86_64'; nobody's name."""
    qt = sys.modules.get("PySide6.QtCore")
    parts = [f"笔杆 {__version__}", f"Python {platform.python_version()}"]
    if qt is not None:
        parts.append(f"Qt {qt.qVersion()}")
    parts.append(f"{platform.system()} {platform.release()} {platform.machine()}")
    return "，".join(parts)
