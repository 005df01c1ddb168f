"""Eight starts at the same moment: one is the first, and what the others asked for is done."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.ui.session import first_program
from editor.ui.session.first_program import READY, AskedByOthers, FirstProgram

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_one_is_the_first_and_no_request_is_lost_also_after_a_crash(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.ui.session.starts", str(tmp_path), "8", "3"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    rounds = [line.split() for line in done.stdout.splitlines()]
    assert len(rounds) == 3
    for firsts, ended, *said in rounds:
        asked = {words for words in said if words.startswith("--")}
        assert (firsts, ended, len(asked), len(said)) == ("1", "7", 7, 8)
    assert not list((tmp_path / "asked").glob("*.json"))


def waiting(monkeypatch: pytest.MonkeyPatch, act: Callable[[int], object]) -> None:
    """While one waits for an answer this is done, with the number of the look."""
    looks = iter(range(1_000_000))

    class Thread:
        msleep = staticmethod(lambda _: act(next(looks)))

    monkeypatch.setattr(first_program, "QThread", Thread)


def test_where_the_first_one_ends_meanwhile_the_next_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = FirstProgram(tmp_path), FirstProgram(tmp_path)
    assert first.is_first and second.is_another()
    waiting(monkeypatch, lambda _: first.leave())
    assert not second.hand_over("/tmp/稿.txt") and second.is_first
    assert list(second.folder.iterdir()) == []
    second.leave()


def test_one_waits_anew_for_a_first_one_that_has_only_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = FirstProgram(tmp_path), FirstProgram(tmp_path)
    (ready := first.folder / READY).write_bytes(b"")
    old = first_program.FRESH_S + 1

    def begin_anew(look: int) -> None:
        if look == 0:
            ready.unlink()
        if look == 10:
            AskedByOthers(first.folder, None).look()  # type: ignore[arg-type]
        for asked in first.folder.glob("*.json") if look == 1 else ():
            os.utime(asked, (time.time() - old, time.time() - old))

    monkeypatch.setattr(first_program.time, "monotonic", iter(range(100)).__next__)
    waiting(monkeypatch, begin_anew)
    told: list[str] = []
    monkeypatch.setattr(first_program, "_read", lambda path: told.append(path.name) or ())
    assert second.hand_over("") and len(told) == 1  # longer than what is asked stays fresh
    first.leave()
