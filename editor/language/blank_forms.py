"""What templates say in their brackets and where their words are gone, as named expressions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from editor.language.lists import FOLDER, LanguageListError

_T = TypeVar("_T")
_FRAGMENT: Final = re.compile("«([^»]*)»")


class BlankForm(NamedTuple):
    """A form by name: its shapes in one expression, and lines that have it and that have not."""

    name: str
    pattern: re.Pattern[str]
    bad: tuple[str, ...]
    good: tuple[str, ...]


class RoomForm(NamedTuple):
    """What stands on both sides of a gap that is a blank, and how wide the gap proves it alone.

    ``least`` counts half-width spaces; a full-width one is two.
    """

    name: str
    left: re.Pattern[str]
    right: re.Pattern[str]
    least: int
    bad: tuple[str, ...]
    good: tuple[str, ...]


def blank_form(name: str) -> re.Pattern[str]:
    """The expression of a form. Raises LanguageListError where the file has none of that name."""
    forms = blank_forms()
    if name not in forms:
        raise LanguageListError(FOLDER / "blank-forms.toml", f"缺少 {name}")
    return forms[name].pattern


@cache
def blank_forms(folder: Path = FOLDER) -> Mapping[str, BlankForm]:
    """All forms of a folder's file by name. Raises LanguageListError, naming the file."""
    return dict(_entries(folder, "forms", _form))


@cache
def room_forms(folder: Path = FOLDER) -> tuple[RoomForm, ...]:
    """All forms of rooms, in their order. Raises LanguageListError, naming the file."""
    return tuple(one for _, one in _entries(folder, "rooms", _room))


def _entries(
    folder: Path, table: str, made: Callable[[str, dict[str, Any], Mapping[str, str]], _T]
) -> list[tuple[str, _T]]:
    path = folder / "blank-forms.toml"
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        fragments: dict[str, str] = {}
        for name, fragment in data["fragments"].items():
            fragments[name] = _whole(fragment, fragments)
        return [(name, made(name, entry, fragments)) for name, entry in data[table].items()]
    except (OSError, ValueError, KeyError, TypeError, re.error) as error:
        raise LanguageListError(path, error) from error


def _form(name: str, entry: dict[str, Any], fragments: Mapping[str, str]) -> BlankForm:
    shapes = (f"(?:{_whole(shape, fragments)})" for shape in entry["shapes"])
    bad, good = tuple(entry["bad"]), tuple(entry["good"])
    return BlankForm(name, re.compile("|".join(shapes)), bad, good)


def _room(name: str, entry: dict[str, Any], fragments: Mapping[str, str]) -> RoomForm:
    left = re.compile(f"(?:{_whole(entry['left'], fragments)})$")
    right = re.compile(_whole(entry["right"], fragments))
    bad, good = tuple(entry["bad"]), tuple(entry["good"])
    return RoomForm(name, left, right, int(entry["least"]), bad, good)


def _whole(shape: str, fragments: Mapping[str, str]) -> str:
    """A shape with the fragments it names put in; a fragment may name those above it."""
    return _FRAGMENT.sub(lambda match: f"(?:{fragments[match[1]]})", shape)
