"""Where the speeches of a file begin: their titles and salutations.

Separate from `reader`, because a file from the web holds several speeches, titles
that only name the page, and tables of contents. Works on line facts, so it is cheap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from editor.manuscript.lines import LineFacts
from editor.manuscript.outline.title_lines import Title, TitlePiece, TitleReader
from editor.manuscript.speech_lines import LineMatch

_ABOVE: Final = 6  # lines over a salutation in which its title may stand
_BELOW: Final = 4  # lines under a title in which its salutation may stand


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech: paragraphs ``[first, last)``; its title and salutation where found.

    ``text_from`` is the place (paragraph, code point) behind title, date line and
    salutation.
    """

    first: int
    last: int
    title: Title | None
    greeting: tuple[int, LineMatch] | None
    text_from: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _SpeechStart:
    paragraph: int
    title: Title | None
    greeting: tuple[int, LineMatch] | None

    @staticmethod
    def of(title: Title, greeting: tuple[int, LineMatch] | None = None) -> _SpeechStart:
        """A speech that begins with its title."""
        return _SpeechStart(title.pieces[0].paragraph, title, greeting)


def speeches_of(facts: Sequence[LineFacts], texts: Sequence[str]) -> tuple[Speech, ...]:
    """The speeches of a file in order; one without a title where none is found."""
    finder = _SpeechFinder(facts, texts)
    hits = finder.hits()
    if not hits or (hits[0].title is None and len(hits) == 1):
        hits = finder.top() or hits
    if not hits:
        return (Speech(0, len(facts), None, None, (0, 0)),)
    ends = [h.paragraph for h in hits[1:]] + [len(facts)]
    return tuple(_speech(facts, h, end) for h, end in zip(hits, ends, strict=True))


