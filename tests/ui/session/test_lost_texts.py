"""What earlier programs left is read once, and anew when it is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.files.recovery import journal
from editor.files.recovery.journal import Journal
from editor.ui.session.lost_texts import LostTexts
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
