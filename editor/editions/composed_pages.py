"""Composed pages as pure numbers: what stands where on the paper.

Everything is in points (1 pt = 1/72 inch) from the top left corner of the sheet, x to
the right, y down. A painter needs nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from editor.editions.carried import WHOLE_PICTURE, Crop
from editor.editions.styles import Face
from editor.manuscript.file_objects import ObjectKind


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of one face in a line. ``xs``: one offset from the line's x for each.

    ``start`` is the code point in the paragraph of the first; it is negative for an
    automatic number, which the paragraph's text does not hold. A combining mark has the
    offset at which its base ends and is drawn together with its base. ``rise`` is how far
    its baseline is above the line's, in pt.
    """

    text: str
    face: Face
    size: float
    xs: tuple[float, ...]
    start: int
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line: ``x`` of its left end, ``y`` of its baseline, what it shows of the text.

    Covers ``[start, end)`` of the paragraph, white space at its ends included.
    ``paragraph`` is -1 for words that are not the text's: a page number, a note, what is read
    over a word, the head of a table set again.
    """

    x: float
    y: float
    width: float
    runs: tuple[TextRun, ...]
    paragraph: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters drawn."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Box:
    """The ground behind a blank that is still open, in a draft."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight black line, ``weight`` pt thick: upright, level, or across a cell of a table."""

    left: float
    top: float
    right: float
    bottom: float
    weight: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture's own bytes, cut as ``crop`` says, turned by quarters, drawn into a rectangle."""

    left: float
    top: float
    right: float
    bottom: float
    data: bytes
    crop: Crop = WHOLE_PICTURE
    quarters: int = 0


@dataclass(frozen=True, slots=True)
class Dot:
    """A black dot under an emphasised character; ``x`` and ``y`` are its middle."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class PageStamp:
    """Words across a page, centred on (x, y), turned by ``angle`` degrees clockwise.

    ``shade`` is the lightness of the ink: 0 black, 1 white.
    """

    text: str
    face: Face
    size: float
    x: float
    y: float
    angle: float
    shade: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page, numbered from 1."""

    number: int
    lines: tuple[PageLine, ...]
    folio: PageLine
    boxes: tuple[Box, ...] = ()
    stamps: tuple[PageStamp, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    pictures: tuple[PagePicture, ...] = ()
    dots: tuple[Dot, ...] = ()


class Undrawn(NamedTuple):
    """A thing of the file that no page shows, by name, and its paragraph in the manuscript."""

    kind: ObjectKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages and the size of the sheet in mm; there is always at least one page.

    ``undrawn`` names what the text has and the pages lack.
    """

    width: float
    height: float
    pages: tuple[Page, ...]
    faces: tuple[Face, ...]
    undrawn: tuple[Undrawn, ...] = ()

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self.pages)
