"""The keys of the commands, default or one's own: everybody asks here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtGui import QKeySequence

from editor.settings.own_keys import kept_own, normal, read_own, resolved
from editor.settings.store import Settings

OPTION = "own_keys"


class KeyedCommand(Protocol):
    """What is asked of a command of the table."""

    @property
    def id(self) -> str:
        """Its name among the commands."""
        ...

    @property
    def text(self) -> str:
        """What the menu calls it."""
        ...

    @property
    def keys(self) -> str:
        """Its default keys, or ''."""
        ...

    @property
    def menu(self) -> str:
        """The menu it stands in."""
        ...


class CommandKeys:
    """Reads and sets the one option that holds them; takes effect by the settings' telling."""

    def __init__(self, settings: Settings, commands: Sequence[KeyedCommand]) -> None:
        self._settings = settings
        self.commands = {command.id: command for command in commands}
        self._defaults = {command.id: command.keys for command in commands}
        self._read: tuple[tuple[str, ...], dict[str, str]] | None = None

    def keys(self, command: str) -> str:
        """The keys that a command has now, '' for none."""
        return self._held()[command]

    def holder(self, keys: str) -> str:
        """The id of the command that has these keys now, or ''."""
        return _holder(self._held(), keys)

    def is_own(self, command: str) -> bool:
        """Whether a command has other keys than it comes with."""
        return self._held()[command] != self._defaults[command]

    def give(self, command: str, keys: str) -> None:
        """Give a command these keys ('' none); whoever had them has none then."""
        self._settings.change(OPTION, lambda kept: self._given(kept, command, keys))

    def _given(self, kept: tuple[str, ...], command: str, keys: str) -> tuple[str, ...]:
        own = read_own(kept)
        held = resolved(self._defaults, own)
        if keys and (before := _holder(held, keys)) not in ("", command):
            own[before] = ""
        own.pop(command, None)  # what is given last counts
        if keys != self._defaults[command] or self._is_taken(keys, own):
            own[command] = keys
        return kept_own(own)

    def reset(self, command: str) -> None:
        """Give a command its default keys again; whoever has them now has none then."""
        self.give(command, self._defaults[command])

    def reset_all(self) -> None:
        """Every command has its default keys again."""
        self._settings.reset(OPTION)

    def _is_taken(self, keys: str, own: dict[str, str]) -> bool:
        return bool(keys) and normal(keys) in [normal(other) for other in own.values() if other]

    def _held(self) -> dict[str, str]:
        kept = self._settings.texts(OPTION)
        if self._read is None or self._read[0] != kept:
            self._read = kept, resolved(self._defaults, read_own(kept))
        return self._read[1]


def _holder(held: Mapping[str, str], keys: str) -> str:
    same = normal(keys)
    return next((c for c, has in held.items() if has and normal(has) == same), "")


def shown(keys: str) -> str:
    """Keys as the keyboard has them written; Enter is called so."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return text.replace("Return", "Enter")
