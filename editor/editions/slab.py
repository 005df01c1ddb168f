"""A piece of the type area that is more than a row of words: what is in it, and its height."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from editor.editions.composed_pages import Dot, PageLine, PagePicture, Stroke

_Box = TypeVar("_Box", Stroke, PagePicture)


@dataclass(frozen=True, slots=True)
class Slab:
    """What stands in a stretch of the type area, in pt from its own top left corner.

    ``loose`` slabs follow one another without a gap, others begin on a line of the grid.
    ``turns``: it begins a page. ``notes``: rows of the notes that belong to the foot of its
    page, note by note. ``again``: what is set over it where it begins a page. ``seam``: the
    lines at its top that close what is cut there, drawn only where a page ends between.
    """

    height: float
    lines: tuple[PageLine, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    pictures: tuple[PagePicture, ...] = ()
    dots: tuple[Dot, ...] = ()
    notes: tuple[tuple[Slab, ...], ...] = ()
    loose: bool = False
    turns: bool = False
    again: tuple[Slab, ...] = ()
    seam: tuple[Stroke, ...] = ()

    def moved(self, x: float, y: float) -> Slab:
        """The same further right and down, in pt; height and page stay."""
        return replace(
            self,
            lines=tuple([replace(one, x=one.x + x, y=one.y + y) for one in self.lines]),
            strokes=tuple([_moved(one, x, y) for one in self.strokes]),
            pictures=tuple([_moved(one, x, y) for one in self.pictures]),
            dots=tuple([Dot(one.x + x, one.y + y, one.radius) for one in self.dots]),
            seam=tuple([_moved(one, x, y) for one in self.seam]),
        )

    def repeated(self) -> Slab:
        """A copy whose words are not the text's own, for the head of a table set again."""
        lines = [replace(one, paragraph=-1, start=0, end=0) for one in self.lines]
        return replace(self, lines=tuple(lines), notes=(), turns=False, again=(), seam=())


def together(height: float, slabs: Iterable[Slab]) -> Slab:
    """One loose slab of a height with all that is in others, where it stands in them."""
    every = list(slabs)
    return Slab(
        height,
        tuple([line for one in every for line in one.lines]),
        tuple(dict.fromkeys(stroke for one in every for stroke in one.strokes)),
        tuple([picture for one in every for picture in one.pictures]),
        tuple([dot for one in every for dot in one.dots]),
        tuple([note for one in every for note in one.notes]),
        loose=True,
        seam=tuple([stroke for one in every for stroke in one.seam]),
    )


def _moved(box: _Box, x: float, y: float) -> _Box:
    return replace(
        box, left=box.left + x, right=box.right + x, top=box.top + y, bottom=box.bottom + y
    )
