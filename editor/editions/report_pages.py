"""A report laid out on paper: the same pages for preview, printer and PDF.

Everything is set from the top down in pt. A row of a table stays on one page unless it is
longer than a page; the head of a table stands on each page that the table reaches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest

from editor.editions.breaking import Room, break_lines
from editor.editions.composed_pages import Page, PageLine, Pages, Stroke
from editor.editions.furniture import MIDDLE_TO_BASELINE, folio_line
from editor.editions.report import Report, ReportBlock, ReportCell, ReportColumn, ReportTable
from editor.editions.report_style import CELL_PAD, CELL_PITCH, CELL_SIZE, LINE_WEIGHT, REPORT
from editor.editions.set_lines import SetLine, Stretch, ragged, set_line
from editor.editions.styles import HEI, PT_PER_MM, SONG, Align, Edition, Face, Role, RoleStyle
from editor.editions.text_measure import Advances, Measure

_Cells = tuple[tuple[SetLine, ...], ...]


def compose_report(report: Report, measure: Measure, edition: Edition = REPORT) -> Pages:
    """The pages of a report; there is always at least one."""
    setter = _Setter(measure, edition)
    setter.title(report.title)
    for block in report.blocks:
        setter.block(block)
    sheet, sides = edition.sheet, setter.sides
    faces = {run.face: None for side in sides for line in side.lines for run in line.runs}
    faces |= {edition.folio.face: None}
    made = tuple(
        Page(n, tuple(side.lines), folio_line(edition, n, measure), strokes=tuple(side.strokes))
        for n, side in enumerate(sides, start=1)
    )
    return Pages(sheet.width, sheet.height, made, tuple(faces))


@dataclass(frozen=True, slots=True)
class _FilledPage:
    """A page being filled."""

    lines: list[PageLine]
    strokes: list[Stroke]


class _Setter:
    """Sets blocks one under another; ``_down`` is the pt used of the type area."""

    def __init__(self, measure: Measure, edition: Edition) -> None:
        self._measure, self._edition = measure, edition
        self._left = edition.sheet.left * PT_PER_MM
        self._top = edition.sheet.top * PT_PER_MM
        self._down = 0.0
        self._advances: dict[tuple[Face, float], Advances] = {}
        self.sides = [_FilledPage([], [])]

    def title(self, text: str) -> None:
        """The title, centred, with half a line under it."""
        self._paragraph(text, self._edition.styles[Role.TITLE])
        self._down += self._edition.pitch / 2

    def block(self, block: ReportBlock) -> None:
        """A heading that stays with what follows, lines, a table, half a line behind."""
        rows = self._table_rows(block.table) if block.table else []
        if block.heading:
            first = sum(map(_height, rows[:2])) if rows and not block.lines else 0.0
            self._turn_unless(self._edition.pitch + (first or self._edition.pitch))
            self._paragraph(block.heading, self._edition.styles[Role.HEADING])
        for line in block.lines:
            self._paragraph(line, self._edition.styles[Role.BODY])
        if block.table:
            self._table(block.table.columns, rows)
        self._down += self._edition.pitch / 2

    def _paragraph(self, text: str, style: RoleStyle) -> None:
        width = self._edition.sheet.type_width
        centred = style.align is Align.CENTRE
        for row in self._rows(text, [(0, len(text), style.face)], style.size, (width, centred)):
            self._turn_unless(self._edition.pitch)
            self._put(row, 0.0, style.size, self._edition.pitch)
            self._down += self._edition.pitch

    def _table_rows(self, table: ReportTable) -> list[_Cells]:
        """The head and the rows, broken into lines; too long a row becomes several."""
        head = tuple(ReportCell(c.title, ((0, len(c.title)),)) for c in table.columns)
        first = self._cells(head, [replace(c, centred=True) for c in table.columns])
        room = self._edition.sheet.type_height - _height(first) - 2 * CELL_PAD
        most = max(1, int(room / CELL_PITCH))
        rows = [first]
        for row in table.rows:
            rows += _chunks(self._cells(row, table.columns), most)
        return rows

    def _table(self, columns: Sequence[ReportColumn], rows: Sequence[_Cells]) -> None:
        edges = [w * PT_PER_MM for w in accumulate((c.width for c in columns), initial=0.0)]
        for number, row in enumerate(rows):
            fresh = self._turn_unless(_height(row) + (_height(rows[1]) if not number else 0.0))
            if fresh and number:
                self._table_row(rows[0], edges)
            self._table_row(row, edges)

    def _table_row(self, row: _Cells, edges: Sequence[float]) -> None:
        height, top = _height(row), self._top + self._down
        bottom, strokes = top + height, self.sides[-1].strokes
        lefts = [self._left + edge for edge in edges]
        strokes += [Stroke(lefts[0], y, lefts[-1], y, LINE_WEIGHT) for y in (top, bottom)]
        strokes += [Stroke(x, top, x, bottom, LINE_WEIGHT) for x in lefts]
        self._down += CELL_PAD
        for at, lines in enumerate(zip_longest(*row)):
            for set_, edge in zip(lines, edges, strict=False):
                if set_:
                    down = at * CELL_PITCH
                    self._put(set_, edge + CELL_PAD, CELL_SIZE, CELL_PITCH, down)
        self._down += height - CELL_PAD

    def _cells(self, cells: Iterable[ReportCell], columns: Iterable[ReportColumn]) -> _Cells:
        return tuple(
            tuple(
                self._rows(
                    cell.text,
                    list(_faces(cell)),
                    CELL_SIZE,
                    (column.width * PT_PER_MM - 2 * CELL_PAD, column.centred),
                )
            )
            for cell, column in zip(cells, columns, strict=True)
        )

    def _rows(
        self, text: str, faces: Sequence[Stretch], size: float, within: tuple[float, bool]
    ) -> Iterator[SetLine]:
        """The lines of a text in a width in pt; centred in it where so wished."""
        width, centred = within
        widths = [w for a, b, face in faces for w in self._widths(text[a:b], face, size)]
        for row in break_lines(text, widths, Room(width, 0.0, size)):
            made = set_line(text, ragged(row, widths), faces, size, 0)
            yield replace(made, x=(width - made.width) / 2) if centred else made

    def _widths(self, text: str, face: Face, size: float) -> list[float]:
        if (face, size) not in self._advances:
            self._advances[face, size] = Advances(self._measure, face, size, 0.0)
        advances = self._advances[face, size]
        return [advances[c] for c in text]

    def _put(self, row: SetLine, x: float, size: float, pitch: float, down: float = 0.0) -> None:
        y = self._top + self._down + down + pitch / 2 + size * MIDDLE_TO_BASELINE
        line = PageLine(self._left + x + row.x, y, row.width, row.runs, -1, row.start, row.end)
        self.sides[-1].lines.append(line)

    def _turn_unless(self, height: float) -> bool:
        """Begin a page where ``height`` does not fit on this one; whether it was begun."""
        if not self._down or self._down + height <= self._edition.sheet.type_height + 0.01:
            return False
        self.sides.append(_FilledPage([], []))
        self._down = 0.0
        return True


def _faces(cell: ReportCell) -> Iterator[Stretch]:
    """宋体, with 黑体 for the strong stretches, covering the whole text."""
    done = 0
    for start, end in cell.strong:
        if done < start:
            yield done, start, SONG
        if start < end:
            yield start, end, HEI
        done = end
    if done < len(cell.text):
        yield done, len(cell.text), SONG


def _height(row: _Cells) -> float:
    return max(1, *map(len, row)) * CELL_PITCH + 2 * CELL_PAD


def _chunks(row: _Cells, most: int) -> list[_Cells]:
    longest = max(1, *map(len, row))
    return [tuple(c[at : at + most] for c in row) for at in range(0, longest, most)]
