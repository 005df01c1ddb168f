"""Which document a file is: an id that stays when the file is saved under another name.

One small file, replaced whole; what another running program has noted stays. Where it is broken
it is made anew from the logs, whose records name the file they were kept for.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from editor.data_files.json_data import read_json
from editor.files.presence import is_gone
from editor.files.trouble import Trouble
from editor.files.versions.kept_version import read_head
from editor.files.versions.log_records import scan
from editor.storage.causes import cause_of
from editor.storage.shared_file import SharedFile
from editor.storage.storage import Storage
from editor.storage.storage_error import StorageError

FILE = "documents.json"
ENDING = ".versions"
_ID = re.compile(r"[\w-]{1,64}")


@dataclass
class FiledDocument:
    """One document: where it was saved last, and the words it had then."""

    path: str = ""
    digest: str = ""


@dataclass
class DocumentIndex:
    """Paths and the documents they belong to, the present one first."""

    folder: Path
    ids: dict[str, list[str]] = field(default_factory=dict[str, "list[str]"])
    entries: dict[str, FiledDocument] = field(default_factory=dict[str, FiledDocument])
    storage: Storage = field(default_factory=Storage)
    cleared: str = ""  # which clearing was the last: what was known before it is not written back

    def document(self, path: Path, digest: str = "") -> str:
        """The document of a file, '' where it has none.

        A file that is new here but has the last words of one that is no longer where it
        was is that one, renamed outside.
        """
        name = path_key(path)
        if known := self.ids.get(name):
            return known[0]
        for document, entry in self.entries.items():
            if digest and entry.digest == digest and is_gone(Path(entry.path)):
                return document
        return ""

    def family(self, document: str) -> tuple[str, ...]:
        """The document and those that had its file before it."""
        found = [document]
        for ids in self.ids.values():
            if ids[0] == document:
                found += [other for other in ids if other not in found]
        return tuple(found)

    def families(self) -> list[tuple[tuple[str, ...], Path]]:
        """Every document that is in a file, with those that had it before, and that file."""
        rows: list[tuple[tuple[str, ...], Path]] = []
        for document, entry in self.entries.items():
            path = Path(entry.path)
            if not entry.path or self.ids.get(path_key(path), [document])[0] != document:
                continue  # another one has its file by now: it is of that one's family
            rows.append((self.family(document), path))
        return rows

    def link(self, document: str, path: Path, digest: str) -> None:
        """The file is this document from now on; raises Trouble where it cannot be noted."""

        def noted() -> bytes:
            self.catch_up()
            name = path_key(path)
            before = self.ids.get(name, [])
            self.ids[name] = [document, *[other for other in before if other != document]]
            self.entries[document] = FiledDocument(str(path), digest)
            return self._as_bytes()

        try:
            SharedFile(self.folder / FILE, self.storage).change(noted)
        except StorageError as error:
            raise Trouble(
                f"这份稿子的版本没有登记下来：{cause_of(error).what}",
                "文稿本身不受影响；下次保存时会补上。",
            ) from error

    def forget(self, documents: Collection[str] | None) -> None:
        """Know nothing any more of these documents (None: of none); raises OSError."""

        def noted() -> bytes:
            self.catch_up()
            gone = {*self.entries, *self.ids} if documents is None else set(documents)
            self.entries = {d: e for d, e in self.entries.items() if d not in gone}
            left = {p: [i for i in ids if i not in gone] for p, ids in self.ids.items()}
            self.ids = {} if documents is None else {p: ids for p, ids in left.items() if ids}
            self.cleared = secrets.token_hex(8)
            return self._as_bytes()

        SharedFile(self.folder / FILE, self.storage).change(noted)

    def catch_up(self) -> None:
        """Take over what other running programs have noted since; nothing of ours goes."""
        noted = _from_file(self.folder)
        if noted is None:
            return
        if noted.cleared != self.cleared:
            self.ids, self.entries, self.cleared = {}, {}, noted.cleared
        for name, ids in noted.ids.items():
            self.ids[name] = [*ids, *[one for one in self.ids.get(name, []) if one not in ids]]
        self.entries |= noted.entries

    def _as_bytes(self) -> bytes:
        rows = {
            "version": 1,
            "cleared": self.cleared,
            "paths": self.ids,
            "documents": {d: [e.path, e.digest] for d, e in self.entries.items()},
        }
        text = json.dumps(rows, ensure_ascii=False, indent=0)
        return text.encode("utf-8", "surrogatepass")


def read_index(folder: Path, storage: Storage) -> DocumentIndex:
    """The index of a folder; made anew from the logs where it is missing or broken."""
    found = _from_file(folder) or _from_logs(folder)
    found.storage = storage
    return found


def _from_file(folder: Path) -> DocumentIndex | None:
    try:
        raw = cast("dict[str, Any]", read_json(folder / FILE))
        entries = {d: FiledDocument(*map(str, e)) for d, e in raw["documents"].items()}
        ids = {p: [one for one in ids if is_document_id(one)] for p, ids in raw["paths"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    known = {d: entry for d, entry in entries.items() if is_document_id(d)}
    there = {path: some for path, some in ids.items() if some}
    return DocumentIndex(folder, there, known, cleared=str(raw.get("cleared", "")))


def new_document_id() -> str:
    """An id that no other document has."""
    return secrets.token_hex(8)


def is_document_id(name: object) -> bool:
    """Whether a name read from a file can be an id: it becomes the name of a log."""
    return isinstance(name, str) and _ID.fullmatch(name) is not None


def path_key(path: Path) -> str:
    """A path as the system compares it."""
    return os.path.normcase(path.absolute())


def _from_logs(folder: Path) -> DocumentIndex:
    found = DocumentIndex(folder)
    for log in sorted(folder.glob("*" + ENDING)):
        for record in scan(log.read_bytes()).records:
            head = read_head(record.head) or {}
            if path := str(head.get("p", "")):
                ids = found.ids.setdefault(path_key(Path(path)), [])
                if log.stem not in ids:
                    ids.insert(0, log.stem)
                found.entries[log.stem] = FiledDocument(path, str(head.get("d", "")))
    return found
