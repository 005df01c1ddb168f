"""Which keys a command may have: not those that one types, edits, or speaks to the system with."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from editor.settings.own_keys import normal

_MOD, _KEY = Qt.KeyboardModifier, Qt.Key
ONLY_MODIFIERS = (
    _KEY.Key_Control, _KEY.Key_Shift, _KEY.Key_Alt, _KEY.Key_Meta, _KEY.Key_AltGr,
    _KEY.Key_CapsLock, _KEY.Key_NumLock, _KEY.Key_Super_L, _KEY.Key_Super_R, _KEY.Key_unknown,
)  # fmt: skip
_STANDARD = (
    "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A", "Ctrl+Insert",
    "Shift+Insert", "Shift+Delete", "Ctrl+Backspace", "Ctrl+Delete", "Alt+Backspace",
)  # fmt: skip
_SYSTEM = (
    "Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Escape", "Ctrl+Escape", "Ctrl+Alt+Delete",
    "Alt+Space", "Ctrl+Shift+Escape",
)  # fmt: skip
_INPUT = ("Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+Space", "Ctrl+Alt+Space")
_MOVING = (
    _KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Home, _KEY.Key_End,
    _KEY.Key_PageUp, _KEY.Key_PageDown,
)  # fmt: skip
_TYPING = (_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Tab, _KEY.Key_Backtab, _KEY.Key_Escape,
           _KEY.Key_Backspace, _KEY.Key_Delete, _KEY.Key_Insert, _KEY.Key_Space,
           _KEY.Key_Menu)  # fmt: skip


def keys_of(pressed: QKeyCombination) -> str:
    """How a stroke is written portably; the keypad's digits are the digits."""
    modifiers = pressed.keyboardModifiers() & ~_MOD.KeypadModifier
    key = pressed.key()
    if key is _KEY.Key_Backtab:  # what Shift+Tab comes as
        key = _KEY.Key_Tab
    if key is _KEY.Key_Enter:
        key = _KEY.Key_Return
    return QKeySequence(QKeyCombination(modifiers, key)).toString(_PORTABLE)


def fixed(default: str) -> bool:
    """Whether a command has a key that is the same everywhere, and keeps it."""
    return normal(default) in map(normal, _STANDARD)


def refusal(pressed: QKeyCombination, menu_letters: str) -> str:
    """Why these keys are for no command, or ''. ``menu_letters`` open a menu with Alt."""
    keys = keys_of(pressed)
    modifiers = pressed.keyboardModifiers() & ~_MOD.KeypadModifier
    bare = modifiers in (_MOD.NoModifier, _MOD.ShiftModifier)
    same = normal(keys)
    if same in map(normal, _INPUT):
        return f"{keys} 是输入法切换中英文、标点用的，要留给它。"
    if same in map(normal, _SYSTEM) or modifiers & _MOD.MetaModifier:
        return f"{keys} 是系统用的，程序收不到。"
    if same in map(normal, _STANDARD):
        return f"{keys} 在各处都是编辑文字用的，不能改作别用。"
    if modifiers is _MOD.AltModifier and any(same == normal(f"Alt+{c}") for c in menu_letters):
        return f"{keys} 是打开菜单用的。"
    key = pressed.key()
    if key in _MOVING and not modifiers & _MOD.AltModifier:
        return f"{keys} 是移动光标、选文字用的。"
    tab = key in (_KEY.Key_Tab, _KEY.Key_Backtab) and not modifiers & _MOD.ControlModifier
    if tab or (bare and key in _TYPING):
        return f"{keys} 是打字、换格、收起用的。"
    function = _KEY.Key_F1 <= key <= _KEY.Key_F35
    if bare and not function:
        return f"{keys} 是打字用的，请和 Ctrl 或 Alt 一起按。"
    return ""


_PORTABLE = QKeySequence.SequenceFormat.PortableText
