"""A rehearsal as values: which section is being read, since when, and how fast.

Separate from its window: time comes in as seconds of any clock that only goes forward.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from editor.manuscript.delivery.timing import SectionTime
from editor.manuscript.outline.sections import Section

_ENOUGH: Final = 30.0  # seconds after which a speed can be told


@dataclass(frozen=True, slots=True)
class SectionLap:
    """A section that was read: ``spoken`` 字 in ``seconds``, ``planned`` at the old pace.

    ``whole`` is False where the reading ended inside it: then it tells no speed.
    """

    section: Section
    spoken: int
    planned: float
    seconds: float
    whole: bool = True

    @property
    def pace(self) -> float:
        """字 a minute, 0 where no time has passed or it was not read to its end."""
        return 60 * self.spoken / self.seconds if self.seconds > 0 and self.whole else 0.0


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One reading aloud. ``spent`` are seconds of each section up to ``since``.

    ``since`` is the clock when it last went on, None while it rests; ``at`` the section
    that is being read, equal to the number of parts when all are done.
    """

    parts: tuple[SectionTime, ...]
    spent: tuple[float, ...] = ()
    at: int = 0
    since: float | None = None
    broken_off: int = -1  # the section in which it ended, -1 where all was read

    @property
    def over(self) -> bool:
        """Whether the last section is done."""
        return self.at >= len(self.parts)

    @property
    def running(self) -> bool:
        """Whether the clock goes."""
        return self.since is not None and not self.over

    def go(self, now: float) -> Rehearsal:
        """Begin, or go on after a pause."""
        return self if self.running or self.over else replace(self, since=now)

    def pause(self, now: float) -> Rehearsal:
        """Stop the clock."""
        return replace(self._told(now), since=None)

    def next(self, now: float) -> Rehearsal:
        """The next section begins; after the last one it is over."""
        told = self._told(now)
        at = min(len(self.parts), self.at + 1)
        going = told.running and at < len(self.parts)
        return replace(told, at=at, since=now if going else None)

    def back(self, now: float) -> Rehearsal:
        """The section before is read again: its time counts anew."""
        if self.at == 0:
            return self
        told = self._told(now)
        spent = list(told._padded())
        spent[self.at - 1] = 0.0
        if not self.over:
            spent[self.at] = 0.0
        return replace(told, spent=tuple(spent), at=self.at - 1, since=now)

    def end(self, now: float) -> Rehearsal:
        """Stop here; what was not reached has no time."""
        inside = -1 if self.over else self.at
        return replace(self._told(now), at=len(self.parts), since=None, broken_off=inside)

    def seconds(self, now: float) -> tuple[float, ...]:
        """Seconds of each section up to ``now``."""
        return self._told(now)._padded()

    def expected(self, now: float) -> float:
        """Seconds that all of it will take: what is read as it was read, the rest as planned.

        Once half a minute of whole sections is heard, the rest goes at that speed.
        """
        told = self.seconds(now)
        done, rest = self.parts[: self.at], self.parts[self.at :]
        heard, spoken = sum(told[: self.at]), sum(part.spoken for part in done)
        pace = spoken / heard if heard >= _ENOUGH and spoken else 0.0
        ahead = [part.spoken / pace if pace else 60 * part.minutes for part in rest]
        here = told[self.at] if rest else 0.0
        return heard + max(here, ahead[0] if ahead else 0.0) + sum(ahead[1:])

    def laps(self) -> tuple[SectionLap, ...]:
        """The sections that were read."""
        rows = enumerate(zip(self.parts, self._padded(), strict=True))
        return tuple(
            SectionLap(p.section, p.spoken, 60 * p.minutes, s, n != self.broken_off)
            for n, (p, s) in rows
            if s > 0
        )

    def _padded(self) -> tuple[float, ...]:
        return self.spent + (0.0,) * (len(self.parts) - len(self.spent))

    def _told(self, now: float) -> Rehearsal:
        if self.since is None or self.over:
            return self
        spent = list(self._padded())
        spent[self.at] += max(0.0, now - self.since)
        return replace(self, spent=tuple(spent), since=now)
