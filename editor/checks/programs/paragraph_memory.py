"""What document programs know of single paragraphs, kept between keystrokes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
TextPlaces = Mapping[str, Sequence[int]]
"""The paragraphs of a reading by their text, each with where it stands."""
Gate = re.Pattern[str] | str
"""What a paragraph must hold to need a look: what an expression finds, or one of some signs."""


_ROOM = 200  # so many keys that nobody asks for any more are no burden


class ParagraphMemory:
    """A memory of pure functions; what a reading does not ask is forgotten in the end."""

    def __init__(self) -> None:
        self._known: dict[Callable[..., Any], dict[Any, Any]] = {}
        self._told: dict[Callable[..., Any], tuple[set[str], dict[str, Any]]] = {}
        self._joined = _Joined([])

    def each(self, function: Callable[[K], T], keys: Sequence[K]) -> list[T]:
        """The function's value for each key; only new keys are computed."""
        known = self._known.setdefault(function, {})
        for key in set(keys).difference(known):
            known[key] = function(key)
        values = list(map(known.__getitem__, keys))
        if len(known) > 2 * len(keys) + _ROOM:
            self._known[function] = dict(zip(keys, values, strict=True))
        return values

    def found(
        self,
        function: Callable[[str], T | None],
        places: TextPlaces,
        gate: Gate | None = None,
    ) -> list[tuple[int, T]]:
        """The paragraphs of which the function tells something, in order, with that.

        Most tell nothing. What does not hold the gate needs no look; all new paragraphs
        are searched for it at once.
        """
        fresh, known = self._fresh(function, places)
        if gate is not None and fresh:
            fresh = self._together(fresh).holding(gate)
        for text in fresh:
            if value := function(text):
                known[text] = value
        return _placed(known, places)

    def together(
        self, function: Callable[[Sequence[str]], Mapping[str, T]], places: TextPlaces
    ) -> list[tuple[int, T]]:
        """The same for a function that takes all new paragraphs at once."""
        fresh, known = self._fresh(function, places)
        if fresh:
            known.update(function(fresh))
        return _placed(known, places)

    def _fresh(
        self, function: Callable[..., Any], places: TextPlaces
    ) -> tuple[list[str], dict[str, Any]]:
        """The paragraphs a function has not seen yet, and what it told of the others."""
        seen, known = self._told.setdefault(function, (set(), {}))
        fresh = [text for text in places if text not in seen] if seen else list(places)
        if len(seen) > 2 * len(places) + _ROOM:
            seen.clear()
            for text in [text for text in known if text not in places]:
                del known[text]
        seen.update(places if not seen else fresh)
        return fresh, known

    def _together(self, texts: list[str]) -> _Joined:
        if self._joined.texts != texts:
            self._joined = _Joined(texts)
        return self._joined


class _Joined:
    """Paragraphs joined by line feeds, to be searched in one walk."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self._whole = "\n".join(texts)
        self._ends = list(accumulate(len(text) + 1 for text in texts))

    def holding(self, gate: Gate) -> list[str]:
        """The paragraphs that hold what a gate asks for."""
        if isinstance(gate, str):
            places = sorted({place for sign in gate for place in self._with_sign(sign)})
        else:
            places = self._with(gate)
        return [self.texts[place] for place in places]

    def _with(self, gate: re.Pattern[str]) -> Iterator[int]:
        whole, ends, end = self._whole, self._ends, 0
        while match := gate.search(whole, end):
            place = bisect_right(ends, match.start())
            end = ends[place]
            yield place

    def _with_sign(self, sign: str) -> Iterator[int]:
        whole, ends, end = self._whole, self._ends, 0
        while (at := whole.find(sign, end)) >= 0:
            place = bisect_right(ends, at)
            end = ends[place]
            yield place


def _placed(known: Mapping[str, T], places: TextPlaces) -> list[tuple[int, T]]:
    """What is known of the texts that are there, in the order of the paragraphs."""
    found = [
        (place, value) for text, value in known.items() if text in places for place in places[text]
    ]
    found.sort(key=itemgetter(0))
    return found


def places_of(texts: Sequence[str]) -> TextPlaces:
    """Where each text stands; a text may stand several times."""
    found: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        if text in found:
            found[text].append(place)
        else:
            found[text] = [place]
    return found
