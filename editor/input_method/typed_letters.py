"""What was typed of a word that is shown while it is composed."""

from __future__ import annotations

import re

_VOWELS = (
    "a[io]?|an|ang|ei?|en|eng|er|ou?|ong|i[ae]?|iao|iu|ian|in|iang|ing|iong|"
    "u[aoie]?|uai|uan|un|uang|ve?|n|ng|m"
)
_SYLLABLE = re.compile(
    rf"(?:[bpmfdtnlgkjqxryw]|[zcs]h?|h)?(?:{_VOWELS})|[bpmfdtnlgkhjqxryw]|[zcs]h?"
)
_GAP = re.compile(r"(?<=[a-zA-Z]) (?=[a-zA-Z])")


def letters(composed: str) -> str:
    """The word as typed: pinyin without its gaps; anything else as it is."""
    words = re.findall("[a-zA-Z]+", composed)
    if all(_SYLLABLE.fullmatch(word.lower()) for word in words):
        return _GAP.sub("", composed)
    return composed
