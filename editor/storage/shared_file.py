"""A small file that several running programs change: each adds to what it holds by then.

Reading, changing and writing are one step to the others: they hold a lock beside the file for
these milliseconds. One lock serves all the files of a folder.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from editor.storage.storage import Storage

LOCK: Final = "changes.lock"


@contextlib.contextmanager
def held_folder(folder: Path, storage: Storage) -> Generator[None, None, None]:
    """No other program changes a shared file of the folder meanwhile. Raises StorageError."""
    storage.make_folder(folder)
    with storage.log(folder / LOCK):
        yield


@dataclass(frozen=True, slots=True)
class SharedFile:
    """One such file, readable by its user only."""

    path: Path
    storage: Storage = field(default_factory=Storage)

    def change(self, made: Callable[[], bytes | None]) -> None:
        """Write what ``made`` gives, which reads what is there by now; None: nothing is written.

        Raises StorageError, and whatever ``made`` raises.
        """
        with held_folder(self.path.parent, self.storage):
            if (data := made()) is not None:
                self.storage.write(self.path, data, private=True)
