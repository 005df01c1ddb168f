"""Sentences, the bare words of a text, and how alike two texts are by them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

from editor.manuscript.numbering import marker_at

# A sentence ends with its mark and the brackets and quotes closed behind it.
_SENTENCE: Final = re.compile(r"[^。！？；!?;…\u2028]*(?:[。！？；!?;…\u2028]+[”’」』）)》】]*|\Z)")


def sentences(text: str) -> list[str]:
    """The sentences of a text, marks and all; joined they are the text."""
    return [found.group() for found in _SENTENCE.finditer(text) if found.group()]


def bare_words(text: str) -> str:
    """A text without number, marks, spaces and width: what two of the same words share."""
    marker = marker_at(text)
    bare = text[marker.end :] if marker else text
    folded = unicodedata.normalize("NFKC", bare)
    kept = "".join([c for c in folded if c.isalnum()])
    return kept.casefold() if kept else folded.strip()


def bigrams(text: str) -> Counter[str]:
    """The pairs of characters of a text; one character is a pair by itself."""
    bare = bare_words(text)
    return Counter([bare[n : n + 2] for n in range(max(1, len(bare) - 1))]) if bare else Counter()


def shared_bigrams(one: Counter[str], other: Counter[str]) -> int:
    """How many pairs both have."""
    return sum([min(one[gram], other[gram]) for gram in one.keys() & other.keys()])


def dice(one: Counter[str], other: Counter[str]) -> float:
    """The share of pairs that both have (Dice 1945)."""
    return 2 * shared_bigrams(one, other) / max(1, sum(one.values()) + sum(other.values()))
