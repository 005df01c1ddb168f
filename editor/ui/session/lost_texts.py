"""What programs that are no longer running could not save, and the bin of what was let go.

One for the whole window: it looks at all folders of journals that nobody holds locked.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

from editor.files.recovery.journal import Journal
from editor.files.recovery.recovery_bin import RecoveryBin
from editor.files.recovery.snapshot import Snapshot
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

    def pending(self) -> list[UnsavedText]:
        """What programs that are no longer running could not save, newest first."""
        found: list[UnsavedText] = []
        with contextlib.suppress(OSError):
            for folder in self._root.iterdir():
                if folder.is_dir() and not is_held(folder):
                    journal = Journal(folder)
                    found += [UnsavedText(folder, s) for s in journal.pending()]
                    journal.remove_folder()  # where nothing is left in it
        return sorted(found, key=lambda lost: lost.snapshot.written, reverse=True)

    def forget(self, lost: UnsavedText) -> None:
        """A text the user has taken up or let go."""
        journal = Journal(lost.folder)
        with contextlib.suppress(OSError):
            journal.discard(lost.snapshot.document_id)
        journal.remove_folder()

    def throw(self, lost: UnsavedText) -> None:
        """A text the user lets go: it lies in the bin for a month."""
        journal = Journal(lost.folder)
        if self.bin.throw(journal, lost.snapshot.document_id):
            journal.remove_folder()
