"""One character eaten inside a set word: 全面从治党, 习近总书记, 不忘初、牢记使命.

Filters of web sites delete single characters. In a word that is always written the same
the gap is certain; the blank is the character behind it, and it is filled in front of it.
"""

from __future__ import annotations

import re
from functools import cache

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import FoundBlank
from editor.language.gone_words import set_word_gaps


def eaten(text: str) -> list[FoundBlank]:
    """The gaps in set words, each at the character behind it."""
    gaps = set_word_gaps()
    places = [match.start() + gaps[match[0]] for match in _any_piece().finditer(text)]
    return [FoundBlank(at, at + 1, BlankKind.DROPPED) for at in places if at < len(text)]


@cache
def _any_piece() -> re.Pattern[str]:
    """One expression for all pieces, divided by their first character to fail early."""
    rows: dict[str, list[str]] = {}
    for piece in sorted(set_word_gaps()):
        rows.setdefault(piece[0], []).append(re.escape(piece[1:]))
    return re.compile("|".join(f"{head}(?:{'|'.join(rest)})" for head, rest in rows.items()))
