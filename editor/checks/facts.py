"""What document programs know of single paragraphs, kept by text between keystrokes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Facts:
    """A memory of pure functions on a paragraph's text; forgets what is no longer asked."""

    def __init__(self) -> None:
        self._now: dict[Callable[[str], Any], dict[str, Any]] = {}
        self._before: dict[Callable[[str], Any], dict[str, Any]] = {}

    def turn(self) -> None:
        """Begin a new reading: what the last two did not ask for is forgotten."""
        self._before, self._now = self._now, {}

    def each(self, function: Callable[[str], T], texts: list[str]) -> list[T]:
        """The function's value for each text; only new texts are computed."""
        now = self._now.setdefault(function, {})
        before = self._before.get(function, {})
        found: list[T] = []
        for text in texts:
            if text not in now:
                now[text] = before[text] if text in before else function(text)
            found.append(now[text])
        return found
