"""The phrase bank of a window, loaded off the interface thread while one looks at the page."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from phrasebank.bank import PhraseBank, load_phrase_bank


class PhraseBankSource(QObject):
    """Loads the bank in the background; ``ready`` tells when it is there."""

    ready = Signal()

    def __init__(self, own: Path) -> None:
        """``own``: the file of the user's phrases."""
        super().__init__()
        self._own = own
        self._bank: PhraseBank | None = None
        self._thread: threading.Thread | None = None

    def get(self) -> PhraseBank:
        """The bank; waits for it where it is still loading."""
        if self._thread:
            self._thread.join()
        if self._bank is None:
            self._bank = load_phrase_bank(own=self._own)
        return self._bank

    def loaded(self) -> bool:
        """Whether `get` answers at once."""
        return self._bank is not None

    def initials(self, words: str) -> str:
        """The pinyin initials of words, as many; '' while the bank is not there."""
        return self._bank.initials.of(words) if self._bank else ""

    def load(self) -> None:
        """Begin to load. Nothing waits for it at the end: it only reads, in a daemon."""
        self._thread = threading.Thread(target=self._work, name="phrases", daemon=True)
        self._thread.start()

    def _work(self) -> None:
        self._bank = load_phrase_bank(own=self._own)
        self.ready.emit()
        self._bank.prepare()
