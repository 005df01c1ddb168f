"""A bus with a little fcitx at its end: letters are composed, a space puts in 你好."""

from __future__ import annotations

import os

from editor.input_method.session_bus import (
    METHOD_RETURN,
    SIGNAL,
    Argument,
    BusMessage,
    BusObject,
)

NAME = "org.fcitx.Fcitx-81"
BACKSPACE = 0xFF08


class LittleFcitx:
    """Answers as fcitx 4 does, in the order of fcitx 4; `silent` holds its answers back."""

    def __init__(self, *, runs: bool = True) -> None:
        self.runs, self.silent, self.contexts = runs, False, 0
        self.told: list[str] = []
        self.held: list[BusMessage] = []
        self.carets: list[tuple[object, ...]] = []
        self.composed = ""
        self._number = 0
        self._came: list[BusMessage] = []
        self._bell, self._ring = os.pipe()

    def descriptor(self) -> int:
        """What becomes readable when something has come."""
        return self._bell

    def close(self) -> None:
        """Give the pipe back."""
        os.close(self._bell)
        os.close(self._ring)

    def listen(self, rule: str) -> None:
        """Nothing else ever comes."""

    def call(self, target: BusObject, member: str, *arguments: Argument) -> int:
        """Answer, or hold the answer back."""
        self._number += 1
        match member:
            case "NameHasOwner":
                self._answer(self.runs)
            case "CreateICv3":
                self.contexts += 1
                self._answer(self.contexts, True, 0, 0, 0, 0)
            case "ProcessKeyEvent":
                symbol, _, held, released, _ = (int(value) for _, value in arguments)
                self._key(0 if held else symbol, released=bool(released))
            case _:
                self._answer()
        return self._number

    def tell(self, target: BusObject, member: str, *arguments: Argument) -> None:
        """Remember what was told."""
        self.told.append(member)
        if member == "SetCursorRect":
            self.carets.append(tuple(value for _, value in arguments))
        if member == "Reset":
            self.composed = ""

    def take(self, wait_ms: int = 0) -> list[BusMessage]:
        """All that has come."""
        came, self._came = self._came, []
        if came:
            os.read(self._bell, 65536)
        return came

    def speak(self) -> None:
        """Say what was held back, and be silent no more."""
        self.silent = False
        held, self.held = self.held, []
        for message in held:
            self._come(message)

    def speak_once(self) -> None:
        """Give the first answer that was held back, and stay silent."""
        self.silent = False
        self._come(self.held.pop(0))
        self.silent = True

    def owner(self, new: str) -> None:
        """The name changes hands: '' is an end, a name a start."""
        old, self.runs = ":1.7" if self.runs else "", bool(new)
        self._come(BusMessage(SIGNAL, 0, "/", "NameOwnerChanged", (NAME, old, new)))

    def signal(self, member: str, *values: object) -> None:
        """Say something of the newest context."""
        self._come(BusMessage(SIGNAL, 0, f"/inputcontext_{self.contexts}", member, values))

    def _key(self, symbol: int, *, released: bool) -> None:
        letter = chr(symbol) if symbol < 0x7F else ""
        if released or not (letter.islower() or self.composed):
            self._answer(0)
        elif letter.islower():
            self._compose(self.composed + letter)
        elif symbol == BACKSPACE:
            self._compose(self.composed[:-1])
        elif letter == " ":
            self.composed = ""
            self.signal("UpdateFormattedPreedit", (), 0)
            self.signal("CommitString", "你好")
            self._answer(1)
        else:
            self._answer(0)

    def _compose(self, words: str) -> None:
        self.composed = words
        self._answer(1)
        self.signal("UpdateFormattedPreedit", ((words, 0),) if words else (), len(words))

    def _answer(self, *values: object) -> None:
        self._come(BusMessage(METHOD_RETURN, self._number, "", "", values))

    def _come(self, message: BusMessage) -> None:
        if self.silent:
            self.held.append(message)
            return
        self._came.append(message)
        os.write(self._ring, b"!")
