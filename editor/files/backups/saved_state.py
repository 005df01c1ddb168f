"""One file as it was saved: where, when, its bytes; and how it lies on the disk, checked.

It lies there as one record (`versions.log_records`): a small head that lists are made from, and
the bytes. A state whose sum is wrong is none, rather than a file that opens half.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, cast

from editor.data_files.json_data import json_of, moment_of
from editor.files.versions.log_records import first_head, packed, scan

ENDING: Final = ".state"
# Written anew by every save, and says only when.
_PROPERTIES: Final = "docProps/core.xml"
_HEAD_SIZE: Final = 1 << 16  # bytes that hold any head


class Whose(StrEnum):
    """Where a state comes from; the value is what its head holds."""

    OWN = "own"  # what a save here has written
    BEFORE = "before"  # what stood there before something was put in its place
    OTHERS = "others"  # what somebody else had written, and a save here wrote over
    UNKNOWN = ""  # kept before that was noted down


@dataclass(frozen=True, slots=True)
class SavedState:
    """A file as it was saved; its bytes are in the store.

    ``document`` is the one its versions are kept under; ``time`` in seconds since 1970, ``size``
    in bytes; ``file`` is where it is kept.
    """

    document: str
    path: Path
    time: float
    size: int
    digest: str
    file: Path
    whose: Whose = Whose.UNKNOWN


def content_digest(data: bytes) -> str:
    """What tells one state from another; of a Word file, without the date of saving in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            rows = [(i.filename, i.CRC, i.file_size) for i in archive.infolist()]
        held = repr(sorted(row for row in rows if row[0] != _PROPERTIES)).encode()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        held = data
    return hashlib.blake2b(held, digest_size=12).hexdigest()


def packed_state(path: Path, moment: float, data: bytes, whose: Whose) -> bytes:
    """A state as it lies on the disk."""
    head = {"p": str(path), "t": round(moment, 3), "n": len(data), "d": content_digest(data)}
    head["w"] = whose.value
    return packed(json.dumps(head, ensure_ascii=True).encode("ascii"), data)


def read_state(file: Path) -> SavedState | None:
    """What a file of the store holds, by its head alone; None where that cannot be read."""
    try:
        with file.open("rb") as opened:
            head = first_head(opened.read(_HEAD_SIZE))
        found = cast("dict[str, Any]", json_of(head or b"", _HEAD_SIZE))
        document = file.name.partition("-")[0]
        path, moment = Path(str(found["p"])), moment_of(found["t"])
        whose = Whose(str(found.get("w", "")))
        return SavedState(document, path, moment, int(found["n"]), str(found["d"]), file, whose)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def bytes_of(state: SavedState) -> bytes | None:
    """The bytes of a state; None where they are not whole."""
    try:
        records = scan(state.file.read_bytes()).records
    except OSError:
        return None
    return records[0].body if len(records) == 1 else None
