"""From a text to its tree: `outline_of`, and a reader that remembers lines.

The judgements are in `lines` (one line), `speeches` (where speeches begin) and
`heading_runs` (which markers count); here the parts of speeches are put together, and
their headings in `assembly`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from operator import is_not
from typing import Final, NamedTuple

from editor.manuscript.in_part import part_of
from editor.manuscript.lines import BLANK_LINE, LineFacts, line_facts
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.assembly import Assembler
from editor.manuscript.outline.framed import beside_text
from editor.manuscript.outline.heading_runs import headings
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.outline.sibling_headings import PlacedHeading
from editor.manuscript.outline.speeches import Speech, speeches_of
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.seen import SeenManuscript, SeenMemory

_BLANKS: Final = " \u3000\t"
_CLOSING_LINES: Final = 5  # a speech's last words are looked for in so many paragraphs


def outline_of(manuscript: Manuscript) -> Outline:
    """The outline of a text; always the same for the same paragraphs."""
    seen = SeenManuscript(manuscript)
    return _placed(_outline_of(seen.manuscript), seen)


def _outline_of(manuscript: Manuscript) -> Outline:
    beside = beside_text(manuscript.paragraphs)
    facts = [
        BLANK_LINE if n in beside else line_facts(part_of(p))
        for n, p in enumerate(manuscript.paragraphs)
    ]
    return _assembled(manuscript, facts, Assembler())


class OutlineReader:
    """`outline_of` with the facts of each line remembered between two readings."""

    def __init__(self) -> None:
        self._known: dict[str | Paragraph, LineFacts] = {}
        self._facts: list[LineFacts] = []
        self._end = Position(-1, 0)
        self._outline = Outline()
        self._assembler = Assembler()
        self._seen = SeenMemory()

    def read(self, manuscript: Manuscript) -> Outline:
        """The outline of a text; unchanged lines cost a lookup, no more."""
        seen = self._seen.look(manuscript)
        return _placed(self._read(seen.manuscript), seen) if seen else self._read(manuscript)

    def _read(self, manuscript: Manuscript) -> Outline:
        known, facts = self._known, list[LineFacts]()
        for paragraph in manuscript.paragraphs:
            plain = not paragraph.label and not paragraph.style
            key = paragraph.text if plain else Paragraph("", 0, paragraph.label, paragraph.style)
            if not plain:
                key = key.with_text(paragraph.text) if isinstance(key, Paragraph) else key
            fact = known.get(key)
            if fact is None:
                fact = known[key] = line_facts(part_of(paragraph))
            facts.append(fact)
        for n in beside_text(manuscript.paragraphs):
            facts[n] = BLANK_LINE
        if len(known) > 2 * len(facts) + 500:
            self._known = {}
        if not self._same(manuscript, facts):
            self._outline = _assembled(manuscript, facts, self._assembler)
            self._facts, self._end = facts, manuscript.end
        return self._outline

    def _same(self, manuscript: Manuscript, facts: list[LineFacts]) -> bool:
        """Whether the outline is that of before: facts hold no words of what heads a speech."""
        old = self._facts
        if len(facts) != len(old) or manuscript.end != self._end:
            return False
        for n in compress(range(len(facts)), map(is_not, facts, old)):
            if (
                facts[n] != old[n]
                or facts[n].title
                or facts[n].broken
                or facts[n].inline_greeting
                or facts[n].salutation
            ):
                return False
        openings = [s.start for s in _heads(self._outline) if s.kind is SectionKind.OPENING]
        return all(_begins(manuscript.paragraphs[n].text, at) for n, at in openings)


def _placed(outline: Outline, seen: SeenManuscript) -> Outline:
    """The outline of what is seen of a text, with the places of the text itself."""
    if not seen.hidden:
        return outline
    return Outline(tuple(_placed_section(section, seen) for section in outline.sections))


def _placed_section(section: Section, seen: SeenManuscript) -> Section:
    return section._replace(
        start=seen.position(section.start),
        body=seen.position(section.body),
        end=seen.position(section.end),
        children=tuple(_placed_section(child, seen) for child in section.children),
    )


def _heads(outline: Outline) -> Iterator[Section]:
    """The parts of speeches right below their titles."""
    for section in outline.sections:
        yield from section.children if section.kind is SectionKind.TITLE else (section,)


def _begins(text: str, offset: int) -> bool:
    """Whether the words of a line begin at an offset."""
    return not text[:offset].strip(_BLANKS) and text[offset : offset + 1] not in _BLANKS


class _Parts(NamedTuple):
    """What a speech is made of, before anybody knows where its parts end."""

    title: Section | None
    greeting: Section | None
    opening: Section | None
    places: list[PlacedHeading]
    closing: Section | None

    def start(self) -> Position | None:
        """Where its first part begins; None where it has none."""
        if self.title or self.greeting or self.opening:
            return next(part.start for part in self[:3] if part)
        if self.places:
            return Position(self.places[0].paragraph, self.places[0].candidate.start)
        return self.closing.start if self.closing else None


def _assembled(manuscript: Manuscript, facts: Sequence[LineFacts], assembler: Assembler) -> Outline:
    texts = [p.text for p in manuscript.paragraphs]
    speeches = speeches_of(facts, texts)
    until, made = manuscript.end, list[Section]()
    for speech in reversed(speeches):
        parts = _parts(texts, facts, speech)
        made[:0] = _speech(parts, until, assembler)
        until = parts.start() or until
    first = speeches[0]
    if first.title and first.first:
        made[:0] = assembler.sections(_before(facts, first.first), until)
    return Outline(tuple(made), assembler.finish())


def _speech(parts: _Parts, until: Position, assembler: Assembler) -> list[Section]:
    """The sections of a speech that ends at ``until``, under its title where it has one."""
    title, greeting, opening, places, closing = parts
    end = closing.start if closing else until
    inner = assembler.sections(places, end)
    if closing:
        inner.append(closing._replace(end=until))
    for part in (opening, greeting):
        if part:
            inner.insert(0, part._replace(end=inner[0].start if inner else until))
    if title is None:
        return inner
    return [title._replace(end=until, children=tuple(inner))]


def _before(facts: Sequence[LineFacts], last: int) -> list[PlacedHeading]:
    """Headings before the first title; a bare table of contents is none."""
    places = headings(facts, 0, last)
    if not places or not any(f.long for f in facts[places[0].paragraph : last]):
        return []
    return places


def _parts(texts: Sequence[str], facts: Sequence[LineFacts], speech: Speech) -> _Parts:
    title = greeting = None
    if speech.title:
        (line, start, _), (under, _, end) = speech.title.pieces[0], speech.title.pieces[-1]
        words = speech.title.words(texts)
        title = _part(SectionKind.TITLE, words, Position(line, start), Position(under, end))
    if speech.greeting:
        line, words = speech.greeting
        start, end = Position(line, words.start), Position(line, words.end)
        greeting = _part(SectionKind.SALUTATION, texts[line][words.start : words.end], start, end)
    places = headings(facts, speech.first, speech.last)
    if places and _order(places[0]) < speech.text_from:
        places = [p for p in places if _order(p) >= speech.text_from]
    opening = _opening(texts, facts, speech, places)
    return _Parts(title, greeting, opening, places, _closing(facts, speech, places))


def _order(place: PlacedHeading) -> tuple[int, int]:
    return place.paragraph, place.candidate.start


def _part(kind: SectionKind, title: str, start: Position, body: Position) -> Section:
    """A part around the numbered ones, its end still to come; the title stands over all."""
    return Section(kind, 0 if kind is SectionKind.TITLE else 1, "", title, start, body, body)


def _opening(
    texts: Sequence[str],
    facts: Sequence[LineFacts],
    speech: Speech,
    places: Sequence[PlacedHeading],
) -> Section | None:
    """The words between salutation and first section, where there are any."""
    if not places:
        return None
    line, at = speech.text_from
    until = Position(places[0].paragraph, places[0].candidate.start)
    while line < speech.last and (line, at) < until:
        text = "" if facts[line].blank else texts[line]
        while at < len(text) and text[at] in _BLANKS:
            at += 1
        if at < len(text):
            here = Position(line, at)
            return _part(SectionKind.OPENING, "", here, here) if here < until else None
        line, at = line + 1, 0
    return None


def _closing(
    facts: Sequence[LineFacts], speech: Speech, places: Sequence[PlacedHeading]
) -> Section | None:
    """The last words behind the last section ('同志们，…', '谢谢大家！')."""
    if not places:
        return None
    line, heading = places[-1]
    if facts[line].closing_at > heading.body and not any(
        f.long for f in facts[line + 1 : speech.last]
    ):
        here = Position(line, facts[line].closing_at)
        return _part(SectionKind.CLOSING, "", here, here)
    lines = [n for n in range(line + 1, speech.last) if not facts[n].blank]
    if heading.whole and len(lines) > 1:
        lines = lines[1:]
    for n in lines[-_CLOSING_LINES:]:
        if facts[n].closing or facts[n].thanks:
            here = Position(n, 0)
            return _part(SectionKind.CLOSING, "", here, here)
    return None
