"""Finding phrases while one types: several words, any order, with pinyin initials.

A small bank is scanned as one joined string. A large one gets an index of short grams
(`grams`), built off the interface thread; until it is there, the scan answers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from phrasebank.grams import Grams
from phrasebank.initials import Initials
from phrasebank.values import Phrase

INDEX_FROM = 3_000  # phrases; below that a scan is as quick as an index
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code).isalnum()}
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """A phrase with the places of the words in its text, sorted, in code points."""

    phrase: Phrase
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PhraseQuery:
    """What is looked for: words that must all be there, an occasion, a part."""

    words: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    occasion: str | None = None
    part: str | None = None

    @classmethod
    def of(cls, words: str, occasion: str | None = None, part: str | None = None) -> PhraseQuery:
        """The query of what was typed, cut at spaces; ASCII words may be initials."""
        found = dict.fromkeys(w for w in _SPACES.split(folded(words)) if w)
        return cls(
            tuple(w for w in found if not w.isascii()),
            tuple(w for w in found if w.isascii()),
            occasion,
            part,
        )


def folded(text: str) -> str:
    """The form in which texts are compared: Latin small and half-width, same length."""
    narrow = text.translate(_FULL_WIDTH)
    lower = narrow.lower()
    return lower if len(lower) == len(narrow) else narrow


class PhraseIndex:
    """Phrases in the order of the answers (shorter first), and the ways to find them."""

    def __init__(self, phrases: Iterable[Phrase], initials: Initials) -> None:
        self.phrases = tuple(phrases)
        self._ranked = sorted(self.phrases, key=lambda p: len(p.text))
        self._texts = [folded(p.text) for p in self._ranked]
        joined = "\n".join(self._texts)
        spelt = initials.of(joined)
        self._starts = [0, *accumulate(len(t) + 1 for t in self._texts)]
        self._initials = spelt.split("\n")
        self._joined, self._spelt = joined, spelt
        self._grams: Grams | None = None

    def prepare(self) -> None:
        """Build the index where the bank is large enough to want one."""
        if self._grams is None and len(self._ranked) >= INDEX_FROM:
            grams = Grams(self._texts, self._initials)
            for number, phrase in enumerate(self._ranked):
                grams.file(number, ("part", phrase.part))
                for occasion in phrase.occasions or ("",):
                    grams.file(number, ("occasion", occasion))
            grams.seal()
            self._grams = grams

    @property
    def indexed(self) -> bool:
        """Whether there is an index; a small shelf is scanned."""
        return self._grams is not None

    def search(self, query: PhraseQuery, limit: int) -> list[PhraseHit]:
        """At most ``limit`` hits: the occasion's own first, then those for anywhere."""
        if limit <= 0:
            return []
        found = self._passing(query, query.occasion, limit)
        if query.occasion is not None:
            found += self._passing(query, "", limit - len(found))
        return [PhraseHit(self._ranked[n], self._spans(query, n)) for n in found]

    def _passing(self, query: PhraseQuery, occasion: str | None, limit: int) -> list[int]:
        """Numbers of phrases that pass; ``occasion`` '' means those that fit anywhere."""
        found: list[int] = []
        if limit <= 0:
            return found
        for number in self._candidates(query, occasion):
            if self._passes(query, occasion, number):
                found.append(number)
                if len(found) == limit:
                    break
        return found

    def _candidates(self, query: PhraseQuery, occasion: str | None) -> Iterator[int]:
        """Numbers, ascending, of which the passing phrases are a part."""
        grams = self._grams
        if grams is not None:
            labels = [("part", query.part)] if query.part else []
            labels += [("occasion", occasion)] if occasion is not None else []
            return grams.candidates(query.words, query.initials, labels)
        words = sorted((*query.words, *query.initials), key=len)
        if not words:
            return iter(range(len(self._ranked)))
        word = words[-1]
        return self._holding(self._spelt if word.isascii() else self._joined, word)

    def _holding(self, joined: str, word: str) -> Iterator[int]:
        at = joined.find(word)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = joined.find(word, self._starts[number + 1])

    def _passes(self, query: PhraseQuery, occasion: str | None, number: int) -> bool:
        phrase = self._ranked[number]
        if query.part and phrase.part != query.part:
            return False
        if occasion is not None and (
            occasion not in phrase.occasions if occasion else phrase.occasions
        ):
            return False
        text, spelt = self._texts[number], self._initials[number]
        return all(w in text for w in query.words) and all(w in spelt for w in query.initials)

    def _spans(self, query: PhraseQuery, number: int) -> tuple[tuple[int, int], ...]:
        spans: set[tuple[int, int]] = set()
        for words, text in (
            (query.words, self._texts[number]),
            (query.initials, self._initials[number]),
        ):
            for word in words:
                at = text.find(word)
                while at >= 0:
                    spans.add((at, at + len(word)))
                    at = text.find(word, at + len(word))
        return tuple(sorted(spans))
