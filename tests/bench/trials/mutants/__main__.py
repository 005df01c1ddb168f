"""Puts small faults into the program, one at a time, and counts those that its tests see.

    python -m tests.bench.trials.mutants [room …] [--faults N] [--seed S] [--jobs J]

N faults of each room (default 20) are drawn by S from all that `faults` finds there. Each runs
the tests of the room in a copy of the program; a test that fails, or takes ten times as long as
without a fault, has caught it. What cannot be seen because nothing changes for anybody stands in
`equal.toml` with the reason. Below the floors of `rooms.toml` the exit code is 1: they only rise.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from typing import Any, NamedTuple

from tests.bench.trials.mutants.faults import Fault, faults_of

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
COPIED = ("main.py", "pyproject.toml", "editor", "phrasebank", "resources", "tests", "docs", ".ci")
SLOWER = 10.0  # times as long as without a fault: it hangs
LEAST_S = 60.0  # nothing is called hanging before


class Room(NamedTuple):
    """A room whose tests are tried: its modules, the tests, the share they must catch."""

    name: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]
    floor: float


class Drawn(NamedTuple):
    """A fault and the module it is put into."""

    module: str
    fault: Fault

    @property
    def name(self) -> str:
        """How `equal.toml` calls it."""
        return f"{self.module} | {self.fault.name}"


def rooms() -> list[Room]:
    """The rooms, from `rooms.toml`."""
    raw = tomllib.loads((HERE / "rooms.toml").read_text("utf-8"))["room"]
    return [Room(r["name"], tuple(r["modules"]), tuple(r["tests"]), r["floor"]) for r in raw]


def equal() -> set[str]:
    """The faults that change nothing for anybody."""
    raw: list[dict[str, Any]] = tomllib.loads((HERE / "equal.toml").read_text("utf-8"))["equal"]
    return {row["fault"] for row in raw}


def all_faults(room: Room) -> list[Drawn]:
    """Every fault of a room but the equal ones."""
    known, found = equal(), list[Drawn]()
    for pattern in room.modules:
        for path in sorted(ROOT.glob(pattern)):
            module = path.relative_to(ROOT).as_posix()
            found += [Drawn(module, fault) for fault in faults_of(path.read_text("utf-8"))]
    return [drawn for drawn in found if drawn.name not in known]


class Copies:
    """Copies of the program, one for each job: the program itself is never touched."""

    def __init__(self, folder: Path, count: int) -> None:
        self._free: SimpleQueue[Path] = SimpleQueue()
        for number in range(count):
            copy = folder / str(number)
            for name in COPIED:
                copied = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
                copy.mkdir(exist_ok=True)
                copied(ROOT / name, copy / name)
            self._free.put(copy)

    def caught(self, room: Room, drawn: Drawn | None, limit: float) -> bool:
        """Whether the tests fail with this fault."""
        copy = self._free.get()
        try:
            if drawn:
                (copy / drawn.module).write_text(drawn.fault.source, "utf-8")
            return not _pass(copy, room.tests, limit)
        finally:
            if drawn:
                shutil.copy2(ROOT / drawn.module, copy / drawn.module)
            self._free.put(copy)


def _pass(copy: Path, tests: Sequence[str], limit: float) -> bool:
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        ended = subprocess.run(command, cwd=copy, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return False
    return ended.returncode == 0


def try_room(room: Room, copies: Copies, drawn: list[Drawn], jobs: int) -> float:
    """Try the faults drawn, name those not seen; the share that was caught."""
    began = monotonic()
    if copies.caught(room, None, 3600):
        raise SystemExit(f"{room.name}: the tests fail without any fault")
    limit = max(LEAST_S, SLOWER * (monotonic() - began))
    with ThreadPoolExecutor(jobs) as pool:
        seen = list(pool.map(lambda one: copies.caught(room, one, limit), drawn))
    for one, was in zip(drawn, seen, strict=True):
        if not was:
            print(f"  not seen: {one.module}:{one.fault.line}  [{one.name}]", flush=True)
    share = sum(seen) / max(1, len(seen))
    print(f"{room.name}: {sum(seen)} of {len(seen)} caught, {share:.2f} (floor {room.floor})")
    return share


def main() -> int:
    """Run the trial; 1 where a room is below its floor."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("rooms", nargs="*")
    asked.add_argument("--faults", type=int, default=20)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--jobs", type=int, default=1)
    how = asked.parse_args()
    low = False
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        copies = Copies(Path(folder), how.jobs)
        for room in rooms():
            if not how.rooms or room.name in how.rooms:
                faults = all_faults(room)
                drawn = random.Random(how.seed).sample(faults, min(how.faults, len(faults)))
                low |= try_room(room, copies, drawn, how.jobs) < room.floor
    return int(low)


if __name__ == "__main__":
    raise SystemExit(main())
