"""A key that fcitx hands to the program, as Qt's key event."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

# X's symbols of the keys that move and delete; letters are their own Latin-1 code.
NAMED = {
    0xFF08: Qt.Key.Key_Backspace, 0xFF09: Qt.Key.Key_Tab, 0xFF0D: Qt.Key.Key_Return,
    0xFF8D: Qt.Key.Key_Enter, 0xFF1B: Qt.Key.Key_Escape, 0xFFFF: Qt.Key.Key_Delete,
    0xFF50: Qt.Key.Key_Home, 0xFF51: Qt.Key.Key_Left, 0xFF52: Qt.Key.Key_Up,
    0xFF53: Qt.Key.Key_Right, 0xFF54: Qt.Key.Key_Down, 0xFF55: Qt.Key.Key_PageUp,
    0xFF56: Qt.Key.Key_PageDown, 0xFF57: Qt.Key.Key_End,
}  # fmt: skip
UNICODE = 0x01000000
MODIFIERS = {
    1 << 0: Qt.KeyboardModifier.ShiftModifier,
    1 << 2: Qt.KeyboardModifier.ControlModifier,
    1 << 3: Qt.KeyboardModifier.AltModifier,
}


def forwarded_event(symbol: int, modifiers: int, *, released: bool) -> QKeyEvent | None:
    """The event for an X symbol, None for keys that write and move nothing."""
    held = Qt.KeyboardModifier.NoModifier
    for bit, modifier in MODIFIERS.items():
        if modifiers & bit:
            held |= modifier
    kind = QEvent.Type.KeyRelease if released else QEvent.Type.KeyPress
    if named := NAMED.get(symbol):
        text = "\r" if named in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else ""
        return QKeyEvent(kind, named, held, text)
    code = symbol - UNICODE if symbol >= UNICODE else symbol
    if not (0x20 <= code <= 0x7E or 0xA0 <= code <= 0xFF or symbol > UNICODE):
        return None
    return QKeyEvent(kind, ord(chr(code).upper()[0]), held, chr(code))
