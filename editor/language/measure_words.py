"""Characters behind a number: measure words, and what places, organs and units end with."""

from __future__ import annotations

from editor.language.lists import words


def measure_or_place() -> str:
    """What may stand behind a mark for a number or a name, as one run of characters."""
    return "".join((*words("measures", "measures"), *words("measures", "places")))


def measures() -> str:
    """Measure words of one character."""
    return "".join(words("measures", "measures"))


def counted() -> str:
    """Everything that is counted by a number before it."""
    return measure_or_place() + "".join(words("measures", "counted"))
