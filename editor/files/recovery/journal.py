"""What survives a crash: a journal file for each unsaved document of one folder.

Safe from several threads; a kill at any moment leaves what was noted down last, or just before
(`journal_file`).
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from pathlib import Path
from threading import Lock
from typing import Final

from editor.files.recovery import journal_file, snapshot
from editor.files.recovery.journal_file import JournalWriter, read_journal
from editor.files.recovery.snapshot import Snapshot, read_snapshot
from editor.manuscript.manuscript import Manuscript
from editor.storage.storage import Storage

_ENDINGS: Final = (journal_file.ENDING, snapshot.ENDING)
_UNREADABLE_S: Final = 30 * 86_400  # how long a file stays that no text can be read from


class Journal:
    """The journals in one folder. Writing raises OSError where the folder cannot take it."""

    def __init__(self, folder: Path, storage: Storage | None = None) -> None:
        self._folder = folder
        self._storage = storage or Storage()
        self._writers: dict[str, JournalWriter] = {}
        self._one_at_a_time = Lock()

    def write(
        self,
        document_id: str,
        manuscript: Manuscript,
        path: Path | str | None,
        history: str = "",
        source: str = "",
    ) -> None:
        """Note the text down: what is other in it than in what this journal last wrote."""
        now = Snapshot(
            document_id, manuscript, Path(path) if path else None, time.time(), history, source
        )
        with self._one_at_a_time:
            writer = self._writers.get(document_id)
            if writer is None:
                file = self._named(document_id, journal_file.ENDING)
                writer = self._writers[document_id] = JournalWriter(file, self._storage)
            writer.note(now)

    def pending(self) -> tuple[Snapshot, ...]:
        """The texts nobody discarded, newest first; what cannot be read is passed over."""
        whole = [found for file in files_in(self._folder) if (found := read_text(file))]
        return tuple(sorted(whole, key=lambda s: s.written, reverse=True))

    def discard(self, document_id: str) -> None:
        """Forget a document: it was saved, or the user let it go."""
        with self._one_at_a_time:
            self._writers.pop(document_id, None)
            for ending in _ENDINGS:
                self._storage.remove(self._named(document_id, ending))

    def file_of(self, document_id: str) -> Path:
        """Where a document's text is."""
        old = self._named(document_id, snapshot.ENDING)
        new = self._named(document_id, journal_file.ENDING)
        return old if old.exists() and not new.exists() else new

    def remove_folder(self) -> None:
        """Remove the folder of a program that is gone, unless a text in it can still be read.

        What was never finished goes with it, and after a month what nobody could read.
        """
        oldest = time.time() - _UNREADABLE_S
        with contextlib.suppress(OSError):
            for file in list(self._folder.iterdir()):
                found = file.stat()
                damaged = not file.name.startswith(".") and found.st_size
                if not damaged or (found.st_mtime < oldest and read_text(file) is None):
                    self._storage.remove(file)
            self._storage.remove_folder(self._folder)

    def _named(self, document_id: str, ending: str) -> Path:
        name = hashlib.blake2b(
            document_id.encode("utf-8", "surrogatepass"), digest_size=12
        ).hexdigest()
        return self._folder / f"{name}{ending}"


def files_in(folder: Path) -> list[Path]:
    """The files of texts in a folder; none where nobody can look."""
    with contextlib.suppress(OSError):
        return sorted(f for f in folder.iterdir() if _is_text(f))
    return []


def read_text(file: Path) -> Snapshot | None:
    """The text in a file, whichever program wrote it; None where none can be read."""
    if file.suffix == journal_file.ENDING:
        return read_journal(file)
    return read_snapshot(file)


def _is_text(file: Path) -> bool:
    return file.suffix in _ENDINGS and not file.name.startswith(".")
