"""From headings in order to sections under each other, at the cost of those that are new.

The headings from one that stands under no other to the next such are a run. What becomes of
a run follows from its headings and from what was open before it, so a run that comes again
keeps its sections (the same values, so that who shows them need not look inside), and one
that has only moved keeps their shape. Held to building all anew by a property test.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from editor.manuscript.heading.heading_candidate import POINT_STYLES, HeadingCandidate
from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.outline.sibling_headings import PlacedHeading, continues_run, marker_family
from editor.manuscript.paragraph import Position

_LEVELS: Final = (1, 1, 2, 3, 4, 5)
_POINTS: Final = 3  # the level of 1. and 一是
_FENCE: Final = 2  # headings of this rank and above end every run of points

Pair = tuple[str, str]
T = TypeVar("T")

if TYPE_CHECKING:

    def _make(kind: type[T], values: tuple[object, ...]) -> T:
        """A named tuple at half the cost of its constructor: hundreds are moved at once."""
        ...
else:
    _make = tuple.__new__


class _OpenHeading(NamedTuple):
    """A heading under which the next may nest."""

    family: str
    rank: int
    value: int
    level: int
    place: PlacedHeading


class _NestedHeading(NamedTuple):
    """A heading that has been placed, before its end is known."""

    depth: int
    kind: SectionKind
    level: int
    place: PlacedHeading


@dataclass(slots=True)
class _HeadingRun:
    """A heading with all under it: what it was made of, what it left open, what it became.

    ``offsets`` are the headings' paragraphs counted from that of the first, which is ``line``
    now; ``head`` and ``left`` stand where they were when it was made. ``beyond``: the headings
    behind it were looked at; the look ended at the next of them.
    """

    line: int
    candidates: list[HeadingCandidate]
    offsets: list[int]
    head: _OpenHeading
    before: set[Pair]
    after: set[Pair]
    left: Sequence[_OpenHeading]
    beyond: bool
    section: Section


class Assembler:
    """Makes trees of headings, and remembers the runs of the last text."""

    def __init__(self) -> None:
        self._at: dict[int, _HeadingRun] = {}
        self._named: dict[tuple[str, str], _HeadingRun] = {}
        self._used: list[_HeadingRun] = []
        self._moved: dict[int, Section] = {}

    def finish(self) -> dict[int, Section]:
        """The text is at its end: what was not used is forgotten.

        Tells what sections were before that are somewhere else now and no other, by their
        identity.
        """
        self._at = {run.line: run for run in self._used}
        self._named = {_name(run.head.place): run for run in self._used}
        moved, self._used, self._moved = self._moved, [], {}
        return moved

    def sections(self, places: Sequence[PlacedHeading], end: Position) -> list[Section]:
        """The sections of headings of one speech; the last one ends at ``end``."""
        work = _AssemblyPass(places, end)
        while work.number < len(places):
            head = work.opened()
            known = self._known(work, head)
            run = work.again(known) if known else work.anew(head)
            if run and known and run is not known and _only_moved(known.section, run.section):
                self._moved[id(run.section)] = known.section
            if run:
                self._used.append(run)
        return work.made

    def _known(self, work: _AssemblyPass, head: _OpenHeading) -> _HeadingRun | None:
        """A run of before that comes again here, elsewhere maybe."""
        run = self._at.get(head.place.paragraph)
        if run and work.comes_again(run, head):
            return run
        run = self._named.get(_name(head.place))
        return run if run and work.comes_again(run, head) else None


def _name(place: PlacedHeading) -> tuple[str, str]:
    return place.candidate.number, place.candidate.title or place.candidate.shown


class _AssemblyPass:
    """One walk through the headings of a speech."""

    def __init__(self, places: Sequence[PlacedHeading], end: Position) -> None:
        self.number = 0
        self.made: list[Section] = []
        self._places, self._end = places, end
        self._stack: list[_OpenHeading] = []
        self._pairs: set[Pair] = set()
        self._next_ends = False  # the heading behind a known run ends all of it at once
        self._seen = 0  # the last heading that was looked at

    def opened(self) -> _OpenHeading:
        """The heading that is next, where nothing holds it."""
        head = self._placed(self._stack, self.number, self._pairs)
        assert not self._stack
        return head

    def comes_again(self, run: _HeadingRun, head: _OpenHeading) -> bool:
        """Whether the headings from here on are those of a run, in the same surroundings."""
        first = self.number
        last = first + len(run.offsets)
        if last > len(self._places) or head[:4] != run.head[:4] or self._pairs != run.before:
            return False
        candidates, offsets = self._taken(first, last)
        same = candidates == run.candidates and offsets == run.offsets
        return same and self._ends(run, last)

    def _taken(self, first: int, last: int) -> tuple[list[HeadingCandidate], list[int]]:
        places = self._places[first:last]
        line = places[0][0]
        return [c for _, c in places], [at - line for at, _ in places]

    def _ends(self, run: _HeadingRun, last: int) -> bool:
        """Whether the run ends before heading ``last``, which stands under none of it."""
        self._next_ends = True
        if last == len(self._places):
            return True
        behind = self._places[last].candidate
        if run.beyond and behind.rank > _FENCE:
            return False
        if behind.at_line and marker_family(behind) == run.head.family:
            return True
        self._next_ends = False
        left = _opened(run, self._places[self.number].paragraph)
        self._placed(left, last, set(run.after))
        return not left

    def again(self, run: _HeadingRun) -> _HeadingRun:
        """Take a run over as it was, moved to where it is now."""
        first, self.number = self.number, self.number + len(run.offsets)
        line = self._places[first].paragraph
        delta = line - run.line
        until, section = self._until(), run.section
        if delta:
            section = _moved(section, delta)
            kept = (run.candidates, run.offsets, run.head, run.before, run.after, run.left)
            run = _HeadingRun(line, *kept, run.beyond, section)
        if section.end != until:
            run.section = section = _ended(section, until)
        self.made.append(section)
        self._stack = [] if self._next_ends else _opened(run, line)
        self._pairs = set(run.after)
        return run

    def anew(self, head: _OpenHeading) -> _HeadingRun | None:
        """Place the headings from here to the next that nothing holds; None: see again later."""
        first, before = self.number, set(self._pairs)
        self._seen = first
        nodes = [_node(head, 1)]
        stack = [head]
        self.number += 1
        left = stack
        while self.number < len(self._places):
            left, seen = stack[:], self._seen
            entry = self._placed(stack, self.number, self._pairs)
            if not stack:
                self._seen = seen
                break
            stack.append(entry)
            nodes.append(_node(entry, len(stack)))
            self.number += 1
            left = stack
        section = _nested(nodes, self._until())
        self.made.append(section)
        self._stack = list(left)
        beyond = self._seen >= self.number
        if beyond and self._more() and self._places[self.number].candidate.rank > _FENCE:
            return None  # what stands further on had a say in it
        made = self._taken(first, self.number)
        return _HeadingRun(
            head.place.paragraph, *made, head, before, set(self._pairs), left, beyond, section
        )

    def _until(self) -> Position:
        """Where the run that ends before the next heading ends."""
        return _start(self._places[self.number]) if self._more() else self._end

    def _more(self) -> bool:
        return self.number < len(self._places)

    def _placed(self, stack: list[_OpenHeading], number: int, pairs: set[Pair]) -> _OpenHeading:
        """Pop what the heading ends, and give it its level; the stack is changed."""
        place = self._places[number]
        c = place.candidate
        name, rank = marker_family(c), c.rank
        if rank <= _FENCE and not c.at_line and _is_inner(stack, name, c.value):
            name, rank = name + " inner", 3
        same = next((n for n, e in enumerate(stack) if e.family == name), None)
        if same is None:
            same = next(
                (n for n, e in enumerate(stack) if continues_run(c, e.family, e.value)), None
            )
            name = name if same is None else stack[same].family
        if same is not None:
            del stack[same:]
        elif rank == 3:
            while stack and (stack[-1].rank > 3 or not self._holds(stack[-1], name, number, pairs)):
                stack.pop()
            if stack and stack[-1].rank == 3:
                pairs.add((stack[-1].family, name))
        else:
            while stack and stack[-1].rank >= rank:
                stack.pop()
        level = c.rank if c.style is None else _LEVELS[rank]
        if stack and rank >= 3:
            # （1） right under 一、 or （一） takes the place of 1., which is not there.
            level = max(min(level, _POINTS), stack[-1].level + 1)
        return _OpenHeading(name, rank, c.value, level, place)

    def _holds(self, entry: _OpenHeading, name: str, number: int, pairs: set[Pair]) -> bool:
        """Whether points of another family stand under this entry, not beside it."""
        if entry.rank < 3:
            return True
        place = self._places[number]
        if entry.place.paragraph == place.paragraph or (entry.family, name) in pairs:
            return True
        if entry.place.candidate.whole:
            return True
        for n in range(number + 1, len(self._places)):
            self._seen = max(self._seen, n)
            later = self._places[n].candidate
            if later.rank <= _FENCE:
                return False
            if marker_family(later) == entry.family:
                return later.value == entry.value + 1
        self._seen = len(self._places)
        return False


def _is_inner(stack: Sequence[_OpenHeading], name: str, value: int) -> bool:
    """Whether 一、 inside a line counts anew within a section that itself has 一、."""
    for entry in stack:
        if entry.family == name + " inner":
            return True
        if entry.family == name:
            return entry.place.candidate.at_line and value == 1
    return False


def _node(entry: _OpenHeading, depth: int) -> _NestedHeading:
    c = entry.place.candidate
    point = c.style in POINT_STYLES or (not c.at_line and entry.level >= 3)
    return _NestedHeading(
        depth, SectionKind.POINT if point else SectionKind.SECTION, entry.level, entry.place
    )


def _start(place: PlacedHeading) -> Position:
    return Position(place.paragraph, place.candidate.start)


def _nested(nodes: Sequence[_NestedHeading], end: Position) -> Section:
    """The first node with all others under it; each ends where the next not under it begins."""
    waiting: list[tuple[_NestedHeading, list[Section]]] = []

    def close(until: Position) -> Section:
        (_, kind, level, (paragraph, c)), children = waiting.pop()
        start, body = Position(paragraph, c.start), Position(paragraph, c.body)
        made = Section(
            kind, level, c.number, c.title, start, body, until, tuple(children), c.shown, c.aside
        )
        if waiting:
            waiting[-1][1].append(made)
        return made

    for node in nodes:
        while waiting and waiting[-1][0].depth >= node.depth:
            close(_start(node.place))
        waiting.append((node, []))
    made = close(end)
    while waiting:
        made = close(end)
    return made


def _moved(section: Section, delta: int) -> Section:
    """The section so many paragraphs further on."""
    kind, level, number, title, (line, at), (head, behind), (last, end), children, *told = section
    places = (
        _make(Position, (line + delta, at)),
        _make(Position, (head + delta, behind)),
        _make(Position, (last + delta, end)),
    )
    inside = tuple([_moved(child, delta) for child in children]) if children else ()
    return _make(Section, (kind, level, number, title, *places, inside, *told))


def _only_moved(old: Section, new: Section) -> bool:
    """Whether a section that was moved ends where it would, had nothing else changed."""
    delta = new.start.paragraph - old.start.paragraph
    return new.end == (old.end.paragraph + delta, old.end.offset)


def _opened(run: _HeadingRun, line: int) -> list[_OpenHeading]:
    """What a run leaves open when its first heading stands in a line."""
    delta = line - run.head.place.paragraph
    return [
        _OpenHeading(name, rank, value, level, PlacedHeading(paragraph + delta, candidate))
        for name, rank, value, level, (paragraph, candidate) in run.left
    ]


def _ended(section: Section, until: Position) -> Section:
    """The section with another end, which its last parts share."""
    children = section.children
    if children:
        children = (*children[:-1], _ended(children[-1], until))
    return section._replace(end=until, children=children)
