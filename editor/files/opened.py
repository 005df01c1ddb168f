"""The values that opening and saving hand out: what a file was, and what it became."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from editor.files.text_file import TextSource
from editor.manuscript.file_objects import FileObject
from editor.manuscript.lists import NO_LISTS, Lists
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph

FileKind = Literal["txt", "docx"]


class FileStamp(NamedTuple):
    """How a file lay on the disk; its ``digest`` alone says whether it is still the same.

    Time and size do not: copying keeps old times, a share may count them by two seconds.
    """

    mtime_ns: int
    size: int
    digest: str
    device: int = 0  # the system's number of the disk its folder is on; 0: nobody knows


def digest_of(data: bytes) -> str:
    """The fingerprint of a file's bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def stamp_of(path: Path, data: bytes) -> FileStamp:
    """The stamp of a file whose bytes are known."""
    found = os.stat(path)  # noqa: PTH116 - follows a link, as the open did
    return FileStamp(found.st_mtime_ns, len(data), digest_of(data), device_of(path))


def device_of(path: Path) -> int:
    """The disk that a file's folder is on, by the system's number; 0 where nobody can tell.

    A stick that was pulled out may leave its folder, which is on another disk then.
    """
    try:
        return os.stat(Path(os.path.realpath(path)).parent).st_dev  # noqa: PTH116
    except OSError:
        return 0


def stamp_at(path: Path) -> FileStamp | None:
    """The stamp of what lies there now, None for nothing. Raises OSError."""
    try:
        return stamp_of(path, path.read_bytes())
    except FileNotFoundError:
        return None


def may_go(path: Path, known: FileStamp | None) -> bool:
    """Whether nothing is there that would be lost unseen. Raises OSError where it cannot be read.

    Under a name that was free nothing else may stand; a file that is gone is lost already.
    """
    now = stamp_at(path)
    return now is None or (known is not None and now.digest == known.digest)


def as_it_lies(path: Path) -> Callable[[], bool]:
    """To be asked later: whether what lies there is still what lies there now, or nothing."""
    try:
        known = stamp_at(path)
    except OSError:  # nor will it be read then, and writing says why
        known = None
    return lambda: may_go(path, known)


@dataclass(frozen=True, slots=True)
class DocxSource:
    """A docx as first read. ``shown`` are the paragraphs as they were, by document order.

    A paragraph's key is the number of its w:p among all of the main part, from 1, shown
    or not: it needs no mark in the file and finds its bytes again. ``ending`` is that of the
    name it was read under ('.docx'), '' where that is not known.
    """

    data: bytes
    part: str
    preserve: bool
    shown: tuple[Paragraph, ...]
    macros: bool = False
    template: bool = False
    ending: str = ""
    lists: Lists = NO_LISTS


@dataclass(frozen=True, slots=True)
class NewDocxSource:
    """A docx that was made here and is made anew at every save; ``created`` for the first time."""

    created: datetime


@dataclass(frozen=True, slots=True)
class Opened:
    """One open file. Its ``manuscript`` is the text as first read, keys and all.

    Keys stay good through every later save: each save starts from the bytes first read
    (``source``), so undo after a save can still bring a removed paragraph back whole.
    ``path`` is None until the first save of a new text. ``stamp`` is None where the file
    is not on the disk yet. ``objects`` are what the file holds beside the words of
    ``manuscript``, as it was read. ``origin`` is the file of another kind that a new text was
    made of: it is never written to. ``called`` is what a text without a file is called (样例).
    ``doubtful``: nobody knows in which encoding it is, and the writer is asked.
    """

    path: Path | None
    manuscript: Manuscript
    kind: FileKind
    encoding: str = "utf-8"
    newline: str = "\n"
    bom: bool = False
    read_only: bool = False
    notes: tuple[str, ...] = ()
    source: TextSource | DocxSource | NewDocxSource | None = None
    stamp: FileStamp | None = None
    objects: tuple[FileObject, ...] = ()
    origin: Path | None = None
    called: str = ""
    doubtful: bool = False

    @property
    def breaks_are_meant(self) -> bool:
        """Whether a break of paragraphs is its author's: a Word file's is, a pasted page's not."""
        filed = self.path is not None or isinstance(self.source, DocxSource)
        return self.kind == "docx" and filed


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did: the file to go on with, and words for the user."""

    opened: Opened
    notes: tuple[str, ...] = ()