class _SpeechFinder:
    """Walks through the lines of a file that have words."""

    def __init__(self, facts: Sequence[LineFacts], texts: Sequence[str]) -> None:
        self._facts, self._texts = facts, texts
        self._lines = [n for n, f in enumerate(facts) if not f.blank]
        self._titles = TitleReader(facts, texts, self._lines)

    def hits(self) -> list[_SpeechStart]:
        """The beginnings of speeches that are sure, in order."""
        hits: list[_SpeechStart] = []
        named = Counter[str]()  # the titles of hits
        numbered = self._numbered()
        for number, p in enumerate(self._lines):
            f = self._facts[p]
            if not (f.title or f.salutation or f.inline_greeting or p in numbered):
                continue  # nearly all of them
            if hits and hits[-1].greeting and hits[-1].greeting[0] == p:
                continue
            hit = numbered.get(p) or self._hit(number)
            if hit is None or (hit.title is None and hits):
                continue
            called = hit.title.words(self._texts) if hit.title else ""
            if f.title and f.title.weight in (2, 3) and not hit.greeting and named[called]:
                continue  # it only names a speech again
            while hits and (
                hits[-1].paragraph >= hit.paragraph or _is_page_title(self._facts, hits[-1], hit)
            ):
                gone = hits.pop()
                named[gone.title.words(self._texts) if gone.title else ""] -= 1
            hits.append(hit)
            named[called] += bool(called)
        return hits

    def top(self) -> list[_SpeechStart]:
        """A short first line as the title, where nothing surer was found."""
        lines = self._lines
        for number, p in enumerate(lines[:3]):
            f = self._facts[p]
            if f.salutation or (f.candidates and f.candidates[0].at_line):
                return []
            if f.title and number + 1 < len(lines):
                last = min(number + _ABOVE, len(lines)) - 1
                found = self._titles.broken_title(number, last)
                found = found or self._titles.title_at(number)
                return [_SpeechStart.of(found)] if found else []
        return []

    def _numbered(self) -> dict[int, _SpeechStart]:
        """Titles that are numbered like sections: 一、在…上的讲话 over a salutation."""
        found: dict[int, _SpeechStart] = {}
        for number, p in enumerate(self._lines):
            words = self._facts[p].numbered_title
            if words is None:
                continue
            title = Title((TitlePiece(p, words.start, words.end),), p)
            for below in self._lines[number + 1 : number + 1 + _BELOW]:
                if greeting := _greeting(self._facts[below]):
                    found[p] = _SpeechStart.of(title, (below, greeting))
                    break
        return found

    def _hit(self, number: int) -> _SpeechStart | None:
        p = self._lines[number]
        f = self._facts[p]
        if f.inline_greeting:
            title, greeting = f.inline_greeting
            if not greeting.weight and title.weight == 2 and number >= _ABOVE // 2:
                return None  # a title that runs into a sentence: only where a text begins
            if title.end > title.start:
                one = Title((TitlePiece(p, title.start, title.end),), p)
                return _SpeechStart(p, one, (p, greeting) if greeting.weight else None)
            return self._greeted(number, greeting)
        if f.salutation:
            return self._greeted(number, f.salutation)
        if not f.title:
            return None
        if f.title.weight >= 3:
            follows = number > 0 and self._facts[self._lines[number - 1]].title
            if f.title.weight == 4 and follows and follows.weight == 4:
                return None
            return self._titled(number)
        if f.title.weight == 2 and (number < _ABOVE // 2 or self._begins_again(number)):
            return self._titled(number)
        return None

    def _begins_again(self, number: int) -> bool:
        """Whether another speech may begin with a title: the one before has ended."""
        before = [self._facts[n] for n in self._lines[max(0, number - 2) : number]]
        if any(b.thanks or b.closing for b in before):
            return True
        again = self._texts[self._lines[number]].lstrip().startswith("在")
        return again and not (before and before[-1].hard_wrapped)

    def _titled(
        self, number: int, greeting: tuple[int, LineMatch] | None = None
    ) -> _SpeechStart | None:
        title = self._titles.title_at(number)
        return _SpeechStart.of(title, greeting) if title else None

    def _greeted(self, number: int, greeting: LineMatch) -> _SpeechStart | None:
        """A speech whose salutation is found, with the title above it."""
        place = (self._lines[number], greeting)
        block = self._block(number)
        if not block:
            return _SpeechStart(self._lines[number], None, place)
        sure = [n for n in block if _weight(self._facts, self._lines[n]) >= 2]
        if sure:
            return self._titled(sure[-1], place) or _SpeechStart(self._lines[number], None, place)
        over = number < 12 or any(
            self._facts[n].thanks for n in self._lines[max(0, number - 5) : number]
        )
        if not over:
            return None
        title = self._titles.broken_title(block[0], block[-1])
        title = title or self._titles.main_title(block[0], block[-1] + 1)
        if title:
            return _SpeechStart.of(title, place)
        block = [n for n in block if self._facts[self._lines[n]].title] or block
        longest = max(block, key=lambda n: len(self._texts[self._lines[n]].strip()))
        return self._titled(longest, place)

    def _block(self, number: int) -> list[int]:
        """The lines over a salutation that may be of its title, by their place in the row."""
        block: list[int] = []
        for n in range(number - 1, max(-1, number - 1 - _ABOVE), -1):
            f = self._facts[self._lines[n]]
            if f.date:
                continue
            other = f.salutation or (f.candidates and f.candidates[0].at_line)
            if other or not (f.title or f.broken):
                break
            block.insert(0, n)
        return block


def _weight(facts: Sequence[LineFacts], paragraph: int) -> int:
    title = facts[paragraph].title
    return title.weight if title else 0


def _greeting(fact: LineFacts) -> LineMatch | None:
    """The salutation that begins a line, whether it goes on or not."""
    if fact.inline_greeting and fact.inline_greeting[0].start == fact.inline_greeting[0].end:
        return fact.inline_greeting[1]
    return fact.salutation


def _is_page_title(facts: Sequence[LineFacts], before: _SpeechStart, hit: _SpeechStart) -> bool:
    """Whether the title before has no speech of its own: it names the web page."""
    between = facts[before.paragraph + 1 : hit.paragraph]
    if before.title is None or before.greeting or hit.title is None:
        return before.title is None and not any(f.long for f in between)
    if any(f.candidates for f in between):
        return False
    return sum(f.long for f in between) <= (1 if hit.greeting else 0)


def _speech(facts: Sequence[LineFacts], hit: _SpeechStart, last: int) -> Speech:
    greeting, title = hit.greeting, hit.title
    after, first = (hit.paragraph, 0), hit.paragraph
    if title:
        piece = title.pieces[-1]
        own = title.last == piece.paragraph
        after = (piece.paragraph, piece.end) if own else (title.last + 1, 0)
        first = title.last + 1
    looked, listed = 0, False
    for p in range(first, last):
        if greeting or looked >= _BELOW:
            break
        f = facts[p]
        if f.blank:
            continue
        listed = listed or f.toc
        if listed and (f.toc or (f.candidates and f.candidates[0].whole)):
            continue
        looked += 1
        if found := _greeting(f):
            greeting = (p, found)
        elif f.date and looked <= 2:
            after = (p + 1, 0)
        elif f.long or f.candidates:
            break
    if greeting:
        after = (greeting[0], greeting[1].end)
    return Speech(hit.paragraph, last, title, greeting, after)
