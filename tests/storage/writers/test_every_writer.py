"""Whatever part of the program writes, and whatever call of the disk fails with whatever error:
the old or the new is whole, it is told in words of ours, and nothing is left lying."""

import errno
import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from editor.storage.causes import cause_of
from editor.storage.in_place import ENDING as HALFWAY
from editor.storage.save_lock import ENDING as LOCK
from editor.storage.storage import Storage
from editor.storage.storage_error import StorageError
from tests.sources import ROOT, module_of, source_files, text_of
from tests.storage.disks import WatchedDisk
from tests.storage.writers.rows import WRITERS, Writer

ERRORS = (
    errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR, errno.EROFS, errno.EDQUOT,
    errno.ENAMETOOLONG,
)  # fmt: skip
STORAGE = ROOT / "editor" / "storage"
TAKES = re.compile(r"from editor\.storage\.(storage|shared_file) import|import editor\.storage")
OLD, NEW = "甲", "乙"
SYSTEM = re.compile("played|Errno|[a-z]{4,} [a-z]{3,}")
# What only hands bytes to `write_file`, or asks for nothing but a folder or to finish what is
# there: their errors are the rows' above.
BY_OTHERS = {
    "editor.files.file_kind": "Storage.mend alone, its errors passed over",
    "editor.ui.autosave": "by the journal; the rest are folders, their errors passed over",
    "editor.traces.trace": "removes alone; what could not go is told (tests/traces)",
    "editor.files.conversion.libreoffice": "in the row of the conversion",
    "editor.files.conversion.automation": "in the row of the conversion",
}
OF_THE_USER = {"稿.txt", "定稿", "out"}
REWRITTEN = {".json", ".toml", ".txt"}  # what is only appended to is closed by the sweep
EACH = pytest.mark.parametrize("writer", WRITERS, ids=lambda w: w.module)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BIGAN_HOME", str(tmp_path / "home"))
    (tmp_path / "家").mkdir()
    return tmp_path / "家"


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def put_back(folder: Path, before: dict[Path, bytes]) -> None:
    for path in files(folder).keys() - before.keys():
        path.unlink()
    for path, data in before.items():
        path.write_bytes(data)


def each_failing(writer: Writer, folder: Path, disk: WatchedDisk) -> Iterator[Exception | None]:
    """Once for each call of the disk and each error, from the old state."""
    writer.write(folder, Storage(disk.real), OLD)
    before = files(folder)
    for number in count(1):
        errors = ERRORS if number == 1 or disk.fails <= len(disk.calls) else ()
        if not errors:
            return
        for error in errors:
            put_back(folder, before)
            disk.fails, disk.error = number, error
            disk.calls.clear()
            yield raised_by(writer, folder, disk)


def raised_by(writer: Writer, folder: Path, disk: WatchedDisk) -> Exception | None:
    try:
        writer.write(folder, disk.storage, NEW)
    except Exception as error:
        return error
    return None


def is_ours(error: Exception | None, writer: Writer) -> bool:
    """No error, or one that says in words of ours what is so and what to do."""
    if error is None:
        return True
    words = str(cause_of(error)) if isinstance(error, StorageError) else str(error)
    kinds = () if writer.quiet else (writer.tells,)
    return isinstance(error, kinds) and not SYSTEM.search(words)


def left_lying(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.name.endswith((".tmp", LOCK, HALFWAY))]


@EACH
def test_whatever_fails_once_the_old_or_the_new_is_whole(writer: Writer, folder: Path) -> None:
    disk, told, tries = WatchedDisk(), 0, 0
    for raised in each_failing(writer, folder, disk):
        what = f"{disk.names[: disk.fails]} {errno.errorcode[disk.error]} {raised!r}"
        assert is_ours(raised, writer), what
        assert writer.read(folder) in (OLD, NEW), what
        assert raised or writer.quiet or writer.read(folder) == NEW, what
        assert not left_lying(folder.parent), what
        told, tries = told + (raised is not None), tries + 1
    assert tries > len(ERRORS) and (told or writer.quiet)


@EACH
def test_a_disk_that_takes_a_few_bytes_a_call_gets_them_all(writer: Writer, folder: Path) -> None:
    disk = WatchedDisk()
    write = disk.real.write
    disk.real.write = lambda handle, at, data: write(handle, at, data[:7])  # type: ignore[method-assign]
    writer.write(folder, disk.storage, OLD)
    writer.write(folder, disk.storage, NEW)
    assert writer.read(folder) == NEW and not left_lying(folder.parent)


@EACH
def test_a_disk_that_is_full_for_good_loses_nothing(writer: Writer, folder: Path) -> None:
    writer.write(folder, Storage(), OLD)
    disk = WatchedDisk()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "played")

    disk.real.write = full  # type: ignore[method-assign]
    raised = raised_by(writer, folder, disk)
    assert is_ours(raised, writer) and (raised or writer.quiet)
    assert writer.read(folder) in (OLD, NEW) and not left_lying(folder.parent)
    assert all(path.stat().st_size for path in (folder / "rescue").glob("*"))


@EACH
def test_what_is_written_is_on_the_disk_with_its_name(writer: Writer, folder: Path) -> None:
    disk = WatchedDisk()
    writer.write(folder, disk.storage, OLD)
    names = disk.steps
    for at, name in enumerate(names):
        rest = names[at:]
        if name == "write":
            assert "flush" in rest and rest.index("flush") < rest.index("close"), names
        if name == "replace":
            assert names[at + 1] == "flush_folder", names


@EACH
@pytest.mark.skipif(os.name == "nt", reason="no such rights there")
def test_what_is_the_programs_own_only_its_user_reads(writer: Writer, folder: Path) -> None:
    for text in (OLD, NEW):
        writer.write(folder, Storage(), text)
        for path in files(folder):
            if path.suffix != ".lock":  # Qt's, in a folder that is closed
                assert path.name in OF_THE_USER or not path.stat().st_mode & 0o077, path
                if path.suffix in REWRITTEN:
                    path.chmod(0o644)  # as the first edition left it
    inner = [path for path in folder.rglob("*") if path.is_dir()]
    assert all(path.stat().st_mode & 0o777 == 0o700 for path in inner)


def test_whoever_takes_a_storage_stands_in_the_table() -> None:
    """`write_file` alone is its own row: who only calls it meets nothing else of the disk."""
    rooms = [path for path in source_files("editor", "phrasebank") if STORAGE not in path.parents]
    takers = {module_of(path) for path in rooms if TAKES.search(text_of(path))}
    rows = {writer.module for writer in WRITERS} - {"editor.storage.shared_file"}
    assert takers == rows | BY_OTHERS.keys()
