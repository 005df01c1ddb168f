"""No test knows how fast the machine is."""

import re

from tests.sources import source_files, text_of, told, where

CLOCK = re.compile(r"qWait\(|\bsleep\(|deadline=(?!None)")
# Where waiting is made; a thread that waits for what is to come; a command slow on purpose.
EXEMPT = {
    "tests/test_clocks.py", "tests/test_setup.py", "tests/ui/test_garbage_timer.py",
    "tests/ui/until.py",
}  # fmt: skip


def test_no_test_waits_for_a_clock() -> None:
    """`tests.ui.until` waits for what is to come, `rest` for nothing more to come."""
    found = [
        f"{where(path)}: {match[0]}"
        for path in source_files("tests")
        if where(path) not in EXEMPT and not where(path).startswith("tests/bench/")
        for match in CLOCK.finditer(text_of(path))
    ]
    assert not found, told(found)
