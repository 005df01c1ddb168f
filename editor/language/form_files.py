"""Files of forms: expressions by name in TOML, with fragments that they share.

``[fragments]`` holds the fragments; «name» in an expression, or a later fragment, stands for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from editor.data_files.toml_data import toml_of
from editor.language.lists import LanguageListError

_T = TypeVar("_T")
_FRAGMENT: Final = re.compile("«([^»]*)»")
Made = Callable[[str, dict[str, Any], Mapping[str, str]], _T]
"""Makes an entry of its name, its table and the fragments."""


def entries_of(path: Path, table: str, made: Made[_T]) -> list[tuple[str, _T]]:
    """The entries of one table of a file, in its order. Raises LanguageListError, naming it."""
    try:
        data: dict[str, Any] = toml_of(path.read_bytes())
        fragments: dict[str, str] = {}
        for name, fragment in data["fragments"].items():
            fragments[name] = whole_shape(fragment, fragments)
        return [(name, made(name, entry, fragments)) for name, entry in data[table].items()]
    except (OSError, ValueError, KeyError, TypeError, re.error) as error:
        raise LanguageListError(path, error) from error


def whole_shape(shape: str, fragments: Mapping[str, str]) -> str:
    """A shape with the fragments it names put in."""
    return _FRAGMENT.sub(lambda match: f"(?:{fragments[match[1]]})", shape)
