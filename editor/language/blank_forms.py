"""What templates say in their brackets and where their words are gone, as named expressions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from editor.language.form_files import entries_of, whole_shape
from editor.language.lists import FOLDER, LanguageListError


class BlankForm(NamedTuple):
    """A form by name: its shapes in one expression, and lines that have it and that have not."""

    name: str
    pattern: re.Pattern[str]
    bad: tuple[str, ...]
    good: tuple[str, ...]


class RoomForm(NamedTuple):
    """What stands on both sides of a gap that is a blank, and how wide the gap proves it alone.

    ``least`` counts half-width spaces; a full-width one is two. ``paired``: a smaller gap is one
    too where its paragraph has another.
    """

    name: str
    left: re.Pattern[str]
    right: re.Pattern[str]
    least: int
    paired: bool
    bad: tuple[str, ...]
    good: tuple[str, ...]


def blank_form(name: str) -> re.Pattern[str]:
    """The expression of a form. Raises LanguageListError where the file has none of that name."""
    forms = blank_forms()
    if name not in forms:
        raise LanguageListError(_file(FOLDER), f"缺少 {name}")
    return forms[name].pattern


@cache
def blank_forms(folder: Path = FOLDER) -> Mapping[str, BlankForm]:
    """All forms of a folder's file by name. Raises LanguageListError, naming the file."""
    return dict(entries_of(_file(folder), "forms", _form))


@cache
def room_forms(folder: Path = FOLDER) -> tuple[RoomForm, ...]:
    """All forms of rooms, in their order. Raises LanguageListError, naming the file."""
    return tuple(one for _, one in entries_of(_file(folder), "rooms", _room))


def _file(folder: Path) -> Path:
    return folder / "blank-forms.toml"


def _form(name: str, entry: dict[str, Any], fragments: Mapping[str, str]) -> BlankForm:
    shapes = (f"(?:{whole_shape(shape, fragments)})" for shape in entry["shapes"])
    bad, good = tuple(entry["bad"]), tuple(entry["good"])
    return BlankForm(name, re.compile("|".join(shapes)), bad, good)


def _room(name: str, entry: dict[str, Any], fragments: Mapping[str, str]) -> RoomForm:
    left = re.compile(f"(?:{whole_shape(entry['left'], fragments)})$")
    right = re.compile(whole_shape(entry["right"], fragments))
    bad, good = tuple(entry["bad"]), tuple(entry["good"])
    least, paired = int(entry["least"]), bool(entry.get("paired", True))
    return RoomForm(name, left, right, least, paired, bad, good)
