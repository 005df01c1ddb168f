"""What lines of a speech look like, as named expressions: salutations, titles, last words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from editor.data_files.toml_data import toml_of
from editor.language.lists import FOLDER, LanguageListError
from editor.language.speech import genre_choice, opening_choice, person_choice

_FRAGMENT: Final = re.compile("«([^»]*)»")


class LineForm(NamedTuple):
    """A form by name: its shapes in one expression, and lines that have it and that have not."""

    name: str
    pattern: re.Pattern[str]
    has: tuple[str, ...]
    others: tuple[str, ...]


def line_form(name: str) -> re.Pattern[str]:
    """The expression of a form. Raises LanguageListError where the file has none of that name."""
    forms = line_forms()
    if name not in forms:
        raise LanguageListError(FOLDER / "line-forms.toml", f"缺少 {name}")
    return forms[name].pattern


@cache
def line_forms(folder: Path = FOLDER) -> Mapping[str, LineForm]:
    """All forms of a folder's file by name. Raises LanguageListError, naming the file."""
    path = folder / "line-forms.toml"
    try:
        data: dict[str, Any] = toml_of(path.read_bytes())
        fragments = {
            "genre": genre_choice(),
            "opening": opening_choice(),
            "person": person_choice(),
        }
        for name, fragment in data["fragments"].items():
            fragments[name] = _whole(fragment, fragments)
        return {name: _form(name, entry, fragments) for name, entry in data["forms"].items()}
    except (OSError, ValueError, KeyError, TypeError, re.error) as error:
        raise LanguageListError(path, error) from error


def _form(name: str, entry: dict[str, Any], fragments: Mapping[str, str]) -> LineForm:
    shapes = (f"(?:{_whole(shape, fragments)})" for shape in entry["shapes"])
    pattern = re.compile("|".join(shapes))
    return LineForm(name, pattern, tuple(entry["has"]), tuple(entry["not"]))


def _whole(shape: str, fragments: Mapping[str, str]) -> str:
    """A shape with the fragments it names put in; a fragment may name those above it."""
    return _FRAGMENT.sub(lambda match: f"(?:{fragments[match[1]]})", shape)
