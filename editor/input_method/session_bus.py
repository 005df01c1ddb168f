"""A connection to the bus of the user's session: calls that are answered later, and signals.

Nothing here waits, except `take` for as long as it is told to.
"""

from __future__ import annotations

import ctypes
from typing import NamedTuple, Protocol

from editor.input_method.bus_library import SESSION, append, load_bus_library, values_of

METHOD_RETURN, ERROR, SIGNAL = 2, 3, 4

Argument = tuple[str, str | int]  # a D-Bus type of one letter, and the value


class BusObject(NamedTuple):
    """Whom a call goes to."""

    service: str
    path: str
    interface: str


class BusMessage(NamedTuple):
    """What came: an answer (``reply_to`` a call's number) or a signal."""

    kind: int
    reply_to: int
    path: str
    member: str
    values: tuple[object, ...]


class Bus(Protocol):
    """What a conversation needs of the bus; a test has one without a daemon."""

    def call(self, target: BusObject, member: str, *arguments: Argument) -> int:
        """Send a call; its number, 0 where it could not be sent."""
        ...

    def tell(self, target: BusObject, member: str, *arguments: Argument) -> None:
        """Send a call whose answer nobody wants."""
        ...

    def listen(self, rule: str) -> None:
        """Have signals sent here."""
        ...

    def take(self, wait_ms: int = 0) -> list[BusMessage]:
        """What has come, in order; waits so long for something where nothing has."""
        ...


class SessionBus:
    """The connection, by libdbus; made by `open_session_bus`."""

    def __init__(self, library: ctypes.CDLL, connection: int) -> None:
        self._library, self._connection = library, connection
        library.dbus_connection_set_exit_on_disconnect(connection, 0)

    def descriptor(self) -> int:
        """The file descriptor to watch; -1 where there is none."""
        number = ctypes.c_int(-1)
        self._library.dbus_connection_get_unix_fd(self._connection, ctypes.byref(number))
        return number.value

    def listen(self, rule: str) -> None:
        """Have signals sent here; ``rule`` as D-Bus writes match rules."""
        self._library.dbus_bus_add_match(self._connection, rule.encode(), None)

    def call(self, target: BusObject, member: str, *arguments: Argument) -> int:
        """Send a call; its number, 0 where it could not be sent."""
        return self._send(target, member, arguments, answered=True)

    def tell(self, target: BusObject, member: str, *arguments: Argument) -> None:
        """Send a call whose answer nobody wants."""
        self._send(target, member, arguments, answered=False)

    def _send(
        self, target: BusObject, member: str, arguments: tuple[Argument, ...], *, answered: bool
    ) -> int:
        library = self._library
        names = (target.service, target.path, target.interface, member)
        message = library.dbus_message_new_method_call(*(name.encode() for name in names))
        if not message:
            return 0
        library.dbus_message_set_no_reply(message, not answered)
        library.dbus_message_set_auto_start(message, 0)  # nobody's input method is started by us
        for kind, value in arguments:
            append(library, message, kind, value)
        number = ctypes.c_uint32(0)
        sent = library.dbus_connection_send(self._connection, message, ctypes.byref(number))
        library.dbus_message_unref(message)
        return number.value if sent else 0

    def take(self, wait_ms: int = 0) -> list[BusMessage]:
        """What has come, in order; waits up to ``wait_ms`` for the first byte."""
        library = self._library
        library.dbus_connection_read_write(self._connection, wait_ms)
        found: list[BusMessage] = []
        while message := library.dbus_connection_pop_message(self._connection):
            found.append(self._read(message))
            library.dbus_message_unref(message)
        return found

    def _read(self, message: int) -> BusMessage:
        library = self._library
        return BusMessage(
            library.dbus_message_get_type(message),
            library.dbus_message_get_reply_serial(message),
            (library.dbus_message_get_path(message) or b"").decode(),
            (library.dbus_message_get_member(message) or b"").decode(),
            values_of(library, message),
        )

    def close(self) -> None:
        """Leave the bus."""
        self._library.dbus_connection_close(self._connection)
        self._library.dbus_connection_unref(self._connection)


def open_session_bus() -> SessionBus | None:
    """Connect (2 ms where it was measured); None without a bus or without libdbus."""
    library = load_bus_library()
    connection = library.dbus_bus_get_private(SESSION, None) if library else 0
    return SessionBus(library, connection) if library and connection else None
