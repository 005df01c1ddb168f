"""What document programs know of single paragraphs, kept between keystrokes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Facts:
    """A memory of pure functions; what two readings running did not ask is forgotten."""

    def __init__(self) -> None:
        self._now: dict[Callable[..., Any], dict[Any, Any]] = {}
        self._before: dict[Callable[..., Any], dict[Any, Any]] = {}

    def turn(self) -> None:
        """Begin a new reading."""
        self._before, self._now = self._now, {}

    def each(self, function: Callable[[K], T], keys: Sequence[K]) -> list[T]:
        """The function's value for each key; only new keys are computed."""
        now = self._now.setdefault(function, {})
        before = self._before.get(function, {})
        for key in keys:
            if key not in now:
                now[key] = before[key] if key in before else function(key)
        return [now[key] for key in keys]

    def together(self, function: Callable[[Sequence[K]], list[T]], keys: Sequence[K]) -> list[T]:
        """The same for a function that takes all new keys at once."""
        now = self._now.setdefault(function, {})
        before = self._before.get(function, {})
        fresh: dict[K, None] = {}
        for key in keys:
            if key in before:
                now[key] = before[key]
            elif key not in now:
                fresh[key] = None
        if fresh:
            now.update(zip(fresh, function(list(fresh)), strict=True))
        return [now[key] for key in keys]
