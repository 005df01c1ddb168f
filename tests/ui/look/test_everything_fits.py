"""No window has words wider or taller than their place, at any size of type and any scale."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.sources import ROOT

QUIET = ("This plugin does not support",)  # what the offscreen platform says of itself


@pytest.mark.parametrize(
    ("size", "width", "height", "scale"),
    [(13, 1366, 768, "1"), (19, 1366, 768, "1"), (24, 1366, 768, "1"), (13, 1920, 1080, "2")],
)
def test_all_that_is_shown_can_be_read_and_reached(
    size: int, width: int, height: int, scale: str
) -> None:
    told = {**os.environ, "QT_SCALE_FACTOR": scale}
    walk = [sys.executable, "-m", "tests.ui.look.all_windows", str(size), str(width), str(height)]
    ran = subprocess.run(walk, cwd=ROOT, env=told, capture_output=True, text=True, timeout=120)
    said = [line for line in ran.stderr.splitlines() if not line.startswith(QUIET)]
    assert (ran.stdout.splitlines(), said, ran.returncode) == ([], [], 0)
