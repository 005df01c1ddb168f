"""From the text and its outline to pages: rows of each paragraph, then pagination.

`Composer` keeps the rows of paragraphs it has seen, so that a second composing after a
keystroke breaks one paragraph only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypedDict, Unpack

from editor.blanks.blank import Blank
from editor.editions.breaking import Room, break_lines
from editor.editions.carried import NOTHING_CARRIED, Carried, CarriedSection
from editor.editions.carried_layout.carried_blocks import CarriedBlocks, tables_by_first
from editor.editions.carried_layout.margin_lines import MarginSetter
from editor.editions.carried_layout.page_notes import numbered_by_page
from editor.editions.carried_layout.undrawn import drawable, undrawn
from editor.editions.composed_pages import Page, PageLine, Pages, PageStamp
from editor.editions.furniture import (
    MIDDLE_TO_BASELINE,
    NO_FOLIO,
    boxes_of,
    folio_line,
    page_stamps,
)
from editor.editions.paginate import Block, PlacedLine, paginate
from editor.editions.roles import HeadingSpan, PageParagraph, faces_of, page_paragraphs, style_of
from editor.editions.set_lines import SetLine, Stretch, centred_lines, set_line
from editor.editions.slab import Slab, together
from editor.editions.styles import PT_PER_MM, Align, Edition, Face, Role, RoleStyle
from editor.editions.text_measure import Advances, Measure
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline
from editor.manuscript.paragraph import Paragraph

_MOST_PASSES = 4  # wider numbers may move a line, and a note with it
_Key = tuple[str, str, Role, tuple[HeadingSpan, ...]]


class ComposeOptions(TypedDict, total=False):
    """What pages show besides plain words.

    A draft has the words 草稿 and marks the open blanks; ``carried`` is what the text's file
    has beside the words; ``margins`` shows its headers and footers too, in place of the
    edition's page number.
    """

    draft: bool
    blanks: Sequence[Blank]
    carried: Carried
    margins: bool


def compose(
    m: Manuscript,
    outline: Outline,
    edition: Edition,
    measure: Measure,
    **options: Unpack[ComposeOptions],
) -> Pages:
    """The pages of a text; ``draft=True, blanks=…`` marks it as a draft."""
    return Composer(edition, measure).compose(m, outline, **options)


class Composer:
    """Composes texts in one edition with one measure."""

    def __init__(self, edition: Edition, measure: Measure) -> None:
        self._edition = edition
        self._measure = measure
        self._advances: dict[tuple[Face, float, float], Advances] = {}
        self._known: dict[_Key, tuple[SetLine, ...]] = {}
        self._kept: dict[_Key, tuple[SetLine, ...]] = {}

    def compose(self, m: Manuscript, outline: Outline, **options: Unpack[ComposeOptions]) -> Pages:
        """The pages of a text; blanks are marked only where it is a draft."""
        draft, carried = options.get("draft", False), options.get("carried", NOTHING_CARRIED)
        parts = page_paragraphs(m, outline)
        self._kept = {}
        if carried == NOTHING_CARRIED:
            placed = paginate([*self._plain(m, parts)], self._edition)
        else:
            carried = drawable(carried, self._measure.draws)
            placed = self._placed(m, parts, carried)
        self._known = self._kept
        marks = _by_paragraph(options.get("blanks", ())) if draft else {}
        stamps = page_stamps(self._edition) if draft else ()
        sheets = _sheets(placed, self._edition)
        pages = tuple(self._page(n, one, marks, stamps) for n, one in enumerate(sheets, start=1))
        if options.get("margins") and carried.sections:
            pages = self._with_margins(pages, carried.sections)
        faces = dict.fromkeys(run.face for p in pages for line in p.lines for run in line.runs)
        faces |= dict.fromkeys([self._edition.folio.face, *(s.face for s in stamps)])
        sheet = self._edition.sheet
        return Pages(sheet.width, sheet.height, pages, tuple(faces), undrawn(carried))

    def _placed(
        self, m: Manuscript, parts: Sequence[PageParagraph], carried: Carried
    ) -> list[PlacedLine]:
        """Rows and slabs on their pages; notes numbered by page may need a second pass."""
        placed: list[PlacedLine] = []
        for _ in range(_MOST_PASSES):
            setter = CarriedBlocks(self._edition, self._measure, carried, m.paragraphs)
            blocks = [*self._blocks(m, parts, carried, setter)]
            placed = paginate(blocks, self._edition, setter.rule())
            numbered = numbered_by_page(carried, placed)
            if numbered is carried:
                break
            carried = numbered
        return placed

    def _plain(self, m: Manuscript, parts: Iterable[PageParagraph]) -> Iterator[Block]:
        for part in parts:
            yield part, self._known_rows(m.paragraphs[part.paragraph], part)

    def _blocks(
        self,
        m: Manuscript,
        parts: Iterable[PageParagraph],
        carried: Carried,
        setter: CarriedBlocks,
    ) -> Iterator[Block]:
        """Paragraphs, plain or not, and tables in the order of the text; end notes behind."""
        known = {part.paragraph: part for part in parts}
        tables, inside = tables_by_first(carried)
        turns = False
        for number in sorted({*known, *carried.paragraphs, *tables}):
            part = known.get(number) or PageParagraph(number, Role.BODY)
            look = carried.paragraphs.get(number)
            if number in tables:
                part = PageParagraph(number, Role.FRAME, opens=part.opens)
                block = setter.of_table(tables[number])
            elif number in inside:
                continue
            elif look is None:
                rows = self._known_rows(m.paragraphs[number], part)
                yield (part._replace(opens=True) if turns else part), rows
                turns = False
                continue
            else:
                block = setter.of_paragraph(part, look)
            turns = turns or block.turns
            if block.slabs:
                yield (part._replace(opens=True) if turns else part), block.slabs
                turns = block.ends
            else:
                turns = turns or block.ends
        if last := setter.last_notes():
            yield PageParagraph(-1, Role.BODY), last

    def _page(
        self,
        number: int,
        gathered: Slab,
        marks: Mapping[int, Sequence[Blank]],
        stamps: tuple[PageStamp, ...],
    ) -> Page:
        folio = folio_line(self._edition, number, self._measure)
        boxes = tuple(boxes_of(gathered.lines, marks))
        strokes, pictures, dots = gathered.strokes, gathered.pictures, gathered.dots
        return Page(number, gathered.lines, folio, boxes, stamps, strokes, pictures, dots)

    def _with_margins(
        self, pages: tuple[Page, ...], sections: Sequence[CarriedSection]
    ) -> tuple[Page, ...]:
        setter = MarginSetter(self._edition, self._measure, sections)
        margins = setter.pages([page.lines for page in pages])
        return tuple(
            replace(
                page,
                lines=(*page.lines, *margin.lines),
                folio=NO_FOLIO if margin.numbered else page.folio,
            )
            for page, margin in zip(pages, margins, strict=True)
        )

    def _known_rows(self, paragraph: Paragraph, part: PageParagraph) -> tuple[SetLine, ...]:
        key = (paragraph.text, paragraph.label, part.role, part.headings)
        rows = self._known.get(key) or self._kept.get(key) or self._rows(paragraph, part)
        self._kept[key] = rows
        return rows

    def _rows(self, paragraph: Paragraph, part: PageParagraph) -> tuple[SetLine, ...]:
        """The rows of a paragraph, its automatic number set before it in the same face."""
        edition, label = self._edition, len(paragraph.label)
        text = paragraph.label + paragraph.text
        style = style_of(part, edition)
        stretches = _stretches(faces_of(part, edition, len(paragraph.text)), label, style)
        widths: list[float] = []
        for start, end, face in stretches:
            advances = self._advances_of(face, style)
            widths += [advances[c] for c in text[start:end]]
        width = edition.sheet.type_width
        if style.align is Align.CENTRE:
            rows = centred_lines(text, widths, width)
        else:
            room = Room(width, style.indent * edition.cell, style.size)
            rows = break_lines(text, widths, room)
        return tuple([set_line(text, row, stretches, style.size, label) for row in rows])

    def _advances_of(self, face: Face, style: RoleStyle) -> Advances:
        # A gridded style takes up the difference between its type and the cells.
        tracking = self._edition.cell - style.size if style.gridded else 0.0
        key = (face, style.size, tracking)
        if key not in self._advances:
            self._advances[key] = Advances(self._measure, *key)
        return self._advances[key]


def _stretches(faces: Sequence[Stretch], label: int, style: RoleStyle) -> list[Stretch]:
    """The faces moved behind the automatic number, which takes the first of them."""
    if not label:
        return list(faces)
    first = faces[0][2] if faces else style.face
    return [(0, label, first), *((a + label, b + label, face) for a, b, face in faces)]


def _sheets(placed: Sequence[PlacedLine], edition: Edition) -> list[Slab]:
    """What each page holds, in pt of the sheet; one empty page where there is no text."""
    lines: list[list[PageLine]] = [[] for _ in range(placed[-1].page + 1 if placed else 1)]
    slabs: dict[int, list[Slab]] = {}
    left, top = edition.sheet.left * PT_PER_MM, edition.sheet.top * PT_PER_MM
    for item in placed:
        row = item.row
        if isinstance(row, Slab):
            made = row.moved(left, top + item.line * edition.pitch)
            slabs.setdefault(item.page, []).append(made)
            lines[item.page] += made.lines
            continue
        size = row.runs[0].size if row.runs else 0.0
        middle = top + (item.line + 0.5) * edition.pitch
        y = middle + size * MIDDLE_TO_BASELINE
        line = PageLine(left + row.x, y, row.width, row.runs, item.paragraph, row.start, row.end)
        lines[item.page].append(line)
    return [
        replace(together(0.0, slabs[page]), lines=tuple(found))
        if page in slabs
        else Slab(0.0, tuple(found))
        for page, found in enumerate(lines)
    ]


def _by_paragraph(blanks: Sequence[Blank]) -> dict[int, list[Blank]]:
    found: dict[int, list[Blank]] = {}
    for blank in blanks:
        found.setdefault(blank.span.paragraph, []).append(blank)
    return found
