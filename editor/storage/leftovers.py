"""What a program that was killed left lying, and who may take it away.

Only what is surely ours: the exact name, a file of this user's, older than a minute, and held by
no running program (whoever writes such a file holds it by the system's lock).
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from editor.storage.disk import Disk
from editor.storage.file_place import UNFINISHED
from editor.storage.save_lock import ENDING as LOCK
from editor.storage.scratch import PREFIX
from editor.storage.storage import Storage

OLD_S: Final = 60.0
UNLOCKED_S: Final = 3600.0  # where a disk knows no locks, age alone has to tell
SCRATCH_S: Final = 86_400.0
_HEX: Final = r"[0-9a-f]{8}"
_OURS: Final = re.compile(rf"\.(.*)\.{_HEX}({re.escape(UNFINISHED)}|{re.escape(LOCK)})", re.S)
_EARLIER: Final = re.compile(rf"\.(.*)\.{_HEX}\.tmp", re.S)  # of 0.1.0; others name theirs so too
_SCRATCH: Final = re.compile(re.escape(PREFIX) + r"[a-z0-9_]{8}")
_LONGEST: Final = 40  # characters of a name that came into them


def sweep_beside(file: Path, storage: Storage | None = None) -> int:
    """Take away what was left beside a speech when it was saved; how many files."""
    storage = storage or Storage()
    target = Path(os.path.realpath(file))
    gone = 0
    with contextlib.suppress(OSError):
        storage.mend(target)
    for path in _files(target.parent):
        earlier = _EARLIER.fullmatch(path.name)
        if _OURS.fullmatch(path.name) or (earlier and earlier[1] == target.name[:_LONGEST]):
            gone += _taken_away(storage.disk, path)
    return gone


def sweep_own(folder: Path, storage: Storage | None = None) -> int:
    """Take away what was left in the user's folder, and close it to all others; how many files."""
    storage = storage or Storage()
    gone = 0
    if _is_home(folder):  # chosen by somebody: what else lies there is none of our business
        return 0
    for path, is_folder in _all_in(folder):
        if not is_folder and (_OURS.fullmatch(path.name) or _EARLIER.fullmatch(path.name)):
            gone += _taken_away(storage.disk, path)
        _close(storage.disk, path)
    return gone


def sweep_scratch(folder: Path | None = None) -> int:
    """Take away private folders of programs that died; how many. ``folder``: the system's own."""
    gone = 0
    oldest = time.time() - SCRATCH_S
    for path in _entries(folder or Path(tempfile.gettempdir())):
        with contextlib.suppress(OSError):
            found = path.lstat()
            ours = stat.S_ISDIR(found.st_mode) and _is_this_users(found)
            if ours and _SCRATCH.fullmatch(path.name) and found.st_mtime < oldest:
                shutil.rmtree(path, ignore_errors=True)
                gone += 1
    return gone


def _taken_away(disk: Disk, path: Path) -> bool:
    try:
        found = path.lstat()
        age = time.time() - found.st_mtime
        if not stat.S_ISREG(found.st_mode) or not _is_this_users(found) or age < OLD_S:
            return False
        handle = disk.open_again(path)
        try:
            locked = disk.try_lock(handle)
        finally:
            disk.close(handle)
        if locked is False or (locked is None and age < UNLOCKED_S):
            return False
        disk.remove(path)
    except OSError:
        return False
    return True


def _close(disk: Disk, path: Path) -> None:
    """Take everybody else's rights from a file or folder of this user's."""
    with contextlib.suppress(OSError):
        found = path.lstat()
        open_to_others = stat.S_IMODE(found.st_mode) & 0o077
        if open_to_others and not stat.S_ISLNK(found.st_mode) and _is_this_users(found):
            disk.set_mode(path, stat.S_IMODE(found.st_mode) & 0o700)


def _is_home(folder: Path) -> bool:
    home = Path(os.path.realpath(Path.home()))
    return Path(os.path.realpath(folder)) in (home, *home.parents)


def _is_this_users(found: os.stat_result) -> bool:
    return os.name == "nt" or found.st_uid == os.getuid()


def _files(folder: Path) -> Iterable[Path]:
    return [path for path in _entries(folder) if path.name.startswith(".")]


def _entries(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return list(folder.iterdir())
    return []


def _all_in(folder: Path) -> Iterator[tuple[Path, bool]]:
    """A folder and all in it; what a link leads to is not in it."""
    yield folder, True
    for path in _entries(folder):
        with contextlib.suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                yield from _all_in(path)
            else:
                yield path, False


def sweep_at_start(folder: Path) -> int:
    """All that is to be taken away when the program has started; how many files and folders."""
    return sweep_own(folder) + sweep_scratch()
