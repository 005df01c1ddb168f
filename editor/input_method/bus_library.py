"""libdbus, as far as it is used: Qt needs it too, so it is there wherever a window opens.

Why not QtDBus: PySide6 sends every small number as an unsigned short, and fcitx wants 32 bits.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char_p, c_double, c_int, c_int32, c_uint32, c_uint64, c_void_p

ITERATOR_BYTES = 256  # DBusMessageIter is 72 bytes on 64-bit systems; it is opaque to us
SESSION = 0
BASIC = {
    "y": ctypes.c_uint8, "b": c_uint32, "n": ctypes.c_int16, "q": ctypes.c_uint16,
    "i": c_int32, "u": c_uint32, "x": ctypes.c_int64, "t": c_uint64, "d": c_double,
}  # fmt: skip
TEXTS, CONTAINERS = "sog", "arev("

_CALLS: dict[str, tuple[object, list[object]]] = {
    "dbus_bus_get_private": (c_void_p, [c_int, c_void_p]),
    "dbus_bus_add_match": (None, [c_void_p, c_char_p, c_void_p]),
    "dbus_connection_set_exit_on_disconnect": (None, [c_void_p, c_uint32]),
    "dbus_connection_get_unix_fd": (c_uint32, [c_void_p, POINTER(c_int)]),
    "dbus_connection_send": (c_uint32, [c_void_p, c_void_p, POINTER(c_uint32)]),
    "dbus_connection_read_write": (c_uint32, [c_void_p, c_int]),
    "dbus_connection_pop_message": (c_void_p, [c_void_p]),
    "dbus_connection_close": (None, [c_void_p]),
    "dbus_connection_unref": (None, [c_void_p]),
    "dbus_message_new_method_call": (c_void_p, [c_char_p] * 4),
    "dbus_message_set_no_reply": (None, [c_void_p, c_uint32]),
    "dbus_message_set_auto_start": (None, [c_void_p, c_uint32]),
    "dbus_message_unref": (None, [c_void_p]),
    "dbus_message_get_type": (c_int, [c_void_p]),
    "dbus_message_get_reply_serial": (c_uint32, [c_void_p]),
    "dbus_message_get_path": (c_char_p, [c_void_p]),
    "dbus_message_get_member": (c_char_p, [c_void_p]),
    "dbus_message_iter_init": (c_uint32, [c_void_p, c_void_p]),
    "dbus_message_iter_init_append": (None, [c_void_p, c_void_p]),
    "dbus_message_iter_append_basic": (c_uint32, [c_void_p, c_int, c_void_p]),
    "dbus_message_iter_get_arg_type": (c_int, [c_void_p]),
    "dbus_message_iter_get_basic": (None, [c_void_p, c_void_p]),
    "dbus_message_iter_recurse": (None, [c_void_p, c_void_p]),
    "dbus_message_iter_next": (c_uint32, [c_void_p]),
}


def load_bus_library() -> ctypes.CDLL | None:
    """The library with the types of its functions, or None where it is not installed."""
    try:
        library = ctypes.CDLL("libdbus-1.so.3")
        for name, (result, arguments) in _CALLS.items():
            function = getattr(library, name)
            function.restype, function.argtypes = result, arguments
    except (OSError, AttributeError):
        return None
    return library


def append(library: ctypes.CDLL, message: int, kind: str, value: str | int) -> None:
    """Add one argument of a basic type to a message."""
    iterator = ctypes.create_string_buffer(ITERATOR_BYTES)
    library.dbus_message_iter_init_append(message, iterator)
    held = c_char_p(value.encode()) if isinstance(value, str) else BASIC[kind](value)
    library.dbus_message_iter_append_basic(iterator, ord(kind), ctypes.byref(held))


def values_of(library: ctypes.CDLL, message: int) -> tuple[object, ...]:
    """The arguments of a message; arrays and structures are tuples."""
    iterator = ctypes.create_string_buffer(ITERATOR_BYTES)
    if not library.dbus_message_iter_init(message, iterator):
        return ()
    return _values(library, iterator)


def _values(library: ctypes.CDLL, iterator: ctypes.Array[ctypes.c_char]) -> tuple[object, ...]:
    found: list[object] = []
    while code := library.dbus_message_iter_get_arg_type(iterator):
        kind = chr(code)
        if kind in CONTAINERS:
            inner = ctypes.create_string_buffer(ITERATOR_BYTES)
            library.dbus_message_iter_recurse(iterator, inner)
            found.append(_values(library, inner))
        elif kind in TEXTS:
            text = c_char_p()
            library.dbus_message_iter_get_basic(iterator, ctypes.byref(text))
            found.append((text.value or b"").decode("utf-8", "replace"))
        else:
            held = BASIC.get(kind, c_uint64)()
            library.dbus_message_iter_get_basic(iterator, ctypes.byref(held))
            found.append(held.value)
        library.dbus_message_iter_next(iterator)
    return tuple(found)
