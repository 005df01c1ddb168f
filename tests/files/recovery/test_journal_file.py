"""A journal grows by what changed, and is good up to its last whole record whatever happens."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from editor.files.opened import digest_of
from editor.files.recovery import journal_file
from editor.files.recovery.journal import FileBehind, Journal
from editor.files.versions.log_records import packed, scan
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.storage.storage import Storage
from editor.storage.storage_error import Reason, StorageError
from tests.notation import doc
from tests.storage.disks import ERRORS, QuickDisk, WatchedDisk, leftovers

LONG = "要抓紧抓实抓出成效，" * 10_000


def written(folder: Path, *texts: Manuscript) -> Path:
    """The journal of these texts, one after the other."""
    journal = Journal(folder)
    for text in texts:
        journal.write("稿", text, "稿.txt")
    return journal.file_of("稿")


def read(folder: Path) -> str:
    """The text that the next program finds; '' for none."""
    found = Journal(folder).pending()
    return found[0].manuscript.text if found else ""


def test_a_typed_letter_adds_a_few_bytes_to_a_long_text(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write("稿", manuscript_of(LONG), None)
    before = journal.file_of("稿").stat().st_size
    journal.write("稿", manuscript_of("字" + LONG), None)
    assert 0 < journal.file_of("稿").stat().st_size - before < 300
    journal.write("稿", manuscript_of("字" + LONG), None)  # nothing changed: nothing is written
    assert journal.file_of("稿").stat().st_size - before < 300
    assert read(tmp_path) == "字" + LONG


def test_what_is_added_is_flushed_before_the_call_returns(tmp_path: Path) -> None:
    disk = WatchedDisk()
    journal = Journal(tmp_path, disk.storage)
    journal.write("稿", doc("甲"), None)
    disk.calls.clear()
    journal.write("稿", doc("甲 | 乙"), None)
    assert "flush" in disk.names[disk.names.index("write") :]
    assert "create" not in disk.names


def test_a_torn_end_is_passed_over_wherever_it_is_torn(tmp_path: Path) -> None:
    file = written(tmp_path, doc("甲"), doc("甲 | 乙"), doc("甲 | 乙 | 丙"))
    whole = file.read_bytes()
    last = scan(whole).records[1].end
    for size in range(last, len(whole)):
        file.write_bytes(whole[:size])
        assert read(tmp_path) == "甲\n乙"
    file.write_bytes(whole + bytes(4000))  # room that was never written
    assert read(tmp_path) == "甲\n乙\n丙"


def test_nothing_is_put_on_a_text_that_it_was_not_written_for(tmp_path: Path) -> None:
    file = written(tmp_path, doc("甲"), doc("甲 | 乙"), doc("甲 | 乙 | 丙"))
    whole = file.read_bytes()
    first, second, third = scan(whole).records
    file.write_bytes(whole[: first.end] + whole[second.end :])
    assert read(tmp_path) == "甲"
    spoilt = bytearray(whole)
    spoilt[first.end + 30] ^= 1
    file.write_bytes(spoilt)
    assert read(tmp_path) == "甲"
    file.write_bytes(whole[first.end :])
    assert read(tmp_path) == "" and third.end == len(whole)


def test_it_stays_small_and_says_the_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_file, "LEAST_BYTES", 2_000)
    journal, sizes = Journal(tmp_path), list[int]()
    for number in range(200):
        text = "\n".join([LONG[:500], f"第{number}次改过的话，" * 5])
        journal.write("稿", manuscript_of(text), None)
        assert read(tmp_path) == text
        sizes.append(journal.file_of("稿").stat().st_size)
    whole = len(LONG[:500].encode()) + 500
    assert max(sizes) < 2 * whole + 2_000 and sizes.count(min(sizes)) < 50


def test_it_is_written_anew_after_so_many_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_file, "MOST_RECORDS", 5)
    file = written(tmp_path, *[doc("甲" * number) for number in range(1, 17)])
    assert len(scan(file.read_bytes()).records) < 6 and read(tmp_path) == "甲" * 16


@pytest.mark.parametrize("error", [*ERRORS, errno.EROFS, errno.EDQUOT, errno.EINTR])
def test_whatever_fails_the_text_is_the_old_or_the_new_and_the_next_record_has_all(
    tmp_path: Path, error: int
) -> None:
    for fails in range(1, 100):
        disk, folder = WatchedDisk(0, error), tmp_path / str(fails)
        journal = Journal(folder, disk.storage)
        journal.write("稿", doc("甲"), None)
        disk.calls.clear()
        disk.fails = fails
        raised = tried(partial(journal.write, "稿", doc("甲 | 乙"), None))
        assert read(folder) in ("甲", "甲\n乙") and not leftovers(folder)
        assert not raised or type(raised) is StorageError
        done, disk.fails = fails > len(disk.calls), 0
        journal.write("稿", doc("甲 | 乙 | 丙"), None)
        assert read(folder) == "甲\n乙\n丙"
        if done:
            return
    raise AssertionError("there is no end of its calls")


def tried(act: Callable[[], object]) -> Exception | None:
    try:
        act()
    except Exception as error:
        return error
    return None


class FullDisk(QuickDisk):
    """Takes so many bytes more, and then part of what is written and none."""

    room = 1 << 30

    def write(self, handle: int, at: int, data: memoryview) -> int:
        taken = min(len(data), self.room)
        if not taken:
            raise OSError(errno.ENOSPC, "full")
        self.room -= taken
        return super().write(handle, at, data[:taken])


def test_on_a_full_disk_it_is_told_and_goes_on_when_there_is_room_again(tmp_path: Path) -> None:
    disk = FullDisk()
    journal = Journal(tmp_path, Storage(disk))
    journal.write("稿", manuscript_of(LONG), None)
    disk.room = 50
    for words in ("甲", "甲乙"):
        with pytest.raises(StorageError) as told:
            journal.write("稿", manuscript_of(words + LONG), None)
        assert told.value.reason is Reason.FULL and read(tmp_path) == LONG
    disk.room = 300  # not enough for the whole text
    journal.write("稿", manuscript_of("甲乙丙" + LONG), None)
    assert read(tmp_path) == "甲乙丙" + LONG and not leftovers(tmp_path)


def test_where_there_is_no_room_to_write_it_anew_the_records_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_file, "MOST_RECORDS", 2)
    disk = FullDisk()
    journal = Journal(tmp_path, Storage(disk))
    journal.write("稿", manuscript_of(LONG), None)
    disk.room = 5_000
    for number in range(1, 9):
        journal.write("稿", manuscript_of("甲" * number + LONG), None)
        disk.room = 5_000
    assert read(tmp_path) == "甲" * 8 + LONG and not leftovers(tmp_path)


def test_a_file_that_was_taken_away_or_cut_is_written_anew(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "家")
    file = journal.file_of("稿")
    for harm in (file.unlink, lambda: os.truncate(file, 7), lambda: rmtree(tmp_path / "家")):
        journal.write("稿", doc("甲"), None)
        harm()
        journal.write("稿", doc("甲 | 乙"), None)
        assert read(tmp_path / "家") == "甲\n乙"


def test_where_the_versions_are_is_known_from_the_record_that_says_so(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    behind = FileBehind(b"PK", "f" * 32)
    journal.write("稿", doc("甲"), None, "past-1", behind)
    journal.write("稿", doc("甲"), None, "past-2", behind)
    (found,) = Journal(tmp_path).pending()
    assert (found.history, found.document_id, found.stamp) == ("past-2", "稿", "f" * 32)
    assert found.source == digest_of(b"PK") and found.kept
    assert found.kept.read_bytes() == b"PK" and found.kept.stat().st_mode & 0o077 == 0


HEAD = {
    "n": 1,
    "t": 1.0,
    "r": 1,
    "h": "",
    "v": 2,
    "id": "稿",
    "path": "",
    "source": "",
    "stamp": "",
}
FORGED: list[tuple[dict[str, Any], bytes]] = [
    ({**HEAD, "n": "1"}, b'[["x"]]'),
    ({**HEAD, "t": 1e300}, b'[["x"]]'),
    ({**HEAD, "v": 3}, b'[["x"]]'),
    ({"v": 2}, b'[["x"]]'),
    (HEAD, b"[]"),
    (HEAD, b"7"),
    (HEAD, b"[7]"),
    (HEAD, b"[[]]"),
    (HEAD, b"[[0,1]]"),
    (HEAD, b'[["x",7,7]]'),
    (HEAD, b"[" * 100_000),
    (HEAD, b'[["\xff"]]'),
    (HEAD, b"{}"),
]


@pytest.mark.parametrize("number", range(len(FORGED)))
def test_a_record_that_nobody_wrote_is_none(number: int, tmp_path: Path) -> None:
    head, body = FORGED[number]
    file = written(tmp_path, doc("甲"))
    good = file.read_bytes()
    for harm in (json.dumps(head).encode(), b"[" * 100_000, b'{"n":2}'):
        file.write_bytes(packed(harm, body))
        assert read(tmp_path) == ""
        file.write_bytes(good + packed(harm, body))
        assert read(tmp_path) == "甲"


def test_rows_cannot_make_a_text_larger_than_they_are(tmp_path: Path) -> None:
    file = written(tmp_path, doc("甲 | 乙"))
    double = b"[[0,2],[0,2]]"
    heads = [json.dumps({"n": n, "t": 1.0, "r": 1, "h": ""}).encode() for n in range(2, 60)]
    file.write_bytes(file.read_bytes() + b"".join([packed(head, double) for head in heads]))
    assert read(tmp_path) == "甲\n乙"
