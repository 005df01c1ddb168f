"""The log of a document's versions, damaged: what is whole in it is read, and a new one is kept."""

from __future__ import annotations

from pathlib import Path

from editor.files.trouble import Trouble
from editor.files.versions.kept_version import Occasion
from editor.files.versions.version_store import VersionStore
from editor.manuscript.manuscript import manuscript_of
from tests.fuzz.manuscripts import read
from tests.fuzz.mutate.pieces import ROWS
from tests.fuzz.mutate.records import changed_records
from tests.fuzz.scratch import scratch_folder
from tests.fuzz.target import Target, law

DOCUMENT = "0123456789abcdef"
NEW = manuscript_of("同志们：\n这是后来的一版。")


def run(data: bytes) -> None:
    """Listing raises nothing, reading says in words what is broken, keeping goes on behind it."""
    with scratch_folder() as folder:
        log = folder / f"{DOCUMENT}.versions"
        log.write_bytes(data)
        store = VersionStore(folder)
        for version in store.list(DOCUMENT):
            try:
                store.text(version)
            except Trouble as trouble:
                law(trouble.what, "what is broken is told")
        store.mended(DOCUMENT)
        store.unfiled()
        kept = store.keep(DOCUMENT, NEW, "第9稿", Occasion.NAMED)
        fresh = VersionStore(folder)
        law(kept.number in {v.number for v in fresh.list(DOCUMENT)}, "what is kept is listed")
        law(fresh.text(kept).text == NEW.text, "what is kept is read again")


def seeds() -> list[bytes]:
    """Logs as they are written, with names, of plain text and of what a Word file says."""
    texts = [
        "甲",
        "甲\n乙",
        "甲\n乙。丙。" * 20,
        "\n".join(f"\x01{row}\x01一、抓学习" for row in ROWS),
    ]
    with scratch_folder() as folder:
        store, made = VersionStore(folder), list[bytes]()
        for number, text in enumerate(texts):
            kept = store.keep(DOCUMENT, read(text.encode()), "存盘", Occasion.SAVED)
            store.name(kept, f"第{number}稿")
            made.append(_log(folder))
        return [*made, b""]


def _log(folder: Path) -> bytes:
    return (folder / f"{DOCUMENT}.versions").read_bytes()


TARGET = Target("versions", run, seeds, changed_records, 60_000)
