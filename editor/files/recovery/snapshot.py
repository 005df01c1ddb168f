"""A text as it was when last noted down, and how files of the first program have it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Final, cast

from editor.data_files.json_data import moment_of, read_json
from editor.files.recovery.salvage import Salvaged, salvage
from editor.files.versions.document_index import is_document_id
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph_rows import paragraph_of_row

ENDING: Final = ".snapshot"
LARGEST: Final = 1 << 27  # bytes of a snapshot; the longest text that is opened has a tenth
_VERSION: Final = 1


class Damage(Enum):
    """How much of a text its file has lost."""

    NONE = "none"
    PART = "part"  # something could not be read: the text may not be all
    ALL = "all"  # nothing could be read


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A text as it was when last noted down; ``written`` in seconds since 1970.

    Its paragraph keys and marks count in the file as it was first read: ``source`` is the
    fingerprint of those bytes ('' where nobody knows), ``kept`` a copy of them. ``stamp`` is the
    fingerprint of the file as it was last read or saved. ``history`` is the document its
    versions are kept under, so that a text without a file finds them. Of a file of which nothing
    can be read the text is empty.
    """

    document_id: str
    manuscript: Manuscript
    path: Path | None
    written: float
    history: str = ""
    source: str = ""
    stamp: str = ""
    kept: Path | None = None
    damage: Damage = Damage.NONE
    file: Path | None = field(default=None, compare=False)  # it was read from


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
    except OSError:
        return None
    except (ValueError, KeyError, TypeError):
        return _left_of(file)


def text_left(left: Salvaged, file: Path) -> Snapshot:
    """The text of what is left of a damaged file."""
    head = left.head
    number, moment = head.get("r", head.get("revision")), head.get("t", head.get("written"))
    try:
        written = moment_of(moment)
    except ValueError:
        written = file.stat().st_mtime
    history, place = head.get("h", head.get("history")), head.get("path")
    return Snapshot(
        str(head.get("id") or file.stem),
        Manuscript(number if type(number) is int and number >= 0 else 0, left.paragraphs),
        Path(place) if place and type(place) is str else None,
        written,
        history if type(history) is str and is_document_id(history) else "",
        str(head.get("source", "")),
        str(head.get("stamp", "")),
        damage=Damage.PART,
    )


def _left_of(file: Path) -> Snapshot | None:
    """What is left of a damaged snapshot; one of another program is not guessed at."""
    try:
        read_json(file, LARGEST)
    except OSError:
        return None
    except ValueError:
        with contextlib.suppress(OSError, MemoryError):
            if file.is_file() and file.stat().st_size <= LARGEST:
                left = salvage(file.read_bytes())
                return text_left(left, file) if left else None
    return None
