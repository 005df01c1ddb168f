"""What programs that are no longer running could not save, and the bin of what was let go.

One for the whole window: it looks at all folders of journals that nobody holds locked.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

from editor.files.recovery.journal import Journal, files_in
from editor.files.recovery.recovery_bin import RecoveryBin
from editor.files.recovery.snapshot import Damage, Snapshot
from editor.ui.folder_lock import is_held


class UnsavedText(NamedTuple):
    """What an earlier run could not save, and where it lies."""

    folder: Path
    snapshot: Snapshot


class LostTexts:
    """Finds the texts that are left, forgets them, throws them into the bin."""

    def __init__(self, folder: Path) -> None:
        """``folder``: in which every open speech has a folder of its own."""
        self.bin = RecoveryBin(folder.with_name(folder.name + "_bin"))
        self._root = folder
        self._read: dict[Path, tuple[list[tuple[str, int, int]], tuple[Snapshot, ...]]] = {}

    def pending(self) -> list[UnsavedText]:
        """What programs that are no longer running could not save, newest first."""
        found: list[UnsavedText] = []
        with contextlib.suppress(OSError):
            for folder in self._root.iterdir():
                if folder.is_dir() and not is_held(folder):
                    with contextlib.suppress(OSError):
                        self._put_aside(folder)
            for folder in self._root.iterdir():  # also those that were made now
                if folder.is_dir() and not is_held(folder):
                    found += [UnsavedText(folder, s) for s in self._texts(folder)]
                    Journal(folder).remove_folder()  # where nothing is left in it
        return sorted(found, key=lambda lost: lost.snapshot.written, reverse=True)

    def _put_aside(self, folder: Path) -> None:
        """What cannot be read lies apart from then on, and is listed from there."""
        if any(one.damage is Damage.ALL for one in self._texts(folder)):
            Journal(folder).put_aside()

    def _texts(self, folder: Path) -> tuple[Snapshot, ...]:
        """The texts in a folder, read once: asked for again with each speech that is opened."""
        stats = [(file.name, file.stat()) for file in files_in(folder)]
        as_it_is = [(name, found.st_mtime_ns, found.st_size) for name, found in stats]
        if self._read.get(folder, ([], ()))[0] != as_it_is:
            self._read[folder] = as_it_is, Journal(folder).left()
        return self._read[folder][1] if as_it_is else ()

    def forget(self, lost: UnsavedText) -> None:
        """A text the user has taken up or let go."""
        journal = Journal(lost.folder)
        with contextlib.suppress(OSError):
            journal.discard_read(lost.snapshot)
        journal.remove_folder()

    def throw(self, lost: UnsavedText) -> None:
        """A text the user lets go: it lies in the bin for a month."""
        journal = Journal(lost.folder)
        file = lost.snapshot.file or journal.file_of(lost.snapshot.document_id)
        if self.bin.throw_file(file):
            journal.remove_folder()
