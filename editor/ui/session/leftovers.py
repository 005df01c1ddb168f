"""What killed programs left lying is taken away, off the interface thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from editor.files.opened import Opened
from editor.storage.leftovers import sweep_at_start, sweep_beside
from editor.ui.errands import Errands
from editor.ui.folder_lock import sweep_locks
from editor.ui.open_text import OpenText


class Leftovers(QObject):
    """Looks in the user's folder when the program has started, and beside each speech."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        """``folder``: the user's own."""
        super().__init__(parent)
        self._errands = Errands(self)
        self._errands.send(partial(sweep_at_start, folder), _enough)
        self._errands.send(partial(sweep_locks, folder / "recovery"), _enough)

    def watch(self, text: OpenText) -> None:
        """Look beside what is opened and saved here."""
        text.loaded.connect(self._look_beside)
        text.saved.connect(self._look_beside)

    def _look_beside(self, opened: Opened) -> None:
        if opened.path is not None:
            self._errands.send(partial(sweep_beside, opened.path), _enough)


def _enough(_gone: int) -> None:
    """Nobody waits for it: what is gone is no news."""
