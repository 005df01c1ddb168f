"""What a crash left: a damaged file is passed over, one that is read is a text to work with."""

from __future__ import annotations

from pathlib import Path
from random import Random

from editor.files.recovery.journal import FileBehind, Journal
from editor.files.recovery.recovery_bin import RecoveryBin
from editor.files.recovery.snapshot import Snapshot
from editor.files.versions.log_records import MAGIC
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from tests.fuzz.manuscripts import read
from tests.fuzz.mutate.pieces import ROWS
from tests.fuzz.mutate.records import changed_records
from tests.fuzz.mutate.values import changed_json
from tests.fuzz.scratch import scratch_folder
from tests.fuzz.target import Target, law


def run(data: bytes) -> None:
    """Reading raises nothing; a text that came back can be read, noted down and let go."""
    with scratch_folder() as folder:
        ending = ".journal" if data.startswith(MAGIC) else ".snapshot"
        (folder / f"a{ending}").write_bytes(data)
        journal = Journal(folder)
        for snapshot in journal.pending():
            outline_of(snapshot.manuscript)
            law(noted(snapshot, folder / "b") == snapshot.manuscript, "it is noted whole")
            journal.write(snapshot.document_id, snapshot.manuscript, snapshot.path)
            RecoveryBin(folder / "c").throw(journal, snapshot.document_id)
            law(len(RecoveryBin(folder / "c").thrown()) == 1, "what is let go is in the bin")
            journal.discard(snapshot.document_id)


def noted(snapshot: Snapshot, folder: Path) -> Manuscript:
    """The text after it was written, changed and written again, and read."""
    journal, text = Journal(folder), snapshot.manuscript
    shorter = Manuscript(text.revision, text.paragraphs[:1])
    for state in (text, shorter, text):
        journal.write("b", state, snapshot.path, snapshot.history)
    return journal.pending()[0].manuscript


def seeds() -> list[bytes]:
    """Journals as they are written: plain, with all that a Word file says, and changed often.

    And a snapshot of the first program.
    """
    rows = read("\n".join(f"\x01{row}\x01一、抓学习" for row in ROWS).encode())
    plain = read("在全区会议上的讲话\n同志们：\n\n谢谢大家！".encode())
    less = Manuscript(1, plain.paragraphs[1:])
    longer = Manuscript(2, (*plain.paragraphs[:2], *rows.paragraphs[:4], *plain.paragraphs))
    old = '{"version":1,"id":"a","path":"","written":1,"revision":0,"paragraphs":[["甲",1],["乙"]]}'
    texts = ((rows,), (plain,), (read(b""),), (plain, less, longer, plain), (rows, longer, rows))
    return [*[made(*states) for states in texts], old.encode()]


def made(*states: Manuscript) -> bytes:
    """The file of a journal in which these texts were noted down."""
    with scratch_folder() as folder:
        journal = Journal(folder)
        behind = FileBehind(b"PK", "f" * 32)
        for state in states:
            journal.write("a", state, "/home/甲/稿.docx", "0123456789abcdef", behind)
        return journal.file_of("a").read_bytes()


def mutate(data: bytes, chance: Random) -> bytes:
    """By records, or as the JSON that a snapshot is."""
    return (changed_records if data.startswith(MAGIC) else changed_json)(data, chance)


TARGET = Target("journal", run, seeds, mutate, 120_000)
