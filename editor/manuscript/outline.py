"""From a text to its tree: `outline_of`, and a reader that remembers lines.

The judgements are in `line_facts` (one line), `speeches` (where speeches begin) and
`heading_runs` (which markers count); here the tree is put together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from editor.manuscript.heading_runs import headings
from editor.manuscript.heading_split import Place, family
from editor.manuscript.line_facts import POINT_STYLES, LineFacts, facts_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.sections import Kind, Outline, Section
from editor.manuscript.speeches import Speech, speeches_of

_LEVELS: Final = (1, 1, 2, 3, 4, 5)
_CLOSING_LINES: Final = 5  # a speech's last words are looked for in so many paragraphs


def outline_of(manuscript: Manuscript) -> Outline:
    """The outline of a text; always the same for the same paragraphs."""
    facts = [facts_of(p) for p in manuscript.paragraphs]
    return _assembled(manuscript, facts)


class OutlineReader:
    """`outline_of` with the facts of each line remembered between two readings."""

    def __init__(self) -> None:
        self._known: dict[str | Paragraph, LineFacts] = {}
        self._facts: list[LineFacts] = []
        self._end = Position(-1, 0)
        self._outline = Outline()

    def read(self, manuscript: Manuscript) -> Outline:
        """The outline of a text; unchanged lines cost a lookup, no more."""
        known, facts = self._known, list[LineFacts]()
        for paragraph in manuscript.paragraphs:
            plain = not paragraph.label and not paragraph.style
            key = paragraph.text if plain else Paragraph("", 0, paragraph.label, paragraph.style)
            if not plain:
                key = key.with_text(paragraph.text) if isinstance(key, Paragraph) else key
            fact = known.get(key)
            if fact is None:
                fact = known[key] = facts_of(paragraph)
            facts.append(fact)
        if len(known) > 2 * len(facts) + 500:
            self._known = {}
        if facts != self._facts or manuscript.end != self._end:
            self._outline = _assembled(manuscript, facts)
            self._facts, self._end = facts, manuscript.end
        return self._outline


@dataclass(slots=True)
class _Node:
    """A node before its end is known; ``depth`` nests it, the title stands at 0."""

    kind: Kind
    level: int
    number: str
    title: str
    start: Position
    body: Position
    depth: int


@dataclass(slots=True)
class _Open:
    """A heading under which the next may nest."""

    family: str
    rank: int
    value: int
    level: int
    place: Place


def _assembled(manuscript: Manuscript, facts: Sequence[LineFacts]) -> Outline:
    texts = [p.text for p in manuscript.paragraphs]
    speeches = speeches_of(facts, texts)
    nodes: list[_Node] = []
    first = speeches[0]
    if first.title and first.first:
        nodes += _before(facts, first.first)
    for speech in speeches:
        nodes += _speech_nodes(texts, facts, speech)
    return Outline(_nested(nodes, manuscript.end))


def _before(facts: Sequence[LineFacts], last: int) -> list[_Node]:
    """Headings before the first title; a bare table of contents is none."""
    places = headings(facts, 0, last)
    if not places or not any(f.long for f in facts[places[0].paragraph : last]):
        return []
    return _heading_nodes(places)


def _speech_nodes(texts: Sequence[str], facts: Sequence[LineFacts], speech: Speech) -> list[_Node]:
    nodes: list[_Node] = []
    if speech.title:
        start, end = speech.title.start, speech.title.end
        line, words = speech.first, texts[speech.first][start:end]
        nodes.append(_node(Kind.TITLE, words, Position(line, start), Position(line, end)))
    if speech.greeting:
        line, words = speech.greeting
        start, end = Position(line, words.start), Position(line, words.end)
        nodes.append(_node(Kind.SALUTATION, texts[line][words.start : words.end], start, end))
    places = [
        p
        for p in headings(facts, speech.first, speech.last)
        if (p.paragraph, p.candidate.start) >= speech.text_from
    ]
    opening = _opening(texts, speech, places)
    closing = _closing(facts, speech, places)
    nodes += [opening] if opening else []
    nodes += _heading_nodes(places)
    nodes += [closing] if closing else []
    return nodes


def _node(kind: Kind, title: str, start: Position, body: Position) -> _Node:
    """A part around the numbered ones; only the title stands over the others."""
    rank = 0 if kind is Kind.TITLE else 1
    return _Node(kind, rank, "", title, start, body, rank)


def _opening(texts: Sequence[str], speech: Speech, places: Sequence[Place]) -> _Node | None:
    """The words between salutation and first section, where there are any."""
    if not places:
        return None
    line, at = speech.text_from
    until = Position(places[0].paragraph, places[0].candidate.start)
    while line < speech.last and (line, at) < until:
        text = texts[line]
        while at < len(text) and text[at] in " \u3000\t":
            at += 1
        if at < len(text):
            here = Position(line, at)
            return _node(Kind.OPENING, "", here, here) if here < until else None
        line, at = line + 1, 0
    return None


def _closing(facts: Sequence[LineFacts], speech: Speech, places: Sequence[Place]) -> _Node | None:
    """The last words behind the last section ('同志们，…', '谢谢大家！')."""
    if not places:
        return None
    line, heading = places[-1]
    if facts[line].parting > heading.body and not any(
        f.long for f in facts[line + 1 : speech.last]
    ):
        here = Position(line, facts[line].parting)
        return _node(Kind.CLOSING, "", here, here)
    lines = [n for n in range(line + 1, speech.last) if not facts[n].blank]
    if heading.whole and len(lines) > 1:
        lines = lines[1:]
    for n in lines[-_CLOSING_LINES:]:
        if facts[n].closing or facts[n].thanks:
            here = Position(n, 0)
            return _node(Kind.CLOSING, "", here, here)
    return None


def _heading_nodes(places: Sequence[Place]) -> list[_Node]:
    nodes: list[_Node] = []
    stack: list[_Open] = []
    pairs: set[tuple[str, str]] = set()
    for number, place in enumerate(places):
        entry = _placed(stack, places, number, pairs)
        stack.append(entry)
        c = place.candidate
        point = c.style in POINT_STYLES or (not c.at_line and entry.level >= 3)
        start, body = Position(place.paragraph, c.start), Position(place.paragraph, c.body)
        kind = Kind.POINT if point else Kind.SECTION
        nodes.append(_Node(kind, entry.level, c.number, c.title, start, body, len(stack)))
    return nodes


def _placed(
    stack: list[_Open], places: Sequence[Place], number: int, pairs: set[tuple[str, str]]
) -> _Open:
    """Pop what the heading ends, and give it its level; the stack is changed."""
    place = places[number]
    c, name, rank = place.candidate, family(place.candidate), place.candidate.rank
    if rank <= 2 and not c.at_line and _is_inner(stack, name, c.value):
        name, rank = name + " inner", 3
    same = next((n for n, e in enumerate(stack) if e.family == name), None)
    if same is not None:
        del stack[same:]
    elif rank == 3:
        while stack and (stack[-1].rank > 3 or not _holds(stack[-1], name, places, number, pairs)):
            stack.pop()
        if stack and stack[-1].rank == 3:
            pairs.add((stack[-1].family, name))
    else:
        while stack and stack[-1].rank >= rank:
            stack.pop()
    above = stack[-1] if stack else None
    level = c.rank if c.style is None else _LEVELS[rank]
    if above and rank >= 3:
        level = max(level, above.level + 1)
    return _Open(name, rank, c.value, level, place)


def _is_inner(stack: Sequence[_Open], name: str, value: int) -> bool:
    """Whether 一、 inside a line counts anew within a section that itself has 一、."""
    for entry in stack:
        if entry.family == name + " inner":
            return True
        if entry.family == name:
            return entry.place.candidate.at_line and value == 1
    return False


def _holds(
    entry: _Open, name: str, places: Sequence[Place], number: int, pairs: set[tuple[str, str]]
) -> bool:
    """Whether points of another family stand under this entry, not beside it."""
    if entry.rank < 3:
        return True
    place = places[number]
    if entry.place.paragraph == place.paragraph or (entry.family, name) in pairs:
        return True
    if entry.place.candidate.whole:
        return True
    for later in places[number + 1 :]:
        if later.candidate.rank <= 2:
            return False
        if family(later.candidate) == entry.family:
            return later.candidate.value == entry.value + 1
    return False


def _nested(nodes: Sequence[_Node], end: Position) -> tuple[Section, ...]:
    """The tree of nodes in text order; a node ends where the next not under it begins."""
    waiting: list[tuple[_Node, list[Section]]] = []
    roots: list[Section] = []

    def close(until: Position) -> None:
        node, children = waiting.pop()
        made = Section(
            node.kind,
            node.level,
            node.number,
            node.title,
            node.start,
            node.body,
            until,
            tuple(children),
        )
        (waiting[-1][1] if waiting else roots).append(made)

    for node in nodes:
        while waiting and waiting[-1][0].depth >= node.depth:
            close(node.start)
        waiting.append((node, []))
    while waiting:
        close(end)
    return tuple(roots)
