"""Keys in the order they were pressed, while fcitx has not yet said whose they are."""

from __future__ import annotations

from collections import deque
from typing import Generic, NamedTuple, TypeVar

Key = TypeVar("Key")


class _Waiting(NamedTuple, Generic[Key]):
    key: Key
    number: int  # of the answer


class KeyQueue(Generic[Key]):
    """fcitx answers in order, so an answer settles its key and all before it."""

    def __init__(self) -> None:
        self._waiting: deque[_Waiting[Key]] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, key: Key, number: int) -> None:
        """Let a key wait for the answer of that number."""
        self._waiting.append(_Waiting(key, number))

    def waits_for(self, number: int) -> bool:
        """Whether a key waits for the answer of that number."""
        return any(waiting.number == number for waiting in self._waiting)

    def settle(self, number: int, *, taken: bool) -> list[Key]:
        """What the program gets: the key if fcitx did not take it, after any that was passed over.

        An answer to a key that does not wait any more settles nothing.
        """
        if not self.waits_for(number):
            return []
        ours: list[Key] = []
        while self._waiting:
            waiting = self._waiting.popleft()
            if waiting.number == number:
                return ours if taken else [*ours, waiting.key]
            ours.append(waiting.key)
        return ours

    def give_up(self) -> list[Key]:
        """All that wait: nobody will answer."""
        keys = [waiting.key for waiting in self._waiting]
        self._waiting.clear()
        return keys
