"""The minutes and the speaker of each speech in a file, as they are kept beside it.

One small file a document in the user's folder; the window writes it, window and command line
read it. Where a file holds several speeches, each has its own, known by its title, and by its
place where the title is reworded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, cast

from editor.manuscript.delivery.allotment import (
    Allotment,
    allotments_from_json,
    allotments_to_json,
)
from editor.manuscript.delivery.several_speeches import ChosenSpeech

FOLDER = "times"  # in the user's folder
LONGEST = 600  # minutes
Rows = Sequence[object]
MINUTES = "slot"  # the key in the file, from before they were called so


@dataclass(frozen=True, slots=True)
class SpeechTime:
    """The minutes of one speech; ``place`` -1 is that of a file that holds one.

    ``leader`` reads it at ``pace`` 字 a minute; None: as the options say, or as the leader is
    known to speak. ``heard``: how long each part took when last rehearsed.
    """

    title: str = ""
    place: int = -1
    minutes: int | None = None
    leader: str | None = None
    pace: int | None = None
    own: tuple[Allotment, ...] = ()
    heard: tuple[Allotment, ...] = ()


def time_of(times: Sequence[SpeechTime], speech: ChosenSpeech) -> SpeechTime:
    """What is kept of a speech; nothing yet: all as the options say."""
    titles, place = speech
    title = speech.title
    same = [t for t in times if t.title == title and (t.place < 0) is (place < 0)]
    nearest = sorted(same, key=lambda time: abs(time.place - place))
    # A title that was reworded is known by its place, one among others by its words.
    there = [t for t in times if t.place == place and t.title not in titles]
    alone = [t for t in times if t.place < 0 and place == 0]
    return next(iter((*nearest, *there, *alone)), SpeechTime(title, place))


def to_rows(times: Sequence[SpeechTime]) -> list[object]:
    """The first row and the allotments behind it are those of a file with one speech."""
    alone = next((t for t in times if t.place < 0), SpeechTime())
    rows: list[object] = [_row(alone), *allotments_to_json(alone.own)]
    for time in times:
        if time.place >= 0:
            own = allotments_to_json(time.own)
            rows.append(_row(time) | {"speech": time.title, "number": time.place, "own": own})
    return rows


def merged_times(before: Rows, mine: Rows, theirs: Rows) -> Rows:
    """Rows in which what was changed here since ``before`` is mine, all else theirs."""
    old, new, other = (
        {(time.title, time.place): time for time in from_rows(rows)}
        for rows in (before, mine, theirs)
    )
    made: dict[tuple[str, int], SpeechTime] = {}
    for key in [*other, *[key for key in new if key not in other]]:
        there, here, was = other.get(key), new.get(key), old.get(key)
        if there is None or here is None:
            left = here if there is None else there
            if left is not None and left != was:  # one who has changed nothing lets it go
                made[key] = left
        else:
            made[key] = _merged(was or SpeechTime(*key), here, there)
    return to_rows(tuple(made.values()))


def _merged(was: SpeechTime, mine: SpeechTime, theirs: SpeechTime) -> SpeechTime:
    names = [one.name for one in fields(SpeechTime)]
    changed = {n: getattr(mine, n) for n in names if getattr(mine, n) != getattr(was, n)}
    return replace(theirs, **changed)


def _row(time: SpeechTime) -> dict[str, object]:
    heard = allotments_to_json(time.heard)
    return {MINUTES: time.minutes, "leader": time.leader, "pace": time.pace, "heard": heard}


def from_rows(rows: Sequence[object]) -> list[SpeechTime]:
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
    leader, pace = row.get("leader"), row.get("pace")
    return SpeechTime(
        minutes=given if fits else None,
        leader=leader if isinstance(leader, str) else None,
        pace=pace if isinstance(pace, int) and not isinstance(pace, bool) else None,
        heard=_allotments(row.get("heard")),
    )


def _allotments(rows: object) -> tuple[Allotment, ...]:
    return allotments_from_json(cast("list[object]", rows)) if isinstance(rows, list) else ()
