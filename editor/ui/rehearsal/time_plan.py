"""How long each speech may be, and how the writer deals its minutes out.

Kept with the text: another has other minutes. One small file a document in the user's folder; a
speech that has none yet has the minutes of the settings. Where a file holds several speeches,
each has its own, known by its title, and by its place where the title is reworded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
from editor.manuscript.delivery.several_speeches import ChosenSpeech
from editor.manuscript.outline.sections import Section
from editor.settings.speaking_rates import FASTEST, SLOWEST
from editor.settings.store import Settings

LONGEST = 600  # minutes
MINUTES = "slot"  # the key in the file, from before they were called so


@dataclass(frozen=True, slots=True)
class SpeechTime:
    """The minutes of one speech; ``place`` -1 is that of a file that holds one.

    ``heard``: how long each part took when last rehearsed.
    """

    title: str = ""
    place: int = -1
    minutes: int | None = None
    own: tuple[Allotment, ...] = ()
    heard: tuple[Allotment, ...] = ()


class TimePlan(QObject):
    """The minutes of the speeches of one window's text."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._kept = DocumentValues(settings.folder / "times")
        self._path: Path | None = None
        self._times: tuple[SpeechTime, ...] = ()
        self.speech = ChosenSpeech()

    @property
    def minutes(self) -> int:
        """Minutes given, 0 for no limit."""
        given = self._now().minutes
        return self._settings.number("given_minutes") if given is None else given

    @property
    def own(self) -> tuple[Allotment, ...]:
        """What the writer gives to parts."""
        return self._now().own

    @property
    def heard(self) -> tuple[Allotment, ...]:
        """How long each part took when last rehearsed."""
        return self._now().heard

    def turn_to(self, speech: ChosenSpeech) -> None:
        """Another speech of the file is meant from now on."""
        before, self.speech = self.speech, speech
        if before != speech:
            self.changed.emit()

    def watch(self, path: Path | None) -> None:
        """Another text is open."""
        self._path, self.speech = path, ChosenSpeech()
        self._times = tuple(_from_rows(self._kept.of(path))) if path else ()
        self.changed.emit()

    def saved(self, path: Path) -> None:
        """The text is in this file now; its minutes go along."""
        self._path = path
        if self._times:
            self._keep()

    def give(self, minutes: int) -> None:
        """The speech may take so long."""
        self._put(replace(self._now(), minutes=minutes))

    def allot(self, parts: Sequence[Section], number: int, minutes: float | None) -> None:
        """One of the parts is to take so long; None: its share by length again."""
        told = given_minutes(self.own, parts)
        told.pop(number, None)
        if minutes is not None:
            told[number] = minutes
        own = tuple([allotment_of(parts[n], n, told[n]) for n in sorted(told)])
        self._put(replace(self._now(), own=own))

    def rehearsed(self, parts: Sequence[Section], laps: Sequence[SectionLap]) -> None:
        """These parts were read aloud; what was only leafed through keeps its last time."""
        told = given_minutes(self.heard, parts)
        spoken = [lap for lap in laps if SLOWEST / 2 <= lap.pace <= FASTEST * 1.5]
        starts = {lap.section.start: lap.seconds / 60 for lap in spoken}
        told |= {n: starts[part.start] for n, part in enumerate(parts) if part.start in starts}
        heard = tuple([allotment_of(parts[n], n, told[n]) for n in sorted(told)])
        self._put(replace(self._now(), heard=heard))

    def share_out(self) -> None:
        """All parts by their length again."""
        self._put(replace(self._now(), own=()))

    def _now(self) -> SpeechTime:
        """What is kept of the speech that is meant."""
        titles, place = self.speech
        title = self.speech.title
        same = [t for t in self._times if t.title == title and (t.place < 0) is (place < 0)]
        nearest = sorted(same, key=lambda time: abs(time.place - place))
        # A title that was reworded is known by its place, one among others by its words.
        there = [t for t in self._times if t.place == place and t.title not in titles]
        alone = [t for t in self._times if t.place < 0 and place == 0]
        return next(iter((*nearest, *there, *alone)), SpeechTime(title, place))

    def _put(self, time: SpeechTime) -> None:
        """Keep the minutes of the speech that is meant."""
        before = self._now()
        others = [t for t in self._times if t is not before or t.place != self.speech.number]
        named = replace(time, title=self.speech.title, place=self.speech.number)
        self._times = (*others, named)
        self._keep()

    def _keep(self) -> None:
        if self._path is not None:
            self._kept.keep(self._path, _to_rows(self._times))
        self.changed.emit()


def _to_rows(times: Sequence[SpeechTime]) -> list[object]:
    """The first row and the allotments behind it are those of a file with one speech."""
    alone = next((t for t in times if t.place < 0), SpeechTime())
    rows: list[object] = [_row(alone), *allotments_to_json(alone.own)]
    for time in times:
        if time.place >= 0:
            own = allotments_to_json(time.own)
            rows.append(_row(time) | {"speech": time.title, "number": time.place, "own": own})
    return rows


def _row(time: SpeechTime) -> dict[str, object]:
    return {MINUTES: time.minutes, "heard": allotments_to_json(time.heard)}


def _from_rows(rows: Sequence[object]) -> list[SpeechTime]:
    """What a file holds; what is none of it is passed over."""
    found = [cast("dict[str, Any]", row) for row in rows if isinstance(row, dict)]
    if not found:
        return []
    alone = _time(found[0])
    times = [replace(alone, own=allotments_from_json(rows[1:]))]
    for row in found[1:]:
        title, place = row.get("speech"), row.get("number")
        if isinstance(title, str) and isinstance(place, int) and place >= 0:
            own = _allotments(row.get("own"))
            times.append(replace(_time(row), title=title, place=place, own=own))
    return times


def _time(row: dict[str, Any]) -> SpeechTime:
    given = row.get(MINUTES)
    fits = isinstance(given, int) and 0 <= given <= LONGEST
    return SpeechTime(minutes=given if fits else None, heard=_allotments(row.get("heard")))


def _allotments(rows: object) -> tuple[Allotment, ...]:
    return allotments_from_json(cast("list[object]", rows)) if isinstance(rows, list) else ()
