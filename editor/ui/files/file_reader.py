"""Reading a file for the window: at once, or in a worker that can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from editor.files.open import open_document, takes_long
from editor.files.opened import Opened
from editor.files.trouble import Trouble
from editor.ui.background_task import BackgroundTask
from editor.ui.message_bar import MessageBar
from editor.ui.trouble_box import show_trouble

_OWN = (".docx", ".docm", ".dotx", ".dotm", ".txt", ".md", ".pdf")


class FileReader:
    """Reads one file at a time; another one asked for takes the place of one that is read."""

    def __init__(self, messages: MessageBar, parent: QWidget) -> None:
        self._background = BackgroundTask(messages)
        self._parent = parent
        self._also: Callable[[], object] = lambda: None
        # Not the method itself: of that Qt keeps no hold, and nobody else may keep this reader.
        self._background.stopped.connect(lambda: self._stopped())

    def read(
        self,
        path: Path,
        done: Callable[[Opened], object],
        encoding: str | None = None,
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Give what a file holds to ``done``; where it cannot be had, say why and what to do.

        ``failed`` is told too, also where the user stopped the reading.
        """
        self._background.let_go()
        self._also = failed
        if takes_long(path):
            wait = "" if path.suffix.lower() in _OWN else "，要先转换成 Word 文档，最多一分钟"
            words = f"正在打开“{path.name}”{wait}…"
            work = partial(_converted, path, encoding)
            self._background.run(words, work, partial(self._read, done), self._failed)
            return
        try:
            opened = open_document(path, encoding=encoding)
        except Trouble as trouble:
            self._failed(trouble)
            return
        self._read(done, opened)

    def _read(self, done: Callable[[Opened], object], opened: Opened) -> None:
        """Nobody has to find out by himself that what he sees are no words."""
        if not opened.doubtful or opened.path is None:
            done(opened)
            return
        from editor.ui.files.encoding_dialog import ask_encoding

        chosen = ask_encoding(self._parent, opened)
        if chosen is None:
            self._also()
        elif chosen == opened.encoding:
            done(replace(opened, doubtful=False))
        else:
            self.read(opened.path, done, chosen, self._also)

    def _stopped(self) -> None:
        self._also()

    def _failed(self, trouble: Exception) -> None:
        if not isinstance(trouble, Trouble):
            raise trouble
        show_trouble(self._parent, "打不开", trouble)
        self._also()


def _converted(path: Path, encoding: str | None, stopped: Callable[[], bool]) -> Opened:
    from editor.files.conversion.convert import Conversion

    return open_document(path, encoding=encoding, conversion=Conversion(stopped=stopped))
