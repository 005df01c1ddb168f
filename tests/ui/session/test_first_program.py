"""A second start gives its file to the first program: real processes, each with a window."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.settings.store import Settings
from editor.ui.folder_lock import lock_of
from editor.ui.session.first_program import AskedByOthers, FirstProgram
from tests.ui.until import until

ROOT = Path(__file__).resolve().parents[3]
# Tells, a line each, when it is ready and what its tabs are whenever they change.
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from editor.ui import launch
def complete(window, path, original=launch.complete):
    made = original(window, path)
    def tell():
        names = [label.path.name if label.path else label.name for label in made.desks.labels()]
        print("|".join(names), made.desk.messages.words(), sep="#", flush=True)
    made.desks.changed.connect(tell)
    QTimer.singleShot(0, tell)
    return made
launch.complete = complete
sys.exit(launch.run_window(sys.argv[1] if len(sys.argv) > 1 else ""))
"""


class Programs:
    """Starts programs in one home, and ends them."""

    def __init__(self, home: Path) -> None:
        self._env = {**os.environ, "BIGAN_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        self.started: list[subprocess.Popen[str]] = []

    def start(self, *paths: str, cwd: Path = ROOT) -> subprocess.Popen[str]:
        env = {**self._env, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", PROGRAM, *paths]
        made = subprocess.Popen(
            command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.started.append(made)
        return made


@pytest.fixture
def programs(tmp_path: Path) -> Iterator[Programs]:
    made = Programs(tmp_path / "home")
    yield made
    for one in made.started:
        one.kill()
        one.communicate()


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    made = [tmp_path / name for name in ("甲.txt", "乙.txt")]
    for path in made:
        path.write_text(f"{path.stem}的讲话\n同志们：", "utf-8")
    return [str(path) for path in made]


def tabs(program: subprocess.Popen[str], wanted: str) -> str:
    """Read on until the tabs are these; what the message bar said then."""
    assert program.stdout
    for line in program.stdout:
        names, _, said = line.rstrip("\n").partition("#")
        if names == wanted:
            return said
    raise AssertionError("it ended")


def test_a_second_start_gives_its_file_to_the_first_and_ends(
    programs: Programs, files: list[str], tmp_path: Path
) -> None:
    first = programs.start(files[0])
    tabs(first, "甲.txt")
    second = programs.start("乙.txt", cwd=tmp_path)  # by its name in the folder it was started in
    assert second.wait(60) == 0
    tabs(first, "甲.txt|乙.txt")
    assert programs.start().wait(60) == 0 and first.poll() is None


def test_of_two_starts_at_the_same_moment_one_has_both_files(
    programs: Programs, files: list[str]
) -> None:
    both = [programs.start(path) for path in files]
    until(lambda: any(one.poll() is not None for one in both))
    (left,) = [one for one in both if one.poll() is None]
    (gone,) = [one for one in both if one.poll() is not None]
    assert gone.returncode == 0 and left.stdout
    names = next(line for line in left.stdout if line.count("|") == 1).partition("#")[0]
    assert sorted(names.split("|")) == ["乙.txt", "甲.txt"]


def test_after_a_crash_the_next_is_the_first(programs: Programs, files: list[str]) -> None:
    crashed = programs.start(files[0])
    tabs(crashed, "甲.txt")
    crashed.kill()
    crashed.wait(60)
    tabs(programs.start(files[1]), "乙.txt")


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no way to make a program hang")
def test_where_the_first_one_hangs_the_second_starts_and_says_so(
    programs: Programs, files: list[str], tmp_path: Path
) -> None:
    first = programs.start(files[0])
    tabs(first, "甲.txt")
    first.send_signal(signal.SIGSTOP)
    second = programs.start(files[1])
    assert second.stdout and any("没有回应" in line for line in second.stdout)
    first.send_signal(signal.SIGCONT)
    assert [path.name for path in (tmp_path / "home" / "asked").iterdir()] == ["ready"]


def test_another_home_is_another_program(
    programs: Programs, files: list[str], tmp_path: Path
) -> None:
    tabs(programs.start(files[0]), "甲.txt")
    other = Programs(tmp_path / "other")
    programs.started.append(window := other.start(files[1]))
    tabs(window, "乙.txt")


def test_whoever_takes_no_lock_is_alone(tmp_path: Path) -> None:
    barred = tmp_path / "file"
    barred.write_text("no folder", "utf-8")
    alone = FirstProgram(barred)
    assert not alone.is_first and not alone.is_another()


def test_what_was_asked_long_ago_is_not_done(application: object, tmp_path: Path) -> None:
    first = FirstProgram(tmp_path)
    old = first.folder / "1-1.json"
    old.write_text('"/tmp/old.txt"', "utf-8")
    os.utime(old, (1, 1))
    (first.folder / "1-2.json").write_text("no JSON", "utf-8")
    asked: list[str] = []
    answers = AskedByOthers(first.folder, None)  # type: ignore[arg-type]
    answers.asked.connect(asked.append)
    answers.look()
    first.leave()
    assert asked == [] and list(first.folder.iterdir()) == []
    assert lock_of(tmp_path / "window").tryLock(0) and Settings(tmp_path).texts("recent") == ()
