"""Saved states: the last three come back byte for byte, and no more than that is kept."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from editor.files.backups import backup_store
from editor.files.backups.backup_store import BackupStore
from editor.files.backups.saved_state import Whose
from editor.files.trouble import Trouble
from editor.files.versions.log_records import packed

FILE = Path("/稿子/讲话.txt")


@pytest.fixture
def store(tmp_path: Path) -> BackupStore:
    return BackupStore(tmp_path / "backups")


def words(store: BackupStore, *documents: str) -> list[str]:
    return [store.data(state).decode() for state in store.states(documents or ("a",))]


def keep(store: BackupStore, *texts: str, document: str = "a", kept: int = 3) -> None:
    for text in texts:
        store.keep(document, FILE, text.encode(), kept)


def test_the_last_three_come_back_whole_the_latest_first(store: BackupStore) -> None:
    keep(store, "一", "二", "三", "四", "五")
    assert words(store) == ["五", "四", "三"]
    assert {state.path for state in store.states(["a"])} == {FILE}


def test_each_document_has_its_own(store: BackupStore) -> None:
    keep(store, "一", "二")
    keep(store, "他的", document="b")
    assert words(store) == ["二", "一"]
    assert words(store, "a", "b") == ["他的", "二", "一"]
    assert len(store.states()) == 3


def test_saving_the_same_again_pushes_nothing_out(store: BackupStore) -> None:
    keep(store, "一", "二", "二", "二", "二")
    assert words(store) == ["二", "一"]


def test_a_word_file_that_differs_by_its_date_alone_is_the_same(store: BackupStore) -> None:
    def saved(date: str, text: str) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("docProps/core.xml", date)
            archive.writestr("word/document.xml", text)
        return buffer.getvalue()

    assert store.keep("a", FILE, saved("9点", "甲"), 3)
    assert not store.keep("a", FILE, saved("10点", "甲"), 3)
    assert store.keep("a", FILE, saved("10点", "乙"), 3)


def test_fewer_are_kept_where_fewer_are_wanted(store: BackupStore) -> None:
    keep(store, "一", "二", "三", kept=1)
    assert words(store) == ["三"]
    keep(store, "四", kept=0)
    assert words(store) == ["三"]


def test_none_is_larger_than_a_bound_and_all_together_neither(
    store: BackupStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_store, "LARGEST", 100)
    monkeypatch.setattr(backup_store, "ROOM", 500)
    assert not store.keep("a", FILE, b"x" * 101, 3)
    for number in range(9):
        store.keep(f"d{number}", FILE, b"%d" % number * 90, 3)
    assert [state.document for state in store.states()] == ["d8", "d7"]


def test_what_others_wrote_is_pushed_out_by_no_number_of_saves(store: BackupStore) -> None:
    keep(store, "一")
    assert store.keep("a", FILE, "他的".encode(), 3, Whose.OTHERS)
    keep(store, "二", "三", "四", "五")
    assert words(store) == ["五", "四", "三", "他的"]
    assert [state.whose for state in store.states(["a"])][2:] == [Whose.OWN, Whose.OTHERS]


def test_what_others_wrote_is_kept_once_and_where_no_saves_are_kept_too(store: BackupStore) -> None:
    assert store.keep("a", FILE, "他的".encode(), 0, Whose.OTHERS)
    keep(store, "一")
    assert not store.keep("a", FILE, "他的".encode(), 0, Whose.OTHERS)
    assert words(store) == ["一", "他的"]


def test_what_was_kept_as_ones_own_is_kept_as_others_too(store: BackupStore) -> None:
    keep(store, "同样的")
    assert store.keep("a", FILE, "同样的".encode(), 3, Whose.OTHERS)


def test_what_others_wrote_goes_by_age(store: BackupStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_store.time, "time", lambda: 1_000_000.0)
    store.keep("a", FILE, "他的".encode(), 3, Whose.OTHERS)
    monkeypatch.undo()
    assert store.remove_old(90) == 1 and words(store) == []


def test_a_state_of_an_earlier_program_is_of_nobody_known(store: BackupStore) -> None:
    keep(store, "一")
    [state] = store.states(["a"])
    head = b'{"p": "/a.txt", "t": 1.0, "n": 3, "d": "x"}'
    state.file.write_bytes(packed(head, "一".encode()))
    assert [one.whose for one in store.states(["a"])] == [Whose.UNKNOWN]


def test_what_is_old_goes(store: BackupStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_store.time, "time", lambda: 1_000_000.0)
    keep(store, "旧的")
    monkeypatch.undo()
    keep(store, "新的")
    assert store.remove_old(90) == 1
    assert words(store) == ["新的"]


def test_a_state_that_is_not_whole_is_told_and_not_given(store: BackupStore) -> None:
    keep(store, "一二三四五六")
    [state] = store.states(["a"])
    state.file.write_bytes(state.file.read_bytes()[:-1])
    with pytest.raises(Trouble, match="读不出来"):
        store.data(state)


def test_what_is_no_state_is_passed_over(store: BackupStore) -> None:
    keep(store, "一")
    folder = store.states(["a"])[0].file.parent
    (folder / "a-1.state").write_bytes(b"[" * 100_000)
    (folder / "a-2.state").write_bytes(b"")
    assert words(store) == ["一"]


@pytest.mark.skipif(os.name == "nt", reason="rights are the folder's there")
def test_only_the_user_reads_them(store: BackupStore) -> None:
    keep(store, "一")
    assert stat.S_IMODE(store.states(["a"])[0].file.stat().st_mode) == 0o600


def test_a_folder_that_takes_nothing_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file stands there")
    with pytest.raises(Trouble, match="没能留下这次存盘的副本"):
        BackupStore(tmp_path / "backups").keep("a", FILE, b"x", 3)
