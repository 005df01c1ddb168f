"""How new bytes come into a file's place: by a file of their own that is renamed, or in place."""

from __future__ import annotations

import contextlib
import errno
import secrets
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Final

from editor.storage.disk import Disk
from editor.storage.in_place import (
    Halfway,
    fill_in_place,
    halfway_beside,
    held_open,
    read_halfway,
)
from editor.storage.log_file import read_all, remove_surely, write_all
from editor.storage.save_lock import SaveLock
from editor.storage.storage_error import ChangedMeanwhile, HalfWritten
from editor.storage.traits import Traits
from editor.storage.user_folder import user_folder

# Antivirus programs and network shares hold a new file for a moment; seconds.
PAUSES: Final = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
UNFINISHED: Final = ".bigan.tmp"
_LONGEST: Final = 40  # characters of a name that its temporary file has


class FilePlace:
    """The place of one file on a disk. ``still`` is asked before anything changes there."""

    def __init__(self, disk: Disk, target: Path, still: Callable[[], bool] | None = None) -> None:
        self._disk = disk
        self._target = target
        self._still = still

    def take(self, data: bytes) -> int:
        """Put a file of the user's there, with the old one's traits; when it was written."""
        self.mend()
        traits = self._disk.traits(self._target)
        # A read-only file is replaced as easily as another; the user meant it to stay.
        if traits is not None and not self._disk.may_write(self._target):
            # The rights are refused on a disk under write protection too, without saying why.
            number = errno.EROFS if self._disk.is_read_only(self._target) else errno.EACCES
            raise OSError(number, "read-only", str(self._target))
        if traits is not None and traits.links > 1:
            return self._fill(data)
        with self._beside() as fresh:
            written, same = self._write(fresh, data, traits or Traits(self._disk.usual_mode()))
            if same or traits is None:
                self._alone(lambda: self._rename(fresh))
                flush_folder(self._disk, self._target.parent)
                return written
            self._disk.remove(fresh)
        return self._fill(data)  # a colleague's, and it is to stay his

    def take_privately(self, data: bytes) -> int:
        """Put a file of the program's own there, for this user alone; when it was written."""
        with self._beside() as fresh:
            written, _ = self._write(fresh, data, None)
            if self._still is None:  # its store has a lock of its own
                self._rename(fresh)
            else:
                self._alone(lambda: self._rename(fresh))
            flush_folder(self._disk, self._target.parent)
            return written

    def mend(self) -> None:
        """Finish what a program that died has left half done."""
        halfway = halfway_beside(self._target)
        if self._disk.mode(halfway) is None:
            return
        with SaveLock(self._disk, self._target):
            if self._disk.mode(halfway) is not None:  # nobody else has mended it meanwhile
                self._finish(halfway)

    def _finish(self, halfway: Path) -> None:
        with held_open(self._disk, halfway) as handle:
            left = read_halfway(read_all(self._disk, handle))
        if left is not None and not self._has(left):  # others have written: theirs stays
            self._keep_aside(left.new)
        self._disk.remove(halfway)
        flush_folder(self._disk, self._target.parent)

    def _has(self, left: Halfway) -> bool:
        """Whether the file is one of the two; it is made the new one where it was torn."""
        if self._disk.mode(self._target) is None:
            return False
        with held_open(self._disk, self._target) as handle:
            now = read_all(self._disk, handle)
            torn = now not in left and left.is_torn(now)
            if torn:
                fill_in_place(self._disk, handle, self._target, left)
            return torn or now in left

    def _keep_aside(self, data: bytes) -> None:
        name = f"{self._target.stem[:_LONGEST]}-{secrets.token_hex(4)}{self._target.suffix[:10]}"
        rescue = user_folder() / "rescue"
        make_folders(self._disk, rescue)
        FilePlace(self._disk, rescue / name).take_privately(data)

    def _fill(self, data: bytes) -> int:
        """Write into the file itself: what has other names, or another owner, stays that file."""
        written: list[int] = []

        def act() -> None:
            with held_open(self._disk, self._target) as handle:
                if self._still is not None and not self._still():  # by another name of it
                    raise ChangedMeanwhile(self._target)
                halfway = Halfway(read_all(self._disk, handle), data)
                with self._noted_down(halfway):
                    written.append(fill_in_place(self._disk, handle, self._target, halfway))

        self._alone(act)
        return written[-1]

    @contextlib.contextmanager
    def _noted_down(self, halfway: Halfway) -> Generator[None, None, None]:
        """Have both states on the disk; they go when the file is whole again, old or new."""
        beside = halfway_beside(self._target)
        with self._beside() as fresh:
            self._write(fresh, halfway.packed(), None)
            patiently(self._disk, lambda: self._disk.replace(fresh, beside))
        flush_folder(self._disk, self._target.parent)
        whole = True
        try:
            yield
        except HalfWritten:
            whole = False
            raise
        finally:
            if whole:
                remove_surely(self._disk, beside)

    def _alone(self, act: Callable[[], None]) -> None:
        """Do what changes the place, alone and if it may be."""
        while True:
            with SaveLock(self._disk, self._target) as lock:
                if self._still is not None and not self._still():
                    raise ChangedMeanwhile(self._target)
                if lock.lasts():
                    act()
                    return

    def _rename(self, fresh: Path) -> None:
        patiently(self._disk, lambda: self._disk.replace(fresh, self._target))

    @contextlib.contextmanager
    def _beside(self) -> Generator[Path, None, None]:
        """A name for a new file in the same folder; on any error nothing of it stays."""
        name = f".{self._target.name[:_LONGEST]}.{secrets.token_hex(4)}{UNFINISHED}"
        fresh = self._target.with_name(name)
        try:
            yield fresh
        except BaseException:
            remove_surely(self._disk, fresh)
            raise

    def _write(self, fresh: Path, data: bytes, traits: Traits | None) -> tuple[int, bool]:
        """Write a new file to the disk: when it was written, whether it has all the traits.

        They come before the flush, to last with it; None leaves it to its user.
        """
        handle = self._disk.create(fresh)
        try:
            self._disk.try_lock(handle)  # no other program takes it for one that was left
            write_all(self._disk, handle, 0, data)
            same = traits is None or self._disk.give(fresh, traits)
            self._disk.flush(handle)
            return self._disk.written_at(handle), same
        finally:
            self._disk.close(handle)


def patiently(disk: Disk, act: Callable[[], object]) -> None:
    """Do what another program may bar for a moment."""
    for pause in PAUSES:
        try:
            act()
            return
        except PermissionError:
            disk.pause(pause)
    act()


def flush_folder(disk: Disk, folder: Path) -> None:
    """Have the names in a folder on the disk, where that can be had."""
    # Some shares cannot, and the new file is in its place already: no reason to fail.
    with contextlib.suppress(OSError):
        disk.flush_folder(folder)


def make_folders(disk: Disk, path: Path) -> None:
    """Have a folder, and those it lies in; what is made only this user can look into."""
    missing: list[Path] = []
    at = path
    while disk.mode(at) is None and at.parent != at:
        missing.append(at)
        at = at.parent
    for folder in reversed(missing):
        with contextlib.suppress(FileExistsError):  # made by another program
            disk.make_folder(folder)
        flush_folder(disk, folder.parent)
