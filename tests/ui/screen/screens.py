"""An X screen of its own for a script of this folder, and what must be there for one."""

from __future__ import annotations

import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LIBRARIES = ("X11", "Xtst", "xcb-cursor", "xkbcommon-x11")  # for the mouse, and for Qt on X
MISSING = [name for name in LIBRARIES if not ctypes.util.find_library(name)]
NEEDED = [
    pytest.mark.skipif(not shutil.which("Xvfb"), reason="no Xvfb, which gives a screen"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.skipif(not importlib.util.find_spec("PySide6"), reason="no PySide6"),
]


def new_screen() -> Iterator[str]:
    """A screen of our own; X itself chooses a free number."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    if not number:
        pytest.skip("Xvfb does not start here")
    yield f":{number}"
    server.terminate()
    server.wait(60)


def on_screen(script: str, screen: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a script of this folder there, in a home of its own."""
    own = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1"}
    homes = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / ".config")}
    command = [sys.executable, "-m", f"tests.ui.screen.{script}", str(folder)]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **own, **homes}, capture_output=True, text=True,
        timeout=600, check=False,
    )  # fmt: skip
