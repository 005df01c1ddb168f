"""Blocks of what is more than plain words: paragraphs with looks and things, tables, notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from editor.editions.carried import (
    PLAIN,
    Carried,
    CarriedNote,
    CarriedParagraph,
    CarriedTable,
    NoteWords,
    Placement,
)
from editor.editions.carried_layout.carried_rows import NotedSlab, RowSetter, WordColumn
from editor.editions.carried_layout.table_bands import table_bands
from editor.editions.carried_layout.word_pieces import (
    FacedText,
    PiecedPart,
    note_pieces,
    pieced,
    raised,
)
from editor.editions.composed_pages import Stroke
from editor.editions.roles import PageParagraph, faces_of, style_of
from editor.editions.slab import Slab
from editor.editions.styles import PT_PER_MM, SIZES, SONG, Align, Edition, Role
from editor.editions.text_measure import Measure
from editor.manuscript.paragraph import Paragraph

# Notes are set as word processors set them in Chinese: 小五 宋体, single spaced.
_NOTE_SIZE = SIZES["小五"]
_NOTE_PITCH = 13.0  # pt
_RULE_GAP = 9.0  # pt of the rule over the notes of a page, white space included
_RULE = (1 / 3, 0.5)  # of the type area's width; pt thick
_MOST_INSET = 0.4  # of a line: beyond this an indent from the right is no place for a name
_TABLE_GAP = 6.0  # pt between the words above and a table
_CELL_PITCH = 1.4  # of the size of type
_LARGEST, _SMALLEST = SIZES["三号"], SIZES["六号"]  # of type in cells
_FULL = 1.05  # characters that the narrowest cell must hold
# Roles whose lines stand where the file says; the others stand where the edition says.
_PLACED = (Role.BODY, Role.FRAME)
_FIRM = (Role.TITLE, Role.SUBTITLE, Role.BYLINE)  # whose weight the edition says


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block's slabs; ``turns``: it begins a page, ``ends``: what follows it does."""

    slabs: tuple[Slab, ...]
    turns: bool = False
    ends: bool = False


