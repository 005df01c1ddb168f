"""What a file has besides its bytes: rights, owner, other names, attributes with their lists.

A new file that takes an old one's place is a file of its own to the system; these make it the old
one again. Windows keeps its own by the call that replaces (see `system_disk`).
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Final, NamedTuple

# Ours to give; the others are the system's (security.capability goes with every writing).
_OURS: Final = ("user.", "system.posix_acl_access", "security.selinux")
_UNKNOWN: Final = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)
_BARRED: Final = (errno.EPERM, errno.EACCES)
_GONE: Final = (errno.ENODATA,) if hasattr(errno, "ENODATA") else ()


class Traits(NamedTuple):
    """``owner``: the numbers of user and group; ``links``: the names that the file has."""

    mode: int
    owner: tuple[int, int] | None = None
    links: int = 1
    attributes: tuple[tuple[str, bytes], ...] = ()


def traits_of(path: Path) -> Traits | None:
    """The traits of a file, None where there is none; raises OSError where nobody can look."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    owner = (found.st_uid, found.st_gid) if os.name != "nt" else None
    links = found.st_nlink if stat.S_ISREG(found.st_mode) else 1
    return Traits(stat.S_IMODE(found.st_mode), owner, links, _attributes(path))


def give(path: Path, traits: Traits) -> bool:
    """Give a new file these traits, the rights last; False where one of them cannot be had."""
    return all(
        [_give_owner(path, traits), _give_attributes(path, traits), _give_mode(path, traits)]
    )


def _give_owner(path: Path, traits: Traits) -> bool:
    now = path.stat()
    if traits.owner in (None, (now.st_uid, now.st_gid)):
        return True
    try:
        _chown(path, *traits.owner)
    except OSError as error:
        if error.errno in (*_UNKNOWN, *_BARRED):
            return False
        raise
    return True


def _give_mode(path: Path, traits: Traits) -> bool:
    try:
        path.chmod(traits.mode)
    except OSError as error:  # a stick may know no rights: the old file had none either
        if error.errno not in (*_UNKNOWN, *_BARRED):
            raise
    return True


def _chown(path: Path, user: int, group: int) -> None:
    if sys.platform != "win32":  # which has no owners of this kind
        os.chown(path, user, group)


if sys.platform == "linux":

    def _attributes(path: Path) -> tuple[tuple[str, bytes], ...]:
        try:
            names = [name for name in os.listxattr(path) if name.startswith(_OURS)]
            return tuple([(name, os.getxattr(path, name)) for name in sorted(names)])
        except OSError as error:
            if error.errno in (*_UNKNOWN, *_BARRED, *_GONE):
                return ()
            raise

    def _give_attributes(path: Path, traits: Traits) -> bool:
        now = dict(_attributes(path))
        wanted = dict(traits.attributes)
        if now == wanted:
            return True
        # What the folder gave to the new file (a list of rights) the old one may not have had.
        given = [_set(path, n, value) for n, value in wanted.items() if now.get(n) != value]
        return all([*given, *[_take(path, name) for name in now if name not in wanted]])

    def _set(path: Path, name: str, value: bytes) -> bool:
        try:
            os.setxattr(path, name, value)
        except OSError as error:
            if error.errno in (*_UNKNOWN, *_BARRED):
                return name.startswith("security.")  # no user's to set
            raise
        return True

    def _take(path: Path, name: str) -> bool:
        try:
            os.removexattr(path, name)
        except OSError as error:
            if error.errno in (*_UNKNOWN, *_BARRED, *_GONE):
                return True
            raise
        return True

else:

    def _attributes(path: Path) -> tuple[tuple[str, bytes], ...]:
        return ()

    def _give_attributes(path: Path, traits: Traits) -> bool:
        return True
