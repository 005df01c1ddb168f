"""What survives a crash: a journal file for each unsaved document of one folder.

Safe from several threads; a kill at any moment leaves what was noted down last, or just before
(`journal_file`).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from threading import Lock
from typing import Final

from editor.files.opened import digest_of
from editor.files.recovery import journal_file, snapshot
from editor.files.recovery.journal_file import JournalWriter, read_journal
from editor.files.recovery.snapshot import Damage, Snapshot, read_snapshot
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.storage.storage import Storage

SOURCE: Final = ".source"
_ENDINGS: Final = (journal_file.ENDING, snapshot.ENDING)
ASIDE: Final = "damaged-"  # folders with a file of which nothing could be read begin so


@dataclass
class FileBehind:
    """The file that a text came from: ``data``, the bytes in which its keys and marks count.

    ``stamp``: the fingerprint of the file as it was last read or saved.
    """

    data: bytes = b""
    stamp: str = ""
    _digest: str = ""

    def digest(self) -> str:
        """The fingerprint of the bytes, '' for none; taken in the thread that asks first."""
        if self.data and not self._digest:
            self._digest = digest_of(self.data)
        return self._digest


class Journal:
    """The journals in one folder. Writing raises OSError where the folder cannot take it."""

    def __init__(self, folder: Path, storage: Storage | None = None) -> None:
        self._folder = folder
        self._storage = storage or Storage()
        self._writers: dict[str, JournalWriter] = {}
        self._sources: dict[str, str] = {}  # whose bytes are in the folder, by document
        self._one_at_a_time = Lock()

    def write(
        self,
        document_id: str,
        manuscript: Manuscript,
        path: Path | str | None,
        history: str = "",
        behind: FileBehind | None = None,
    ) -> None:
        """Note the text down: what is other in it than in what this journal last wrote."""
        behind = behind or FileBehind()
        place, source = Path(path) if path else None, behind.digest()
        now = Snapshot(document_id, manuscript, place, time.time(), history, source, behind.stamp)
        with self._one_at_a_time:
            writer = self._writers.get(document_id)
            if writer is None:
                file = self._named(document_id, journal_file.ENDING)
                writer = self._writers[document_id] = JournalWriter(file, self._storage)
            writer.note(now)
            self._keep_source(document_id, behind)

    def pending(self) -> tuple[Snapshot, ...]:
        """The texts nobody discarded, newest first, without those that cannot be read."""
        return tuple([one for one in self.left() if one.damage is not Damage.ALL])

    def left(self) -> tuple[Snapshot, ...]:
        """All that nobody discarded, newest first, also what cannot be read."""
        found = [one for file in files_in(self._folder) if (one := read_or_name(file))]
        return tuple(sorted(found, key=lambda s: s.written, reverse=True))

    def put_aside(self) -> None:
        """Move what cannot be read into folders of its own, in which it is still listed."""
        if self._folder.name.startswith(ASIDE):
            return
        for one in self.left():
            if one.damage is Damage.ALL and one.file and os.access(one.file, os.R_OK):
                target = self._folder.with_name(f"{ASIDE}{time.time_ns()}") / one.file.name
                self._storage.make_folder(target.parent)
                self._storage.move(one.file, target)
                if (beside := source_beside(one.file)).exists():
                    self._storage.move(beside, source_beside(target))

    def discard_read(self, text: Snapshot) -> None:
        """Forget a text that was read here, by its file: a damaged one may not know its name."""
        self.discard(text.document_id)
        if text.file is not None:
            for file in (text.file, source_beside(text.file)):
                self._storage.remove(file)

    def discard(self, document_id: str) -> None:
        """Forget a document: it was saved, or the user let it go."""
        with self._one_at_a_time:
            self._writers.pop(document_id, None)
            self._sources.pop(document_id, None)  # the next text brings its own
            for ending in (*_ENDINGS, SOURCE):  # a kill in between leaves no text without its file
                self._storage.remove(self._named(document_id, ending))

    def file_of(self, document_id: str) -> Path:
        """Where a document's text is."""
        old = self._named(document_id, snapshot.ENDING)
        new = self._named(document_id, journal_file.ENDING)
        return old if old.exists() and not new.exists() else new

    def remove_folder(self) -> None:
        """Remove the folder of a program that is gone, unless a text is in it.

        What was never finished goes with it; what nobody can read stays till it is let go.
        """
        with contextlib.suppress(OSError):
            files = list(self._folder.iterdir())
            for file in sorted(files, key=lambda file: file.suffix == SOURCE):  # after its text
                if not _is_wanted(file):
                    self._storage.remove(file)
            self._storage.remove_folder(self._folder)

    def _keep_source(self, document_id: str, behind: FileBehind) -> None:
        """Once for each file; without it a text is brought back with less of its marks."""
        if behind.data and self._sources.get(document_id) != behind.digest():
            with contextlib.suppress(OSError):
                file = self._named(document_id, SOURCE)
                self._storage.write(file, behind.data, private=True)
                self._sources[document_id] = behind.digest()

    def _named(self, document_id: str, ending: str) -> Path:
        return self._folder / f"{name_of(document_id)}{ending}"


def name_of(document_id: str) -> str:
    """What the files of a document are called, without their ending."""
    data = document_id.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=12).hexdigest()


def files_in(folder: Path) -> list[Path]:
    """The files of texts in a folder; none where nobody can look."""
    with contextlib.suppress(OSError):
        return sorted(f for f in folder.iterdir() if _is_text(f))
    return []


def read_text(file: Path) -> Snapshot | None:
    """The text in a file, whichever program wrote it; None where none can be read."""
    found = read_journal(file) if file.suffix == journal_file.ENDING else read_snapshot(file)
    source = source_beside(file)
    return replace(found, kept=source if source.exists() else None, file=file) if found else None


def read_or_name(file: Path) -> Snapshot | None:
    """The text in a file, or an empty one that says where it is; None where the file is empty."""
    with contextlib.suppress(OSError):
        stat = file.stat()
        if not S_ISREG(stat.st_mode) or not stat.st_size:
            return None
        nothing = Snapshot(file.name, manuscript_of(""), None, stat.st_mtime)
        return read_text(file) or replace(nothing, damage=Damage.ALL, file=file)
    return None


def source_beside(file: Path) -> Path:
    """Where the bytes of the file behind a text lie."""
    return file.with_suffix(SOURCE)


def is_left_alone(file: Path) -> bool:
    """Whether these are the bytes of a file to which no text belongs any more."""
    beside = (file.with_suffix(ending) for ending in _ENDINGS)
    return file.suffix == SOURCE and not any(text.exists() for text in beside)


def _is_wanted(file: Path) -> bool:
    """Whether a file has a text, or may have; or belongs to one that has."""
    if file.suffix == SOURCE:
        return not is_left_alone(file)
    return _is_text(file) and file.stat().st_size > 0


def _is_text(file: Path) -> bool:
    return file.suffix in _ENDINGS and not file.name.startswith(".")
