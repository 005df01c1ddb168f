"""After a crash a text stands over its file as if there had been none."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from editor.files.open import open_document
from editor.files.opened import DocxSource, Opened
from editor.files.recovery.journal import FileBehind, Journal
from editor.files.recovery.recovery_bin import RecoveryBin
from editor.files.recovery.resume import resumed
from editor.files.recovery.snapshot import Snapshot
from editor.files.save import save
from editor.files.trouble import ChangedOnDisk
from editor.manuscript.edits import Replace, apply
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from tests.files.made import docx, p
from tests.files.word_objects import COMMENTED, run
from tests.notation import doc


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "稿.docx"
    body = f"<w:p>{run('各单位')}{COMMENTED}{run('要办好。')}</w:p>"
    path.write_bytes(docx(p("一、总则") + body + p("结束语")))
    return path


def rewritten(opened: Opened) -> Manuscript:
    """The commented paragraph cut in two behind its comment, the second part moved to the top."""
    cut = Position(1, opened.manuscript.paragraphs[1].text.index("要办"))
    first, second, third, last = apply(opened.manuscript, Replace(cut, cut, "\n")).paragraphs
    return Manuscript(5, (third, first, second, last))


def crashed(folder: Path, opened: Opened, text: Manuscript) -> Snapshot:
    """What is found of a text that was being written over a file."""
    assert isinstance(opened.source, DocxSource) and opened.stamp
    behind = FileBehind(opened.source.data, opened.stamp.digest)
    Journal(folder).write("稿", text, opened.path, "", behind)
    (found,) = Journal(folder).pending()
    return found


def test_after_a_save_and_a_crash_the_next_save_is_as_if_there_had_been_none(
    file: Path, tmp_path: Path
) -> None:
    opened = open_document(file)
    saved = save(opened, rewritten(opened)).opened
    later = apply(rewritten(opened), Replace(Position(2, 0), Position(2, 2), "全部"))
    snapshot = crashed(tmp_path / "1", saved, later)
    whole = save(saved, later, tmp_path / "没有断电.docx").opened.path
    over, words = resumed(snapshot)
    assert words.paragraphs == later.paragraphs
    save(over, words)
    assert whole and file.read_bytes() == whole.read_bytes()
    assert b"commentRangeStart" in document_of(file)


def test_what_another_wrote_since_is_not_written_over(file: Path, tmp_path: Path) -> None:
    opened = open_document(file)
    snapshot = crashed(tmp_path / "1", opened, rewritten(opened))
    file.write_bytes(docx(p("别人写的")))
    over, words = resumed(snapshot)
    assert words.paragraphs == rewritten(opened).paragraphs
    with pytest.raises(ChangedOnDisk):
        save(over, words)
    assert open_document(file).manuscript.text == "别人写的"


def test_a_plain_text_that_another_wrote_since_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "稿.txt"
    file.write_text("旧的话", "utf-8")
    opened = open_document(file)
    assert opened.stamp
    behind = FileBehind(b"", opened.stamp.digest)
    Journal(tmp_path / "1").write("稿", doc("新的话"), file, "", behind)
    (snapshot,) = Journal(tmp_path / "1").pending()
    assert save(*resumed(snapshot)).opened.path == file
    file.write_text("别人的话", "utf-8")
    with pytest.raises(ChangedOnDisk):
        save(*resumed(snapshot))


def test_a_text_whose_file_is_gone_has_all_that_stood_in_it(file: Path, tmp_path: Path) -> None:
    opened = open_document(file)
    snapshot = crashed(tmp_path / "1", opened, rewritten(opened))
    file.unlink()
    over, words = resumed(snapshot)
    assert over.path is None and words.paragraphs == rewritten(opened).paragraphs
    made = save(over, words, tmp_path / "另存.docx").opened.path
    assert made and b"commentRangeStart" in document_of(made)


def test_where_the_bytes_were_not_kept_or_are_damaged_the_words_come_back(
    file: Path, tmp_path: Path
) -> None:
    opened = open_document(file)
    saved = save(opened, rewritten(opened)).opened
    snapshot = crashed(tmp_path / "1", saved, rewritten(opened))
    assert snapshot.kept
    for harm in (lambda kept: kept.write_bytes(b"PK"), lambda kept: kept.unlink()):
        harm(snapshot.kept)
        over, words = resumed(snapshot)
        assert over.path == file and words.text == rewritten(opened).text


def test_the_bytes_go_into_the_bin_with_the_text_and_from_there(file: Path, tmp_path: Path) -> None:
    opened = open_document(file)
    crashed(tmp_path / "1", opened, rewritten(opened))
    journal, bin_ = Journal(tmp_path / "1"), RecoveryBin(tmp_path / "bin")
    assert bin_.throw(journal, "稿")
    journal.remove_folder()
    assert not (tmp_path / "1").exists()
    (thrown,) = bin_.thrown()
    assert resumed(thrown.snapshot)[1].paragraphs == rewritten(opened).paragraphs
    bin_.drop(thrown)
    assert list((tmp_path / "bin").iterdir()) == []


def test_the_bytes_go_with_the_folder_when_the_text_is_saved(file: Path, tmp_path: Path) -> None:
    opened = open_document(file)
    crashed(tmp_path / "1", opened, rewritten(opened))
    journal = Journal(tmp_path / "1")
    journal.discard("稿")
    journal.remove_folder()
    assert not (tmp_path / "1").exists()


def document_of(path: Path) -> bytes:
    with ZipFile(path) as package:
        return package.read("word/document.xml")
