"""Who gets how much of the given time: by the writer's word first, the rest by length.

Separate from `timing`, which counts: here minutes are dealt out to parts that are counted
already, so that the tree and the sheet of minutes cannot differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, cast

from editor.manuscript.delivery.several_speeches import ChosenSpeech
from editor.manuscript.outline.sections import Section
from editor.manuscript.sentences import bare_words

_LEAST: Final = 5 / 60  # minutes; nobody notices less
_SHARE: Final = 0.05  # of the allotment; a speaker differs as much from day to day


@dataclass(frozen=True, slots=True)
class Allotment:
    """``minutes`` the writer gives to a part, told by its heading, else by its ``place``."""

    kind: str
    title: str
    place: int
    minutes: float


class GivenMinutes(NamedTuple):
    """The time of a speech: ``minutes`` in all, 0 for no limit, at ``pace`` 字 a minute.

    ``own``: what the writer gives to parts. ``speech``: whose time it is, in a file of several.
    """

    minutes: float = 0.0
    pace: int = 180
    own: tuple[Allotment, ...] = ()
    speech: ChosenSpeech = ChosenSpeech()


def allotment_of(section: Section, place: int, minutes: float) -> Allotment:
    """The allotment of a part that is the ``place``-th."""
    return Allotment(section.kind.value, section.called, place, minutes)


def given_minutes(own: Sequence[Allotment], parts: Sequence[Section]) -> dict[int, float]:
    """The writer's minutes by the index of the part; a reworded heading is known by its place."""
    found: dict[int, float] = {}
    left = list(own)
    for number, part in enumerate(parts):
        same = [a for a in left if a.kind == part.kind.value and _like(a.title, part.called)]
        if same:
            found[number] = same[0].minutes
            left.remove(same[0])
    for one in left:
        free = one.place < len(parts) and one.place not in found
        if free and parts[one.place].kind.value == one.kind:
            found[one.place] = one.minutes
    return found


def _like(one: str, other: str) -> bool:
    return bare_words(one) == bare_words(other)


def minutes_dealt_out(
    needed: Sequence[float], budget: float, own: Mapping[int, float]
) -> list[float]:
    """The minutes of each part of ``budget``: its own, or its share by length of what is left.

    Where the writer's minutes leave nothing, the others get none.
    """
    left = max(0.0, budget - sum(own.values()))
    free = sum(size for number, size in enumerate(needed) if number not in own)
    return [
        own[number] if number in own else (left * size / free if free else 0.0)
        for number, size in enumerate(needed)
    ]


def verdict(needed: float, target: float) -> int:
    """1 too long, -1 shorter than it could be, 0 about right."""
    leeway = max(_LEAST, _SHARE * target)
    return (needed - target > leeway) - (target - needed > leeway)


_SAID: Final = re.compile(
    r"(?:(?P<m>[0-9]+(?:\.[0-9]+)?)\s*(?:分钟?|[:：′'](?=\s*[0-9])|[′']|$))?"
    r"\s*(?:(?P<s>[0-9]{1,3})\s*(?:秒|[″\"]|$))?"
)
_LONGEST: Final = 600  # minutes


def minutes_of(words: str) -> float | None:
    """Minutes as a writer types them: 2, 1.5, 1:30, 1′30″, 1分30秒, 90秒; None for no time."""
    text = unicodedata.normalize("NFKC", words).strip().replace("′′", "″")  # as ″ is folded
    text = text.replace("''", "″")
    found = _SAID.fullmatch(text)
    if not text or found is None:
        return None
    minutes = float(found["m"] or 0) + int(found["s"] or 0) / 60
    return minutes if minutes <= _LONGEST else None


def allotments_to_json(own: Sequence[Allotment]) -> list[dict[str, object]]:
    """Allotments as they are kept in a file."""
    return [{"kind": a.kind, "title": a.title, "place": a.place, "minutes": a.minutes} for a in own]


def allotments_from_json(rows: Sequence[object]) -> tuple[Allotment, ...]:
    """Allotments from a file; what is none is passed over."""
    return tuple([found for row in rows if (found := _unpacked(row)) is not None])


def _unpacked(row: object) -> Allotment | None:
    try:
        data = cast("dict[str, Any]", row)
        minutes = float(data["minutes"])
        made = Allotment(str(data["kind"]), str(data["title"]), int(data["place"]), minutes)
    except (KeyError, TypeError, ValueError):
        return None
    return made if 0 <= minutes <= 600 and made.place >= 0 else None
