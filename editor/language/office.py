"""The words of office prose with their classes, and the weights of what ends a heading."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from editor.language.lists import parts_of

_COMMON: Final = -10.0  # of two characters, some four thousand are


class OfficeWord(NamedTuple):
    """A word's class ('n', 'v', …) and how rare it is, as the logarithm of its share."""

    word_class: str
    share: float


@cache
def office_words() -> Mapping[str, OfficeWord]:
    """The words of office prose, one to four characters long."""
    found: dict[str, OfficeWord] = {}
    for part, entries in parts_of("office-words").items():
        word_class, _, rare = part.partition(" ")
        found.update(dict.fromkeys(entries, OfficeWord(word_class, -float(rare))))
    return MappingProxyType(found)


def is_common(word: str) -> bool:
    """Whether a word is one of the few thousand that any office uses."""
    known = office_words().get(word)
    return known is not None and len(word) > 1 and known.share >= _COMMON


@cache
def heading_weights() -> Mapping[str, float]:
    """What each sign says for a heading's ending at a place, in logarithms of odds."""
    return _weights("heading-weights")


@cache
def sibling_weights() -> Mapping[str, float]:
    """What each likeness says for two headings' being siblings."""
    return _weights("sibling-weights")


def _weights(name: str) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for part, entries in parts_of(name).items():
        found.update(dict.fromkeys(entries, float(part.removeprefix("weight "))))
    return MappingProxyType(found)
