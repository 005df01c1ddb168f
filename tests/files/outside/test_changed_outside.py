"""What somebody else has written is never written over unseen, whatever it looks like."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.files.open import open_document
from editor.files.opened import Opened, as_it_lies, device_of, may_go, stamp_at
from editor.files.save import GONE, SaveOptions, new_document, save
from editor.files.trouble import ChangedOnDisk, Trouble
from editor.files.write_file import write_file
from tests.notation import doc
from tests.storage.disks import WatchedDisk, leftovers

ROOT = Path(__file__).resolve().parents[3]
OTHERS = "别人的一段\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "稿.txt"
    made.write_text("原来的一段\n", "utf-8")
    return made


def somebody_writes(path: Path, *, when: int | None = None) -> None:
    path.write_text(OTHERS, "utf-8")
    if when is not None:
        os.utime(path, ns=(when, when))


def just_before_the_rename(act: Callable[[], object]) -> SaveOptions:
    """A disk on which ``act`` happens when the new bytes are whole already."""
    disk = WatchedDisk()
    flush = disk.real.flush

    def flush_and_act(handle: int) -> None:
        flush(handle)
        act()

    disk.real.flush = flush_and_act  # type: ignore[method-assign]
    return SaveOptions(storage=disk.storage)


def refused(opened: Opened, path: Path | None = None, how: SaveOptions | None = None) -> bool:
    with pytest.raises(ChangedOnDisk):
        save(opened, doc("我的"), path, how)
    return True


def test_another_text_of_the_same_time_and_size_is_seen(path: Path) -> None:
    opened = open_document(path)
    before = path.stat()
    somebody_writes(path, when=before.st_mtime_ns)
    assert path.stat().st_size == before.st_size and not may_go(path, opened.stamp)
    assert refused(opened) and path.read_text("utf-8") == OTHERS


def test_a_file_that_was_only_touched_is_the_same(path: Path) -> None:
    opened = open_document(path)
    os.utime(path, (1, 1))
    assert may_go(path, opened.stamp)
    save(opened, doc("我的"))
    assert path.read_text("utf-8") == "我的"


@pytest.mark.parametrize("link", [Path.symlink_to, Path.hardlink_to])
def test_another_name_of_the_file_is_the_file(
    path: Path, link: Callable[[Path, Path], None]
) -> None:
    other = path.with_name("别名.txt")
    link(other, path)
    opened = open_document(path)
    somebody_writes(path)
    assert refused(opened, other) and path.read_text("utf-8") == OTHERS


def test_a_name_in_other_letters_is_the_file_where_the_disk_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, shouted = tmp_path / "speech.txt", tmp_path / "SPEECH.TXT"
    path.write_text("old\n", "utf-8")
    opened = open_document(path)
    monkeypatch.setattr(Path, "samefile", lambda one, two: one.name.lower() == two.name.lower())
    shouted.write_text(OTHERS, "utf-8")  # on such a disk it would be one file
    assert refused(opened, shouted) and shouted.read_text("utf-8") == OTHERS


def test_what_is_written_at_the_last_moment_is_seen(path: Path) -> None:
    opened = open_document(path)
    how = just_before_the_rename(lambda: somebody_writes(path))
    assert refused(opened, how=how) and path.read_text("utf-8") == OTHERS
    assert not leftovers(path.parent) and not (path.parent / "rescue").exists()


def test_a_name_that_was_free_is_not_taken_from_whoever_took_it_meanwhile(path: Path) -> None:
    other = path.with_name("新.txt")
    how = just_before_the_rename(lambda: somebody_writes(other))
    assert refused(new_document(doc("我的"), "txt"), other, how)
    assert other.read_text("utf-8") == OTHERS


def test_a_file_that_is_to_be_replaced_is_the_one_that_was_there(path: Path) -> None:
    fresh = new_document(doc("我的"), "txt")
    assert refused(fresh, path, just_before_the_rename(lambda: somebody_writes(path)))
    save(fresh, doc("我的"), path)
    assert path.read_text("utf-8") == "我的"


def test_what_one_agreed_to_write_over_is_that_and_nothing_newer(path: Path) -> None:
    opened = open_document(path)
    somebody_writes(path)
    agreed = SaveOptions(over=stamp_at(path))
    path.write_text("第三个人的\n", "utf-8")
    assert refused(opened, how=agreed)
    save(opened, doc("我的"), how=SaveOptions(over=stamp_at(path)))
    assert path.read_text("utf-8") == "我的"


def test_a_file_that_is_gone_is_saved_anew_and_that_is_said(path: Path) -> None:
    opened = open_document(path)
    path.unlink()
    done = save(opened, doc("我的"))
    assert GONE in done.notes and path.read_text("utf-8") == "我的"
    assert not save(done.opened, doc("我的二稿")).notes


def test_where_the_disk_is_gone_nothing_is_written_on_the_one_below_its_folder(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_document(path)
    path.unlink()  # with the stick, whose folder stays
    here = device_of(path)
    monkeypatch.setattr("editor.files.save.device_of", lambda _: here + 1)
    with pytest.raises(Trouble, match="盘已经不在了"):
        save(opened, doc("我的"))
    assert not path.exists()
    assert save(opened, doc("我的"), path.with_name("另存.txt")).opened.path


def test_an_export_replaces_only_what_was_there(path: Path) -> None:
    still, still_free = as_it_lies(path), as_it_lies(other := path.with_name("新.pdf"))
    for one, agreed in ((path, still), (other, still_free)):
        somebody_writes(one)
        with pytest.raises(ChangedOnDisk):
            write_file(one, b"pages", still=agreed)
        assert one.read_text("utf-8") == OTHERS
    write_file(path, b"pages", still=as_it_lies(path))
    assert path.read_bytes() == b"pages"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_programs_that_save_one_file_at_the_same_time_lose_no_line(path: Path) -> None:
    command = [sys.executable, "-m", "tests.files.outside.writers", str(path), "3", "8"]
    subprocess.run(command, cwd=ROOT, check=True)
    lines = path.read_text("utf-8").split()
    assert sorted(lines[1:]) == sorted(f"{n}-{m}" for n in range(3) for m in range(8))
    assert sorted(path.parent.iterdir()) == [path]
