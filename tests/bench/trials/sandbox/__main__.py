"""``python -m tests.bench.trials.sandbox [--quick] [TESTS …]``: nothing goes out or is opened.

The program runs in a network namespace that has no interface, under strace: first something that
must be seen, then every window opened on texts that name files and hosts (without a screen, and on
an X screen with a session bus), then the window's own tests. Wants Linux, strace and unshare; the
screen wants Xvfb, openbox and dbus-run-session.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.trials.sandbox.trace import WATCHED, Seen, read_trace
from tests.sources import ROOT

TESTS = ("tests/ui",)
MOST_TOLD = 20  # faults of a kind
CONTROL = ("192.0.2.1", "canary.png")  # what must be seen
ALONE = ("unshare", "-n") if hasattr(os, "geteuid") and os.geteuid() == 0 else ("unshare", "-rn")
SCREEN = ("dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1366x768x24")


def watched(command: Sequence[str]) -> tuple[Seen, int, str]:
    """Run a command in the sandbox: what was seen, how it ended, and its last words."""
    with TemporaryDirectory() as folder:
        told = Path(folder) / "trace"
        strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-s", "256", "-e", "signal=none"]
        strace += ["-e", f"trace={WATCHED}", "-o", str(told)]
        # What one starts from a shell may carry a bus of the machine; here there is none.
        kept = {k: v for k, v in os.environ.items() if k != "DBUS_SESSION_BUS_ADDRESS"}
        ran = subprocess.run(
            [*ALONE, *strace, *command], cwd=ROOT, env=kept, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        with told.open(encoding="utf-8", errors="replace") as lines:
            return read_trace(lines), ran.returncode, f"{ran.stdout}{ran.stderr}"


def tell(name: str, seen: Seen, code: int, said: str) -> bool:
    """Print what was seen; whether all was well."""
    print(f"{name}: {seen.calls:,} calls, {len(seen.faults)} faults, ended with {code}")
    for who, times in seen.contacts.most_common():
        print(f"    connected {times}× to {who}")
    if seen.others:
        print("    left out:", ", ".join(f"{n} ({c}×)" for n, c in seen.others.most_common()))
    for fault in seen.faults[:MOST_TOLD]:
        print(f"    FAULT {fault[:200]}")
    if code:
        print(said[-3000:])
    return not seen.faults and not code


def main(quick: bool, tests: Sequence[str]) -> int:
    """All runs, one after the other; 1 where one was not well."""
    walk = (sys.executable, "-m", "tests.bench.trials.sandbox.walk")
    seen, _, said = watched((*walk, "control"))
    if missing := [sign for sign in CONTROL if not any(sign in fault for fault in seen.faults)]:
        print(f"the watch is blind to {missing}: {said[-2000:]}")
        return 1
    print(f"the watch sees what it should: {len(seen.faults)} calls of the control")
    well = tell("every window, without a screen", *watched((*walk, "offscreen")))
    well &= tell("every window, on a screen", *watched((*SCREEN, *walk, "xcb")))
    if not quick:
        pytest = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
        well &= tell(f"pytest {' '.join(tests)}", *watched((*pytest, *tests)))
    return int(not well)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="the windows only, not the tests")
    options.add_argument("tests", nargs="*", default=TESTS)
    given = options.parse_args()
    sys.exit(main(given.quick, given.tests or TESTS))
