"""The versions of every document, kept in the user's folder apart from the documents.

One append-only log a document (`log_records`), cut into segments that can be read alone
(`segment`). A version is on the disk when `keep` returns; whatever happens then, it
can be read. Safe from several threads and several programs.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Collection, Generator
from dataclasses import replace
from pathlib import Path

from editor.files.trouble import Trouble
from editor.files.versions.document_index import (
    ENDING,
    is_document_id,
    new_document_id,
    read_index,
)
from editor.files.versions.history import (
    SEGMENT,
    History,
    read_history,
    read_versions,
    text_of_version,
)
from editor.files.versions.kept_version import (
    AGAIN,
    Occasion,
    Version,
    digest_of_text,
    name_head,
    version_head,
)
from editor.files.versions.log_records import packed, scan
from editor.files.versions.segment import Segment
from editor.files.versions.unfiled import UnfiledDocument, remove_old, unfiled_documents
from editor.manuscript.comparison.compare import ChangeTally, compare
from editor.manuscript.delivery.statistics import count
from editor.manuscript.manuscript import Manuscript
from editor.storage.causes import cause_of
from editor.storage.log_file import LogFile
from editor.storage.storage import Storage


class VersionStore:
    """The store in one folder. What cannot be written raises Trouble, so does a broken text."""

    def __init__(self, folder: Path, storage: Storage | None = None) -> None:
        self._folder = folder
        self._storage = storage or Storage()
        self._index = read_index(folder, self._storage)
        self._known: dict[str, History] = {}
        self._lock = threading.RLock()

    def document(self, path: Path | None, manuscript: Manuscript | None = None) -> str:
        """The id of the document in a file; a new one where it is not known.

        ``manuscript``, the words in the file, tells a file that was renamed outside.
        """
        if path is None:
            return new_document_id()
        digest = digest_of_text(manuscript) if manuscript else ""
        with self._lock:
            self._index.catch_up()  # what was cleared meanwhile is known no more
            return self._index.document(path, digest) or new_document_id()

    def link(self, document: str, path: Path, manuscript: Manuscript) -> None:
        """The document is saved in this file, also after another name: its past goes along."""
        with self._lock:
            self._index.link(document, path, digest_of_text(manuscript))

    def families(self) -> list[tuple[tuple[str, ...], Path]]:
        """Every document that is in a file, with those that had it before, and that file."""
        with self._lock:
            self._index.catch_up()
            return self._index.families()

    def forget(self, documents: Collection[str] | None) -> None:
        """These documents (None: all) are in no list any more; raises OSError."""
        with self._lock:
            self._index.forget(documents)
            self._known.clear()

    def is_filed(self, document: str) -> bool:
        """Whether the document is known to be in a file."""
        return document in self._index.entries

    def family(self, document: str) -> tuple[str, ...]:
        """The document and those that had its file before it."""
        with self._lock:
            return self._index.family(document)

    def keep(self, document: str, manuscript: Manuscript, label: str, kind: Occasion) -> Version:
        """Keep a text. Where the one before has the same words already, that is returned.

        A NAMED or OVERWRITTEN version is called ``label``; one of another kind is told by it.
        """
        with self._opened(document) as (file, history):
            before = history.newest
            if before and before.digest == digest_of_text(manuscript):
                if kind is Occasion.NAMED:
                    return _name(file, history, before, label)
                if kind not in AGAIN:
                    return before
            version = self._made(history, manuscript, label, kind)
            fresh = history.segment is None or history.inside >= SEGMENT
            segment = Segment() if fresh or history.segment is None else history.segment
            head, body = version_head(version, begins=fresh), segment.pack(manuscript)
            _append(file, history, packed(head, body))
            history.versions[version.number] = version
            history.segment, history.last = segment, manuscript
            history.inside = 1 if fresh else history.inside + 1
            return version

    def name(self, version: Version, name: str) -> Version:
        """Call a version by a name ('第3稿'); '' takes the name away."""
        with self._opened(version.document) as (file, history):
            return _name(file, history, version, name)

    def text(self, version: Version) -> Manuscript:
        """The text of a version."""
        found = text_of_version(version, self._read(version.document))
        if found is None:
            raise Trouble("这一版读不出来：留存文件在这里坏了。", "前后的其他版本仍可打开。")
        return found

    def mended(self, document: str) -> str:
        """Words about what is broken in a log, '' where nothing is."""
        data = self._read(document)
        broken = scan(data).broken
        if not broken:
            return ""
        whole = len(read_versions(document, data))
        return (
            f"版本留存末尾有 {broken} 个字节没有写完整（断电或程序被强行结束），已略过；"
            f"其余 {whole} 个版本都在。"
        )

    def list(self, document: str) -> tuple[Version, ...]:
        """The versions of a document, the oldest first, also those its file had before."""
        found = [
            v for one in self.family(document) for v in read_versions(one, self._read(one)).values()
        ]
        return tuple(sorted(found, key=lambda v: (v.time, v.number)))

    def unfiled(self, besides: Collection[str] = ()) -> tuple[UnfiledDocument, ...]:
        """The documents that were never saved, but for some (the open texts)."""
        with self._lock:
            self._index.catch_up()
            return unfiled_documents(self._folder, {*self._index.entries, *besides})

    def remove_old(self, spared: Collection[str], days: int) -> int:
        """Remove what was never saved and is older than so many days; how many."""
        with self._lock:
            self._index.catch_up()
            spared = {*spared, *self._index.entries}
            return remove_old(self._folder, spared, self._storage, days)

    def remove(self, document: str) -> None:
        """Forget a document that was never saved; one that has a file is left alone."""
        with self._lock, contextlib.suppress(OSError):
            self._index.catch_up()
            if document not in self._index.entries:
                self._known.pop(document, None)
                self._storage.remove(self._file(document))

    def _made(
        self, history: History, manuscript: Manuscript, label: str, kind: Occasion
    ) -> Version:
        entry = self._index.entries.get(history.document)
        named = kind in (Occasion.NAMED, Occasion.OVERWRITTEN)
        return Version(
            document=history.document,
            number=max(history.versions, default=0) + 1,
            time=time.time(),
            occasion=kind,
            label="" if named else label,
            name=label if named else "",
            tally=compare(history.last, manuscript).tally() if history.last else ChangeTally(),
            characters=sum([count(p.text).words for p in manuscript.paragraphs]),
            path=entry.path if entry else "",
            digest=digest_of_text(manuscript),
        )

    @contextlib.contextmanager
    def _opened(self, document: str) -> Generator[tuple[LogFile, History], None, None]:
        """The log of a document, held, and what is in it; forgotten again on any error."""
        path = self._file(document)
        with self._lock:
            try:
                self._storage.make_folder(self._folder)
                with self._storage.log(path) as file:
                    yield file, self._history(document, file)
            except OSError as error:
                self._known.pop(document, None)
                raise Trouble(
                    f"这一版没有留存下来：{cause_of(error)}", "文稿本身不受影响。"
                ) from error
            except BaseException:
                self._known.pop(document, None)
                raise

    def _history(self, document: str, file: LogFile) -> History:
        known = self._known.get(document)
        # Another program may have written since.
        if known is None or known.size != file.size():
            known = self._known[document] = read_history(document, file.read())
        return known

    def _file(self, document: str) -> Path:
        # An id may come of a file that anybody can write: it must not lead out of the folder.
        if not is_document_id(document):
            raise Trouble("这份文稿的版本编号不对，版本打不开。", "文稿本身不受影响。")
        return self._folder / f"{document}{ENDING}"

    def _read(self, document: str) -> bytes:
        try:
            return self._file(document).read_bytes()
        except (OSError, Trouble):
            return b""


def _name(file: LogFile, history: History, version: Version, name: str) -> Version:
    _append(file, history, packed(name_head(version.number, name), b""))
    found = replace(version, name=name)
    history.versions[version.number] = found
    return found


def _append(file: LogFile, history: History, record: bytes) -> None:
    file.append(history.end, record)
    history.end = history.size = history.end + len(record)
    history.broken = 0
