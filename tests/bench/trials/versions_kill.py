"""Kills a program that keeps versions, at random moments of its work, and reads what it had kept.

    python -m tests.bench.trials.versions_kill [times, default 500]

Each round a child goes on with the same log and tells the number of each version when
`keep` has returned; it is ended by kill -9 at a moment counted by its calls to the disk, so the
speed of the machine is nothing to it, and half of the times the end of the log is then torn as
by a power cut. What it told must be readable, word for word.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path

from editor.files.versions.document_index import ENDING
from editor.files.versions.kept_version import Occasion
from editor.files.versions.log_records import packed
from editor.files.versions.version_store import VersionStore
from editor.manuscript.manuscript import manuscript_of
from tests.files.killed import die_at, killed

LINES = 120
DOCUMENT = "speech"
MOST = 150  # moments that a child lives: about eight versions


def text_of(number: int) -> str:
    """The text of a version: about 8,000 characters, a line other than the one before."""
    lines = [f"第{n}段，讲的是第{n * 7}件事，要抓紧抓实抓出成效。" * 3 for n in range(LINES)]
    for step in range(max(1, number - 40), number + 1):
        lines[step * 31 % LINES] = f"这一段在第{step}次改过，新的话有{step * step}个字。"
    return "\n".join(lines)


def work(folder: Path, pipe: int, moment: int) -> None:
    """Keep versions until killed."""
    die_at(moment)
    store = VersionStore(folder)
    while True:
        done = store.list(DOCUMENT)
        for number in range(len(done) + 1, len(done) + 200):
            version = store.keep(DOCUMENT, manuscript_of(text_of(number)), "", Occasion.SAVED)
            os.write(pipe, f"{version.number}\n".encode())


def one_round(folder: Path, moment: int) -> int:
    """Let a child work till this moment; the last number it told, 0 for none."""
    out, into = os.pipe()
    assert killed(lambda: work(folder, into, moment)), "the child ended by itself"
    os.close(into)
    with os.fdopen(out) as told:
        numbers = [int(line) for line in told.read().split()]
    return numbers[-1] if numbers else 0


def unreadable(folder: Path, numbers: list[int]) -> list[int]:
    """Those of these versions that do not have their text any more."""
    store = VersionStore(folder)
    known = {version.number: version for version in store.list(DOCUMENT)}
    lost = [n for n in numbers if n not in known]
    return lost + [n for n in numbers if n in known and store.text(known[n]).text != text_of(n)]


def tear(folder: Path, chance: random.Random) -> None:
    """What a power cut adds to kill -9: half a record, or room that was never written."""
    record = packed(b'{"v":1}', bytes(chance.randrange(1, 4000)))
    torn = record[: chance.randrange(1, len(record))]
    for log in folder.glob("*" + ENDING):
        with log.open("ab") as file:
            file.write(chance.choice((torn, bytes(len(torn)))))


def run(times: int, seed: int = 1) -> tuple[int, int, int]:
    """Kills; the versions told, the broken tails met, the versions lost."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder, told, tails, lost = Path(name), 0, 0, 0
        for _ in range(times):
            told = max(told, one_round(folder, chance.randint(1, MOST)))
            if chance.random() < 0.5:
                tear(folder, chance)
            tails += bool(VersionStore(folder).mended(DOCUMENT))
            if told:
                latest = range(max(1, told - 3), told + 1)
                lost += len(unreadable(folder, [*latest, chance.randint(1, told)]))
        lost += len(unreadable(folder, list(range(1, told + 1))))
        return told, tails, lost


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    started = time.perf_counter()
    kept, broken, gone = run(rounds)
    print(
        f"{rounds} kills, {kept} versions kept, {broken} broken tails met and passed over, "
        f"{gone} versions lost, {time.perf_counter() - started:.0f} s"
    )
