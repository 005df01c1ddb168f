"""Keys of one's own for commands: kept as one option, never two commands with one key.

Keys are written as Qt writes them portably: 'Ctrl+Shift+K', '' for none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def read_own(kept: Iterable[str]) -> dict[str, str]:
    """The keys by command from the option ('outline.up=Alt+Up'); what is no such pair goes."""
    pairs = (row.partition("=") for row in kept)
    return {command: keys for command, sign, keys in pairs if command and sign}


def kept_own(own: Mapping[str, str]) -> tuple[str, ...]:
    """The same as the option holds it."""
    return tuple(f"{command}={keys}" for command, keys in own.items())


def resolved(defaults: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """The keys that hold, for every command of ``defaults``.

    One's own come before the defaults, and of two that are alike the one given last holds: the
    other command has none, so that neither is dead by being ambiguous.
    """
    held: dict[str, str] = {}
    taken: set[str] = set()
    latest_first = list(own.items())[::-1]
    chosen = [(command, keys) for command, keys in latest_first if command in defaults]
    rest = [(command, keys) for command, keys in defaults.items() if command not in own]
    for command, keys in (*chosen, *rest):
        free = bool(keys) and normal(keys) not in taken
        held[command] = keys if free else ""
        taken.add(normal(keys))
    return held


def normal(keys: str) -> str:
    """Keys in one way of writing: 'shift+ctrl+k' is 'Ctrl+Shift+K'."""
    head, plus, last = keys.casefold().rpartition("+")
    if plus and not last:  # the key is + itself
        head, last = head.removesuffix("+"), "+"
    last = {"enter": "return", "esc": "escape", "del": "delete"}.get(last, last)
    return "+".join([*sorted(part for part in head.split("+") if part), last])
