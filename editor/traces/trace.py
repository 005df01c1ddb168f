"""A kind of trace, what there is of it, and where to look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from editor.files.presence import is_same
from editor.files.recovery.journal import SOURCE
from editor.files.versions.kept_documents import KeptDocument
from editor.settings.store import Settings
from editor.storage.storage import Storage

LOCKS: Final = ".lock"


@dataclass(frozen=True, slots=True)
class Found:
    """What there is of a kind: files to be removed, rows in lists of ours, bytes of both."""

    files: tuple[Path, ...] = ()
    rows: int = 0

    @property
    def count(self) -> int:
        """How many things; the bytes beside an unsaved text are none of their own."""
        texts = {file.with_suffix("") for file in self.files if file.suffix != SOURCE}
        beside = sum(f.suffix == SOURCE and f.with_suffix("") in texts for f in self.files)
        return len(self.files) - beside + self.rows

    @property
    def size(self) -> int:
        """Bytes of the files."""
        return sum(_size(file) for file in self.files)


@dataclass(frozen=True, slots=True)
class Home:
    """Where traces are: the user's folder with its settings.

    ``document``: the one speech whose traces are meant, None for all. ``is_held`` tells whether a
    running program works in a folder of the journal. ``dialogs`` is the file in which Qt's windows
    for files remember folders, None where there is none.
    """

    settings: Settings
    document: KeptDocument | None = None
    is_held: Callable[[Path], bool] = lambda folder: False
    storage: Storage = field(default_factory=Storage)
    dialogs: Path | None = None

    @property
    def folder(self) -> Path:
        """The user's folder."""
        return self.settings.folder

    def files(self, pattern: str) -> tuple[Path, ...]:
        """The files that are there by a pattern; what cannot be looked into has none.

        No locks: they name nothing, and a running program may be about to take one.
        """
        try:
            found = [p for p in self.folder.glob(pattern) if p.suffix != LOCKS and p.is_file()]
        except OSError:
            return ()
        return tuple(sorted(found))

    def is_meant(self, path: Path | str | None, document: str = "") -> bool:
        """Whether something that is kept for a file, or a document, is to go."""
        if self.document is None:
            return True
        own = self.document.path
        if document and document in self.document.documents:
            return True
        return bool(path) and own is not None and is_same(Path(str(path)), own)


@dataclass(frozen=True, slots=True)
class ClearableKind:
    """One kind. ``words`` name it, ``told`` says what that is; ``ticked`` where it usually goes.

    ``find`` looks, ``forget`` takes rows out of lists (raises OSError); files go by themselves.
    ``of_one`` where it can be told of one speech.
    """

    id: str
    words: str
    told: str
    find: Callable[[Home], Found]
    forget: Callable[[Home], object] = lambda home: None
    ticked: bool = True
    of_one: bool = True


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
