"""From one run to the next: what was open, where the caret stood."""

from __future__ import annotations

from pathlib import Path

from editor.files.presence import is_there
from editor.manuscript.paragraph import Position
from editor.ui.context import Context
from editor.ui.files.file_flow import FileFlow
from editor.ui.files.start_page import SAMPLE
from editor.ui.session.ready_ahead import read_ahead


class Session:
    """Begins and ends the work of one run."""

    def __init__(self, context: Context, files: FileFlow) -> None:
        self._controller, self._text = context.controller, context.text
        self._settings = context.settings
        self._files = files

    def begin(self, path: str) -> None:
        """Open what the command line named, or the last session's file."""
        resumes = self._settings.text("start") == "session"
        last = self._settings.text("session_path") if resumes else ""
        if path == "--sample":
            self._files.open_sample()
        elif path:
            self._files.open_path(path)
        elif last and is_there(Path(last)):
            self._files.open_path(last)
            self._restore_caret()
        else:
            read_ahead(SAMPLE)

    def end(self) -> None:
        """Remember what is open and where the caret is."""
        caret, path = self._controller.caret(), self._text.path
        self._settings.set("session_path", str(path.absolute()) if path else "")
        self._settings.set("session_caret", f"{caret.paragraph},{caret.offset}")
        self._settings.save()

    def _restore_caret(self) -> None:
        paragraph, _, offset = self._settings.text("session_caret").partition(",")
        there = self._controller.manuscript().paragraphs
        if paragraph.isdigit() and offset.isdigit() and int(paragraph) < len(there):
            inside = min(int(offset), len(there[int(paragraph)].text))
            place = Position(int(paragraph), inside)
            self._controller.go_to(place, place)
