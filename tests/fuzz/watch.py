"""The parent of a target's process: it ends what hangs, and looks at what was found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.child import under_way
from tests.fuzz.finds import Find, FindFolder
from tests.sources import ROOT

FOUND = Path(__file__).resolve().parent / "found"
STILL = 60  # seconds of processor time at one input, after which a process is ended
WAITS = 900  # seconds, where it takes no time of a processor
SHRINK = 8  # seconds to make a find small
MOST = 12  # finds that are looked at after a run


@dataclass
class Report:
    """What came of one target; ``finds`` by what was raised, with the file of the input."""

    name: str
    seconds: float = 0.0
    inputs: int = 0
    corpus: int = 0
    finds: list[tuple[str, Path]] = field(default_factory=list)

    def __str__(self) -> str:
        pace = self.inputs / max(self.seconds, 0.1)
        line = f"{self.name:10} {self.seconds:6.0f} s {self.inputs:9,} inputs {pace:8,.0f} a second"
        rows = [f"  FOUND {signature}: {path}" for signature, path in self.finds]
        return "\n".join([f"{line} {self.corpus:6,} kept {len(self.finds):3} found", *rows])


class TargetRun:
    """One target fuzzed once: ``folder`` holds its inputs, ``found`` its finds."""

    def __init__(self, name: str, folder: Path, found: Path) -> None:
        self._name, self._folder = name, folder
        self._finds, self._found = FindFolder(folder / "finds"), FindFolder(found)
        self._folder.mkdir(parents=True, exist_ok=True)

    def go(self, seconds: int) -> Report:
        """Fuzz for so long, starts included; raises RuntimeError where the target cannot run."""
        report, began = Report(self._name), time.monotonic()
        until = time.time() + seconds
        while True:
            why = self._child(until)
            count, data = under_way(self._folder)
            report.inputs += count
            if not why:
                break
            if not data:
                raise RuntimeError(f"{self._name}: {why}\n{self._log()}")
            self._finds.keep(Find(f"{why} process", data, self._log()))
            if time.time() > until - 2:
                break
        report.finds = self._confirmed()
        report.seconds = time.monotonic() - began
        report.corpus = len(list((self._folder / "corpus").glob("*")))
        return report

    def _child(self, until: float) -> str:
        """A process that fuzzes till then; why it ended before, '' where it did not."""
        (self._folder / "current").unlink(missing_ok=True)
        with (self._folder / "log").open("wb") as log:
            process = self._started("child", str(until), str(self._folder), stdout=log, stderr=log)
            stands = Standstill(process.pid)
            while (code := _waited(process)) is None:
                if stands.at(under_way(self._folder)):
                    process.kill()
                    process.wait()
                    return "hangs"
        return "" if code == 0 else f"ended-{code}"

    def _started(self, module: str, *words: str, **streams: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"tests.fuzz.{module}", self._name, *words]
        return subprocess.Popen(command, cwd=ROOT, **streams)  # type: ignore[call-overload]

    def _log(self) -> str:
        lines = (self._folder / "log").read_text("utf-8", "replace").splitlines()
        return "\n".join([line for line in lines if not line.startswith("INFO: Instr")][-60:])

    def _confirmed(self) -> list[tuple[str, Path]]:
        """What is found again without being watched, as small as could be, kept for the tests."""
        kept: list[tuple[str, Path]] = []
        for path in self._finds.inputs()[:MOST]:
            find = self._again(path)
            if find:
                self._found.keep(find)
                kept.append((find.signature, self._found.folder / f"{find.name}.bin"))
            path.unlink()
            path.with_suffix(".txt").unlink()
        return kept

    def _again(self, path: Path) -> Find | None:
        whole = path.read_bytes()
        process = self._started("replay", str(path), str(SHRINK), stdout=subprocess.PIPE)
        try:
            said, _ = process.communicate(timeout=WAITS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return Find("hangs process", whole, "")
        if process.returncode:
            return Find(f"ended-{process.returncode} process", whole, "")
        found = json.loads(said.splitlines()[-1])
        return Find(found[0], path.read_bytes(), found[1]) if found else None


class Standstill:
    """Whether a process has been at one input too long, also where others have the processor."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._input: object = None
        self._since = (0.0, 0.0)

    def at(self, input_: object) -> bool:
        """Ask with what it is at now."""
        spent, now = self._spent(), time.monotonic()
        if input_ != self._input:
            self._input, self._since = input_, (spent, now)
        return spent - self._since[0] > STILL or now - self._since[1] > WAITS

    def _spent(self) -> float:
        """Seconds of processor time; wall time where the system does not say."""
        try:
            fields = Path(f"/proc/{self._pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return time.monotonic()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _waited(process: subprocess.Popen[bytes]) -> int | None:
    """The exit code, or None after a second in which it went on."""
    try:
        return process.wait(1)
    except subprocess.TimeoutExpired:
        return None
