"""The bin of unsaved texts, and versions of texts that were never saved."""

from __future__ import annotations

import os
import time
from pathlib import Path

from editor.files.recovery.journal import Journal
from editor.files.recovery.recovery_bin import DAYS, RecoveryBin
from editor.files.versions.kept_version import Occasion
from editor.files.versions.version_store import VersionStore
from tests.notation import doc

DAY = 86_400


def thrown(tmp_path: Path, words: str) -> RecoveryBin:
    journal, made = Journal(tmp_path / "recovery"), RecoveryBin(tmp_path / "bin")
    journal.write("a", doc(words), None, "past-1")
    assert made.throw(journal, "a")
    assert journal.pending() == ()
    return made


def test_what_is_thrown_away_lies_in_the_bin_for_a_month(tmp_path: Path) -> None:
    made = thrown(tmp_path, "不要的话")
    (one,) = made.thrown()
    assert one.snapshot.manuscript.text == "不要的话" and one.snapshot.history == "past-1"
    assert one.days(time.time()) == DAYS
    assert made.empty_old() == 0
    assert made.empty_old(time.time() + (DAYS + 1) * DAY) == 1
    assert made.thrown() == ()


def test_two_texts_of_one_document_both_stay(tmp_path: Path) -> None:
    thrown(tmp_path, "第一回")
    made = thrown(tmp_path, "第二回")
    assert {one.snapshot.manuscript.text for one in made.thrown()} == {"第一回", "第二回"}
    made.drop(made.thrown()[0])
    assert len(made.thrown()) == 1


def test_its_month_begins_when_it_is_thrown_away(tmp_path: Path) -> None:
    journal, made = Journal(tmp_path / "recovery"), RecoveryBin(tmp_path / "bin")
    journal.write("a", doc("很久以前的话"), None)
    os.utime(journal.file_of("a"), (0, 0))
    made.throw(journal, "a")
    assert made.empty_old() == 0


def test_bytes_of_a_file_whose_text_is_gone_are_let_go(tmp_path: Path) -> None:
    made = thrown(tmp_path, "还在的话")
    (made.thrown()[0].file.with_suffix(".source")).write_bytes(b"PK its own")
    (tmp_path / "bin" / "b-1.source").write_bytes(b"PK nobody's")
    made.empty_old()
    assert [f.read_bytes() for f in (tmp_path / "bin").glob("*.source")] == [b"PK its own"]


def test_a_bin_that_cannot_be_does_not_stop_the_work(tmp_path: Path) -> None:
    (tmp_path / "bin").write_text("a file", "utf-8")
    journal, made = Journal(tmp_path / "recovery"), RecoveryBin(tmp_path / "bin")
    journal.write("a", doc("还在"), None)
    assert not made.throw(journal, "a")
    assert journal.pending() and made.thrown() == ()


def test_a_text_never_saved_is_found_by_its_words_until_it_has_a_file(tmp_path: Path) -> None:
    store = VersionStore(tmp_path)
    document = store.document(None)
    store.keep(document, doc(" | 在会上的讲话 | 同志们："), "移动之前", Occasion.COMMAND)
    store.keep(document, doc(" | 在会上的讲话 | 朋友们："), "第1稿", Occasion.NAMED)
    (one,) = VersionStore(tmp_path).unfiled()
    assert one.words == "在会上的讲话" and len(one.versions) == 2
    assert store.unfiled({document}) == ()
    store.link(document, tmp_path / "稿.txt", doc("在会上的讲话"))
    assert VersionStore(tmp_path).unfiled() == ()


def test_only_what_is_old_and_in_no_file_is_cleaned_up(tmp_path: Path) -> None:
    store = VersionStore(tmp_path)
    ids = [store.document(None) for _ in range(4)]
    for document in ids:
        store.keep(document, doc(document), "", Occasion.COMMAND)
    store.link(ids[0], tmp_path / "稿.txt", doc("甲"))
    for log in tmp_path.glob("*.versions"):
        os.utime(log, (time.time() - 61 * DAY,) * 2)
    os.utime(tmp_path / f"{ids[1]}.versions")
    assert store.remove_old([ids[2]], 62) == 0
    assert store.remove_old([ids[2]], 60) == 1
    assert [bool(store.list(d)) for d in ids] == [True, True, True, False]


def test_a_document_with_a_file_is_not_removed_by_name(tmp_path: Path) -> None:
    store = VersionStore(tmp_path)
    kept, gone = store.document(None), store.document(None)
    for document in (kept, gone):
        store.keep(document, doc(document), "", Occasion.COMMAND)
    store.link(kept, tmp_path / "稿.txt", doc("甲"))
    for document in (kept, gone):
        store.remove(document)
    assert store.list(kept) and not store.list(gone)
    store.keep(gone, doc("又写了"), "", Occasion.COMMAND)
    assert [store.text(v).text for v in store.list(gone)] == ["又写了"]
