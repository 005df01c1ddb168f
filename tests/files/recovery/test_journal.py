"""Journals: whole after a kill at any moment, and good from several threads."""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editor.files.opened import DocxSource, digest_of
from editor.files.recovery.journal import FileBehind, Journal
from editor.files.recovery.recovery_bin import RecoveryBin
from editor.files.rekey import rekey
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, RUN, Mark
from editor.manuscript.paragraph import Paragraph
from tests.files.made import docx, opened, p
from tests.notation import doc

ROOT = Path(__file__).resolve().parents[3]
# Notes down a text and what is put to it, killed at the first moment, at the second, and so on.
WRITER = """
import sys
from pathlib import Path
from editor.files.recovery.journal import Journal
from editor.manuscript.manuscript import manuscript_of
from tests.files.killed import die_at, killed
def journal():
    return Journal(Path(sys.argv[1]) / str(moment))
def write(journal, *words):
    journal.write("a", manuscript_of("\\n".join(words * 3000)), "稿.txt")
def rewrite():
    die_at(moment)
    again = journal()
    write(again, "new")
    write(again, "new", "newer")
moment = 1
write(journal(), "old")
while killed(rewrite):
    moment += 1
    write(journal(), "old")
"""


def test_every_property_is_kept(tmp_path: Path) -> None:
    text = Manuscript(
        7,
        (
            Paragraph("甲", 3, "一、", "heading1", "表1", "图片", marks=(Mark(0, 1, RUN, "3.1"),)),
            Paragraph("\ud800"),
        ),
    )
    before = time.time()
    Journal(tmp_path).write("a", text, tmp_path / "稿.docx")
    (found,) = Journal(tmp_path).pending()
    assert found.manuscript == text and found.path == tmp_path / "稿.docx"
    assert before <= found.written <= time.time()


def test_what_is_discarded_is_gone_and_the_rest_is_newest_first(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for name in ("a", "b", "c"):
        journal.write(name, doc(name), None)
    journal.discard("b")
    journal.discard("never there")
    assert [s.document_id for s in journal.pending()] == ["c", "a"]


def test_the_bytes_of_its_file_go_with_a_text_and_come_with_the_next(tmp_path: Path) -> None:
    journal, behind = Journal(tmp_path), FileBehind(b"PK the whole file")
    for _ in range(2):
        journal.write("a", doc("甲"), None, behind=behind)
        (found,) = journal.pending()
        assert found.kept is not None and found.kept.read_bytes() == behind.data
        journal.discard("a")
        assert list(tmp_path.iterdir()) == []


def test_bytes_whose_text_is_gone_go_with_the_folder_of_a_dead_program(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "1")
    journal.write("a", doc("甲"), None, behind=FileBehind(b"PK"))
    journal.file_of("a").unlink()
    Journal(tmp_path / "1").remove_folder()
    assert not (tmp_path / "1").exists()


def test_a_broken_file_is_passed_over(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write("a", doc("甲"), None)
    (tmp_path / "b.snapshot").write_bytes(b'{"version":1,"id"')
    (tmp_path / "c.journal").write_bytes(b"")
    (tmp_path / "d.journal").mkdir()
    assert len(journal.pending()) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made by fork")
def test_a_kill_at_any_moment_leaves_a_whole_text(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", WRITER, str(tmp_path)], cwd=ROOT, check=True)
    found = [Journal(folder).pending() for folder in tmp_path.iterdir()]
    texts = [{p.text for p in only.manuscript.paragraphs} for (only,) in found]
    states: list[set[str]] = [{"old"}, {"new"}, {"new", "newer"}]
    assert all(whole in states for whole in texts) and all(state in texts for state in states)


def test_several_threads_leave_one_whole_text(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: journal.write("a", doc(str(n)), None), range(40)))
    assert len(journal.pending()) == 1 and len(list(tmp_path.iterdir())) == 1


def old_snapshot(folder: Path, words: str) -> Path:
    """A text as 0.1.0 noted it down."""
    old = {"version": 1, "id": "a", "path": "", "written": 7.0, "revision": 3}
    name = Journal(folder).file_of("a").stem
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}.snapshot"
    file.write_text(json.dumps({**old, "paragraphs": [[words, 3, "", "title"]]}), "utf-8")
    return file


def test_what_the_first_program_noted_down_is_read_thrown_and_forgotten(tmp_path: Path) -> None:
    file = old_snapshot(tmp_path / "1", "旧的话")
    journal, bin_ = Journal(tmp_path / "1"), RecoveryBin(tmp_path / "bin")
    (found,) = journal.pending()
    assert found.manuscript.paragraphs == (Paragraph("旧的话", 3, style="title"),)
    assert bin_.throw(journal, "a") and not file.exists()
    assert bin_.thrown()[0].snapshot == found
    old_snapshot(tmp_path / "1", "旧的话")
    journal.discard("a")
    assert not file.exists() and journal.pending() == ()


def test_a_folder_goes_with_what_was_never_finished_but_not_with_what_can_be_read(
    tmp_path: Path,
) -> None:
    journal = Journal(tmp_path / "1")
    journal.write("a", doc("甲"), None)
    spoilt = tmp_path / "1" / "b.journal"
    for name in (".a.journal.0123abcd.tmp", "c.journal"):
        (tmp_path / "1" / name).write_bytes(b"")
    spoilt.write_bytes(b"\xff\x00" * 30)
    journal.remove_folder()
    assert len(journal.pending()) == 1 and spoilt.exists()
    assert len(list((tmp_path / "1").iterdir())) == 2
    journal.discard("a")
    os.utime(spoilt, (0, 0))
    journal.remove_folder()
    assert spoilt.exists()  # however old: only the user lets it go
    journal.discard_read(journal.left()[0])
    journal.remove_folder()
    assert not (tmp_path / "1").exists()


def test_a_recovered_text_finds_its_paragraphs_again() -> None:
    file = opened(docx(p("一、总则") + p("甲乙丙") + p("结束语")))
    snapshot = Manuscript(
        9, (Paragraph("新写的"), Paragraph("一、总则", 77), Paragraph("结束语", 1))
    )
    assert [one.key for one in rekey(file, snapshot).paragraphs] == [0, 1, 3]


def test_a_recovered_text_keeps_where_its_letters_are_from_if_the_file_is_the_very_same() -> None:
    file = opened(docx(p("甲乙丙") + p("结束语")))
    split = Paragraph("丙", marks=(Mark(0, 1, BOLD), Mark(0, 1, RUN, "1")))
    snapshot = Manuscript(9, (Paragraph("甲乙", 1), split, Paragraph("结束语", 2)))
    assert isinstance(file.source, DocxSource)
    same = rekey(file, snapshot, digest_of(file.source.data))
    assert same.paragraphs == snapshot.paragraphs
    other = rekey(file, snapshot, digest_of(b"another"))
    assert other.paragraphs[1].marks == (Mark(0, 1, BOLD),)
