"""Keeps what is typed: a snapshot at most two seconds after a change (or as the option says).

Off the interface thread, and apart from the file commands, because it must go on whatever
they do. Each open speech is written into a folder of its own that the program holds locked; a
folder nobody holds belongs to a program that did not end well, and what is in it is offered.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from editor.files.opened import DocxSource, Opened, digest_of
from editor.files.recovery.journal import Journal
from editor.files.recovery.recovery_bin import RecoveryBin
from editor.storage.storage import Storage
from editor.ui.document.controller import DocumentController
from editor.ui.errands import Errands
from editor.ui.folder_lock import lock_of
from editor.ui.open_text import OpenText

WRITING_MS = 500  # of the seconds after a change, left for writing


class Autosave(QObject):
    """Writes the open text into the journal while it differs from the file."""

    kept = Signal(bool)  # whether a snapshot is on the disk

    def __init__(self, text: OpenText, controller: DocumentController, folder: Path) -> None:
        super().__init__(controller)
        self.bin = RecoveryBin(folder.with_name(folder.name + "_bin"))
        self.history: Callable[[], str] = lambda: ""  # where the versions of the text are
        self._controller = controller
        self._storage = Storage()
        self._own = folder / f"{os.getpid()}-{time.time_ns()}"
        self._journal = Journal(self._own)
        self._lock = lock_of(self._own)
        with contextlib.suppress(OSError):
            self._storage.make_folder(folder)
            self._lock.tryLock(0)
        self._id = ""
        self._path: Path | None = None
        self._source = b""  # the bytes that keys and run marks count in
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._errands = Errands(self, self._pool)
        self._timer = QTimer(self, singleShot=True)
        self.keep_within(2)
        self._timer.timeout.connect(self._keep)
        controller.edited.connect(self._changed)
        text.loaded.connect(self._watch)
        text.saved.connect(self._saved)
        text.closed.connect(self._stop)

    def _watch(self, opened: Opened) -> None:
        """Another text is open, or the same under this name."""
        path = opened.path
        self._timer.stop()
        self._pool.waitForDone()
        self._path = path
        self._source = opened.source.data if isinstance(opened.source, DocxSource) else b""
        self._id = str(path or f"未命名-{time.time_ns()}")

    def _saved(self, opened: Opened) -> None:
        self.settle()
        self._watch(opened)

    def _stop(self) -> None:
        self._timer.stop()
        self._pool.waitForDone()
        self._path, self._id, self._source = None, "", b""

    @property
    def folder(self) -> Path:
        """Where its snapshots stand: a folder of this speech and this run alone."""
        return self._own

    def keep_within(self, seconds: int) -> None:
        """What is typed is on the disk after so many seconds at the latest."""
        self._timer.setInterval(seconds * 1000 - WRITING_MS)

    def settle(self) -> None:
        """The text is saved, or let go: no snapshot is wanted."""
        self._timer.stop()
        self._pool.waitForDone()
        if self._id:
            with contextlib.suppress(OSError):
                self._journal.discard(self._id)

    def end(self) -> None:
        """The speech is closed, or the program ends well; its folder goes."""
        self.settle()
        with contextlib.suppress(OSError):
            self._storage.remove_folder(self._own)
        self._lock.unlock()

    def let_go(self) -> None:
        """The open text is let go unsaved: as it is now it lies in the bin for a month."""
        if self._controller.manuscript().text.strip():
            self.keep_now()
            self.bin.throw(self._journal, self._id)
        self.settle()

    def keep_now(self) -> None:
        """Write the snapshot at once (a recovered text, before its old snapshot goes)."""
        self._timer.stop()
        self._keep()
        self._pool.waitForDone()

    def _changed(self) -> None:
        # Not restarted by the next key: two seconds count from the first.
        if self._id and not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> None:
        manuscript, document_id, path = self._controller.manuscript(), self._id, self._path
        history, source, journal = self.history(), self._source, self._journal

        def write() -> bool:
            print_of = digest_of(source) if source else ""
            try:
                journal.write(document_id, manuscript, path, history, print_of)
            except OSError:
                return False
            return True

        self._errands.send(write, self.kept.emit)
