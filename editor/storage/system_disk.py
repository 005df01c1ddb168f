"""The disk of the machine: each call is the system's own."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from pathlib import Path
from typing import Final

from editor.storage.traits import Traits, give, traits_of

_BINARY: Final = getattr(os, "O_BINARY", 0)
_PRIVATE: Final = 0o600
_PRIVATE_FOLDER: Final = 0o700
_NO_LOCKS: Final = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
_LOCKED: Final = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)  # the last two are Windows'


def _usual_mode() -> int:
    # The system tells its mask only to who sets it; for that moment nothing may get more.
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


# Asked when the program starts: later, other threads may be making files.
_USUAL: Final = _usual_mode()


class SystemDisk:
    """The calls of `Disk`, done."""

    def mode(self, path: Path) -> int | None:
        """The rights of a file, None where there is none."""
        return stat.S_IMODE(path.stat().st_mode) if path.exists() else None

    def usual_mode(self) -> int:
        """The rights that a new file of this user has."""
        return _USUAL

    def traits(self, path: Path) -> Traits | None:
        """What a file has besides its bytes, None where there is none."""
        return traits_of(path)

    def give(self, path: Path, traits: Traits) -> bool:
        """Give a file of this user's these traits; False where one of them cannot be had."""
        return give(path, traits)

    def may_write(self, path: Path) -> bool:
        """Whether the user may write this file."""
        return os.access(path, os.W_OK)

    def is_read_only(self, path: Path) -> bool:
        """Whether the disk that a file lies on takes nothing, whoever asks."""
        try:
            return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
        except (AttributeError, OSError):  # Windows has no such call
            return False

    def create(self, path: Path) -> int:
        """Open a new file that only its user may read."""
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, _PRIVATE)

    def open(self, path: Path) -> int:
        """Open a file to read and write, made (for its user only) where there is none."""
        # Never truncated by opening: another program may just have made it.
        return os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, _PRIVATE)

    def size(self, handle: int) -> int:
        """Bytes in an open file."""
        return os.fstat(handle).st_size

    def written_at(self, handle: int) -> int:
        """When an open file was changed last, in nanoseconds since 1970."""
        return os.fstat(handle).st_mtime_ns

    def read(self, handle: int, at: int, count: int) -> bytes:
        """Up to ``count`` bytes from a place on."""
        os.lseek(handle, at, os.SEEK_SET)
        return os.read(handle, count)

    def write(self, handle: int, at: int, data: memoryview) -> int:
        """Write at a place; how many bytes were taken."""
        os.lseek(handle, at, os.SEEK_SET)
        return os.write(handle, data)

    def cut(self, handle: int, size: int) -> None:
        """Let the file end here."""
        os.ftruncate(handle, size)

    def flush(self, handle: int) -> None:
        """Have what was written on the disk."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close an open file."""
        os.close(handle)

    def lock(self, handle: int) -> None:
        """Hold the file, once no other program does; ends with the program at the latest."""
        _lock(handle)

    def try_lock(self, handle: int) -> bool | None:
        """Hold the file if no other program does; None where the disk knows no locks."""
        try:
            _try_lock(handle)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return None
            if error.errno in _LOCKED:
                return False
            raise
        return True

    def unlock(self, handle: int) -> None:
        """Let the file go."""
        _unlock(handle)

    def open_again(self, path: Path) -> int:
        """Open a file to read and write."""
        return os.open(path, os.O_RDWR | _BINARY)

    def is_at(self, handle: int, path: Path) -> bool:
        """Whether an open file is the one that stands at a path now."""
        try:
            return os.path.samestat(os.fstat(handle), path.stat())
        except FileNotFoundError:
            return False

    def is_running(self, process: int) -> bool:
        """Whether a program with this number runs on this machine."""
        return _is_running(process)

    def set_mode(self, path: Path, mode: int) -> None:
        """Give a file these rights."""
        path.chmod(mode)

    def touch(self, path: Path) -> None:
        """Say that a file was changed now."""
        os.utime(path)

    def replace(self, source: Path, target: Path) -> None:
        """Put a file in another's place, in one step."""
        _replace(source, target)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def make_folder(self, path: Path) -> None:
        """Make one folder that only its user can look into."""
        path.mkdir(_PRIVATE_FOLDER)

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder."""
        path.rmdir()

    def flush_folder(self, path: Path) -> None:
        """Have the names in a folder on the disk."""
        if os.name == "nt":  # has no such call, and needs none
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def pause(self, seconds: float) -> None:
        """Wait before asking again."""
        time.sleep(seconds)


if sys.platform == "win32":  # pragma: no cover - the other system
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _KERNEL: Final = ctypes.WinDLL("kernel32")
    _KERNEL.ReplaceFileW.argtypes = [
        wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD,
        wintypes.LPVOID, wintypes.LPVOID,
    ]  # fmt: skip
    _IGNORE_MERGE_ERRORS: Final = 2

    def _replace(source: Path, target: Path) -> None:
        # Keeps the rights, the attributes, the day of making and the further streams of the old
        # file; not its owner. Where a disk cannot (or the file is new) a plain rename has to do.
        kept = target.exists() and _KERNEL.ReplaceFileW(
            str(target), str(source), None, _IGNORE_MERGE_ERRORS, None, None
        )
        if not kept:
            source.replace(target)

    _FAR: Final = 1 << 30  # the locked byte lies behind all others: locked ones cannot be read

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

    def _try_lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

    def _is_running(process: int) -> bool:
        # A handle is given for a program that has just ended, too; its exit tells.
        handle = _KERNEL.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return _KERNEL.GetLastError() == 5  # ERROR_ACCESS_DENIED: another user's
        ended = ctypes.c_ulong()
        _KERNEL.GetExitCodeProcess(handle, ctypes.byref(ended))
        _KERNEL.CloseHandle(handle)
        return ended.value == 259  # STILL_ACTIVE

else:
    import fcntl

    def _replace(source: Path, target: Path) -> None:
        source.replace(target)

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)

    def _is_running(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True
