"""Who is putting a file in its place just now: a small file beside it, there for milliseconds.

Whoever makes the lock file (which the system grants to one) or finds one that nobody holds has
the file's name for himself, compares, and renames. Within one machine the system's lock on the
lock file says whether its maker is alive; between machines, where a share may not carry such
locks, what is written in it and its age do.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple, cast

from editor.data_files.json_data import json_of
from editor.storage.disk import Disk
from editor.storage.log_file import remove_surely, write_all
from editor.storage.storage_error import Held
from editor.storage.this_machine import host_name, user_name

ENDING: Final = ".bigan-lock"
PATIENCE: Final = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 0.8, 1.0, 1.0, 1.0)  # seconds
FOREIGN_S: Final = 60.0  # a lock of another machine is held no longer than this
UNSIGNED_S: Final = 2.0  # one without a name was made by a program that died in that moment
_NAME: Final = 40  # characters of the file's name that its lock's has
_MOST: Final = 4096  # bytes of a lock file that are read


class Holder(NamedTuple):
    """What a lock file tells; ``since`` in seconds since 1970."""

    who: str
    host: str
    pid: int
    since: float


NOBODY: Final = Holder("", "", 0, 0.0)


def lock_beside(target: Path) -> Path:
    """Where the lock of a file stands; the same for a name in other letter case."""
    name = target.name.casefold()
    mark = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return target.with_name(f".{target.name[:_NAME]}.{mark}{ENDING}")


def read_holder(data: bytes) -> Holder:
    """What stands in a lock file; NOBODY where it says nothing that can be read."""
    with contextlib.suppress(ValueError, TypeError, KeyError):
        found = cast("dict[str, object]", json_of(data))
        who, host, pid, since = (found[name] for name in Holder._fields)
        if isinstance(pid, int) and isinstance(since, float):
            return Holder(str(who), str(host), pid, since)
    return NOBODY


class SaveLock:
    """The lock of one file. Raises Held where another program has it for several seconds."""

    def __init__(self, disk: Disk, target: Path) -> None:
        self._disk = disk
        self._target = target
        self._path = lock_beside(target)
        self._handle = -1
        self._words = b""

    def __enter__(self) -> SaveLock:
        for pause in PATIENCE:
            if self._taken():
                return self
            self._disk.pause(pause)
        if self._taken():
            return self
        holder = self._holder()
        raise Held(self._target, holder.who, holder.host, holder.since)

    def __exit__(self, *_: object) -> None:
        self._leave()

    def _leave(self) -> None:
        # The file is in its place (or is not) whatever these say. Windows removes no open file:
        # there it is let go first, and stays if another program has taken it up meanwhile.
        if os.name == "nt":
            self._close()
        if self._stands():
            remove_surely(self._disk, self._path)
        self._close()

    def _stands(self) -> bool:
        """Whether the lock file may still be ours; who cannot be told is taken at his word."""
        try:
            return os.name == "nt" or self._disk.is_at(self._handle, self._path)
        except OSError:
            return True

    def lasts(self) -> bool:
        """Whether the lock is still ours: a machine that slept for an hour may have lost it."""
        try:
            return self._disk.is_at(self._handle, self._path) and self._read() == self._words
        except FileNotFoundError:
            return False

    def _taken(self) -> bool:
        """Try once to make the lock ours."""
        made, handle = self._opened()
        if handle < 0:
            return False
        self._handle = handle
        ours = made
        try:
            if self._is_free(made):
                ours = True
                self._sign()
                return True
        except BaseException:
            if ours:
                self._leave()
            self._close()
            raise
        self._close()
        return False

    def _opened(self) -> tuple[bool, int]:
        """Whether the lock file is of our making, and its handle (-1: gone, or not to be had)."""
        try:
            return True, self._disk.create(self._path)
        except (FileExistsError, PermissionError):  # Windows refuses the name of one just going
            with contextlib.suppress(FileNotFoundError, PermissionError):
                return False, self._disk.open_again(self._path)
        return False, -1

    def _is_free(self, made: bool) -> bool:
        locked = self._disk.try_lock(self._handle)
        if locked is False or not self._disk.is_at(self._handle, self._path):
            return False
        data = self._read()
        if made and not data:
            return True
        if not self._is_left(read_holder(data), locked is True):
            return False
        if locked:
            return True  # and held: whoever judged as we did has to wait for us
        self._disk.remove(self._path)  # where there are no locks, only making it counts
        return False

    def _is_left(self, holder: Holder, locked: bool) -> bool:
        """Whether the one who made the lock is no more; ``locked``: the system lock is ours."""
        age = time.time() - self._disk.written_at(self._handle) / 1e9
        if holder == NOBODY:
            return age > UNSIGNED_S
        if holder.host == host_name():
            return locked or not self._disk.is_running(holder.pid)
        return age > FOREIGN_S

    def _sign(self) -> None:
        words = Holder(user_name(), host_name(), os.getpid(), time.time())._asdict()
        self._words = json.dumps(words, ensure_ascii=True).encode("ascii")
        self._disk.cut(self._handle, 0)
        write_all(self._disk, self._handle, 0, self._words)

    def _read(self) -> bytes:
        return self._disk.read(self._handle, 0, _MOST)

    def _holder(self) -> Holder:
        with contextlib.suppress(OSError):
            self._handle = self._disk.open_again(self._path)
            try:
                return read_holder(self._read())
            finally:
                self._close()
        return NOBODY

    def _close(self) -> None:
        if self._handle >= 0:
            with contextlib.suppress(OSError):
                self._disk.close(self._handle)  # and lets go
            self._handle = -1
