"""From the text and its outline to pages: rows of each paragraph, then pagination.

`Composer` keeps the rows of paragraphs it has seen, so that a second composing after a
keystroke breaks one paragraph only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

from editor.blanks.blank import Blank
from editor.editions.breaking import Room, break_lines
from editor.editions.composed_pages import Page, PageLine, Pages
from editor.editions.furniture import MIDDLE_TO_BASELINE, boxes_of, folio_line, page_stamps
from editor.editions.paginate import PlacedLine, paginate
from editor.editions.roles import HeadingSpan, PageParagraph, faces_of, page_paragraphs, style_of
from editor.editions.set_lines import SetLine, Stretch, centred_lines, set_line
from editor.editions.styles import PT_PER_MM, Align, Edition, Face, Role, RoleStyle
from editor.editions.text_measure import Advances, Measure
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline
from editor.manuscript.paragraph import Paragraph

_Key = tuple[str, str, Role, tuple[HeadingSpan, ...]]


class DraftMarks(TypedDict, total=False):
    """What a draft shows more than a final: the words 草稿, and the open blanks."""

    draft: bool
    blanks: Sequence[Blank]


def compose(
    m: Manuscript, outline: Outline, edition: Edition, measure: Measure, **marks: Unpack[DraftMarks]
) -> Pages:
    """The pages of a text; ``draft=True, blanks=…`` marks it as a draft."""
    return Composer(edition, measure).compose(m, outline, **marks)


class Composer:
    """Composes texts in one edition with one measure."""

    def __init__(self, edition: Edition, measure: Measure) -> None:
        self._edition = edition
        self._measure = measure
        self._advances: dict[tuple[Face, float, float], Advances] = {}
        self._known: dict[_Key, tuple[SetLine, ...]] = {}

    def compose(
        self, m: Manuscript, outline: Outline, *, draft: bool = False, blanks: Sequence[Blank] = ()
    ) -> Pages:
        """The pages of a text; blanks are marked only where it is a draft."""
        kept: dict[_Key, tuple[SetLine, ...]] = {}
        blocks: list[tuple[PageParagraph, tuple[SetLine, ...]]] = []
        for part in page_paragraphs(m, outline):
            paragraph = m.paragraphs[part.paragraph]
            key = (paragraph.text, paragraph.label, part.role, part.headings)
            rows = self._known.get(key) or kept.get(key) or self._rows(paragraph, part)
            kept[key] = rows
            blocks.append((part, rows))
        self._known = kept
        pages = _sheets(list(paginate(blocks, self._edition)), self._edition)
        marks = _by_paragraph(blanks) if draft else {}
        stamps = page_stamps(self._edition) if draft else ()
        faces = dict.fromkeys(run.face for page in pages for line in page for run in line.runs)
        faces |= dict.fromkeys([self._edition.folio.face, *(s.face for s in stamps)])
        sheet = self._edition.sheet
        return Pages(
            sheet.width,
            sheet.height,
            tuple(
                Page(number, tuple(page), self._folio(number), tuple(boxes_of(page, marks)), stamps)
                for number, page in enumerate(pages, start=1)
            ),
            tuple(faces),
        )

    def _folio(self, number: int) -> PageLine:
        return folio_line(self._edition, number, self._measure)

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


def _sheets(placed: Sequence[PlacedLine], edition: Edition) -> list[list[PageLine]]:
    """The lines of each page; one empty page where there is no text."""
    pages: list[list[PageLine]] = [[] for _ in range(placed[-1].page + 1 if placed else 1)]
    left, top = edition.sheet.left * PT_PER_MM, edition.sheet.top * PT_PER_MM
    for item in placed:
        row = item.row
        size = row.runs[0].size if row.runs else 0.0
        middle = top + (item.line + 0.5) * edition.pitch
        y = middle + size * MIDDLE_TO_BASELINE
        line = PageLine(left + row.x, y, row.width, row.runs, item.paragraph, row.start, row.end)
        pages[item.page].append(line)
    return pages


def _by_paragraph(blanks: Sequence[Blank]) -> dict[int, list[Blank]]:
    found: dict[int, list[Blank]] = {}
    for blank in blanks:
        found.setdefault(blank.span.paragraph, []).append(blank)
    return found
