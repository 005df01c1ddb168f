"""At any moment the old or the new file is whole, on the disk, and nothing is left lying."""

import errno
import os
from pathlib import Path

import pytest

from editor.storage.causes import cause_of
from editor.storage.file_place import PAUSES
from editor.storage.storage import Storage
from editor.storage.storage_error import Reason, StorageError
from tests.storage.disks import WatchedDisk, each_call_failing, leftovers


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    return path


def test_the_new_bytes_take_the_old_ones_place(file: Path) -> None:
    Storage().write(file, b"new")
    assert file.read_bytes() == b"new" and list(file.parent.iterdir()) == [file]


def test_what_was_written_is_on_the_disk_before_it_takes_the_place(file: Path) -> None:
    disk = WatchedDisk()
    disk.storage.write(file, b"new")
    steps = [n for n in disk.steps if n in {"create", "write", "flush", "close", "replace"}]
    assert steps == ["create", "write", "flush", "close", "replace"]
    assert disk.calls[-1] == ("flush_folder", file.parent)


def test_every_failing_call_leaves_old_or_new_whole(file: Path) -> None:
    met = set()
    tries = each_call_failing(lambda s: s.write(file, b"new"), lambda: file.write_bytes(b"old"))
    for disk, raised in tries:
        assert file.read_bytes() == (b"old" if raised else b"new")
        assert raised is None or type(raised) is StorageError
        assert not leftovers(file.parent)
        met.add(disk.names[disk.fails - 1])
    assert {"create", "write", "flush", "close", "replace"} <= met


def test_a_failing_flush_or_rename_is_told(file: Path) -> None:
    for name in ("create", "write", "flush", "close", "replace"):
        disk = WatchedDisk()
        disk.storage.write(file, b"old")
        broken = WatchedDisk(disk.names.index(name) + 1)
        with pytest.raises(StorageError) as caught:
            broken.storage.write(file, b"new")
        assert caught.value.reason is Reason.FULL


def test_a_disk_that_takes_a_byte_a_call_gets_them_all(file: Path) -> None:
    disk = WatchedDisk()
    write = disk.real.write
    disk.real.write = lambda handle, at, data: write(handle, at, data[:1])  # type: ignore[method-assign]
    disk.storage.write(file, b"much longer")
    assert file.read_bytes() == b"much longer" and disk.steps.count("write") == 11


def test_a_moment_of_refusal_is_waited_out(file: Path) -> None:
    at = [*_names_of_a_write(file)].index("replace") + 1
    disk = WatchedDisk(at, errno.EACCES)
    disk.storage.write(file, b"new")
    assert file.read_bytes() == b"new" and ("pause", PAUSES[0]) in disk.calls


def test_an_interrupted_program_leaves_no_unfinished_file(file: Path) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    disk = WatchedDisk()
    disk.real.flush = stop  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        disk.storage.write(file, b"new")
    assert file.read_bytes() == b"old" and not leftovers(file.parent)


def test_a_folder_is_made_with_those_above_and_flushed(tmp_path: Path) -> None:
    disk = WatchedDisk()
    disk.storage.make_folder(tmp_path / "甲" / "乙")
    disk.storage.make_folder(tmp_path / "甲" / "乙")
    assert (tmp_path / "甲" / "乙").is_dir()
    flushed = [path for name, path in disk.calls if name == "flush_folder"]
    assert flushed == [tmp_path, tmp_path / "甲"]


def test_what_is_moved_is_in_one_of_two_places(file: Path) -> None:
    aside = file.with_name("别处.txt")

    def reset() -> None:
        aside.unlink(missing_ok=True)
        file.write_bytes(b"old")

    for _, raised in each_call_failing(lambda s: s.move(file, aside), reset):
        assert (file if raised else aside).read_bytes() == b"old"
        assert raised is None or type(raised) is StorageError


def test_a_name_that_no_disk_can_hold_is_told_as_any_other_error(tmp_path: Path) -> None:
    for name in ("a\0b", "\ud800"):
        with pytest.raises(StorageError) as caught:
            Storage().write(tmp_path / name, b"new")
        assert caught.value.reason is Reason.BAD_NAME


def test_what_is_removed_twice_is_removed(file: Path) -> None:
    Storage().remove(file)
    Storage().remove(file)
    assert not file.exists()


@pytest.mark.skipif(os.name == "nt", reason="no such rights there")
class TestRights:
    """A file keeps its rights; what is being written nobody else reads."""

    def test_a_file_keeps_its_rights(self, file: Path) -> None:
        file.chmod(0o640)
        Storage().write(file, b"new")
        assert file.stat().st_mode & 0o777 == 0o640

    def test_a_new_file_has_the_usual_ones_or_is_private(self, tmp_path: Path) -> None:
        Storage().write(tmp_path / "稿", b"new")
        Storage().write(tmp_path / "私", b"new", private=True)
        (tmp_path / "常").write_bytes(b"")
        modes = {p.name: p.stat().st_mode & 0o777 for p in tmp_path.iterdir()}
        assert (modes["稿"], modes["私"]) == (modes["常"], 0o600)

    def test_it_is_private_while_it_is_written(self, file: Path) -> None:
        disk, seen = WatchedDisk(), []
        create = disk.real.create

        def look(path: Path) -> int:
            handle = create(path)
            seen.append(path.stat().st_mode & 0o777)
            return handle

        disk.real.create = look  # type: ignore[method-assign]
        disk.storage.write(file, b"new")
        assert set(seen) == {0o600}

    def test_a_read_only_file_stays(self, file: Path) -> None:
        disk = WatchedDisk()
        disk.real.may_write = lambda _: False  # type: ignore[method-assign]  # root may always
        with pytest.raises(StorageError) as caught:
            disk.storage.write(file, b"new")
        assert caught.value.reason is Reason.BARRED and file.read_bytes() == b"old"

    def test_a_disk_under_write_protection_is_told_from_a_read_only_file(self, file: Path) -> None:
        disk = WatchedDisk()
        disk.real.may_write = lambda _: False  # type: ignore[method-assign]  # as the system says
        disk.real.is_read_only = lambda _: True  # type: ignore[method-assign]
        with pytest.raises(StorageError) as caught:
            disk.storage.write(file, b"new")
        assert caught.value.reason is Reason.READ_ONLY and file.read_bytes() == b"old"
        said = cause_of(caught.value, file)
        assert str(said) == "这个盘是只读的（写保护）。请存到别的地方。"

    def test_a_link_stays_a_link(self, file: Path) -> None:
        link = file.with_name("链.txt")
        link.symlink_to(file)
        Storage().write(link, b"new")
        assert link.is_symlink() and file.read_bytes() == b"new"


def _names_of_a_write(file: Path) -> list[str]:
    disk = WatchedDisk()
    disk.storage.write(file, b"old")
    return disk.names


def test_a_folder_that_is_not_empty_stays_and_that_is_told(file: Path) -> None:
    with pytest.raises(StorageError):
        Storage().remove_folder(file.parent)
    assert file.exists()
