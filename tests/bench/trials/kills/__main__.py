"""Kills the window with kill -9 at random moments, starts it again, and counts what is missing.

    nice -n 15 python -m tests.bench.trials.kills [--kills 200] [--seed 1] [--million 8]

The window types, saves, moves sections, keeps versions and quits, with a plain text, a Word file
and (each ``million``-th time) a text of a million characters. Half of the times it dies at a moment
of the clock, half of them in the midst of a call to the disk. What it had on its page is written
down by `diary`; what the next one finds is the file, the journal or the bin, whichever is latest.
Missing is the time from the first change that is in none of them to the kill.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from select import select
from statistics import median, quantiles
from time import monotonic, sleep

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.bench.trials.kills.diary import KILLED, digest_of_words, states_in
from tests.bench.trials.kills.victim import WORKS, Work, live
from tests.files.made import docx, p

LIMIT_S = 2.0  # of what may be missing
LOOK_S = 0.002
START_S = 900.0  # a window that is not there by then never will be
LONGEST_S = 2.5  # from its first key to the kill
CALLS = 160  # to the disk, of which it does not survive one
LINES = [f"{n}、" if n else "在会上的讲话" for n in ("", "一", "二", "三", "四")]


@dataclass
class Case:
    """A speech with a home of its own, through many lives."""

    folder: Path
    name: str
    missing: list[float] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    last: str = ""  # the state that the next program must have at least

    @property
    def speech(self) -> Path:
        return self.folder / self.name

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def diary(self) -> Path:
        return self.folder / "diary"

    @property
    def said(self) -> Path:
        return self.folder / "said"  # what the program printed


def prepare(case: Case, size: int) -> Case:
    """Write the speech."""
    case.folder.mkdir()
    body = "这一段讲的是一件事，要抓紧抓实抓出成效。" * 4
    lines = [f"{head}第{n}件事" if n else head for n, head in enumerate(LINES)]
    rows = [row for line in lines for row in (line, body)]
    rows += [f"第{n}段。{body}" for n in range(size // (len(body) + 5))]
    if case.speech.suffix == ".docx":
        case.speech.write_bytes(docx("".join([p(row) for row in rows])))
    else:
        case.speech.write_text("\n".join(rows), "utf-8")
    case.last = digest_of_words("\n".join(rows))
    return case


def live_and_die(case: Case, work: Work, after: float) -> tuple[float, bool]:
    """Let a program live so long; when it was dead, and whether it was killed."""
    out, into = os.pipe()
    case.diary.unlink(missing_ok=True)
    child = os.fork()
    if not child:
        try:
            said = os.open(case.said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            for stream in (1, 2):
                os.dup2(said, stream)
            live(work, case.diary, into)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(7)
    os.close(into)
    begun = select([out], [], [], START_S)[0] and os.read(out, 1)
    os.close(out)
    end = monotonic() + (after if begun else 0.0)
    gone, status = 0, 0
    while not gone:
        if monotonic() >= end:
            os.kill(child, signal.SIGKILL)
        gone, status = os.waitpid(child, 0 if monotonic() >= end else os.WNOHANG)
        sleep(0.0 if gone else LOOK_S)
    code = os.waitstatus_to_exitcode(status)
    if not begun or code not in (0, -signal.SIGKILL):
        last = case.said.read_text("utf-8", "replace").splitlines()[-3:]
        case.wrong.append(f"{work}: begun: {bool(begun)}, ended with {code}: {last}")
    return monotonic(), os.WIFSIGNALED(status)


def judge(case: Case, work: Work, dead: float) -> None:
    """What is missing of the last life, and what is damaged."""
    states = states_in(case.diary)
    if states and states[-1].digest == KILLED:
        dead = states.pop().moment
    found = set(found_texts(case))
    numbers = [n for n, state in enumerate(states) if state.digest in found]
    if not numbers and case.last not in found:
        case.wrong.append(f"{work}: what is found was never on the page")
    at = numbers[-1] if numbers else -1
    lost = states[at + 1 :]
    case.missing.append(max(0.0, dead - lost[0].moment) if lost else 0.0)
    if case.missing[-1] > LIMIT_S:
        case.late.append(f"{case.missing[-1]:.2f} s: {work}")
    case.last = states[at].digest if numbers else case.last


def found_texts(case: Case) -> Iterator[str]:
    """The fingerprints of all that the next program can find; damage is told."""
    from editor.files.open import open_document
    from editor.files.recovery.journal import files_in, read_text
    from editor.files.trouble import Trouble
    from editor.files.versions.version_store import VersionStore
    from editor.ui.session.lost_texts import LostTexts

    try:
        yield digest_of_words(open_document(case.speech).manuscript.text)
    except Trouble as trouble:
        case.wrong.append(f"the file: {trouble}")
    root = case.home / "recovery"
    files = [file for folder in root.glob("*-*") if folder.is_dir() for file in files_in(folder)]
    case.wrong += [f"{file} cannot be read" for file in files if read_text(file) is None]
    lost = LostTexts(root)
    for snapshot in (
        *[one.snapshot for one in lost.pending()],
        *[one.snapshot for one in lost.bin.thrown()],
    ):
        yield digest_of_words(snapshot.manuscript.text)
    store = VersionStore(case.home / "versions")
    for log in (case.home / "versions").glob("*.versions"):
        for version in store.list(log.stem)[-3:]:
            try:
                store.text(version)
            except Trouble as trouble:
                case.wrong.append(f"version {version.number}: {trouble}")


def end_well(case: Case) -> None:
    """A last program takes up what is there, saves and quits: nothing lies there then."""
    work = Work(case.home, case.speech, "end", 0)
    _, killed = live_and_die(case, work, START_S)
    if killed:
        case.wrong.append("the last program did not end")
    states = states_in(case.diary)
    if not states or states[0].digest != case.last:
        case.wrong.append("the last program did not find the last text")
    lying = [f for f in case.folder.rglob("*") if f.is_file() and lies(f, case)]
    case.wrong += [f"left lying: {file}" for file in lying]


def lies(file: Path, case: Case) -> bool:
    """Whether a file is nobody's any more."""
    in_recovery = file.is_relative_to(case.home / "recovery")
    return in_recovery or file.suffix == ".tmp" or file.name.endswith("-lock")


