"""The journal of one text: the whole of it once, then what changed, a record a time.

Each record is checksummed (`versions.log_records`) and counts on from the one before, so a torn
end is passed over and nothing is put on a text that it was not written for. A whole text takes
the file's place in one step (`editor.storage`): a kill at any moment leaves the old records or
the new ones. The body of a record are the rows of `text_delta`, some to a line of JSON.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

from editor.data_files.json_data import json_of, moment_of
from editor.files.recovery.salvage import salvage
from editor.files.recovery.snapshot import Damage, Snapshot, text_left
from editor.files.recovery.text_delta import Paragraphs, Row, rows_between, text_of_rows
from editor.files.versions.document_index import is_document_id
from editor.files.versions.log_records import LogRecord, is_begun, packed, scan
from editor.manuscript.manuscript import Manuscript
from editor.storage.storage import Storage
from editor.storage.storage_error import Reason, StorageError

ENDING: Final = ".journal"
MOST_RECORDS: Final = 2000  # behind the whole text: what reading has to go through
LEAST_BYTES: Final = 1 << 16  # behind the whole text, before it is written anew
LARGEST: Final = 1 << 28  # bytes of a file that is read
_VERSION: Final = 2
_A_LINE: Final = 16  # rows: what is encoded by one call, in which no other thread runs
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class JournalWriter:
    """Writes one journal. Not for two threads at once. Raises StorageError; the file is good then.

    What could not be written is in the next record: the text as it was last written stays known.
    """

    def __init__(self, file: Path, storage: Storage) -> None:
        self._file, self._storage = file, storage
        self._last: Snapshot | None = None
        self._number = 0  # of the last record
        self._end = 0  # bytes that are whole
        self._most = LEAST_BYTES  # of them, before the text is written anew
        self._records = 0  # behind the whole text

    def note(self, snapshot: Snapshot) -> None:
        """Have the text on the disk; a few bytes where only a few letters changed."""
        last = self._last
        if last is None or not self._goes_on(last, snapshot):
            self._begin(snapshot)
            return
        if _same(last, snapshot):
            return
        try:
            self._append(last, snapshot)
        except StorageError as error:
            if error.reason is Reason.FULL:  # the whole text would need more room still
                raise
            self._begin(snapshot)
        if self._end > self._most or self._records >= MOST_RECORDS:
            self._begin_anew(snapshot)

    def _goes_on(self, last: Snapshot, snapshot: Snapshot) -> bool:
        """Whether it is the same text in the same, whole file."""
        with contextlib.suppress(OSError):
            if self._file.stat().st_size >= self._end:
                return replace(last, **_changing(snapshot)) == snapshot
        return False

    def _begin_anew(self, snapshot: Snapshot) -> None:
        """Write the whole text in place of many records; where that fails they stay."""
        try:
            self._begin(snapshot)
        except OSError:
            self._most = 2 * self._end
            self._records = 0

    def _begin(self, snapshot: Snapshot) -> None:
        head = {
            **_head(self._number + 1, snapshot),
            "v": _VERSION,
            "id": snapshot.document_id,
            "path": str(snapshot.path) if snapshot.path else "",
            "source": snapshot.source,
            "stamp": snapshot.stamp,
        }
        record = _record(head, rows_between((), snapshot.manuscript.paragraphs))
        self._storage.make_folder(self._file.parent)
        self._storage.write(self._file, record, private=True)
        self._end, self._records = len(record), 0
        self._most = self._end + max(self._end, LEAST_BYTES)
        self._wrote(snapshot)

    def _append(self, last: Snapshot, snapshot: Snapshot) -> None:
        rows = rows_between(last.manuscript.paragraphs, snapshot.manuscript.paragraphs)
        record = _record(_head(self._number + 1, snapshot), rows)
        with self._storage.log(self._file) as log:
            log.append(self._end, record)
        self._end += len(record)
        self._records += 1
        self._wrote(snapshot)

    def _wrote(self, snapshot: Snapshot) -> None:
        self._number += 1
        self._last = snapshot


def read_journal(file: Path) -> Snapshot | None:
    """The text of a journal, as far as it can be read; None where nothing can."""
    try:
        if not file.is_file() or file.stat().st_size > LARGEST:
            return None
        data = file.read_bytes()
        records = scan(data).records
        first = _start_of(records[0]) if records else len(data)
        found = _salvaged(data[:first], file) if first else None
    except (OSError, MemoryError):
        return None
    if found is not None:
        return _gone_on(found[0], found[1], records)[0] if found[1] else found[0]
    if first:
        return None
    text, end = _gone_on(None, 0, records)
    if text is not None and not _is_torn(data[end:]):
        return replace(text, damage=Damage.PART)
    return text


def _salvaged(data: bytes, file: Path) -> tuple[Snapshot, int] | None:
    """What is left of a damaged whole text, and the number of its record; 0 for nobody knows."""
    left = salvage(data)
    if left is None:
        return None
    number = left.head.get("n")
    known = number if left.every and isinstance(number, int) else 0
    return text_left(left, file), known


def _gone_on(
    found: Snapshot | None, number: int, records: list[LogRecord]
) -> tuple[Snapshot | None, int]:
    """The text after all records that were written for it, and where the last of them ends."""
    end = 0
    for record in records:
        try:
            head = cast("dict[str, Any]", json_of(record.head))
            if found is not None and head["n"] != number + 1:
                break  # one is missing: what follows was written for another text
            found, number, end = _next(found, head, record), head["n"], record.end
        except (ValueError, KeyError, TypeError, IndexError, MemoryError):
            break
    return found, end


def _start_of(record: LogRecord) -> int:
    return record.end - len(packed(record.head, record.body))


def _is_torn(rest: bytes) -> bool:
    """Whether the bytes behind the last record are what a kill leaves: one that was not finished.

    Anything else was whole once.
    """
    return not rest.strip(b"\0") or is_begun(rest)


def _next(last: Snapshot | None, head: dict[str, Any], record: LogRecord) -> Snapshot:
    """The text after a record; of a journal that begins with it where ``last`` is None."""
    old: Paragraphs = last.manuscript.paragraphs if last else ()
    if type(head["n"]) is not int or (last is None and head["v"] != _VERSION):
        raise ValueError("of another program")
    paragraphs = text_of_rows(old, _rows(record.body))
    manuscript, written = Manuscript(int(head["r"]), paragraphs), moment_of(head["t"])
    history = str(head["h"]) if is_document_id(head["h"]) else ""
    if last is not None:
        return replace(last, manuscript=manuscript, written=written, history=history)
    path = Path(str(head["path"])) if head["path"] else None
    source, stamp = str(head["source"]), str(head.get("stamp", ""))
    return Snapshot(str(head["id"]), manuscript, path, written, history, source, stamp)


def _rows(body: bytes) -> list[Row]:
    found: list[Row] = []
    for line in body.split(b"\n"):
        found += cast("list[Row]", json_of(line, LARGEST))
    return found


def _record(head: dict[str, Any], rows: Iterable[Row]) -> bytes:
    lines = [_ENCODE(some).encode("utf-8", "surrogatepass") for some in _some_at_a_time(rows)]
    return packed(json.dumps(head, separators=(",", ":")).encode("ascii"), b"\n".join(lines))


def _some_at_a_time(rows: Iterable[Row]) -> Iterator[list[Row]]:
    there = iter(rows)
    while some := list(islice(there, _A_LINE)):
        yield some


def _head(number: int, snapshot: Snapshot) -> dict[str, Any]:
    return {
        "n": number,
        "t": snapshot.written,
        "r": snapshot.manuscript.revision,
        "h": snapshot.history,
    }


def _changing(snapshot: Snapshot) -> dict[str, Any]:
    """What a record says anew."""
    return {
        "manuscript": snapshot.manuscript,
        "written": snapshot.written,
        "history": snapshot.history,
    }


def _same(one: Snapshot, other: Snapshot) -> bool:
    paragraphs = one.manuscript.paragraphs
    return one.history == other.history and paragraphs == other.manuscript.paragraphs
