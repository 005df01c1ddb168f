"""A mouse and keys for an X screen, by the XTest extension: what a writer's hand would do."""

from __future__ import annotations

import ctypes
import ctypes.util

LEFT, MIDDLE, RIGHT, CONTROL = 1, 2, 3, 0xFFE3
MODIFIERS = {"ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L"}


class Hand:
    """Moves, presses and types on the display of this process."""

    def __init__(self) -> None:
        self.used: set[str] = set()  # 'mouse', 'keys'
        self._x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst"))
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._x11.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self._screen = ctypes.c_void_p(self._x11.XOpenDisplay(None))
        assert self._screen.value, "no display"

    def move(self, x: int, y: int) -> None:
        """The pointer to a place of the screen, in pixels."""
        self.used.add("mouse")
        self._test.XTestFakeMotionEvent(self._screen, -1, x, y, ctypes.c_ulong(0))
        self._x11.XFlush(self._screen)

    def button(self, *, down: bool, which: int = LEFT) -> None:
        """Press or let go of a button of the mouse."""
        self._test.XTestFakeButtonEvent(self._screen, which, int(down), ctypes.c_ulong(0))
        self._x11.XFlush(self._screen)

    def click(self, which: int = LEFT) -> None:
        """Press and let go of a button of the mouse, where the pointer is."""
        for down in (True, False):
            self.button(down=down, which=which)

    def click_middle(self) -> None:
        """Press and let go of the middle button."""
        self.click(MIDDLE)

    def control(self, *, down: bool) -> None:
        """Hold Ctrl, or let go of it."""
        self._key(self._code(CONTROL), down=down)

    def control_and(self, key: str) -> None:
        """Ctrl and a letter, pressed and let go."""
        self.press(f"ctrl+{key}")

    def press(self, keys: str) -> None:
        """Keys pressed together and let go: 'Return', 'F8', 'alt+shift+Down', 'ctrl+o'."""
        *held, last = keys.split("+")
        codes = [self._named(MODIFIERS[one]) for one in held] + [self._named(last)]
        for code in codes:
            self._key(code, down=True)
        for code in reversed(codes):
            self._key(code, down=False)

    def type(self, words: str) -> None:
        """Letters, figures and signs that the keyboard has, one after the other."""
        for letter in words:
            symbol = ord(letter)
            code = self._code(symbol)
            plain = self._x11.XkbKeycodeToKeysym(self._screen, ctypes.c_ubyte(code), 0, 0)
            shift = self._named("Shift_L") if plain != symbol else 0
            for key, down in ((shift, True), (code, True), (code, False), (shift, False)):
                if key:
                    self._key(key, down=down)

    def _named(self, name: str) -> int:
        return self._code(self._x11.XStringToKeysym(name.encode()))

    def _code(self, symbol: int) -> int:
        code = self._x11.XKeysymToKeycode(self._screen, ctypes.c_ulong(symbol))
        assert code, f"no key for {symbol:#x}"
        return code

    def _key(self, code: int, *, down: bool) -> None:
        self.used.add("keys")
        self._test.XTestFakeKeyEvent(self._screen, code, int(down), ctypes.c_ulong(0))
        self._x11.XFlush(self._screen)
