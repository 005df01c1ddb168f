"""Chinese surnames: one list for all rooms, which knows those that are also words."""

from __future__ import annotations

from functools import cache

from editor.language.lists import words

_ALSO_WORD = "*"


@cache
def surname_beginnings() -> frozenset[str]:
    """The characters that a name may begin with: every surname, the first of 欧阳 too."""
    return frozenset(name[0] for name in words("surnames"))


@cache
def plain_surnames() -> frozenset[str]:
    """The surnames of one character that hardly end a word of a sentence (not 于, 席, 施)."""
    return frozenset(name for name in words("surnames") if len(name) == 1)


@cache
def compound_surnames() -> tuple[str, ...]:
    """The surnames of two characters: 欧阳, 司马."""
    return tuple(n for n in (w.rstrip(_ALSO_WORD) for w in words("surnames")) if len(n) == 2)
