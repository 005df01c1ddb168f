"""What a crash left: a damaged snapshot is passed over, one that is read is a text to work with."""

from __future__ import annotations

from pathlib import Path

from editor.files.recovery.journal import FileBehind, Journal, Snapshot
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from tests.fuzz.manuscripts import read
from tests.fuzz.mutate.pieces import ROWS
from tests.fuzz.mutate.values import changed_json
from tests.fuzz.scratch import scratch_folder
from tests.fuzz.target import Target, law


def run(data: bytes) -> None:
    """Reading raises nothing; a text that came back can be analyzed and noted down again."""
    with scratch_folder() as folder:
        (folder / "a.snapshot").write_bytes(data)
        journal = Journal(folder)
        for snapshot in journal.pending():
            outline_of(snapshot.manuscript)
            law(
                noted(snapshot, folder / "b") == snapshot.manuscript.paragraphs, "it is noted whole"
            )
            journal.discard(snapshot.document_id)


def noted(snapshot: Snapshot, folder: Path) -> object:
    """The paragraphs after a snapshot was written and read again."""
    journal = Journal(folder)
    journal.write("b", snapshot.manuscript, snapshot.path, snapshot.history)
    return journal.pending()[0].manuscript.paragraphs


def seeds() -> list[bytes]:
    """Snapshots as they are written: plain, and with all that a Word file says."""
    rows = read("\n".join(f"\x01{row}\x01一、抓学习" for row in ROWS).encode())
    plain = read("在全区会议上的讲话\n同志们：\n\n谢谢大家！".encode())
    return [made(text) for text in (rows, plain, read(b""))]


def made(text: Manuscript) -> bytes:
    """The file of a snapshot."""
    with scratch_folder() as folder:
        journal = Journal(folder)
        journal.write(
            "a", text, "/home/甲/稿.docx", "0123456789abcdef", FileBehind(b"PK", "f" * 32)
        )
        return journal.file_of("a").read_bytes()


TARGET = Target("journal", run, seeds, changed_json, 120_000)
