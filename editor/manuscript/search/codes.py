"""The codes that Word and WPS take in plain words: ^p, ^t, ^l, ^^; in a replacement ^& too."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

SOFT_BREAK: Final = "\u2028"
CODES: Final = MappingProxyType({"p": "\n", "t": "\t", "l": SOFT_BREAK, "^": "^"})
FOUND: Final = "&"


def decoded(words: str) -> Iterator[tuple[str, bool]]:
    """Each letter that is meant, and whether it came by a code; an unknown code is its letters.

    ('&', True) is what was found.
    """
    at = 0
    while at < len(words):
        code = words[at + 1 : at + 2].lower() if words[at] == "^" else ""
        if code and (code in CODES or code == FOUND):
            yield CODES.get(code, FOUND), True
            at += 2
        else:
            yield words[at], False
            at += 1
