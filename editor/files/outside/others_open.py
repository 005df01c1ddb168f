"""Who else has a file open, as other programs write it beside the file.

Word and WPS: a hidden `~$name` (of a name with eight characters before its ending or more the
first two are left out, of one with seven the first), a byte for the length of the user's name,
the name in the system's encoding, and from byte 54 on its length again and the name in UTF-16.
LibreOffice: `.~lock.name#`, "name,user,computer,date,profile" with \\ before , and ; in a name.
Both formats as LibreOffice's `svl/source/misc` reads and writes them (2026-11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from editor.files.presence import is_there

_WIDE: Final = 54  # where a Word lock has the name in UTF-16
_LONGEST: Final = 52  # characters of a name
_MOST: Final = 4096  # bytes of a lock that are read
_LIBRE: Final = re.compile(r"((?:[^,\\;]|\\.)*),?")


class OtherUser(NamedTuple):
    """Who has a file open: in which program, by which name ('' unknown), since when (s of 1970)."""

    program: str
    name: str
    since: float


def others_with(path: Path) -> tuple[OtherUser, ...]:
    """Those who have a file open in another program, as far as one can see.

    A lock that a crash has left looks the same as one that holds.
    """
    found: list[OtherUser] = []
    for lock in _word_locks(path):
        if data := _read(lock):
            found.append(OtherUser("Word 或 WPS", _word_name(data), _since(lock)))
    libre = path.with_name(f".~lock.{path.name}#")
    if data := _read(libre):
        found.append(OtherUser("LibreOffice", _libre_name(data), _since(libre)))
    return tuple(found)


def word_lock_of(name: str) -> str:
    """What Word and WPS call the lock of a file."""
    stem = Path(name).stem
    return "~$" + name[max(0, min(2, len(stem) - 6)) :]


def _word_locks(path: Path) -> Iterator[Path]:
    lock = path.with_name(word_lock_of(path.name))
    # Two long names may have one lock: then nobody can tell whose it is.
    if is_there(lock) and not _is_shared(path, lock.name):
        yield lock
    other = path.with_name(f".~{path.name}")  # of WPS
    if is_there(other):
        yield other


def _is_shared(path: Path, lock: str) -> bool:
    try:
        names = [one.name for one in path.parent.iterdir() if one.name.endswith(lock[2:])]
    except OSError:
        return True
    return any(name not in (path.name, lock) and word_lock_of(name) == lock for name in names)


def _read(lock: Path) -> bytes:
    try:
        with lock.open("rb") as file:
            return file.read(_MOST)
    except OSError:
        return b""  # held so that nobody can look: whoever saves is told then


def _since(lock: Path) -> float:
    try:
        return lock.stat().st_mtime
    except OSError:
        return 0.0


def _word_name(data: bytes) -> str:
    """The name in UTF-16 where there is one; its length is one byte, or two, the second 0."""
    if len(data) > _WIDE + 2 and 0 < data[_WIDE] <= _LONGEST:
        start = _WIDE + (2 if data[_WIDE + 1] == 0 else 1)
        return _shown(data[start : start + 2 * data[_WIDE]].decode("utf-16-le", "replace"))
    narrow = data[1 : 1 + data[0]] if data and data[0] <= _LONGEST else b""
    return _shown(narrow.decode("gb18030", "replace"))


def _libre_name(data: bytes) -> str:
    fields = [
        re.sub(r"\\(.)", r"\1", one) for one in _LIBRE.findall(data.decode("utf-8", "replace"))
    ]
    name, login = (*fields, "", "")[:2]
    return _shown(name) or _shown(login)


def _shown(name: str) -> str:
    """A name as it may be shown: without what a broken or made-up lock has besides letters."""
    return "".join(c for c in name if c.isprintable() and c != "\ufffd").strip()[:_LONGEST]
