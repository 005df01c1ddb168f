"""Automatic numbering as values: the lists of a Word file, and the labels they give.

Apart from the file so that labels can follow the text while it is edited. Counting follows
ECMA-376 Part 1, 17.9: levels count per list, a deeper level starts again under a new
number of a shallower one (unless w:lvlRestart says otherwise), a list (w:num) may start a
level anew, lists of one abstract definition go on counting together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NamedTuple

from editor.manuscript.number_format import write_number
from editor.manuscript.paragraph import Paragraph

LEVELS: Final = 9
BULLET: Final = "bullet"
UNLISTED: Final = "0/0"  # said not to be numbered, as w:numId 0 says it in the file
_PLACE: Final = re.compile(r"%([1-9])")


class ListLevel(NamedTuple):
    """One level of a list: how it counts, and the paragraph style that goes with it.

    ``restart`` -1: after any shallower level; 0: never; n: after level n or above.
    ``role`` is the role of ``style`` as `Paragraph.style` has it.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = -1
    legal: bool = False
    style: str = ""
    role: str = ""


PLAIN: Final = ListLevel()


class NumberList(NamedTuple):
    """A list: whose numbers it goes on counting, its levels, and where it starts anew."""

    counter: str
    levels: Mapping[int, ListLevel]
    starts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of one document by their ids; ``headings`` are its heading styles by role."""

    by_id: Mapping[str, NumberList]
    headings: Mapping[str, str] = field(default_factory=dict[str, str])

    def __bool__(self) -> bool:
        return bool(self.by_id)

    def level(self, listed: str) -> ListLevel | None:
        """The level that a paragraph is numbered by; None where the list has none such."""
        list_id, level = place_of(listed)
        found = self.by_id.get(list_id)
        return found.levels.get(level) if found else None

    def depth(self, listed: str) -> int:
        """How many levels that count the list has, from its first on without a gap."""
        levels = self.by_id[place_of(listed)[0]].levels
        return next((n for n in range(LEVELS) if not _counts(levels.get(n))), LEVELS)

    def beside(self, listed: str, step: int) -> str:
        """The place ``step`` levels deeper in the same list; '' where nothing counts there."""
        list_id, level = place_of(listed)
        other = listed_at(list_id, level + step)
        return other if level + step >= 0 and _counts(self.level(other)) else ""

    def role(self, style: str, old: str, new: str) -> str:
        """The role of a paragraph of role ``style`` that went from one level to another.

        That of the level's own style where levels have such; else headings go as far up or
        down among the document's heading styles, as in Word.
        """
        before, after = self.level(old), self.level(new)
        if before and after and before.style and after.style and style == before.role:
            return after.role
        if not style.startswith("heading"):
            return style
        other = f"heading{int(style[7:]) + place_of(new)[1] - place_of(old)[1]}"
        return other if other in self.headings else style


NO_LISTS: Final = Lists(MappingProxyType({}))


class ListCounter:
    """The numbers of all lists as paragraphs go by."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists.by_id
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._restarted: dict[tuple[str, int], tuple[int, ...]] = {}

    def label(self, listed: str) -> str:
        """Count one paragraph at a place ('list/level'); its label, '' for bullets.

        Call it for every numbered paragraph in the order of the text.
        """
        list_id, level = place_of(listed)
        found = self._lists.get(list_id)
        if found is None or not 0 <= level < LEVELS:
            return ""
        self._step(list_id, found, level)
        one = found.levels.get(level, PLAIN)
        if one.form == BULLET:
            return ""
        counts = self._counts[found.counter]

        def written(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = found.levels.get(at, PLAIN)
            number = counts[at] if counts[at] is not None else other.start
            form = "decimal" if one.legal and other.form != "none" else other.form
            return write_number(number or 0, form)

        return _PLACE.sub(written, one.text)

    def _step(self, list_id: str, found: NumberList, level: int) -> None:
        counts = self._counts.setdefault(found.counter, [None] * LEVELS)
        start = found.starts.get(level)
        if start is not None and (list_id, level) not in self._begun:
            counts[level] = start
        elif counts[level] is None:
            counts[level] = found.levels.get(level, PLAIN).start
        else:
            counts[level] = (counts[level] or 0) + 1
        self._begun.add((list_id, level))
        for shallower in range(level):
            if counts[shallower] is None:
                counts[shallower] = found.levels.get(shallower, PLAIN).start
        place = (list_id, level)
        if place not in self._restarted:
            self._restarted[place] = tuple(_restarted_by(found, level))
        for deeper in self._restarted[place]:
            counts[deeper] = None


def _restarted_by(found: NumberList, level: int) -> Iterator[int]:
    """The levels that begin anew behind a paragraph of a level."""
    for deeper in range(level + 1, LEVELS):
        restart = found.levels.get(deeper, PLAIN).restart
        if restart < 0 or (restart > 0 and level < restart):
            yield deeper


def listed_at(list_id: str, level: int) -> str:
    """What `Paragraph.listed` says of a list and a level (from 0)."""
    return f"{list_id}/{level}"


def place_of(listed: str) -> tuple[str, int]:
    """The list and the level that `Paragraph.listed` says."""
    list_id, _, level = listed.rpartition("/")
    return list_id, int(level or 0)


def labels_of(paragraphs: Iterable[Paragraph], lists: Lists) -> list[str]:
    """The label of every paragraph as Word will show it; the unnumbered keep what they have."""
    count = ListCounter(lists)
    return [
        p.label if not p.listed else "" if p.listed == UNLISTED else count.label(p.listed)
        for p in paragraphs
    ]


def _counts(level: ListLevel | None) -> bool:
    return level is not None and level.form not in (BULLET, "none") and "%" in level.text