class CarriedBlocks:
    """Sets what a file carries in one edition; end notes are gathered as they come."""

    def __init__(
        self, edition: Edition, measure: Measure, carried: Carried, paragraphs: Sequence[Paragraph]
    ) -> None:
        self._edition, self._carried, self._paragraphs = edition, carried, paragraphs
        self._setter = RowSetter(measure)
        self._width, self._height = edition.sheet.type_width, edition.sheet.type_height
        self._last: list[CarriedNote] = []

    def of_paragraph(self, part: PageParagraph, look: CarriedParagraph) -> SetBlock:
        """A paragraph of the running text."""
        paragraph, edition = self._paragraphs[part.paragraph], self._edition
        style = style_of(part, edition)
        firm = [(heading.start, heading.end) for heading in part.headings]
        words = FacedText(
            paragraph.text,
            faces_of(part, edition, len(paragraph.text)) or [(0, 0, style.face)],
            style.size,
            paragraph.label,
            [(0, len(paragraph.text))] if part.role in _FIRM else firm,
        )
        placement = look.placement if part.role in _PLACED else Placement.AS_EDITION
        inset = min(look.inset * PT_PER_MM, _MOST_INSET * self._width)
        column = WordColumn(
            self._width - (inset if placement is Placement.RIGHT else 0.0),
            edition.pitch,
            style.size,
            self._height,
            style.indent * edition.cell,
            edition.cell - style.size if style.gridded else 0.0,
            placement,
            style.align is Align.CENTRE and placement is not Placement.RIGHT,
        )
        found: list[Slab] = []
        turns = False
        for at, piece in enumerate(pieced(words, look)):
            rows = self._noted(self._setter.rows(piece, column, part.paragraph))
            turns = piece.turns or turns
            if rows and at and turns and found:
                rows[0] = replace(rows[0], turns=True)
            found += rows
            turns = turns and not rows
            column = replace(column, indent=0.0)
        return SetBlock(tuple(_lined(found, look, self._width, edition.pitch)), look.turns, turns)

    def of_table(self, table: CarriedTable) -> SetBlock:
        """A table in the type area."""
        bands = table_bands(table, self._width, self._height - _TABLE_GAP, self._cell_rows)
        first = bands[0]
        bands[0] = replace(first.moved(0.0, _TABLE_GAP), height=first.height + _TABLE_GAP)
        turned = [self._carried.paragraphs.get(n, PLAIN).turns for n in table.paragraphs()[:1]]
        return SetBlock(tuple(bands), any(turned))

    def last_notes(self) -> tuple[Slab, ...]:
        """The notes at the end of the text, under a rule; () where there are none."""
        if not self._last:
            return ()
        rows = [row for note in self._last for row in self._note_rows(note)]
        return (self.rule(), *rows)

    def rule(self) -> Slab:
        """The line over the notes of a page."""
        share, weight = _RULE
        line = Stroke(0.0, _RULE_GAP - 4, share * self._width, _RULE_GAP - 4, weight)
        return Slab(_RULE_GAP, strokes=(line,), loose=True)

    def _cell_rows(self, number: int, width: float, shrink: float) -> list[Slab]:
        paragraph = self._paragraphs[number]
        look = self._carried.paragraphs.get(number, PLAIN)
        size = min(look.size or SIZES["小四"], _LARGEST) * shrink
        size = min(max(_SMALLEST, size), width / _FULL)
        face = self._edition.styles[Role.FRAME].face
        stretches = [(0, len(paragraph.text), face)]
        words = FacedText(paragraph.text, stretches, size, paragraph.label)
        column = WordColumn(
            width, size * _CELL_PITCH, size, self._height / 2, placement=look.placement, loose=True
        )
        rows: list[Slab] = []
        for piece in pieced(words, look):
            rows += self._noted(self._setter.rows(piece, column, number))
        rows = rows or [Slab(column.pitch, loose=True)]  # room to write in
        return _lined(rows, look, width, column.pitch)

    def _noted(self, rows: Iterable[NotedSlab]) -> list[Slab]:
        """Rows with their notes set; those for the end are put by."""
        found: list[Slab] = []
        for slab, notes in rows:
            self._last += [note for note in notes if note.last]
            feet = [tuple(self._note_rows(note)) for note in notes if not note.last]
            found.append(replace(slab, notes=tuple(feet)) if feet else slab)
        return found

    def _note_rows(self, note: CarriedNote) -> list[Slab]:
        column = WordColumn(self._width, _NOTE_PITCH, _NOTE_SIZE, self._height, loose=True)
        rows: list[Slab] = []
        for at, words in enumerate(note.paragraphs or (NoteWords(""),)):
            part = PiecedPart(False, 0)
            if note.number and not at:
                part.add(raised(note.number + " ", SONG, _NOTE_SIZE))
            part.add(*note_pieces(words, SONG, _NOTE_SIZE))
            rows += [slab for slab, _ in self._setter.rows(part, column, -1)]
        return rows


def _lined(slabs: list[Slab], look: CarriedParagraph, width: float, pitch: float) -> list[Slab]:
    """The slabs of a paragraph with the lines over and under it; a line alone takes a row."""
    if not (look.above or look.below):
        return slabs
    made = slabs or [Slab(pitch)]
    for weight, at, y in ((look.above, 0, 1.0), (look.below, -1, made[-1].height - 1.0)):
        if weight:
            line = Stroke(0.0, y, width, y, weight)
            made[at] = replace(made[at], strokes=(*made[at].strokes, line))
    return made


def tables_by_first(carried: Carried) -> tuple[Mapping[int, CarriedTable], frozenset[int]]:
    """The tables by the number of their first paragraph, and the numbers of all in them."""
    inside = [(table, table.paragraphs()) for table in carried.tables]
    firsts = {min(numbers): table for table, numbers in inside}
    return firsts, frozenset(number for _, numbers in inside for number in numbers)
