"""What document programs know of single paragraphs, kept between keystrokes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


_ROOM = 200  # so many keys that nobody asks for any more are no burden


class Facts:
    """A memory of pure functions; what a reading does not ask is forgotten in the end."""

    def __init__(self) -> None:
        self._known: dict[Callable[..., Any], dict[Any, Any]] = {}

    def each(self, function: Callable[[K], T], keys: Sequence[K]) -> list[T]:
        """The function's value for each key; only new keys are computed."""
        known = self._known.setdefault(function, {})
        for key in set(keys).difference(known):
            known[key] = function(key)
        return self._told(function, keys)

    def together(self, function: Callable[[Sequence[K]], list[T]], keys: Sequence[K]) -> list[T]:
        """The same for a function that takes all new keys at once."""
        known = self._known.setdefault(function, {})
        fresh = list(dict.fromkeys(key for key in keys if key not in known))
        if fresh:
            known.update(zip(fresh, function(fresh), strict=True))
        return self._told(function, keys)

    def _told(self, function: Callable[..., Any], keys: Sequence[Any]) -> list[Any]:
        known = self._known[function]
        values = list(map(known.__getitem__, keys))
        if len(known) > 2 * len(keys) + _ROOM:
            self._known[function] = dict(zip(keys, values, strict=True))
        return values
