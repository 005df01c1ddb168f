"""One input context of fcitx over D-Bus, the interface of fcitx 4, which fcitx 5 answers too.

Keys go out and answers, words and what is being composed come back, in one order: fcitx
answers one key after another, and the bus keeps the order of one sender.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from string import ascii_lowercase
from typing import NamedTuple, cast

from editor.input_method.session_bus import (
    ERROR,
    METHOD_RETURN,
    SIGNAL,
    Argument,
    Bus,
    BusMessage,
    BusObject,
)

# What we can do: show what is composed, with its looks; take it when the focus goes.
PREEDIT, FORMATTED, COMMITS_AT_LEAVING = 1 << 1, 1 << 4, 1 << 5
BUS = BusObject("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
LOCAL = "/org/freedesktop/DBus/Local"  # libdbus itself speaks from there
PLAIN, MARKED = 1 << 3, 1 << 4  # looks of a part: not underlined; the one being converted


@dataclass(frozen=True)
class KeyStroke:
    """A key as X names it: symbol, code, modifiers; ``ms`` is the event's time."""

    symbol: int
    code: int
    modifiers: int
    released: bool
    ms: int


class Answered(NamedTuple):
    """fcitx has looked at a key: ``taken`` is whether it keeps it."""

    number: int
    taken: bool


class Committed(NamedTuple):
    """Words to put in."""

    words: str


class Composing(NamedTuple):
    """What is being composed: parts with their looks; the caret in bytes of UTF-8."""

    parts: tuple[tuple[str, int], ...]
    caret: int


class Forwarded(NamedTuple):
    """A key that fcitx hands to the program."""

    symbol: int
    modifiers: int
    released: bool


class Deleted(NamedTuple):
    """Characters beside the caret to take out."""

    offset: int
    length: int


class Arrived(NamedTuple):
    """fcitx is there."""


class Lost(NamedTuple):
    """fcitx has gone; ``bus_too``: for good, the bus itself has."""

    bus_too: bool = False


FcitxEvent = Answered | Committed | Composing | Forwarded | Deleted | Arrived | Lost


class FcitxContext:
    """The conversation. ``display`` is the number of the X display, as fcitx names itself."""

    def __init__(self, bus: Bus, display: str) -> None:
        self._bus = bus
        self._service = f"org.fcitx.Fcitx-{display}"
        self._path = ""
        self._active = False  # Chinese was on: a new context starts with it off
        self._creating = self._letter = 0
        bus.listen(
            "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',"
            f"arg0='{self._service}'"
        )
        bus.listen(f"type='signal',sender='{self._service}'")
        self._asking = bus.call(BUS, "NameHasOwner", ("s", self._service))

    def is_open(self) -> bool:
        """Whether fcitx has given a context."""
        return bool(self._path)

    def key(self, key: KeyStroke) -> int:
        """Ask about a key; the number of its answer, 0 where nobody is there to ask."""
        if not self._path:
            return 0
        number = self._bus.call(
            self._context(), "ProcessKeyEvent",
            ("u", key.symbol), ("u", key.code), ("u", key.modifiers),
            ("i", int(key.released)), ("u", key.ms & 0xFFFFFFFF),
        )  # fmt: skip
        if chr(key.symbol & 0xFFFF) in ascii_lowercase and not (key.released or key.modifiers):
            self._letter = number
        return number

    def focus(self, here: bool) -> None:
        """Tell whether a field of ours has the keys."""
        self._tell("FocusIn" if here else "FocusOut")

    def reset(self) -> None:
        """Have fcitx forget what is being composed."""
        self._tell("Reset")

    def put_caret(self, x: int, y: int, width: int, height: int) -> None:
        """Tell where the caret is, in pixels of the screen, for the window of candidates."""
        self._tell("SetCursorRect", ("i", x), ("i", y), ("i", width), ("i", height))

    def abandon(self) -> None:
        """Forget this context, whose answers do not come, and ask for a new one."""
        self._tell("DestroyIC")
        self._path = ""
        self._create()

    def take(self, wait_ms: int = 0) -> list[FcitxEvent]:
        """What has happened, in order."""
        found = (self._understand(message) for message in self._bus.take(wait_ms))
        return [event for event in found if event is not None]

    def _tell(self, member: str, *arguments: Argument) -> None:
        if self._path:
            self._bus.tell(self._context(), member, *arguments)

    def _context(self) -> BusObject:
        return BusObject(self._service, self._path, "org.fcitx.Fcitx.InputContext")

    def _create(self) -> None:
        target = BusObject(self._service, "/inputmethod", "org.fcitx.Fcitx.InputMethod")
        self._creating = self._bus.call(target, "CreateICv3", ("s", "bigan"), ("i", os.getpid()))

    def _understand(self, message: BusMessage) -> FcitxEvent | None:
        if message.kind in (METHOD_RETURN, ERROR):
            return self._answer(message)
        if message.kind != SIGNAL:
            return None
        if message.member == "NameOwnerChanged":
            return self._changed_owner(message.values)
        if message.member == "Disconnected" and message.path == LOCAL:
            self._path = ""
            return Lost(bus_too=True)
        return _of_signal(message) if message.path == self._path else None

    def _answer(self, message: BusMessage) -> FcitxEvent | None:
        good = message.kind == METHOD_RETURN and bool(message.values)
        if message.reply_to == self._asking:
            if good and message.values[0]:
                self._create()
            return None
        if message.reply_to == self._creating:
            if not good or self._path:
                return None
            self._path = f"/inputcontext_{message.values[0]}"
            self._tell("SetCapacity", ("u", PREEDIT | FORMATTED | COMMITS_AT_LEAVING))
            if self._active:
                self._tell("FocusIn")
                self._tell("EnableIC")
            return Arrived()
        taken = good and bool(message.values[0])
        if message.reply_to == self._letter:
            self._active = taken  # fcitx 4 does not say when it is switched on
        return Answered(message.reply_to, taken)

    def _changed_owner(self, values: tuple[object, ...]) -> FcitxEvent | None:
        if len(values) != 3 or values[0] != self._service:
            return None
        was_open, self._path = bool(self._path), ""
        if values[2]:
            self._create()
        return Lost() if was_open else None


def _of_signal(message: BusMessage) -> FcitxEvent | None:
    match message.member, message.values:
        case "CommitString", (str(words),):
            return Committed(words)
        case "UpdateFormattedPreedit", (parts, int(caret)):
            return Composing(cast("tuple[tuple[str, int], ...]", parts), caret)
        case "UpdatePreedit", (str(words), int(caret)):
            return Composing(((words, 0),), caret)
        case "ForwardKey", (int(symbol), int(modifiers), int(kind)):
            return Forwarded(symbol, modifiers, bool(kind))
        case "DeleteSurroundingText", (int(offset), int(count)):
            return Deleted(offset, count)
        case _:
            return None
