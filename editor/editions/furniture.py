"""What stands on a page beside the text: page number, draft words, marks of blanks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from editor.blanks.blank import Blank
from editor.editions.composed_pages import Box, PageLine, PageStamp, TextRun
from editor.editions.styles import HEI, PT_PER_MM, Edition
from editor.editions.text_measure import Measure

# Of an em, from the middle of its square down to the baseline: the square of an ideograph
# has ascent 0.88 and descent 0.12 in Chinese faces.
MIDDLE_TO_BASELINE = 0.38
_BOX_ABOVE, _BOX_BELOW = 0.92, 0.2  # of an em, around the baseline
_DRAFT = "草稿"
_WATERMARK = (150.0, -45.0, 0.88)  # size in pt, angle, lightness: read through, not over
_HEADER = (16.0, 0.0, 0.0)
_HEADER_RISE = 10.0  # mm from the type area up to the middle of the header
NO_FOLIO = PageLine(0.0, 0.0, 0.0, (), -1, 0, 0)


def folio_line(edition: Edition, number: int, measure: Measure) -> PageLine:
    """The page number: odd pages at the right, even at the left (GB/T 9704-2012, 7.5)."""
    folio, sheet = edition.folio, edition.sheet
    text = folio.form.format(number)
    if not text:
        return NO_FOLIO
    xs = [0.0]
    for character in text:
        xs.append(xs[-1] + measure.width(character, folio.face, folio.size))
    inset = folio.inset * folio.size
    left = sheet.left * PT_PER_MM + inset
    right = (sheet.width - sheet.right) * PT_PER_MM - inset - xs[-1]
    dash = (sheet.height - sheet.bottom + folio.below) * PT_PER_MM
    y = dash + MIDDLE_TO_BASELINE * folio.size
    run = TextRun(text, folio.face, folio.size, tuple(xs[:-1]), 0)
    return PageLine(right if number % 2 else left, y, xs[-1], (run,), -1, 0, 0)


def page_stamps(edition: Edition) -> tuple[PageStamp, ...]:
    """草稿 across the page, and once more in black above the text for pale printers."""
    sheet = edition.sheet
    middle = (sheet.left + sheet.width - sheet.right) / 2 * PT_PER_MM
    size, angle, shade = _WATERMARK
    across = PageStamp(_DRAFT, HEI, size, middle, sheet.height / 2 * PT_PER_MM, angle, shade)
    size, angle, shade = _HEADER
    y = (sheet.top - _HEADER_RISE) * PT_PER_MM
    above = PageStamp(f"【{_DRAFT}】", HEI, size, middle, y, angle, shade)
    return across, above


def boxes_of(lines: Sequence[PageLine], blanks: Mapping[int, Sequence[Blank]]) -> Iterator[Box]:
    """The grounds of the blanks (by paragraph, in order) that the lines show."""
    ends = {n: [b.span.end for b in blanks.get(n, ())] for n in {line.paragraph for line in lines}}
    for line in lines:
        row = blanks.get(line.paragraph, ())
        for at in range(bisect_right(ends[line.paragraph], line.start), len(row)):
            start, end = row[at].span[1:]
            if start >= line.end:
                break
            first, last = max(start, line.start), min(end, line.end)
            left, right = x_of(line, first), x_of(line, last)
            if first < last and left < right:
                size = line.runs[0].size
                top, bottom = line.y - _BOX_ABOVE * size, line.y + _BOX_BELOW * size
                yield Box(left, top, right, bottom)


def x_of(line: PageLine, offset: int) -> float:
    """Where on the sheet a place of the paragraph is in a line that holds it, in pt."""
    for run in line.runs:
        if offset < run.start + len(run.text):
            return line.x + run.xs[max(0, offset - run.start)]
    return line.x + line.width
