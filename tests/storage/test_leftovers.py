"""What a kill left lying goes, and nothing else does."""

import os
from pathlib import Path

import pytest

from editor.files.open import open_document
from editor.storage.in_place import Halfway, halfway_beside
from editor.storage.leftovers import sweep_beside, sweep_own, sweep_scratch
from editor.storage.save_lock import lock_beside
from editor.storage.system_disk import SystemDisk
from tests.storage.disks import WatchedDisk

OLD = 3700.0


def left(path: Path, age: float = OLD, data: bytes = b"the whole speech") -> Path:
    """A file that somebody wrote ``age`` seconds ago."""
    path.write_bytes(data)
    now = path.stat().st_mtime
    os.utime(path, (now - age, now - age))
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    return path


def test_what_kills_left_beside_a_speech_goes_with_its_next_opening(file: Path) -> None:
    left(file.with_name(".稿.txt.0a1b2c3d.bigan.tmp"))
    left(file.with_name(".别的.docx.0a1b2c3d.bigan.tmp"))
    left(file.with_name(".稿.txt.0a1b2c3d.tmp"))  # of the first edition
    left(lock_beside(file), data=b"{}")
    assert sweep_beside(file) == 4 and list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "name",
    [
        ".别的.txt.0a1b2c3d.tmp", "稿.txt.0a1b2c3d.bigan.tmp", ".稿.txt.0a1b2c3d.bigan.tmp2",
        ".稿.txt.0A1B2C3D.bigan.tmp", ".稿.txt.a1b2.bigan.tmp", ".~lock.稿.txt#", "~$稿.docx",
        ".稿.txt.swp", "副本.tmp",
    ],
)  # fmt: skip
def test_what_may_be_somebody_elses_stays(file: Path, name: str) -> None:
    theirs = left(file.with_name(name))
    assert sweep_beside(file) == 0 and theirs.exists()


def test_what_is_just_being_written_stays(file: Path) -> None:
    young = left(file.with_name(".稿.txt.0a1b2c3d.bigan.tmp"), age=30)
    slow = left(file.with_name(".稿.txt.1a1b2c3d.bigan.tmp"))
    disk = SystemDisk()
    handle = disk.open_again(slow)
    assert disk.try_lock(handle) and sweep_beside(file) == 0 and young.exists() and slow.exists()
    disk.close(handle)
    assert sweep_beside(file) == 1 and not slow.exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_another_users_stays_and_keeps_its_rights(file: Path) -> None:
    theirs = left(file.with_name(".稿.txt.0a1b2c3d.bigan.tmp"))
    os.chown(theirs, 1234, 1234)
    os.utime(theirs, (0, 0))
    assert sweep_beside(file) == 0 == sweep_own(file.parent)
    assert theirs.exists() and theirs.stat().st_mode & 0o777 == 0o644


def test_where_a_disk_knows_no_locks_age_has_to_tell(file: Path) -> None:
    disk = WatchedDisk()
    disk.real.try_lock = lambda handle: None  # type: ignore[method-assign]
    left(file.with_name(".稿.txt.0a1b2c3d.bigan.tmp"), age=600)
    assert sweep_beside(file, disk.storage) == 0
    left(file.with_name(".稿.txt.0a1b2c3d.bigan.tmp"))
    assert sweep_beside(file, disk.storage) == 1


def test_what_broke_off_in_place_is_mended_by_looking(file: Path) -> None:
    halfway_beside(file).write_bytes(Halfway(b"old words", b"new words").packed())
    file.write_bytes(b"new words"[:4] + b"old words"[4:])
    sweep_beside(file)
    assert file.read_bytes() == b"new words" and list(file.parent.iterdir()) == [file]


def test_what_broke_off_in_place_is_whole_before_it_is_read(file: Path) -> None:
    halfway_beside(file).write_bytes(Halfway(b"old words", b"new words").packed())
    file.write_bytes(b"new words"[:4] + b"old words"[4:])
    assert open_document(file).manuscript.text == "new words"


def test_a_folder_that_cannot_be_looked_into_is_no_trouble(tmp_path: Path) -> None:
    assert sweep_beside(tmp_path / "无" / "稿.txt") == 0 == sweep_own(tmp_path / "无")


@pytest.mark.skipif(os.name == "nt", reason="no such rights there")
class TestTheUsersFolder:
    """All in it is closed to others, what earlier editions left open too."""

    def test_it_is_closed_and_swept_through_and_through(self, tmp_path: Path) -> None:
        inner = tmp_path / "家" / "versions"
        inner.mkdir(parents=True, mode=0o755)
        kept = left(inner / "a.versions")
        left(inner / ".a.versions.0a1b2c3d.bigan.tmp")
        left(inner / ".settings.json.0a1b2c3d.tmp")
        for path in (kept, inner, tmp_path / "家"):
            path.chmod(0o755 if path.is_dir() else 0o644)
        assert sweep_own(tmp_path / "家") == 2 and list(inner.iterdir()) == [kept]
        modes = [path.stat().st_mode & 0o777 for path in (tmp_path / "家", inner, kept)]
        assert modes == [0o700, 0o700, 0o600]

    def test_what_a_link_leads_to_is_not_touched(self, tmp_path: Path) -> None:
        (tmp_path / "外").mkdir(mode=0o755)
        theirs = left(tmp_path / "外" / ".a.0a1b2c3d.bigan.tmp")
        theirs.chmod(0o644)
        (tmp_path / "家").mkdir()
        (tmp_path / "家" / "链").symlink_to(tmp_path / "外")
        assert sweep_own(tmp_path / "家") == 0
        assert theirs.stat().st_mode & 0o777 == 0o644 and theirs.exists()

    def test_a_home_that_was_chosen_for_it_is_left_as_it_is(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path / "我"))
        (tmp_path / "我").mkdir()
        for folder in (tmp_path / "我", tmp_path):
            folder.chmod(0o755)
            sweep_own(folder)
            assert folder.stat().st_mode & 0o777 == 0o755


def test_private_folders_of_dead_programs_go_after_a_day(tmp_path: Path) -> None:
    for name in ("bigan-ab12_xyz", "bigan-0123abcd", "bigan-mine", "other-ab12_xyz"):
        (tmp_path / name / "in").mkdir(parents=True)
        os.utime(tmp_path / name, (0, 0))
    os.utime(tmp_path / "bigan-0123abcd")
    assert sweep_scratch(tmp_path) == 1
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"bigan-0123abcd", "bigan-mine", "other-ab12_xyz"}
