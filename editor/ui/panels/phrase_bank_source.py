"""The phrase bank of a window, loaded off the interface thread while one looks at the page."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.ui.errands import Errands
from phrasebank.bank import PhraseBank, load_phrase_bank


class PhraseBankSource(QObject):
    """Loads the bank in the background; ``ready`` tells when it is there."""

    ready = Signal()

    def __init__(self, own: Path) -> None:
        """``own``: the file of the user's phrases."""
        super().__init__()
        self._own = own
        self._banks: list[PhraseBank] = []  # none, or the one
        self._errands = Errands(self)
        self._thread: threading.Thread | None = None

    def get(self) -> PhraseBank:
        """The bank; waits for it where it is still loading."""
        if self._thread:
            self._thread.join()
        if not self._banks:
            self._banks.append(load_phrase_bank(own=self._own))
        return self._banks[0]

    def loaded(self) -> bool:
        """Whether `get` answers at once."""
        return bool(self._banks)

    def initials(self, words: str) -> str:
        """The pinyin initials of words, as many; '' while the bank is not there."""
        return self._banks[0].initials.of(words) if self._banks else ""

    def load(self) -> None:
        """Begin to load. Nothing waits for it at the end: it only reads, in a daemon."""
        tell = self._errands.expect(self.ready.emit)
        asked = (self._own, self._banks, tell)
        self._thread = threading.Thread(target=_load, args=asked, name="phrases", daemon=True)
        self._thread.start()


def _load(own: Path, banks: list[PhraseBank], tell: Callable[[], None]) -> None:
    bank = load_phrase_bank(own=own)
    banks.append(bank)
    tell()
    bank.prepare()
