"""What earlier programs left is read once, and anew when it is another."""

from __future__ import annotations

from pathlib import Path
from socket import gethostname

import pytest

from editor.files.recovery import journal
from editor.files.recovery.journal import ASIDE, Journal
from editor.files.recovery.snapshot import Damage, Snapshot
from editor.ui.folder_lock import lock_of, sweep_locks
from editor.ui.session.lost_texts import LostTexts
from editor.ui.session.unsaved_rows import DAMAGED, offer_words, row_of
from tests.notation import doc


def words(lost: LostTexts) -> list[str]:
    return [one.snapshot.manuscript.text for one in lost.pending()]


def test_a_left_text_is_read_once_and_anew_when_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads, read_text = list[Path](), journal.read_text
    monkeypatch.setattr(journal, "read_text", lambda file: reads.append(file) or read_text(file))
    left = Journal(tmp_path / "1-1")
    left.write("稿", doc("甲"), None)
    lost = LostTexts(tmp_path)
    assert words(lost) == words(lost) == ["甲"] and len(reads) == 1
    left.write("稿", doc("甲 | 乙"), None)
    assert words(lost) == ["甲\n乙"]
    lost.forget(lost.pending()[0])
    assert words(lost) == [] and not (tmp_path / "1-1").exists()


def test_a_folder_with_nothing_but_unfinished_files_goes(tmp_path: Path) -> None:
    (tmp_path / "1-1").mkdir()
    (tmp_path / "1-1" / ".a.journal.0123abcd.bigan.tmp").write_bytes(b"half")
    assert words(LostTexts(tmp_path)) == [] and not (tmp_path / "1-1").exists()


def test_a_damaged_text_is_offered_and_one_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for name, harm in (("1-1", bytes(10)), ("2-1", b"\xff" * 4000)):
        left = Journal(tmp_path / name)
        left.write("稿", doc("在会上的讲话 | 要抓紧抓实 | 谢谢大家"), "稿.txt")
        file = left.file_of("稿")
        at = file.read_bytes().index("抓紧".encode())
        file.write_bytes(file.read_bytes()[:at] + harm if len(harm) < 99 else harm)
    found = dict[Damage, Snapshot]()
    file = Path()
    for _ in range(2):  # the next start names them again
        found = {one.snapshot.damage: one.snapshot for one in LostTexts(tmp_path).pending()}
        assert found[Damage.PART].manuscript.text.startswith("在会上的讲话")
        assert DAMAGED in row_of(found[Damage.PART]).difference
        row, file = row_of(found[Damage.ALL]), found[Damage.ALL].file or Path()
        assert file.exists() and str(file) in row.difference and row.place == str(file)
        assert file.parent.name.startswith(ASIDE)
    assert "2 份的留底有读不出" in offer_words(list(found.values()))
    lost = LostTexts(tmp_path / "recovery")
    lost.throw(next(one for one in LostTexts(tmp_path).pending() if one.snapshot.file == file))
    assert not file.exists() and lost.bin.thrown()[0].snapshot.damage is Damage.ALL


def test_the_locks_of_programs_that_are_gone_are_swept(tmp_path: Path) -> None:
    held = lock_of(tmp_path / "1-1")
    assert held.tryLock(0)
    dead = tmp_path / "2-1.lock"
    dead.write_text(f"4194304\nbigan\n{gethostname()}\n", "utf-8")
    assert sweep_locks(tmp_path) == 1
    assert not dead.exists() and (tmp_path / "1-1.lock").exists()
    held.unlock()
