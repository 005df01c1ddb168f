"""The log is private, small, and does not fail where the disk does."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from editor.run_log.fault import Fault
from editor.run_log.run_log import FULL, KEPT, RunLog
from tests.storage.disks import WatchedDisk

FAULT = Fault("ValueError", "程序", ("editor/a.py:1 f",))
OTHER = Fault("ValueError", "程序", ("editor/a.py:2 f",))


def test_a_fault_is_written_with_the_time_and_what_it_runs_on(tmp_path: Path) -> None:
    assert RunLog(tmp_path).note(FAULT)
    text = RunLog(tmp_path).text()
    assert "editor/a.py:1 f" in text and "笔杆 " in text and "Python " in text


@pytest.mark.skipif(os.name == "nt", reason="has other rights")
def test_only_its_user_may_read_it(tmp_path: Path) -> None:
    log = RunLog(tmp_path)
    log.note(FAULT)
    assert stat.S_IMODE(log.file.stat().st_mode) == 0o600


def test_a_storm_of_one_kind_is_counted_and_not_written_each_time(tmp_path: Path) -> None:
    log = RunLog(tmp_path)
    assert [log.note(FAULT) for _ in range(100)].count(True) == 1
    assert log.note(OTHER)
    assert log.text().count("editor/a.py:1 f") == 3 and "已经 100 次" in log.text()


def test_a_full_log_is_turned_over_and_the_oldest_goes(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        RunLog(tmp_path).say(f"第{number}份" + "x" * FULL)
    files = list((tmp_path / "logs").iterdir())
    assert len(files) == KEPT + 1 and sum(f.stat().st_size for f in files) < (KEPT + 2) * FULL
    text = RunLog(tmp_path).text()
    assert "第0份" not in text and text.rstrip("x").endswith(f"第{KEPT + 2}份")


def test_a_log_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    for call in range(1, 12):
        storage = WatchedDisk(call, errno.ENOSPC).storage
        assert RunLog(tmp_path / str(call), storage).note(FAULT)


def test_a_fault_while_one_is_written_waits_for_nobody(tmp_path: Path) -> None:
    disk = WatchedDisk()
    log = RunLog(tmp_path, disk.storage)
    disk.pauses = lambda: None
    write = disk.real.write

    def write_and_fall(handle: int, at: int, data: memoryview) -> int:
        log.note(OTHER)
        return write(handle, at, data)

    disk.real.write = write_and_fall  # pyright: ignore[reportAttributeAccessIssue]
    assert log.note(FAULT) and "a.py:1" in log.text()


def test_two_programs_write_into_one_log(tmp_path: Path) -> None:
    one, other = RunLog(tmp_path), RunLog(tmp_path)
    one.note(FAULT)
    other.note(OTHER)
    one.say("完")
    assert [word in one.text() for word in ("a.py:1", "a.py:2", "完")] == [True] * 3
