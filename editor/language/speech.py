"""What a speech calls itself and whom it calls upon, as alternatives for a pattern."""

from __future__ import annotations

from functools import cache

from editor.language.lists import words


@cache
def genre_choice(*, parts_too: bool = False) -> str:
    """'(?:讲话|发言|…)': what a title ends with.

    ``parts_too``: and what as often names a part of a speech (总结, 述职).
    """
    return _choice(words("genres") + (words("genres", "also-a-part") if parts_too else ()))


def openings() -> tuple[str, ...]:
    """What a salutation begins with: 尊敬的, 各位, 同志们 …"""
    return words("address", "openings")


@cache
def opening_choice() -> str:
    """'(?:尊敬的|各位|同志们|…)', for a pattern."""
    return _choice(openings())


@cache
def person_choice() -> str:
    """'(?:同志|代表|…)': who is called upon, in the singular."""
    return _choice(words("address", "persons"))


def _choice(entries: tuple[str, ...]) -> str:
    """Longer ones first, so that what follows in a pattern meets the whole word."""
    return f"(?:{'|'.join(sorted(entries, key=len, reverse=True))})"
