"""The window with a text and without: page or start page, title, what is switched off."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from editor.ui.files.recent_files import RecentFiles
from editor.ui.files.start_page import StartPage
from editor.ui.open_text import OpenText
from editor.ui.shell.window import Window


class TextPresenter(QObject):
    """Keeps the window in step with what is open; ``shown`` tells the parts of the window."""

    shown = Signal(bool)

    def __init__(
        self, window: Window, text: OpenText, start: StartPage, recent: RecentFiles
    ) -> None:
        super().__init__(window)
        self._window, self._text, self._start, self._recent = window, text, start, recent
        text.about_to_load.connect(self._show_page)
        text.closed.connect(lambda: self.show_text(False))
        for told in (text.modified_changed, text.loaded, text.saved, text.closed):
            told.connect(self._show_title)

    def show_text(self, shown: bool) -> None:
        """The page, or the start page with the recent files."""
        self._window.show_text(shown)
        self._start.show_recent(self._recent.paths())
        self.shown.emit(shown)

    def _show_page(self) -> None:
        self.show_text(True)

    def _show_title(self) -> None:
        opened, name = self._text.opened, self._text.name()
        if opened and opened.read_only:
            name += "（只读）"
        self._window.show_title(name, modified=bool(opened) and self._text.modified)
