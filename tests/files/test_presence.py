"""A path that cannot be looked at is no error: not at the start, not in a message."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from editor.files.presence import is_file, is_gone, is_there
from editor.files.trouble import Trouble
from editor.files.versions.document_index import DocumentIndex
from editor.files.write_file import write_file


@pytest.fixture
def bar(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on nobody may look anywhere (root may everywhere, so it is played)."""

    def refuse(*_: object, **__: object) -> bool:
        raise PermissionError(13, "barred")

    return lambda: monkeypatch.setattr(Path, "exists", refuse)


def test_what_nobody_may_look_at_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "稿.txt").write_bytes(b"")
    assert is_file(tmp_path / "稿.txt") and not is_file(tmp_path)

    def refuse(*_: object, **__: object) -> bool:
        raise PermissionError(13, "barred")

    monkeypatch.setattr(Path, "is_file", refuse)
    assert not is_file(tmp_path / "稿.txt")


def test_what_can_be_looked_at_is_there_or_gone(tmp_path: Path) -> None:
    assert is_there(tmp_path) and not is_gone(tmp_path)
    assert is_gone(tmp_path / "没有") and not is_there(tmp_path / "没有")


def test_where_nobody_can_look_it_is_neither(bar: Callable[[], None], tmp_path: Path) -> None:
    bar()
    assert not is_there(tmp_path) and not is_gone(tmp_path)


def test_saving_into_a_barred_folder_is_told_as_trouble(
    bar: Callable[[], None], tmp_path: Path
) -> None:
    bar()
    with pytest.raises(Trouble, match="不让写入"):
        write_file(tmp_path / "稿.txt", b"", rescue=tmp_path)


def test_a_file_nobody_can_look_at_gives_its_versions_to_no_other(
    bar: Callable[[], None], tmp_path: Path
) -> None:
    index = DocumentIndex(tmp_path)
    index.link("甲", tmp_path / "稿.txt", "同样的字")
    assert index.document(tmp_path / "另一份.txt", "同样的字") == "甲"
    bar()
    assert index.document(tmp_path / "另一份.txt", "同样的字") == ""
