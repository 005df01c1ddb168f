"""What goes wrong when something is written, as a word that can be asked for."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Generator
from enum import Enum
from pathlib import Path
from typing import Final


class Reason(Enum):
    """Why a disk took nothing."""

    BARRED = "barred"  # read-only, held by another program, or not this user's
    ABSENT = "absent"  # the folder is gone: a stick pulled out, a name changed
    FULL = "full"
    IS_A_FOLDER = "is a folder"
    HELD = "held"  # another program is putting this very file in its place
    CHANGED = "changed"  # it is not what it was when the writer looked
    OTHER = "other"  # ``strerror`` has the system's words


_REASONS: Final = {
    errno.EACCES: Reason.BARRED,
    errno.EPERM: Reason.BARRED,
    errno.ENOENT: Reason.ABSENT,
    errno.ENOSPC: Reason.FULL,
    errno.EISDIR: Reason.IS_A_FOLDER,
}


class StorageError(OSError):
    """The one error of this room: nothing was written, what was there is whole.

    An OSError, with its ``errno`` and ``strerror``, for those who only want to go on.
    """

    @property
    def reason(self) -> Reason:
        """Why."""
        return _REASONS.get(self.errno or 0, Reason.OTHER)


class ChangedMeanwhile(StorageError):  # noqa: N818 - named for what happened
    """Just before the new file took its place, the old one was not what the writer knew."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.ESTALE, "changed meanwhile", str(path))

    @property
    def reason(self) -> Reason:
        """Why."""
        return Reason.CHANGED


class Held(StorageError):  # noqa: N818 - the same
    """Another program holds the save lock: ``who``, on which ``host``, ``since`` (s since 1970).

    Empty words and 0 where the lock does not tell.
    """

    def __init__(self, path: Path, who: str, host: str, since: float) -> None:
        super().__init__(errno.EBUSY, "held", str(path))
        self.who = who
        self.host = host
        self.since = since

    @property
    def reason(self) -> Reason:
        """Why."""
        return Reason.HELD


@contextlib.contextmanager
def told_of(path: Path) -> Generator[None, None, None]:
    """Whatever the system raises within is a StorageError about ``path``."""
    try:
        yield
    except StorageError:
        raise
    except OSError as error:
        words = error.strerror or str(error)
        raise StorageError(error.errno or 0, words, str(path)) from error
