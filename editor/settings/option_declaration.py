"""One option as a value: what it is called, what it may be, where the settings window shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, cast

Value = str | int | bool | tuple[str, ...]


def as_it_was(value: object) -> object:
    """The value that an option of an earlier version had, unchanged."""
    return value


class Earlier(NamedTuple):
    """What an option was called in an earlier version; ``convert`` makes its value one of now."""

    name: str
    convert: Callable[[object], object] = as_it_was


class Option(NamedTuple):
    """One option. ``low``/``high`` bound an int, ``choices`` list the values of a str.

    One without a label is remembered state and is not shown. ``group`` is where the settings
    window has it, ``keywords`` are further words that find it, ``unit`` stands behind a number.
    ``kind`` 'font' is the name of an installed family, '' the usual one. ``was`` names what it
    was in earlier versions, the latest first: an option whose values change gets a new name.
    """

    name: str
    default: Value
    label: str = ""
    help: str = ""
    low: int = 0
    high: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    group: str = ""
    keywords: tuple[str, ...] = ()
    unit: str = ""
    kind: str = ""
    was: tuple[Earlier, ...] = ()

    def accepts(self, value: object) -> bool:
        """Whether a value has the type, the range and is one of the choices."""
        match self.default, value:
            case bool(), _:
                return isinstance(value, bool)
            case int(), bool():
                return False
            case int(), int():
                return self.low == self.high or self.low <= value <= self.high
            case tuple(), tuple():
                return all(isinstance(v, str) for v in cast("tuple[object, ...]", value))
            case str(), str():
                return not self.choices or value in [choice for choice, _ in self.choices]
            case _:
                return False
