"""The outline as values: what stands where in the tree. How it is found: `reader`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from editor.manuscript.paragraph import Position


class SectionKind(StrEnum):
    """What a node of the tree is."""

    TITLE = "title"
    SALUTATION = "salutation"
    OPENING = "opening"
    SECTION = "section"
    POINT = "point"
    CLOSING = "closing"


_HEADED: Final = frozenset((SectionKind.TITLE, SectionKind.SECTION, SectionKind.POINT))


class Section(NamedTuple):
    """One node: a speech, a part of it, a numbered section or a point in a paragraph.

    ``level``: 0 the title of a speech (children: everything in that speech); 1 一、,
    2 （一）, 3 1. / 一是 / 第一 / 首先, 4 （1）, 5 ①; salutation, opening and closing
    stand at level 1. ``number`` is the marker's number as written, without marks
    ('一', '第一', '一是', '1'), '' where there is none. ``title`` is the heading's words
    alone. The node covers ``[start, end)`` with its marker and its children; its own
    text begins at ``body`` (behind the heading and the mark that ends it).
    ``shown``: the first words where nothing tells the heading's end: ``title`` is '' then.
    ``aside``: a point inside a sentence: it can be moved, and is no heading.
    """

    kind: SectionKind
    level: int
    number: str
    title: str
    start: Position
    body: Position
    end: Position
    children: tuple[Section, ...] = ()
    shown: str = ""
    aside: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it goes out as a heading of the outline, with a title."""
        return self.kind in _HEADED and not self.aside and bool(self.title)

    @property
    def called(self) -> str:
        """What a list calls it: its title, or the words shown in its place."""
        return self.title or self.shown

    def walk(self) -> Iterator[Section]:
        """The node and everything under it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """The tree of a file: its speeches (or, where no title is found, their parts).

    ``moved``: by the identity of sections of this outline, what they were in the outline read
    before it, where they have the same words and stand elsewhere; never all of them.
    """

    sections: tuple[Section, ...] = ()
    moved: Mapping[int, Section] = field(default_factory=dict[int, Section], compare=False)

    def walk(self) -> Iterator[Section]:
        """All nodes in the order of the text."""
        waiting = list(reversed(self.sections))
        while waiting:  # not by recursion: it is walked several times for every reading
            section = waiting.pop()
            yield section
            if section.children:
                waiting.extend(reversed(section.children))

    def path(self, position: Position) -> tuple[Section, ...]:
        """The nodes that hold a place, outermost first; empty where none does.

        A place at the end of a node belongs to it where no other begins there: so does
        the caret at the end of the text.
        """
        found: list[Section] = []
        level = self.sections
        while True:
            inner = [s for s in level if s.start <= position <= s.end]
            if not inner:
                return tuple(found)
            found.append(inner[-1])
            level = inner[-1].children
