"""What the window needs and loads late: phrases, words; off the interface thread."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

from editor.settings.store import Settings
from editor.words.words import Words
from phrasebank.library import Library, load_library


class LibrarySource(QObject):
    """The phrase library, loaded in the background; ``ready`` tells when it is there."""

    ready = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.own = settings.folder / "phrases.txt"
        self._library: Library | None = None
        self._thread: threading.Thread | None = None

    def get(self) -> Library:
        """The library; waits for it where it is still loading."""
        if self._thread:
            self._thread.join()
        if self._library is None:
            self._library = load_library(own=self.own)
        return self._library

    def loaded(self) -> bool:
        """Whether `get` answers at once."""
        return self._library is not None

    def load(self) -> None:
        """Begin to load."""
        self._thread = threading.Thread(target=self._work, name="phrases", daemon=True)
        self._thread.start()

    def _work(self) -> None:
        self._library = load_library(own=self.own)
        self.ready.emit()
        self._library.prepare()


class Services:
    """The late parts of one window."""

    def __init__(self, settings: Settings) -> None:
        self.library = LibrarySource(settings)
        self.words = Words()

    def warm_up(self) -> None:
        """Load phrases, then words, while the user looks at the page."""
        self.library.load()
        self.words.load_in_background()

    def end(self) -> None:
        """Nothing to wait for: both threads only read, and are daemons."""
