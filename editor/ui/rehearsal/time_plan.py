"""How long the open speech may be, and how the writer deals the minutes out.

Kept with the speech: another speech has other minutes. One small file a document in the
user's folder; a speech that has none yet has the minutes of the settings.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from editor.files.document_values import DocumentValues
from editor.manuscript.delivery.allotment import (
    Allotment,
    allotment_of,
    allotments_from_json,
    allotments_to_json,
    given_minutes,
)
from editor.manuscript.delivery.rehearsal import SectionLap
from editor.manuscript.outline.sections import Section
from editor.settings.speaking_rates import FASTEST, SLOWEST
from editor.settings.store import Settings

LONGEST = 600  # minutes
MINUTES = "slot"  # the key in the file, from before they were called so


class TimePlan(QObject):
    """The minutes of one window's speech."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._kept = DocumentValues(settings.folder / "times")
        self._path: Path | None = None
        self._minutes: int | None = None
        self.own: tuple[Allotment, ...] = ()
        self.heard: tuple[Allotment, ...] = ()  # how long each part took when last rehearsed

    @property
    def minutes(self) -> int:
        """Minutes given, 0 for no limit."""
        return self._settings.number("given_minutes") if self._minutes is None else self._minutes

    def watch(self, path: Path | None) -> None:
        """Another speech is open."""
        self._path, self._minutes, self.own, self.heard = path, None, (), ()
        rows = self._kept.of(path) if path else []
        if rows and isinstance(rows[0], dict):
            first = cast("dict[str, Any]", rows[0])
            given, heard = first.get(MINUTES), first.get("heard")
            fits = isinstance(given, int) and 0 <= given <= LONGEST
            self._minutes = given if fits else None
            self.heard = (
                allotments_from_json(cast("list[object]", heard)) if isinstance(heard, list) else ()
            )
            self.own = allotments_from_json(rows[1:])
        self.changed.emit()

    def saved(self, path: Path) -> None:
        """The speech is in this file now; its minutes go along."""
        self._path = path
        if self._minutes is not None or self.own or self.heard:
            self._keep()

    def give(self, minutes: int) -> None:
        """The speech may take so long."""
        self._minutes = minutes
        self._keep()

    def allot(self, parts: Sequence[Section], number: int, minutes: float | None) -> None:
        """One of the parts is to take so long; None: its share by length again."""
        told = given_minutes(self.own, parts)
        told.pop(number, None)
        if minutes is not None:
            told[number] = minutes
        self.own = tuple([allotment_of(parts[n], n, told[n]) for n in sorted(told)])
        self._keep()

    def rehearsed(self, parts: Sequence[Section], laps: Sequence[SectionLap]) -> None:
        """These parts were read aloud; what was only leafed through keeps its last time."""
        told = given_minutes(self.heard, parts)
        spoken = [lap for lap in laps if SLOWEST / 2 <= lap.pace <= FASTEST * 1.5]
        starts = {lap.section.start: lap.seconds / 60 for lap in spoken}
        told |= {n: starts[part.start] for n, part in enumerate(parts) if part.start in starts}
        self.heard = tuple([allotment_of(parts[n], n, told[n]) for n in sorted(told)])
        self._keep()

    def share_out(self) -> None:
        """All parts by their length again."""
        self.own = ()
        self._keep()

    def _keep(self) -> None:
        if self._path is not None:
            first = {MINUTES: self._minutes, "heard": allotments_to_json(self.heard)}
            self._kept.keep(self._path, [first, *allotments_to_json(self.own)])
        self.changed.emit()
