"""What goes wrong when something is written, as a word that can be asked for."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Generator
from enum import Enum
from pathlib import Path
from typing import Final


class Reason(Enum):
    """Why a disk took nothing, or gave nothing."""

    BARRED = "barred"  # not this user's to write, or (Windows) held by another program
    READ_ONLY = "read-only"  # the disk itself: a switch on the stick, a share given to read
    BUSY = "busy"  # another program has it in use
    ABSENT = "absent"  # the folder is gone: a stick pulled out, a name changed
    FULL = "full"
    QUOTA = "quota"  # full for this user
    TOO_LARGE = "too large"  # for the way the disk is laid out
    IS_A_FOLDER = "is a folder"
    LONG_NAME = "long name"
    BAD_NAME = "bad name"  # characters that the disk has not in names
    CIRCLE = "circle"  # links that lead to each other
    BROKEN = "broken"  # the disk answers with errors
    FAR = "far"  # a share that does not answer
    INTERRUPTED = "interrupted"
    MANY_OPEN = "many open"
    MEMORY = "memory"
    WATCHED = "watched"  # a program against viruses does not let it through
    HELD = "held"  # another program is putting this very file in its place
    CHANGED = "changed"  # it is not what it was when the writer looked
    OTHER = "other"  # the system's number tells


def _numbers(**names: str) -> dict[int, Reason]:
    # A system has not all of these numbers.
    found = {
        getattr(errno, name, -1): Reason[reason]
        for reason, all_ in names.items()
        for name in all_.split()
    }
    found.pop(-1, None)
    return found


_REASONS: Final = _numbers(
    BARRED="EACCES EPERM",
    READ_ONLY="EROFS",
    BUSY="EBUSY ETXTBSY EAGAIN EDEADLK ENOLCK",
    ABSENT="ENOENT ENOTDIR",
    FULL="ENOSPC",
    QUOTA="EDQUOT",
    TOO_LARGE="EFBIG EOVERFLOW",
    IS_A_FOLDER="EISDIR",
    LONG_NAME="ENAMETOOLONG",
    BAD_NAME="EINVAL EILSEQ",
    CIRCLE="ELOOP",
    BROKEN="EIO ENXIO ENODEV EUCLEAN EBADMSG",
    FAR="""ESTALE ETIMEDOUT ENETDOWN ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOTCONN
        ESHUTDOWN ECONNREFUSED EHOSTDOWN EHOSTUNREACH EREMOTEIO ENOLINK ECOMM ENONET""",
    INTERRUPTED="EINTR",
    MANY_OPEN="EMFILE ENFILE",
    MEMORY="ENOMEM ENOBUFS",
)
# Windows' own numbers, where its C library's are too few to tell.
_OF_WINDOWS: Final = {
    19: Reason.READ_ONLY,
    23: Reason.BROKEN,
    32: Reason.BUSY,
    33: Reason.BUSY,
    **dict.fromkeys((53, 54, 55, 58, 59, 64, 67, 121, 1231, 1232), Reason.FAR),
    **dict.fromkeys((21, 1110, 1117, 1167), Reason.BROKEN),
    **dict.fromkeys((39, 112), Reason.FULL),
    123: Reason.BAD_NAME,
    206: Reason.LONG_NAME,
    223: Reason.TOO_LARGE,
    **dict.fromkeys((225, 226), Reason.WATCHED),
    1295: Reason.QUOTA,
    1816: Reason.QUOTA,
}


def reason_of(error: OSError) -> Reason:
    """Why the system refused."""
    if isinstance(error, StorageError):
        return error.reason
    windows = _OF_WINDOWS.get(getattr(error, "winerror", 0) or 0)
    return windows or _REASONS.get(error.errno or 0, Reason.OTHER)


class StorageError(OSError):
    """The one error of this room: nothing was written, what was there is whole.

    An OSError, with its ``errno`` and ``strerror``, for those who only want to go on.
    """

    @property
    def reason(self) -> Reason:
        """Why."""
        if isinstance(self.__cause__, OSError):
            return reason_of(self.__cause__)
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


class HalfWritten(StorageError):  # noqa: N818 - the same
    """A file that must be written in place broke off; ``kept`` holds what it was and is to be.

    The one case in which the old file is not whole: the disk failed twice. The next program
    that opens or saves it mends it.
    """

    def __init__(self, path: Path, kept: Path) -> None:
        super().__init__(errno.EIO, "half written", str(path))
        self.kept = kept


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
    except ValueError as error:  # a name with a null in it, or letters that no disk can hold
        raise StorageError(errno.EINVAL, str(error), str(path)) from error
