"""A saved file is the file it was: owner, rights, attributes and all its names stay."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from editor.storage.in_place import Halfway, halfway_beside
from editor.storage.save_lock import lock_beside
from editor.storage.storage import Storage
from editor.storage.storage_error import ChangedMeanwhile, HalfWritten, StorageError
from editor.storage.traits import Traits
from tests.sources import ROOT
from tests.storage.disks import WatchedDisk, each_call_failing, leftovers

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the system has other traits there")
OLD, NEW = b"old words " * 200, b"new" * 1000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def linked(file: Path) -> Path:
    """The same file by another name, in another folder."""
    (file.parent / "又").mkdir()
    other = file.parent / "又" / "链.txt"
    os.link(file, other)
    return other


def of_a_colleague(disk: WatchedDisk) -> WatchedDisk:
    """One may write the file and not make another his."""
    give = disk.real.give

    def refuse(path: Path, traits: Traits) -> bool:
        give(path, traits)
        return False

    disk.real.give = refuse  # type: ignore[method-assign]
    return disk


def alone(file: Path) -> bool:
    return [p for p in file.parent.iterdir() if p.is_file()] == [file]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_keeps_its_owner_and_its_rights(file: Path) -> None:
    file.chmod(0o2664)
    os.chown(file, 1234, 2345)
    file.chmod(0o664)
    Storage().write(file, NEW)
    found = file.stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (1234, 2345, 0o664)


def test_a_file_keeps_its_attributes(file: Path) -> None:
    try:
        os.setxattr(file, "user.密级", "内部".encode())
    except OSError:
        pytest.skip("this disk has no attributes")
    Storage().write(file, NEW)
    assert os.getxattr(file, "user.密级").decode() == "内部" and file.read_bytes() == NEW


def test_every_name_of_a_file_shows_what_was_saved(file: Path, linked: Path) -> None:
    Storage().write(file, NEW)
    assert linked.read_bytes() == NEW and linked.samefile(file) and alone(file)
    Storage().write(linked, b"short")
    assert file.read_bytes() == b"short" and file.stat().st_nlink == 2 and alone(file)


def test_a_colleagues_file_stays_his(file: Path) -> None:
    before = file.stat().st_ino
    of_a_colleague(WatchedDisk()).storage.write(file, NEW)
    assert file.stat().st_ino == before and file.read_bytes() == NEW and alone(file)


def test_another_owner_that_cannot_be_had_makes_it_stay_that_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(errno.EPERM, "played")

    os.chown(file, 1234, 1234) if os.geteuid() == 0 else pytest.skip("only root gives files away")
    monkeypatch.setattr(os, "chown", refuse)
    before = file.stat().st_ino
    Storage().write(file, NEW)
    assert (file.stat().st_ino, file.stat().st_uid) == (before, 1234) and file.read_bytes() == NEW


def test_writing_in_place_is_whole_whatever_call_fails(file: Path, linked: Path) -> None:
    met = set()
    tries = each_call_failing(lambda s: s.write(file, NEW), lambda: file.write_bytes(OLD))
    for disk, raised in tries:
        assert file.read_bytes() == (OLD if raised else NEW), disk.names
        assert raised is None or isinstance(raised, StorageError)
        Storage().mend(file)
        assert not leftovers(file.parent) and not halfway_beside(file).exists()
        met.add(disk.names[disk.fails - 1])
    assert {"write", "cut", "flush", "replace", "is_at", "try_lock"} <= met and linked.exists()


def test_a_disk_that_fails_for_good_leaves_both_states_to_be_mended(
    file: Path, linked: Path
) -> None:
    disk = WatchedDisk()
    cut = disk.real.cut

    def broken(handle: int, size: int) -> None:
        if file.stat().st_ino == os.fstat(handle).st_ino:
            raise OSError(errno.EIO, "played")
        cut(handle, size)

    disk.real.cut = broken  # type: ignore[method-assign]
    with pytest.raises(HalfWritten) as caught:
        disk.storage.write(file, NEW[:500])
    assert caught.value.kept.exists()
    file.write_bytes(NEW[:500] + OLD[500:])
    Storage().mend(file)
    assert file.read_bytes() == NEW[:500] == linked.read_bytes() and alone(file)


# Writes into a file with two names, killed at the first moment, at the second, and so on.
KILLS = """
import sys
from pathlib import Path
from editor.storage.in_place import halfway_beside
from editor.storage.storage import Storage
from tests.files.killed import die_at, killed
from tests.storage.disks import QuickDisk
file, other, old, new = Path(sys.argv[1]), Path(sys.argv[2]), b"old words " * 200, b"new" * 1000
moment, states = 0, set()
def work():
    die_at(moment)
    Storage(QuickDisk()).write(file, new)
