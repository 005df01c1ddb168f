"""One program a user: a second start gives its file to the one that runs, and ends.

Who holds the lock in the user's folder is the first. A second one puts what it was asked for into
a folder there, as a file; the first watches the folder, takes the file away and opens what it
says. Files and no socket: nothing of the network is loaded, the folder's rights are the user's,
and another home is another folder.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QSysInfo, QThread, QTimer, Signal

from editor.data_files.json_data import read_json
from editor.storage.shared_file import held_folder
from editor.storage.storage import Storage
from editor.ui.folder_lock import lock_of

PATIENCE_S = 2.0  # a program that has not answered by then hangs
STARTING_S = 60.0  # one that is not ready yet, on a slow machine
MARK_S = 5.0  # what is asked is marked as fresh so often
READY = "ready"  # a file that is there while the first one watches
LOOK_MS = 20
FRESH_S = 30.0  # what was asked of a program that has crashed is not done later
HUNG = "已经开着的笔杆没有回应，这里另开了一个窗口。"


class FirstProgram:
    """Whether this program is the first of its user; held until it ends."""

    def __init__(self, folder: Path) -> None:
        """``folder``: the user's own, where it may have to be made."""
        self.folder = folder / "asked"
        self._storage = Storage()
        self._lock = lock_of(folder / "window")
        with contextlib.suppress(OSError):
            self._storage.make_folder(self.folder)
        self.is_first = False
        self._try_to_be_first()

    def _try_to_be_first(self) -> bool:
        # One start after the other: of two that find the lock of a crashed program, the later
        # would remove the one that the earlier has just made.
        with contextlib.ExitStack() as held:
            with contextlib.suppress(OSError):
                held.enter_context(held_folder(self.folder.parent, self._storage))
            self.is_first = self._lock.tryLock(0)
            if self.is_first:  # the last one may have crashed
                with contextlib.suppress(OSError):
                    self._storage.remove(self.folder / READY)
        return self.is_first

    def is_another(self) -> bool:
        """Whether another one is the first; not where the folder takes no lock at all."""
        if self.is_first or self._lock.error() != QLockFile.LockError.LockFailedError:
            return False
        _, host, _ = self._lock.getLockInfo()
        return host in ("", QSysInfo.machineHostName())  # in a shared home one of its own each

    def hand_over(self, path: str) -> bool:
        """Give the first one a path ('' to come to the front); False where it does not answer.

        Where that has ended meanwhile this program may be the first now (`is_first`).
        """
        asked = self.folder / f"{os.getpid()}-{time.time_ns()}.json"
        whole = path if path.startswith("-") or not path else str(Path(path).absolute())
        try:
            words = json.dumps(whole, ensure_ascii=True).encode("ascii")
            self._storage.write(asked, words, private=True)
        except OSError:
            return False
        _let_it_come_to_the_front(self._lock)
        ready, since = False, time.monotonic()
        marked = since
        while asked.exists():
            now = time.monotonic()
            if ready != (self.folder / READY).exists():  # another may have come to be the first
                ready, since = not ready, now
            if now > since + (PATIENCE_S if ready else STARTING_S) or self._try_to_be_first():
                return not _taken(self._storage, asked, "withdrawn")
            if now > marked + MARK_S:
                marked = now
                with contextlib.suppress(OSError):
                    self._storage.mark_changed(asked)
            QThread.msleep(LOOK_MS)
        return True

    def leave(self) -> None:
        """The program ends: the next one is the first."""
        if self.is_first:
            with contextlib.suppress(OSError):
                self._storage.remove(self.folder / READY)
            self._lock.unlock()


class AskedByOthers(QObject):
    """What later starts of the program ask of this one."""

    asked = Signal(str)  # a path, or '' to come to the front

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._storage = folder, Storage()
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self.look)
        with contextlib.suppress(OSError):
            self._storage.write(folder / READY, b"", private=True)
        QTimer.singleShot(0, self, self.look)  # what was asked while this one started

    def look(self) -> None:
        """Take away what is asked, and tell of it."""
        for path in sorted(self._folder.glob("*.json")):
            fresh = _is_fresh(path)
            if _taken(self._storage, path, "taken") and fresh:
                for words in _read(path.with_suffix(".taken")):
                    self.asked.emit(words)
            with contextlib.suppress(OSError):
                self._storage.remove(path.with_suffix(".taken"))


def _is_fresh(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime < FRESH_S
    except OSError:  # it was withdrawn in this moment
        return False


def _taken(storage: Storage, path: Path, ending: str) -> bool:
    """Whether it was we who got the file: only one of two can move it away."""
    try:
        storage.move(path, path.with_suffix(f".{ending}"))
    except OSError:
        return False
    if ending == "withdrawn":
        with contextlib.suppress(OSError):
            storage.remove(path.with_suffix(f".{ending}"))
    return True


def _read(path: Path) -> Iterator[str]:
    with contextlib.suppress(OSError, ValueError):
        words = read_json(path)
        if isinstance(words, str):
            yield words


def _let_it_come_to_the_front(lock: QLockFile) -> None:
    """Windows lets the program in front say who may take its place; nobody else has to ask."""
    if sys.platform != "win32":
        return
    import ctypes

    pid, _, _ = lock.getLockInfo()
    with contextlib.suppress(AttributeError, OSError):
        ctypes.windll.user32.AllowSetForegroundWindow(pid)
