"""A few kills at random moments of the work; `tests/bench/trials/versions_kill.py` does 500."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made by fork")
def test_what_was_kept_before_a_kill_is_there() -> None:
    # In a program of its own: a fork of the test run would take its threads along.
    asked = [sys.executable, "-m", "tests.bench.trials.versions_kill", "12"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert " 0 versions lost" in told
    assert " 0 versions kept" not in told
    assert " 0 broken tails" not in told
