"""The words of office prose, and what tells the end of a heading by its words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from editor.language.lists import parts_of, words


class OfficeProse(NamedTuple):
    """Words of two characters; the weights of a sentence's first, a heading's last character."""

    words: frozenset[str]
    begins: Mapping[str, float]
    ends: Mapping[str, float]


class HeadingLexicon(NamedTuple):
    """Words by what they do at a heading's end; ``unending`` want something behind them."""

    tails: frozenset[str]
    likely: frozenset[str]
    inner: frozenset[str]
    starts: frozenset[str]
    transitive: frozenset[str]
    leading: frozenset[str]
    unending: frozenset[str]


@cache
def office_prose() -> OfficeProse:
    """The counts of office prose."""
    return OfficeProse(frozenset(words("office-words")), _weights("begins"), _weights("ends"))


@cache
def heading_lexicon() -> HeadingLexicon:
    """The words that end headings and begin bodies."""
    tails, likely, inner, starts, transitive, leading, may_end = (
        frozenset(words("heading-words", part))
        for part in ("tails", "likely", "inner", "starts", "transitive", "leading", "may-end")
    )
    return HeadingLexicon(tails, likely, inner, starts, transitive, leading, transitive - may_end)


def _weights(edge: str) -> Mapping[str, float]:
    """The weight of each character of the parts '[begins 1.0]', '[begins 0.8]' …"""
    found: dict[str, float] = {}
    for part, entries in parts_of("sentence-edges").items():
        name, _, weight = part.partition(" ")
        if name == edge:
            found.update(dict.fromkeys(entries, float(weight)))
    return MappingProxyType(found)
