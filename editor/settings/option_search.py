"""Finding an option by what a writer calls it: label, help, keywords, pinyin initials."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from editor.settings.option_declaration import Option


class Sought(NamedTuple):
    """The words that find one thing: those it is called by, and those that only tell of it."""

    names: tuple[str, ...]
    told: tuple[str, ...] = ()


def sought(option: Option) -> Sought:
    """The words that find an option."""
    choices = [label for _, label in option.choices]
    return Sought((option.label, *option.keywords), (option.group, option.help, *choices))


def rank(words: str, given: Sought, initials: Callable[[str], str]) -> int | None:
    """How well words fit, 0 best; None where one of them is nowhere.

    ``initials`` gives one letter for each character ('zthc' finds 字体和…).
    """
    parts = words.casefold().split()
    ranks = [_rank(part, given, initials) for part in parts]
    found = [one for one in ranks if one is not None]
    return sum(found) if len(found) == len(parts) else None


def _rank(word: str, given: Sought, initials: Callable[[str], str]) -> int | None:
    head, *others = given.names
    if word in head.casefold():
        return 0
    if _in(word, others):
        return 1
    if word.isascii() and word.isalpha() and _in(word, map(initials, given.names)):
        return 2
    return 3 if _in(word, given.told) else None


def _in(word: str, texts: Iterable[str]) -> bool:
    return any(word in text.casefold() for text in texts)
