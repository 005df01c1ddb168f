"""A speech that comes into the window, and what the window is asked for to take it up.

The rooms that open something (a file, a version, an unsaved text) know neither desks nor tabs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from editor.files.opened import Opened
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.ui.message_bar import MessageBar


@dataclass(frozen=True, slots=True)
class Arrival:
    """What has been opened; ``unsaved`` are newer words of it.

    ``history``: the document under which its versions go on; ``unfiled``: it is in no file yet.
    """

    opened: Opened
    unsaved: Manuscript | None = None
    history: str = ""
    unfiled: bool = False


class SpeechHost(Protocol):
    """The window, to whoever opens something in it."""

    def go_to_file(self, path: Path) -> bool:
        """Bring the speech of a file to the front, if it is open and has been read."""
        ...

    def put(self, arrival: Arrival) -> bool:
        """A tab for it, in front; False where the same file is open and is to stay as it is."""
        ...

    def is_kept(self) -> bool:
        """Whether the unsaved words of the speech in front are on the disk."""
        ...

    def promise(self, paths: Sequence[Path], carets: Sequence[Position] = ()) -> None:
        """Tabs for files that are read when one goes to them."""
        ...

    def give_up(self, path: Path) -> None:
        """A promised file cannot be read: its tab goes."""
        ...

    def bar(self) -> MessageBar:
        """The message bar of the speech in front."""
        ...

    def folder(self) -> Path | None:
        """The folder of the speech in front."""
        ...
