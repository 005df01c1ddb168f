"""What was appended is on the disk; a broken end is cut off, never built upon."""

from pathlib import Path

import pytest

from editor.storage.storage import Storage
from editor.storage.storage_error import StorageError
from tests.storage.disks import WatchedDisk, each_call_failing


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "稿.versions"
    path.write_bytes(b"one")
    return path


def append(storage: Storage, path: Path, end: int, data: bytes) -> None:
    with storage.log(path) as file:
        file.append(end, data)


def test_what_is_appended_follows_what_was_whole(log: Path) -> None:
    append(Storage(), log, 3, b" two")
    append(Storage(), log, 3, b" new")
    assert log.read_bytes() == b"one new"


def test_it_is_flushed_while_the_file_is_held(log: Path) -> None:
    disk = WatchedDisk()
    append(disk.storage, log, 3, b" two")
    steps = [n for n in disk.names if n in {"lock", "write", "flush", "unlock", "close"}]
    assert steps == ["lock", "write", "flush", "unlock", "close"]


def test_a_cut_is_on_the_disk_before_anything_is_written_there(log: Path) -> None:
    disk = WatchedDisk()
    append(disk.storage, log, 1, b" two")
    steps = [n for n in disk.names if n in {"cut", "write", "flush"}]
    assert steps == ["cut", "flush", "write", "flush"] and log.read_bytes() == b"o two"


def test_a_new_log_lasts_with_its_name(tmp_path: Path) -> None:
    disk = WatchedDisk()
    append(disk.storage, tmp_path / "新", 0, b"one")
    assert disk.calls[-1] == ("flush_folder", tmp_path)


def test_every_failing_call_leaves_what_was_there(log: Path) -> None:
    tries = each_call_failing(lambda s: append(s, log, 3, b" two"), lambda: log.write_bytes(b"one"))
    for disk, raised in tries:
        assert raised is None or type(raised) is StorageError
        assert log.read_bytes().startswith(b"one")
        assert raised or log.read_bytes() == b"one two"
        assert disk.names.count("close") == disk.names.count("lock") or "lock" not in disk.names


def test_it_is_read_whole_whatever_stands_before(log: Path) -> None:
    with Storage().log(log) as file:
        file.append(3, b" two")
        assert (file.read(), file.size()) == (b"one two", 7)
