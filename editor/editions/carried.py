"""What a Word file has beside plain words, as values that pages and finals draw from.

Paragraphs are numbered as in the manuscript, offsets are code points of their text, sizes of
pictures and tables are millimetres.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.marks import (
    BOLD,
    DOTTED,
    HIDDEN,
    ITALIC,
    LOWERED,
    RAISED,
    RUBY,
    STRIKE,
    UNDERLINE,
    Mark,
    Marks,
    merged,
)

# The looks that pages draw; faces, sizes and colours are the edition's.
DRAWN_LOOKS = frozenset((BOLD, ITALIC, UNDERLINE, STRIKE, DOTTED, RAISED, LOWERED, HIDDEN, RUBY))


class Placement(StrEnum):
    """Where the file says that the lines of a paragraph stand; '' is as the edition says."""

    AS_EDITION = ""
    RIGHT = "right"
    CENTRE = "centre"


class Crop(NamedTuple):
    """How much of a picture is cut away at each side, of its width and height (0 to 1)."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


WHOLE_PICTURE = Crop()


@dataclass(frozen=True, slots=True)
class CarriedPicture:
    """A picture's own bytes, its size in mm; ``kind``: what it stands for, a chart or itself.

    ``quarters``: how often it is turned by 90 degrees clockwise; the size is as it is seen.
    ``floating``: it stands beside the words, not among them.
    """

    data: bytes
    width: float
    height: float
    kind: ObjectKind = ObjectKind.PICTURE
    crop: Crop = WHOLE_PICTURE
    quarters: int = 0
    floating: bool = False


@dataclass(frozen=True, slots=True)
class NoteWords:
    """A paragraph of a note."""

    text: str
    spans: Marks = ()


@dataclass(frozen=True, slots=True)
class CarriedNote:
    """A note where it is referred to. ``number`` is '' where the text itself has the sign.

    ``last``: it stands at the end of the text, not at the foot of the page. ``form`` is Word's
    name for the form of its number where that begins anew on each page, else ''.
    """

    number: str
    paragraphs: tuple[NoteWords, ...]
    last: bool = False
    form: str = ""


@dataclass(frozen=True, slots=True)
class CarriedFormula:
    """A formula as a line of words with their looks; None where a line cannot say it exactly."""

    line: NoteWords | None


@dataclass(frozen=True, slots=True)
class PageTurn:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Undrawable:
    """A thing that has no picture of itself in the file: a shape, a chart, SmartArt."""

    kind: ObjectKind


CarriedThing = CarriedPicture | CarriedNote | CarriedFormula | PageTurn | Undrawable


@dataclass(frozen=True, slots=True)
class CarriedParagraph:
    """What one paragraph has beside its words. ``things`` stand at offsets, in order.

    ``turns``: it begins a page. ``size`` is the file's size of type in pt, for cells; 0 where
    it is not known. ``inset``: mm that the file leaves free at the right of what stands there.
    ``above`` and ``below`` are lines over and under the paragraph, in pt of thickness.
    """

    placement: Placement = Placement.AS_EDITION
    turns: bool = False
    spans: Marks = ()
    things: tuple[tuple[int, CarriedThing], ...] = ()
    size: float = 0.0
    inset: float = 0.0
    above: float = 0.0
    below: float = 0.0


PLAIN = CarriedParagraph()


class Sides(NamedTuple):
    """Thickness in pt of the lines around a cell; 0 for none.

    ``falling`` and ``rising`` go from its upper and its lower left corner across it.
    """

    top: float = 0.0
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    falling: float = 0.0
    rising: float = 0.0


NO_LINES = Sides()


@dataclass(frozen=True, slots=True)
class CarriedCell:
    """A cell: numbers of its paragraphs and its tables in order, over ``span`` columns.

    ``goes_on``: it is the lower part of the cell above. ``standing`` is 'top', 'center' or
    'bottom'.
    """

    blocks: tuple[int | CarriedTable, ...]
    span: int = 1
    goes_on: bool = False
    sides: Sides = NO_LINES
    standing: str = "top"


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """A row: its cells, the columns left out before them, its least height in mm.

    ``head``: it is repeated on every page that the table reaches.
    """

    cells: tuple[CarriedCell, ...]
    before: int = 0
    height: float = 0.0
    head: bool = False


@dataclass(frozen=True, slots=True)
class CarriedTable:
    """A table with the widths of its columns in mm."""

    columns: tuple[float, ...]
    rows: tuple[CarriedRow, ...]
    placement: Placement = Placement.AS_EDITION

    def paragraphs(self) -> list[int]:
        """The numbers of all paragraphs in it, those of tables in its cells too."""
        found: list[int] = []
        for block in [b for row in self.rows for cell in row.cells for b in cell.blocks]:
            found += [block] if isinstance(block, int) else block.paragraphs()
        return found


# What stands in the words of a header or footer for the number of its page, and of all pages.
PAGE_NUMBER, PAGE_COUNT = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class MarginWords:
    """A paragraph of a header or footer."""

    text: str
    spans: Marks = ()
    placement: Placement = Placement.AS_EDITION


@dataclass(frozen=True, slots=True)
class CarriedSection:
    """Headers and footers from the paragraph ``first`` on, by pages: 'default', 'first', 'even'.

    Only pages that differ have their own. ``starts`` is the number of its first page, 0 where
    it goes on; ``form`` is Word's name for the form of page numbers.
    """

    first: int
    headers: Mapping[str, tuple[MarginWords, ...]]
    footers: Mapping[str, tuple[MarginWords, ...]]
    starts: int = 0
    form: str = "decimal"


@dataclass(frozen=True, slots=True)
class Carried:
    """What a whole file has: paragraphs that are not plain, by number, and outer tables.

    ``sections`` are those with headers or footers; pages show them on wish.
    """

    paragraphs: Mapping[int, CarriedParagraph]
    tables: tuple[CarriedTable, ...] = ()
    sections: tuple[CarriedSection, ...] = ()


NOTHING_CARRIED = Carried(MappingProxyType({}))


def drawn_looks(marks: Iterable[Mark]) -> Marks:
    """Of the marks of a paragraph those whose look the pages draw."""
    return merged([mark for mark in marks if mark.kind in DRAWN_LOOKS])