while True:
    moment += 1
    file.write_bytes(old)
    if not killed(work):
        break
    Storage(QuickDisk()).mend(file)
    states.add(file.read_bytes())
    assert not halfway_beside(file).exists() and other.samefile(file)
assert states == {old, new} and moment > 20, (moment, states)
"""


def test_a_kill_at_any_moment_of_writing_in_place_is_mended(file: Path, linked: Path) -> None:
    run = [sys.executable, "-c", KILLS, str(file), str(linked)]
    subprocess.run(run, cwd=ROOT, check=True)


def test_what_others_wrote_after_a_kill_stays_and_ours_is_kept(
    file: Path, linked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIGAN_HOME", str(file.parent / "家"))
    halfway_beside(file).write_bytes(Halfway(OLD, NEW).packed())
    file.write_bytes(b"a colleague's words")
    Storage().mend(file)
    assert linked.read_bytes() == b"a colleague's words" and alone(file)
    (kept,) = (file.parent / "家" / "rescue").iterdir()
    assert kept.read_bytes() == NEW and kept.stat().st_mode & 0o777 == 0o600


def test_nobody_saves_while_what_broke_off_is_mended(file: Path) -> None:
    halfway_beside(file).write_bytes(Halfway(OLD, NEW).packed())
    file.write_bytes(NEW[:500] + OLD[500:])
    disk, held = WatchedDisk(), list[bool]()
    cut = disk.real.cut

    def look(handle: int, size: int) -> None:
        if size and os.fstat(handle).st_ino == file.stat().st_ino:
            held.append(lock_beside(file).exists())
        cut(handle, size)

    disk.real.cut = look  # type: ignore[method-assign]
    disk.storage.mend(file)
    assert file.read_bytes() == NEW and held == [True] and alone(file)


@pytest.mark.parametrize("data", [b"", b"{}\n", b"[" * 9000, b'{"old": 1, "new": 1}\nab'])
def test_a_halfway_file_that_is_none_changes_nothing(file: Path, data: bytes) -> None:
    halfway_beside(file).write_bytes(data)
    Storage().mend(file)
    assert file.read_bytes() == OLD and alone(file)


def test_a_change_by_another_name_is_seen_in_time(file: Path, linked: Path) -> None:
    answers = iter([True, False])
    with pytest.raises(ChangedMeanwhile):
        Storage().write(file, NEW, still=lambda: next(answers))
    assert linked.read_bytes() == OLD and alone(file)


@pytest.mark.parametrize("at", [0, 1, 511, 512, 700, 1400])
def test_what_a_cut_off_writing_leaves_is_known(at: int) -> None:
    short, long = OLD[:1500], NEW
    assert Halfway(short, long).is_torn(long[:at] + short[at:])
    assert Halfway(long, short).is_torn(short[:at] + long[at:])
    assert Halfway(short, long).is_torn(long[:at] + short[at:] + bytes(700))
    assert not Halfway(short, long).is_torn(long[:at] + b"others" + long[at + 6 :])
