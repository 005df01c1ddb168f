"""What survives a crash: one snapshot file for each unsaved document.

A snapshot is written whole beside the old one and then takes its place, so that a kill
at any moment leaves the last or the one before. Safe from several threads: names of the
unfinished files never meet, and the replacing is the system's (`editor.storage`).
"""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from editor.data_files.json_data import moment_of, read_json
from editor.files.versions.document_index import is_document_id
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph_rows import paragraph_of_row, row_of
from editor.storage.storage import Storage

VERSION = 1
LARGEST = 1 << 27  # bytes of a snapshot; the longest text that is opened has a tenth


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A text as it was when last noted down; ``written`` in seconds since 1970.

    Its paragraph keys count in the file as it was then: see `rekey.rekey`; ``source`` is the
    fingerprint of that file's bytes ('' where nobody knows). ``history`` is the document its
    versions are kept under, so that a text without a file finds them.
    """

    document_id: str
    manuscript: Manuscript
    path: Path | None
    written: float
    history: str = ""
    source: str = ""


class Journal:
    """The snapshots in one folder. Writing raises OSError where the folder cannot take it."""

    def __init__(self, folder: Path, storage: Storage | None = None) -> None:
        self._folder = folder
        self._storage = storage or Storage()

    def write(
        self,
        document_id: str,
        manuscript: Manuscript,
        path: Path | str | None,
        history: str = "",
        source: str = "",
    ) -> None:
        """Note the text down in place of the document's last snapshot."""
        self._storage.make_folder(self._folder)
        data = json.dumps(
            {
                "version": VERSION,
                "id": document_id,
                "path": str(path) if path else "",
                "written": time.time(),
                "history": history,
                "source": source,
                "revision": manuscript.revision,
                "paragraphs": [[p.text, *row_of(p)] for p in manuscript.paragraphs],
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        packed = data.encode("utf-8", "surrogatepass")
        self._storage.write(self.file_of(document_id), packed, private=True)

    def pending(self) -> tuple[Snapshot, ...]:
        """The snapshots nobody discarded, newest first; what cannot be read is passed over."""
        found = [read_snapshot(file) for file in sorted(self._folder.glob("*.snapshot"))]
        whole = [snapshot for snapshot in found if snapshot]
        return tuple(sorted(whole, key=lambda s: s.written, reverse=True))

    def discard(self, document_id: str) -> None:
        """Forget a document: it was saved, or the user let it go."""
        self._storage.remove(self.file_of(document_id))

    def file_of(self, document_id: str) -> Path:
        """Where a document's snapshot is."""
        name = hashlib.blake2b(
            document_id.encode("utf-8", "surrogatepass"), digest_size=12
        ).hexdigest()
        return self._folder / f"{name}.snapshot"


def read_snapshot(file: Path) -> Snapshot | None:
    """The snapshot in a file, or None where it cannot be read."""
    try:
        found = cast("dict[str, Any]", read_json(file, LARGEST))
        if found["version"] != VERSION:
            return None
        rows = cast("list[list[Any]]", found["paragraphs"])
        paragraphs = tuple([paragraph_of_row(text, row) for text, *row in rows])
        path = Path(found["path"]) if found["path"] else None
        manuscript = Manuscript(int(found["revision"]), paragraphs)
        history = found.get("history", "")  # none in files of 0.1.0 before 2026-11-21
        history = history if is_document_id(history) else ""
        source = str(found.get("source", ""))
        return Snapshot(
            str(found["id"]), manuscript, path, moment_of(found["written"]), history, source
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