def run(kills: int, seed: int, million: int, folder: Path) -> list[Case]:
    """All lives and deaths."""
    chance = Random(seed)
    cases = [
        prepare(Case(folder / "plain", "讲话.txt"), 2_000),
        prepare(Case(folder / "word", "讲话.docx"), 2_000),
        prepare(Case(folder / "million", "长稿.txt"), 1_000_000),
    ]
    kinds = list(WORKS)
    for number in range(kills):
        case = cases[2] if million and number % million == million - 1 else cases[number % 2]
        call = chance.randint(1, CALLS) if chance.random() < 0.5 else 0
        kind = kinds[number // 2 % len(kinds)]
        work = Work(case.home, case.speech, kind, chance.randrange(1 << 30), call)
        after = chance.uniform(0.0, LONGEST_S) * (3 if call else 1)
        dead, _ = live_and_die(case, work, after)
        judge(case, work, dead)
        if number % 10 == 9:
            print(f"{number + 1} kills, {told(cases)}", flush=True)
            print(*[one for c in cases for one in (*c.late, *c.wrong)], sep="\n", flush=True)
    for case in cases:
        if case.missing:
            end_well(case)
    return cases


def told(cases: list[Case]) -> str:
    """The figures."""
    missing = [lost for case in cases for lost in case.missing]
    wrong = [one for case in cases for one in case.wrong]
    tenth = quantiles(missing, n=10)[-1] if len(missing) > 1 else missing[0]
    late = sum(lost > LIMIT_S for lost in missing)
    return (
        f"missing: median {median(missing):.2f} s, p90 {tenth:.2f}, max {max(missing):.2f}; "
        f"over {LIMIT_S:.0f} s: {late}; wrong: {len(wrong)}"
    )


def main() -> None:
    """Run it and say what was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--million", type=int, default=8, help="0: no text of a million")
    args = asked.parse_args()
    import PySide6.QtTest
    import PySide6.QtWidgets  # noqa: F401 - loaded once, for all that are born of this one

    import editor.ui.shell.composition  # noqa: F401

    started = monotonic()
    with tempfile.TemporaryDirectory(prefix="bigan-kills-") as name:
        cases = run(args.kills, args.seed, args.million, Path(name))
        print(f"{args.kills} kills, {told(cases)}; {monotonic() - started:.0f} s")
        for case in cases:
            worst = max(case.missing, default=0.0)
            print(f"{case.name}: {len(case.missing)} kills, max {worst:.2f} s")
            print("\n".join([*case.late, *case.wrong]))


if __name__ == "__main__":
    main()
