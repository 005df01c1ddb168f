"""What the window needs and loads late: phrases, words; off the interface thread."""

from __future__ import annotations

from editor.settings.store import Settings
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.words.segmenter import Segmenter


class Services:
    """The late parts of one window."""

    def __init__(self, settings: Settings) -> None:
        self.phrase_bank = PhraseBankSource(settings.folder / "phrases.txt")
        self.words = Segmenter()

    def warm_up(self) -> None:
        """Load phrases, then words, while the user looks at the page."""
        self.phrase_bank.load()
        self.words.load_in_background()

    def end(self) -> None:
        """Nothing to wait for: both threads only read, and are daemons."""
