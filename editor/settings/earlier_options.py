"""Options of an earlier version, read by the names they have now.

What was renamed keeps its old entry in the file, so that going back to the older program
loses nothing; an entry under the new name counts first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from editor.settings.option_declaration import Option


def brought_over(found: Mapping[str, Any], options: Iterable[Option]) -> dict[str, Any]:
    """What a settings file holds, with the values of renamed options under their new names.

    A value that cannot be converted, or is none of the option's, is left where it is.
    """
    values = dict(found)
    for option in options:
        if option.name in found:
            continue
        for name, convert in option.was:
            if name in found:
                value = _converted(found[name], convert)
                if option.accepts(value):
                    values[option.name] = value
                break
    return values


def _converted(value: object, convert: Any) -> object:
    if isinstance(value, list):  # how the file writes a tuple
        value = tuple(cast("list[object]", value))
    try:
        return convert(value)
    except (TypeError, ValueError, ArithmeticError, LookupError):
        return None
