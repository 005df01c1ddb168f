"""How a sentence that has been begun may go on, by the phrases of the bank.

Only what is likely is offered: words that are begun to the letter, and no choice between
many ways to go on. A writer who does not take it must not have been disturbed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from phrasebank.bank import PhraseBank
from phrasebank.values import Phrase

LEAST = 4  # characters that begin a clause of a phrase and stand before the caret
INSIDE = 6  # from the middle of a clause: four of those are in every second speech
_BACK = 24  # characters before the caret that are compared
_SHORTEST = 2  # characters to add; for one no key is saved
_CLAUSE_FROM = 2  # characters from which on a comma ends what is offered
_WAYS = 3  # ways to go on between which nobody could guess
_LIMIT = 60  # phrases that are looked at

_HEADS = "，。；：！？、“”‘’（）《》—…\n,;:!? \u3000"
_STOP = re.compile("[。！？；\n]")
_COMMA = re.compile("[，：]")
_AFTER = re.compile(r"\Z|[，。；：！？、”’）》\s]")


class Completion(NamedTuple):
    """The words to add at the caret, the phrase they are of, how much of it was there."""

    text: str
    phrase: Phrase
    matched: int


class Completer:
    """Goes on with what the bank has; as quick as one search of it."""

    def __init__(self, bank: PhraseBank) -> None:
        self._bank = bank

    def after(self, before: str, behind: str = "") -> Completion | None:
        """What may follow ``before``, the paragraph up to the caret.

        ``behind`` is the rest of the paragraph: nothing is offered inside a sentence.
        """
        if not _AFTER.match(behind) or not _searchable(before[-LEAST:]):
            return None
        found = sorted(self._candidates(before[-_BACK:]), key=_rank)
        return found[0] if found and not _open(found) else None

    def _candidates(self, tail: str) -> Iterator[Completion]:
        for hit in self._bank.search(tail[-LEAST:], limit=_LIMIT):
            text = hit.phrase.text
            for _, end in hit.spans:
                matched = _common(tail, text[:end])
                rest = _rest(text[end:], whole=hit.phrase.fixed)
                if len(rest) >= _SHORTEST and matched >= _enough(text, end - matched, end):
                    yield Completion(rest, hit.phrase, matched)


def _searchable(words: str) -> bool:
    """Whether words can be looked for: no spaces, no Latin letters, hardly a mark."""
    whole = len(words) == LEAST and not any(c.isascii() or c.isspace() for c in words)
    return whole and sum(c in _HEADS for c in words) <= 1


def _enough(text: str, start: int, end: int) -> int:
    """How much of a phrase must have been typed: less where it begins a clause."""
    headed = start == 0 or any(c in _HEADS for c in text[start - 1 : end])
    return LEAST if headed else INSIDE


def _common(one: str, other: str) -> int:
    """How many characters both end with."""
    size = 0
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            break
        size += 1
    return size


def _rest(text: str, *, whole: bool) -> str:
    """To the end of the clause; an official formulation to the end of its sentence."""
    rest = _STOP.split(text, maxsplit=1)[0]
    comma = None if whole else _COMMA.search(rest, _CLAUSE_FROM)
    rest = rest[: comma.start()] if comma else rest
    return rest if rest[:1] not in "，、：" else ""


def _rank(found: Completion) -> tuple[int, bool, bool, int]:
    phrase = found.phrase
    return -found.matched, not phrase.fixed, not phrase.own, len(found.text)


def _open(found: list[Completion]) -> bool:
    """Whether too many ways lead on from the same words."""
    best = found[0]
    if best.phrase.fixed or best.phrase.own:
        return False
    ways = {f.text[:_SHORTEST] for f in found if f.matched == best.matched}
    return len(ways) >= _WAYS
