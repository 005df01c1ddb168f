"""Keeps what is typed: on the disk within a second of a change (or as the option says).

Off the interface thread, and apart from the file commands, because it must go on whatever
they do. Each open speech has a journal in a folder of its own that the program holds locked; a
folder nobody holds belongs to a program that did not end well, and what is in it is offered.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from editor.files.opened import DocxSource, Opened
from editor.files.recovery.journal import FileBehind, Journal
from editor.files.recovery.recovery_bin import RecoveryBin
from editor.storage.storage import Storage
from editor.ui.document.controller import DocumentController
from editor.ui.errands import Errands
from editor.ui.folder_lock import lock_of
from editor.ui.open_text import OpenText

WRITING_MS: Final = 600  # of the seconds after a change, left for writing
AGAIN_MS: Final = 2000  # after what could not be written


class Autosave(QObject):
    """Writes the open text into the journal while it differs from the file."""

    kept = Signal()  # what was typed is on the disk
    failed = Signal(Exception)  # it could not be written; it is tried again and again
    settled = Signal()  # nothing has to be kept: it is in a file, or let go

    def __init__(self, text: OpenText, controller: DocumentController, folder: Path) -> None:
        super().__init__(controller)
        self.bin = RecoveryBin(folder.with_name(folder.name + "_bin"))
        self.history: Callable[[], str] = lambda: ""  # where the versions of the text are
        self._controller = controller
        self._own = folder / f"{os.getpid()}-{time.time_ns()}"
        self._journal = Journal(self._own)
        self._lock = lock_of(self._own)
        with contextlib.suppress(OSError):
            Storage().make_folder(folder)
            self._lock.tryLock(0)
        self._id = ""
        self._path: Path | None = None
        self._behind = FileBehind()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # one after the other, in order
        self._errands = Errands(self, self._pool)
        self._timer = QTimer(self, singleShot=True)
        self.keep_within(1)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._writing = self._late = False  # a record is being written, and is old already
        for timer in (self._timer, self._again):
            timer.timeout.connect(self._keep)
        controller.edited.connect(self._changed)
        text.loaded.connect(self._watch)
        text.saved.connect(self._saved)
        text.closed.connect(self._stop)

    def _watch(self, opened: Opened) -> None:
        """Another text is open, or the same under this name."""
        self._tell_no_more()
        self._path = opened.path
        source = opened.source.data if isinstance(opened.source, DocxSource) else b""
        self._behind = FileBehind(source, opened.stamp.digest if opened.stamp else "")
        self._id = str(opened.path or f"未命名-{time.time_ns()}")

    def _saved(self, opened: Opened) -> None:
        self.settle()
        self._watch(opened)

    def _stop(self) -> None:
        """Nothing is open."""
        self.settle()
        self._path, self._id, self._behind = None, "", FileBehind()

    def _tell_no_more(self) -> None:
        """What was noted down till now is nobody's concern any more."""
        self._timer.stop()
        self._again.stop()
        self._errands.forget()
        self._writing = self._late = False

    @property
    def folder(self) -> Path:
        """Where its journal stands: a folder of this speech and this run alone."""
        return self._own

    def keep_within(self, seconds: int) -> None:
        """What is typed is on the disk after so many seconds at the latest."""
        self._timer.setInterval(seconds * 1000 - WRITING_MS)

    def settle(self) -> None:
        """The text is saved, or let go: no journal is wanted, once what is being written is."""
        self._tell_no_more()
        self.settled.emit()
        if self._id:
            self._errands.send(partial(_discard, self._journal, self._id), lambda _: None)

    def end(self) -> None:
        """The speech is closed, or the program ends well; its folder goes."""
        self.settle()
        self._id = ""
        self._pool.waitForDone()
        self._journal.remove_folder()
        self._lock.unlock()

    def finish(self) -> None:
        """Wait till what was to be written, or removed, is."""
        self._pool.waitForDone()

    def let_go(self) -> None:
        """The open text is let go unsaved: as it is now it lies in the bin for a month."""
        if self._controller.manuscript().text.strip():
            self.keep_now()
            self.bin.throw(self._journal, self._id)
        self.settle()

    def keep_now(self) -> bool:
        """Write at once, and wait for it; whether all is on the disk."""
        self._timer.stop()
        self._send()
        self._pool.waitForDone()
        self._errands.look()
        return not self._again.isActive()

    def _changed(self) -> None:
        # Not restarted by the next key: the second counts from the first.
        if self._id and not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> None:
        if self._writing:  # on a slow disk: one text waits, not all that there were meanwhile
            self._late = True
        elif self._id:
            self._send()

    def _send(self) -> None:
        self._writing, self._late = True, False
        manuscript, path, history = self._controller.manuscript(), self._path, self.history()
        journal, document_id, behind = self._journal, self._id, self._behind

        def write() -> None:
            journal.write(document_id, manuscript, path, history, behind)

        self._errands.send(write, self._wrote, self._could_not)

    def _wrote(self, _: None) -> None:
        self._writing = False
        self._again.stop()
        self.kept.emit()
        if self._late:
            self._send()

    def _could_not(self, error: Exception) -> None:
        self._writing = False
        self._again.start()
        self.failed.emit(error)
        if not isinstance(error, OSError):  # a fault of the program is told as one, too
            sys.excepthook(type(error), error, error.__traceback__)


def _discard(journal: Journal, document_id: str) -> None:
    with contextlib.suppress(OSError):  # it says what the file says, and is known by that
        journal.discard(document_id)
