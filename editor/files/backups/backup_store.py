"""The last saved states of every document, beside its versions and private like them.

Versions keep words; these are the files themselves, with all that is in them: what a save, here or
by another, has written over, and what is left of a file that was deleted. Bounded: so many of
each document (`kept`), none older than its days, none larger than `LARGEST`, all together no more
than `ROOM`; the oldest go first. What somebody else had written is not counted among those of a
document: no number of one's own saves pushes it out.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from editor.files.backups.saved_state import (
    ENDING,
    SavedState,
    Whose,
    bytes_of,
    content_digest,
    packed_state,
    read_state,
)
from editor.files.trouble import Trouble
from editor.manuscript.whole_number import whole_number
from editor.storage.causes import cause_of
from editor.storage.storage import Storage

LARGEST: Final = 64 << 20  # bytes of one file
ROOM: Final = 512 << 20  # bytes of all
_DAY: Final = 86_400  # seconds


class BackupStore:
    """The states in one folder. Keeping raises Trouble where the folder takes nothing."""

    def __init__(self, folder: Path, storage: Storage | None = None) -> None:
        self._folder = folder
        self._storage = storage or Storage()
        self._lock = threading.Lock()

    def keep(
        self, document: str, path: Path, data: bytes, kept: int, whose: Whose = Whose.OWN
    ) -> bool:
        """Keep a file as it was saved; ``kept`` of a document stay, and all of others'.

        False where it is not kept: too large, none is wanted (others' are kept then too), or the
        last one has the same in it.
        """
        pinned = whose is Whose.OTHERS
        if not (kept or pinned) or not document or len(data) > LARGEST:
            return False
        with self._lock:
            there = self.states([document])
            if _has(there if pinned else there[:1], whose, path, content_digest(data)):
                return False
            moment = max(time.time(), there[0].time + 0.001 if there else 0.0)
            file = self._folder / f"{document}-{round(moment * 1000):015d}{ENDING}"
            try:
                self._storage.make_folder(self._folder)
                self._storage.write(file, packed_state(path, moment, data, whose), private=True)
            except OSError as error:
                raise Trouble(
                    f"“{path.name}”已经存好，只是没能留下这次存盘的副本：{cause_of(error).what}",
                    "文稿本身不受影响。",
                ) from error
            if not pinned:
                counted = [one.file for one in there if one.whose is not Whose.OTHERS]
                self._remove(counted[kept - 1 :])
            self._make_room()
        return True

    def states(self, documents: Collection[str] | None = None) -> tuple[SavedState, ...]:
        """The states of some documents, the latest first; of all where None are named."""
        files = self._files()
        if documents is not None:
            files = [file for file in files if file.name.partition("-")[0] in documents]
        found = [read_state(file) for file in files]
        return tuple(sorted(filter(None, found), key=lambda s: s.time, reverse=True))

    def data(self, state: SavedState) -> bytes:
        """The bytes of a state. Raises Trouble where they are not whole."""
        found = bytes_of(state)
        if found is None:
            raise Trouble("这份存盘副本读不出来：它坏了，或已经被清掉。", "其他几份仍可打开。")
        return found

    def remove_old(self, days: int) -> int:
        """Let go what was saved longer ago than so many days; how many."""
        oldest = (time.time() - days * _DAY) * 1000
        return self._remove(file for file in self._files() if _moment(file) < oldest)

    def _make_room(self) -> None:
        files = sorted(self._files(), key=_moment, reverse=True)
        room, too_much = ROOM, list[Path]()
        for file in files:
            with contextlib.suppress(OSError):
                room -= file.stat().st_size
            if room < 0:
                too_much.append(file)
        self._remove(too_much)

    def _remove(self, files: Iterable[Path]) -> int:
        gone = 0
        for file in files:
            with contextlib.suppress(OSError):
                self._storage.remove(file)
                gone += 1
        return gone

    def _files(self) -> list[Path]:
        with contextlib.suppress(OSError):
            return sorted(self._folder.glob("*" + ENDING))
        return []


def _has(states: Iterable[SavedState], whose: Whose, path: Path, digest: str) -> bool:
    """Whether one of these holds it; what is others' only where it is pinned as theirs."""
    same = [one for one in states if (one.digest, one.path) == (digest, path)]
    return any(one.whose is whose or whose is not Whose.OTHERS for one in same)


def bytes_there(path: Path) -> bytes | None:
    """What a file holds now; None where there is none to read, or it is too large to be kept."""
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError:
        return None


def _moment(file: Path) -> int:
    """When it was saved, in ms since 1970, by its name; 0 where that does not say."""
    return whole_number(file.stem.rpartition("-")[2])
