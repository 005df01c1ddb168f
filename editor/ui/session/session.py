"""From one run to the next: what was open, which of it was in front, where the carets stood."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from editor.data_files.json_data import json_of
from editor.files.presence import is_there
from editor.manuscript.paragraph import Position
from editor.manuscript.whole_number import whole_number
from editor.settings.store import Settings
from editor.ui.files.arrival import SpeechHost
from editor.ui.files.open_flow import OpenFlow
from editor.ui.files.start_page import SAMPLE
from editor.ui.session.ready_ahead import read_ahead


class OpenFile(NamedTuple):
    """A file that is open and the place of its caret; ``front``: it is the one in front."""

    path: Path
    caret: Position
    front: bool = False


class Session:
    """Begins and ends the work of one run."""

    def __init__(
        self,
        settings: Settings,
        host: SpeechHost,
        openings: OpenFlow,
        opened: Callable[[], Sequence[OpenFile]],
    ) -> None:
        """``opened``: the files that are open, in the order of their tabs."""
        self._settings, self._host, self._openings = settings, host, openings
        self._opened = opened

    def begin(self, path: str) -> None:
        """Open what the command line named, or the files of the last session."""
        resumes = self._settings.text("start") == "session"
        last = [one for one in self._last() if resumes and is_there(one.path)]
        if path == "--sample":
            self._openings.open_sample()
        elif path:
            self._host.promise([one.path for one in last], [one.caret for one in last])
            self._openings.open_path(path)
        elif last:
            self._host.promise([one.path for one in last], [one.caret for one in last])
            front = next((one for one in last if one.front), last[-1])
            self._openings.read(front.path)
        else:
            read_ahead(SAMPLE)

    def keep(self) -> None:
        """Write down what is open, so that it is known after a power cut too."""
        there = self._opened()
        front = next((one for one in there if one.front), None)
        self._settings.set("session_tabs", tuple([_row(one) for one in there]))
        # As a program that knows one speech reads it.
        self._settings.set("session_path", str(front.path) if front else "")
        place = front.caret if front else Position(0, 0)
        self._settings.set("session_caret", f"{place.paragraph},{place.offset}")
        self._settings.save()

    def _last(self) -> list[OpenFile]:
        """What was open; a row that cannot be read is passed over."""
        rows = [_read(row) for row in self._settings.texts("session_tabs")]
        found = [row for row in rows if row is not None]
        if found or not (path := self._settings.text("session_path")):
            return found
        paragraph, _, offset = self._settings.text("session_caret").partition(",")
        caret = Position(max(0, whole_number(paragraph)), max(0, whole_number(offset)))
        return [OpenFile(Path(path), caret, front=True)]


def _row(one: OpenFile) -> str:
    row = (str(one.path), one.caret.paragraph, one.caret.offset, one.front)
    return json.dumps(row, ensure_ascii=True)  # a name that is no Unicode stays what it is


def _read(row: str) -> OpenFile | None:
    try:
        path, paragraph, offset, front = cast("tuple[str, int, int, bool]", json_of(row))
        return OpenFile(Path(path), Position(max(0, int(paragraph)), max(0, int(offset))), front)
    except (ValueError, TypeError):
        return None
