"""A text as it was when last noted down, and how files of the first program have it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from editor.data_files.json_data import moment_of, read_json
from editor.files.versions.document_index import is_document_id
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph_rows import paragraph_of_row

ENDING: Final = ".snapshot"
LARGEST: Final = 1 << 27  # bytes of a snapshot; the longest text that is opened has a tenth
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A text as it was when last noted down; ``written`` in seconds since 1970.

    Its paragraph keys and marks count in the file as it was first read: ``source`` is the
    fingerprint of those bytes ('' where nobody knows), ``kept`` a copy of them. ``stamp`` is the
    fingerprint of the file as it was last read or saved. ``history`` is the document its
    versions are kept under, so that a text without a file finds them.
    """

    document_id: str
    manuscript: Manuscript
    path: Path | None
    written: float
    history: str = ""
    source: str = ""
    stamp: str = ""
    kept: Path | None = None


def read_snapshot(file: Path) -> Snapshot | None:
    """The text in a file of 0.1.0, which wrote all of it each time; None where it is damaged."""
    try:
        found = cast("dict[str, Any]", read_json(file, LARGEST))
        if found["version"] != _VERSION:
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
