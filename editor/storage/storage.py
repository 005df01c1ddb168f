"""Writing so that at any moment, kill or power cut, either the old or the new is whole.

A temporary file in the same folder, readable by its user only, flushed to the disk, takes
the old one's place (`file_place`); then the folder is flushed too. Files that grow are appended to
(`log_file`).
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

from editor.storage.disk import Disk
from editor.storage.file_place import FilePlace, flush_folder, make_folders, patiently
from editor.storage.log_file import LogFile
from editor.storage.storage_error import told_of
from editor.storage.system_disk import SystemDisk
from editor.storage.undisturbed import undisturbed


@dataclass(frozen=True, slots=True)
class Storage:
    """Every way to write. What cannot be done raises StorageError, and nothing has changed."""

    disk: Disk = field(default_factory=SystemDisk)

    def __post_init__(self) -> None:
        object.__setattr__(self, "disk", undisturbed(self.disk))

    def write(
        self,
        path: Path,
        data: bytes,
        *,
        private: bool = False,
        still: Callable[[], bool] | None = None,
    ) -> int:
        """Put ``data`` at ``path``, following a link; when it was written, in ns since 1970.

        A file that is there keeps its rights, owner, attributes and other names; a new one has
        the usual rights. What is ``private`` only its user can read, whatever was there. The
        folder must be there. ``still`` is asked whether what is
        there may be written over, while no other program can put anything in its place:
        raises ChangedMeanwhile where it may not, Held where another program does not let go.
        """
        with told_of(path):
            place = FilePlace(self.disk, Path(os.path.realpath(path)), still)
            return place.take_privately(data) if private else place.take(data)

    def mend(self, path: Path) -> None:
        """Finish what a program that died left half done in a file that keeps its place.

        Nothing where there is nothing to do; to be asked before a speech is read.
        """
        with told_of(path):
            FilePlace(self.disk, Path(os.path.realpath(path))).mend()

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
            flush_folder(self.disk, path.parent)

    def move(self, source: Path, target: Path) -> None:
        """Put a file at another place, in one step."""
        with told_of(source):
            patiently(self.disk, lambda: self.disk.replace(source, target))
            flush_folder(self.disk, target.parent)
            if source.parent != target.parent:
                flush_folder(self.disk, source.parent)

    def mark_changed(self, path: Path) -> None:
        """Say that a file was changed now."""
        with told_of(path):
            self.disk.touch(path)

    def remove(self, path: Path) -> None:
        """Have a file no more."""
        with told_of(path), contextlib.suppress(FileNotFoundError):
            self.disk.remove(path)

    def erase(self, path: Path) -> None:
        """Have a file no more, its name off the disk too when this returns."""
        self.remove(path)
        flush_folder(self.disk, path.parent)

    def make_folder(self, path: Path) -> None:
        """Have a folder, and those it lies in; what is made only this user can look into."""
        with told_of(path):
            make_folders(self.disk, path)

    def remove_folder(self, path: Path) -> None:
        """Have an empty folder no more."""
        with told_of(path):
            self.disk.remove_folder(path)
