"""How long each speech may be, who reads it how fast, and how its minutes are dealt out.

Kept with the text (`editor/files/speech_times.py`): another has other minutes and another
leader. A speech that has none yet has those of the settings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.files.document_values import DocumentValues
from editor.files.speech_times import FOLDER, SpeechTime, from_rows, merged_times, time_of, to_rows
from editor.manuscript.delivery.allotment import (
    Allotment,
    allotment_of,
    given_minutes,
)
from editor.manuscript.delivery.rehearsal import SectionLap
from editor.manuscript.delivery.several_speeches import ChosenSpeech
from editor.manuscript.outline.sections import Section
from editor.settings.speaking_rates import FASTEST, SLOWEST, SpeakingRates, pace_of_speech
from editor.settings.store import Settings


class TimePlan(QObject):
    """The minutes of the speeches of one window's text."""

    changed = Signal()

    def __init__(self, settings: Settings, leaders: SpeakingRates, parent: QObject) -> None:
        super().__init__(parent)
        self.leaders = leaders
        self._settings = settings
        self._kept = DocumentValues(settings.folder / FOLDER, merge=merged_times)
        self._path: Path | None = None
        self._times: tuple[SpeechTime, ...] = ()
        self.speech = ChosenSpeech()

    @property
    def minutes(self) -> int:
        """Minutes given, 0 for no limit."""
        given = self._now().minutes
        return self._settings.number("given_minutes") if given is None else given

    @property
    def leader(self) -> str:
        """Who reads it, '' for nobody in particular."""
        kept = self._now().leader
        return self._settings.text("leader") if kept is None else kept

    @property
    def pace(self) -> int:
        """How fast it is read, in 字 a minute."""
        kept = self._now()
        own = pace_of_speech(kept.leader, kept.pace, self.leaders)
        return own or self._settings.number("pace")

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
        self._times = tuple(from_rows(self._kept.of(path))) if path else ()
        self.changed.emit()

    def saved(self, path: Path) -> None:
        """The text is in this file now; its minutes go along."""
        self._path = path
        if self._times:
            self._keep()

    def give(self, minutes: int) -> None:
        """The speech may take so long."""
        self._put(replace(self._now(), minutes=minutes))

    def read_by(self, leader: str) -> None:
        """This leader reads it, as fast as the leader is known to; '' is nobody in particular."""
        known = leader in self.leaders.all
        self._put(replace(self._now(), leader=leader, pace=None if known else self.pace))

    def read_at(self, pace: int) -> None:
        """It is read so fast, in 字 a minute, whoever reads it."""
        self._put(replace(self._now(), pace=pace))

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
        return time_of(self._times, self.speech)

    def _put(self, time: SpeechTime) -> None:
        """Keep the minutes of the speech that is meant."""
        before = self._now()
        others = [t for t in self._times if t is not before or t.place != self.speech.number]
        named = replace(time, title=self.speech.title, place=self.speech.number)
        self._times = (*others, named)
        self._keep()

    def _keep(self) -> None:
        if self._path is not None:
            self._kept.keep(self._path, to_rows(self._times))
        self.changed.emit()
