"""Writing so that at any moment, kill or power cut, either the old or the new is whole.

A temporary file in the same folder, readable by its user only, flushed to the disk, takes
the old one's place; then the folder is flushed too. Files that grow are appended to
(`log_file`).
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from editor.storage.disk import Disk
from editor.storage.log_file import LogFile, write_all
from editor.storage.save_lock import SaveLock
from editor.storage.storage_error import ChangedMeanwhile, told_of
from editor.storage.system_disk import SystemDisk

# Antivirus programs and network shares hold a new file for a moment; seconds.
PAUSES: Final = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
_LONGEST: Final = 40  # characters of a name that its temporary file has


@dataclass(frozen=True, slots=True)
class Storage:
    """Every way to write. What cannot be done raises StorageError, and nothing has changed."""

    disk: Disk = field(default_factory=SystemDisk)

    def write(
        self,
        path: Path,
        data: bytes,
        *,
        private: bool = False,
        still: Callable[[], bool] | None = None,
    ) -> int:
        """Put ``data`` at ``path``, following a link; when it was written, in ns since 1970.

        A file that is there keeps its rights; a new one has the usual ones, or is
        ``private`` to its user. The folder must be there. ``still`` is asked whether what is
        there may be written over, while no other program can put anything in its place:
        raises ChangedMeanwhile where it may not, Held where another program does not let go.
        """
        with told_of(path):
            target = Path(os.path.realpath(path))
            mode = self.disk.mode(target)
            # A read-only file is replaced as easily as another; the user meant it to stay.
            if mode is not None and not self.disk.may_write(target):
                raise PermissionError(13, "read-only", str(target))
            if mode is None and not private:
                mode = self.disk.usual_mode()
            fresh = target.with_name(f".{target.name[:_LONGEST]}.{secrets.token_hex(4)}.tmp")
            try:
                written = self._fill(fresh, data, mode)
                if private and still is None:  # ours alone, and under a lock of its store
                    self._patiently(lambda: self.disk.replace(fresh, target))
                else:
                    self._put(fresh, target, still)
            except BaseException:
                with contextlib.suppress(OSError):
                    self.disk.remove(fresh)
                raise
            self._flush_folder(target.parent)
            return written

    @contextlib.contextmanager
    def log(self, path: Path) -> Generator[LogFile, None, None]:
        """A file to append to, held while no other program has it; made where it is not."""
        with told_of(path):
            fresh = self.disk.mode(path) is None
            handle = self.disk.open(path)
        try:
            with told_of(path):
                self.disk.lock(handle)
            yield LogFile(self.disk, handle, path)
        finally:
            # What was appended is on the disk whatever these say; closing lets go anyway.
            with contextlib.suppress(OSError):
                self.disk.unlock(handle)
            with contextlib.suppress(OSError):
                self.disk.close(handle)
        if fresh:
            self._flush_folder(path.parent)

    def move(self, source: Path, target: Path) -> None:
        """Put a file at another place, in one step."""
        with told_of(source):
            self._patiently(lambda: self.disk.replace(source, target))
            self._flush_folder(target.parent)
            if source.parent != target.parent:
                self._flush_folder(source.parent)

    def mark_changed(self, path: Path) -> None:
        """Say that a file was changed now."""
        with told_of(path):
            self.disk.touch(path)

    def remove(self, path: Path) -> None:
        """Have a file no more."""
        with told_of(path), contextlib.suppress(FileNotFoundError):
            self.disk.remove(path)

    def make_folder(self, path: Path) -> None:
        """Have a folder, and those it lies in; what is made only this user can look into."""
        with told_of(path):
            missing: list[Path] = []
            at = path
            while self.disk.mode(at) is None and at.parent != at:
                missing.append(at)
                at = at.parent
            for folder in reversed(missing):
                with contextlib.suppress(FileExistsError):  # made by another program
                    self.disk.make_folder(folder)
                self._flush_folder(folder.parent)

    def remove_folder(self, path: Path) -> None:
        """Have an empty folder no more."""
        with told_of(path):
            self.disk.remove_folder(path)

    def _fill(self, fresh: Path, data: bytes, mode: int | None) -> int:
        """Write a new file to the disk; the rights come before the flush, to last with it."""
        handle = self.disk.create(fresh)
        try:
            write_all(self.disk, handle, 0, data)
            if mode is not None:
                with contextlib.suppress(OSError):  # a stick may know no rights
                    self.disk.set_mode(fresh, mode)
            self.disk.flush(handle)
            return self.disk.written_at(handle)
        finally:
            self.disk.close(handle)

    def _put(self, fresh: Path, target: Path, still: Callable[[], bool] | None) -> None:
        """Let a finished file take the place, alone and if it may."""
        while True:
            with SaveLock(self.disk, target) as lock:
                if still is not None and not still():
                    raise ChangedMeanwhile(target)
                if lock.lasts():
                    self._patiently(lambda: self.disk.replace(fresh, target))
                    return

    def _flush_folder(self, folder: Path) -> None:
        # Some shares cannot, and the new file is in its place already: no reason to fail.
        with contextlib.suppress(OSError):
            self.disk.flush_folder(folder)

    def _patiently(self, act: Callable[[], object]) -> None:
        for pause in PAUSES:
            try:
                act()
                return
            except PermissionError:
                self.disk.pause(pause)
        act()
