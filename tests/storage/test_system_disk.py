"""The machine's own disk does what it is told: what tests of others take on trust."""

import errno
import os
from pathlib import Path

import pytest

from editor.storage.log_file import write_all
from editor.storage.storage import Storage
from editor.storage.storage_error import StorageError
from editor.storage.system_disk import SystemDisk
from tests.storage.disks import WatchedDisk


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    return path


@pytest.mark.skipif(os.name == "nt", reason="folders are not flushed there")
def test_file_and_folder_are_flushed_by_the_system(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: flushed.append(os.fstat(handle).st_ino))
    Storage().write(file, b"new")
    assert flushed == [file.stat().st_ino, file.parent.stat().st_ino]


def test_an_interrupted_call_is_asked_again(file: Path) -> None:
    calls = WatchedDisk()
    calls.storage.write(file, b"old")
    for number, name in enumerate(calls.names, 1):
        disk = WatchedDisk(number, errno.EINTR)
        if name != "close":
            disk.storage.write(file, b"%d" % number)
            assert file.read_bytes() == b"%d" % number


def test_an_interrupted_closing_has_closed_and_is_not_asked_again(file: Path) -> None:
    names = WatchedDisk()
    names.storage.write(file, b"old")
    disk = WatchedDisk(names.names.index("close") + 1, errno.EINTR)
    with pytest.raises(StorageError):
        disk.storage.write(file, b"new")
    assert disk.names.count("close") == 1 and file.read_bytes() == b"old"


def test_one_that_is_interrupted_without_end_is_told(file: Path) -> None:
    disk = WatchedDisk()

    def stopped(*_: object) -> None:
        raise InterruptedError(errno.EINTR, "played")

    disk.real.flush = stopped  # type: ignore[method-assign]
    with pytest.raises(StorageError):
        disk.storage.write(file, b"new")
    assert file.read_bytes() == b"old"


def test_a_disk_that_takes_nothing_at_all_hangs_nobody(file: Path) -> None:
    disk = WatchedDisk()
    disk.real.write = lambda handle, at, data: 0  # type: ignore[method-assign]
    with pytest.raises(OSError, match="nothing taken"):
        write_all(disk.real, 0, 0, b"new")
    with pytest.raises(StorageError):
        disk.storage.write(file, b"new")
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS])
def test_a_disk_without_locks_is_known(
    file: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.name == "nt":
        pytest.skip("other calls")
    import fcntl

    def none(*_: object) -> None:
        raise OSError(number, "played")

    monkeypatch.setattr(fcntl, "flock", none)
    handle = SystemDisk().open_again(file)
    assert SystemDisk().try_lock(handle) is None
    SystemDisk().close(handle)
    Storage().write(file, b"new")
    assert file.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="a disk is asked otherwise there")
def test_whether_the_disk_is_read_only_is_asked_of_the_system(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = os.statvfs(file)
    assert not SystemDisk().is_read_only(file)
    protected = os.statvfs_result((*usual[:8], usual.f_flag | os.ST_RDONLY, usual.f_namemax))
    monkeypatch.setattr(os, "statvfs", lambda _: protected)
    assert SystemDisk().is_read_only(file)


def test_a_disk_that_does_not_tell_is_not_taken_for_read_only(file: Path) -> None:
    assert not SystemDisk().is_read_only(file.with_name("没有"))
