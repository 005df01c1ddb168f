"""Where the speeches of a file begin: their titles and salutations.

Separate from `reader`, because a file from the web holds several speeches, titles
that only name the page, and tables of contents. Works on line facts, so it is cheap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from editor.manuscript.lines import LineFacts
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
    title: LineMatch | None
    greeting: tuple[int, LineMatch] | None
    text_from: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _SpeechStart:
    paragraph: int
    title: LineMatch | None
    greeting: tuple[int, LineMatch] | None


def speeches_of(facts: Sequence[LineFacts], texts: Sequence[str]) -> tuple[Speech, ...]:
    """The speeches of a file in order; one without a title where none is found."""
    lines = [n for n, f in enumerate(facts) if not f.blank]
    hits = _hits(facts, texts, lines)
    if not hits or (hits[0].title is None and len(hits) == 1):
        hits = _top(facts, lines) or hits
    if not hits:
        return (Speech(0, len(facts), None, None, (0, 0)),)
    ends = [h.paragraph for h in hits[1:]] + [len(facts)]
    return tuple(_speech(facts, h, end) for h, end in zip(hits, ends, strict=True))


def _hits(
    facts: Sequence[LineFacts], texts: Sequence[str], lines: Sequence[int]
) -> list[_SpeechStart]:
    hits: list[_SpeechStart] = []
    for number, p in enumerate(lines):
        f = facts[p]
        if not (f.title or f.salutation or f.inline_greeting):
            continue  # nearly all of them
        if hits and hits[-1].greeting and hits[-1].greeting[0] == p:
            continue
        hit = _hit(facts, texts, lines, number)
        if hit is None or (hit.title is None and hits):
            continue
        if f.title and f.title.weight in (2, 3) and any(_same(texts, hit, h) for h in hits):
            continue
        while hits and (
            hits[-1].paragraph >= hit.paragraph or _is_page_title(facts, hits[-1], hit)
        ):
            hits.pop()
        hits.append(hit)
    return hits


def _hit(
    facts: Sequence[LineFacts], texts: Sequence[str], lines: Sequence[int], number: int
) -> _SpeechStart | None:
    p = lines[number]
    f = facts[p]
    if f.inline_greeting:
        title, greeting = f.inline_greeting
        if title.end > title.start:
            return _SpeechStart(p, title, (p, greeting) if greeting.weight else None)
        return _greeted(facts, texts, lines, number, greeting)
    if f.salutation:
        return _greeted(facts, texts, lines, number, f.salutation)
    if not f.title:
        return None
    if f.title.weight >= 3:
        follows = number > 0 and facts[lines[number - 1]].title
        if f.title.weight == 4 and follows and follows.weight == 4:
            return None
        return _SpeechStart(p, f.title, None)
    before = [facts[n] for n in lines[max(0, number - 2) : number]]
    over = any(b.thanks or b.closing for b in before)
    again = texts[p].lstrip().startswith("在") and not (before and before[-1].hard_wrapped)
    if f.title.weight == 2 and (number < 3 or over or again):
        return _SpeechStart(p, f.title, None)
    return None


def _greeted(
    facts: Sequence[LineFacts],
    texts: Sequence[str],
    lines: Sequence[int],
    number: int,
    greeting: LineMatch,
) -> _SpeechStart | None:
    """A speech whose salutation is found, with the title above it."""
    block: list[int] = []
    for p in reversed(lines[max(0, number - _ABOVE) : number]):
        f = facts[p]
        if f.date:
            continue
        if f.title is None or f.salutation or (f.candidates and f.candidates[0].at_line):
            break
        block.insert(0, p)
    place = (lines[number], greeting)
    if not block:
        return _SpeechStart(lines[number], None, place)
    sure = [p for p in block if _weight(facts, p) >= 2]
    if sure:
        return _titled(facts, texts, block, sure[-1], place)
    over = number < 12 or any(facts[n].thanks for n in lines[max(0, number - 5) : number])
    if not over:
        return None
    longest = max(block, key=lambda p: len(texts[p].strip()))
    return _SpeechStart(longest, facts[longest].title, place)


def _titled(
    facts: Sequence[LineFacts],
    texts: Sequence[str],
    block: Sequence[int],
    sure: int,
    greeting: tuple[int, LineMatch],
) -> _SpeechStart:
    """The title line; of '主标题 / ——在…上的讲话' it is the first of the two."""
    at = block.index(sure)
    above = block[at - 1] if at else -1
    if above >= 0 and texts[sure].strip().startswith(("—", "－", "-")):
        return _SpeechStart(above, facts[above].title, greeting)
    return _SpeechStart(sure, facts[sure].title, greeting)


def _weight(facts: Sequence[LineFacts], paragraph: int) -> int:
    title = facts[paragraph].title
    return title.weight if title else 0


def _same(texts: Sequence[str], one: _SpeechStart, other: _SpeechStart) -> bool:
    """Whether a title without a salutation only names a speech again."""
    if one.greeting or one.title is None or other.title is None:
        return False
    first = texts[one.paragraph][one.title.start : one.title.end]
    return first == texts[other.paragraph][other.title.start : other.title.end]


def _is_page_title(facts: Sequence[LineFacts], before: _SpeechStart, hit: _SpeechStart) -> bool:
    """Whether the title before has no speech of its own: it names the web page."""
    between = facts[before.paragraph + 1 : hit.paragraph]
    if before.title is None or before.greeting or hit.title is None:
        return before.title is None and not any(f.long for f in between)
    if any(f.candidates for f in between):
        return False
    return sum(f.long for f in between) <= (1 if hit.greeting else 0)


def _top(facts: Sequence[LineFacts], lines: Sequence[int]) -> list[_SpeechStart]:
    """A short first line as the title, where nothing surer was found."""
    for number, p in enumerate(lines[:3]):
        f = facts[p]
        if f.candidates and f.candidates[0].at_line:
            return []
        if f.title and number + 1 < len(lines):
            return [_SpeechStart(p, f.title, None)]
    return []


def _speech(facts: Sequence[LineFacts], hit: _SpeechStart, last: int) -> Speech:
    greeting = hit.greeting
    after = (hit.paragraph, hit.title.end) if hit.title else (hit.paragraph, 0)
    looked, listed = 0, False
    for p in range(hit.paragraph + 1 if hit.title else hit.paragraph, last):
        if greeting or looked >= _BELOW or (hit.title and hit.title.end < 0):
            break
        f = facts[p]
        if f.blank:
            continue
        listed = listed or f.toc
        if listed and (f.toc or (f.candidates and f.candidates[0].whole)):
            continue
        looked += 1
        if f.salutation:
            greeting = (p, f.salutation)
        elif f.inline_greeting and f.inline_greeting[0].start == f.inline_greeting[0].end:
            greeting = (p, f.inline_greeting[1])
        elif f.date and looked <= 2:
            after = (p + 1, 0)
        elif f.long or f.candidates:
            break
    if greeting:
        after = (greeting[0], greeting[1].end)
    return Speech(hit.paragraph, last, hit.title, greeting, after)
