"""A file that several programs change loses none of their changes."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editor.storage.shared_file import SharedFile
from editor.storage.storage_error import StorageError


def test_changes_made_at_the_same_time_are_all_there(tmp_path: Path) -> None:
    path = tmp_path / "家" / "list"

    def add(number: int) -> None:
        file = SharedFile(path)
        file.change(lambda: (path.read_bytes() if path.exists() else b"") + bytes([number]))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(40)))
    assert sorted(path.read_bytes()) == list(range(40))


def test_nothing_to_write_leaves_the_file_alone(tmp_path: Path) -> None:
    SharedFile(tmp_path / "list").change(lambda: None)
    assert not (tmp_path / "list").exists()


def test_whoever_fails_holds_nothing(tmp_path: Path) -> None:
    file = SharedFile(tmp_path / "list")
    with pytest.raises(ZeroDivisionError):
        file.change(lambda: bytes(1 // 0))
    file.change(lambda: b"whole")
    assert file.path.read_bytes() == b"whole"


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StorageError):
        SharedFile(tmp_path / "file" / "list").change(lambda: b"")
