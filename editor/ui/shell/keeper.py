"""Keeps what is typed: a snapshot at most two seconds after a change, off the interface.

Separate from the file commands, because it must go on whatever they do.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer

from editor.files.recovery import Journal, Snapshot
from editor.manuscript.manuscript import Manuscript
from editor.ui.page.desk import Desk

DELAY_MS = 1500  # leaves half a second of the two for writing


class Keeper(QObject):
    """Writes the open text into the journal while it differs from the file."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        super().__init__(desk)
        self._desk = desk
        self._journal = Journal(folder)
        self._id = ""
        self._path: Path | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._keep)
        desk.edited.connect(self._changed)

    def watch(self, path: Path | None, document_id: str = "") -> None:
        """Another text is open; ``path`` None for one without a file."""
        self._timer.stop()
        self._pool.waitForDone()
        self._path = path
        self._id = document_id or str(path or f"未命名-{time.time_ns()}")

    def stop(self) -> None:
        """No text is open."""
        self.watch(None)
        self._id = ""

    def settle(self) -> None:
        """The text is saved, or let go: no snapshot is wanted."""
        self._timer.stop()
        self._pool.waitForDone()
        if self._id:
            with contextlib.suppress(OSError):
                self._journal.discard(self._id)

    def pending(self) -> tuple[Snapshot, ...]:
        """What an earlier run could not save, newest first."""
        with contextlib.suppress(OSError):
            return self._journal.pending()
        return ()

    def forget(self, snapshot: Snapshot) -> None:
        """A snapshot the user has taken up or let go."""
        with contextlib.suppress(OSError):
            self._journal.discard(snapshot.document_id)

    def _changed(self) -> None:
        # Not restarted by the next key: two seconds count from the first.
        if self._id and not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> None:
        manuscript, document_id, path = self._desk.manuscript(), self._id, self._path
        self._pool.start(lambda: self._write(document_id, manuscript, path))

    def _write(self, document_id: str, manuscript: Manuscript, path: Path | None) -> None:
        with contextlib.suppress(OSError):
            self._journal.write(document_id, manuscript, path)
