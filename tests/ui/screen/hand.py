"""A mouse and keys for an X screen, by the XTest extension: what a writer's hand would do."""

from __future__ import annotations

import ctypes
import ctypes.util

LEFT, MIDDLE, CONTROL = 1, 2, 0xFFE3


class Hand:
    """Moves, presses and types on the display of this process."""

    def __init__(self) -> None:
        self._x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst"))
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._screen = ctypes.c_void_p(self._x11.XOpenDisplay(None))
        assert self._screen.value, "no display"

    def move(self, x: int, y: int) -> None:
        """The pointer to a place of the screen, in pixels."""
        self._test.XTestFakeMotionEvent(self._screen, -1, x, y, ctypes.c_ulong(0))
        self._x11.XFlush(self._screen)

    def button(self, *, down: bool) -> None:
        """Press or let go of the left button."""
        self._test.XTestFakeButtonEvent(self._screen, LEFT, int(down), ctypes.c_ulong(0))
        self._x11.XFlush(self._screen)

    def click_middle(self) -> None:
        """Press and let go of the middle button."""
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._screen, MIDDLE, down, ctypes.c_ulong(0))
        self._x11.XFlush(self._screen)

    def control(self, *, down: bool) -> None:
        """Hold Ctrl, or let go of it."""
        code = self._x11.XKeysymToKeycode(self._screen, ctypes.c_ulong(CONTROL))
        self._test.XTestFakeKeyEvent(self._screen, code, int(down), ctypes.c_ulong(0))
        self._x11.XFlush(self._screen)

    def control_and(self, key: str) -> None:
        """Ctrl and a letter, pressed and let go."""
        symbols = (CONTROL, ord(key))
        codes = [self._x11.XKeysymToKeycode(self._screen, ctypes.c_ulong(s)) for s in symbols]
        for code, down in ((codes[0], 1), (codes[1], 1), (codes[1], 0), (codes[0], 0)):
            self._test.XTestFakeKeyEvent(self._screen, code, down, ctypes.c_ulong(0))
        self._x11.XFlush(self._screen)
