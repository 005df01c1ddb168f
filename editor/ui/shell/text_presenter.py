"""A speech on its desk: page or start page; and, while it is in front, the window's title.

Whether the window shows this speech or another one, its desk knows.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from editor.ui.open_text import OpenText
from editor.ui.shell.window import Window


class TextPresenter(QObject):
    """Keeps the window in step with what is open; ``shown`` tells the parts of the desk."""

    shown = Signal(bool)

    def __init__(self, window: Window, text: OpenText) -> None:
        super().__init__(text)
        self._window, self._text = window, text
        self._front = False
        text.about_to_load.connect(self._tell)
        text.closed.connect(self._tell)
        for told in (text.modified_changed, text.loaded, text.saved, text.closed):
            told.connect(self._show_title)

    def bring(self, front: bool) -> None:
        """Whether the window shows this speech from now on."""
        self._front = front
        self._tell()
        self._show_title()

    def _tell(self) -> None:
        shown = self._text.opened is not None
        self.shown.emit(shown)
        if self._front:
            self._window.enable_text(shown)

    def _show_title(self) -> None:
        if not self._front:
            return
        opened, name = self._text.opened, self._text.name()
        if opened and opened.read_only:
            name += "（只读）"
        self._window.show_title(name, modified=bool(opened) and self._text.modified)
