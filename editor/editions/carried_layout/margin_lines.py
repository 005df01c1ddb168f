"""Headers and footers of the file in the margins of its pages, with the numbers of the pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from editor.editions.carried import (
    PAGE_COUNT,
    PAGE_NUMBER,
    CarriedSection,
    MarginWords,
    NoteWords,
)
from editor.editions.carried_layout.carried_rows import RowSetter, WordColumn
from editor.editions.carried_layout.word_pieces import PiecedPart, note_pieces
from editor.editions.composed_pages import PageLine
from editor.editions.slab import Slab
from editor.editions.styles import PT_PER_MM, SIZES, SONG, Edition
from editor.editions.text_measure import Measure
from editor.manuscript.marks import Mark
from editor.manuscript.number_format import write_number

_SIZE, _PITCH = SIZES["小五"], 13.0  # pt
_RISE = 6.0  # mm from the type area up to the last line of a header
_EDGE = 8.0  # mm at the edge of the sheet that printers leave white


class MarginLines(NamedTuple):
    """What stands in the margins of one page; ``numbered``: its footer is the file's own."""

    lines: tuple[PageLine, ...]
    numbered: bool


class MarginSetter:
    """Sets the margins of pages in one edition."""

    def __init__(
        self, edition: Edition, measure: Measure, sections: Sequence[CarriedSection]
    ) -> None:
        self._edition, self._sections = edition, sections
        self._rows = RowSetter(measure)

    def pages(self, pages: Sequence[Sequence[PageLine]]) -> Iterator[MarginLines]:
        """The margins of each page, given its lines."""
        before, number = -1, 0
        for at, lines in enumerate(pages):
            first = next((line.paragraph for line in lines if line.paragraph >= 0), -1)
            found = bisect_right([one.first for one in self._sections], first) - 1
            now = max(before, found, 0)
            section, opens = self._sections[now], now != before
            number = section.starts if opens and section.starts else number + 1
            kind = "default" if at % 2 == 0 or "even" not in section.headers else "even"
            kind = "first" if opens and "first" in section.headers else kind
            numbers = (write_number(number, section.form), str(len(pages)))
            yield self._page(section, kind, numbers)
            before = now

    def _page(self, section: CarriedSection, kind: str, numbers: tuple[str, str]) -> MarginLines:
        sheet = self._edition.sheet
        left = sheet.left * PT_PER_MM
        head = self._set(section.headers[kind], numbers, (sheet.top - _RISE - _EDGE) * PT_PER_MM)
        foot_room = (sheet.bottom - self._edition.folio.below - _EDGE) * PT_PER_MM + _PITCH / 2
        foot = self._set(section.footers[kind], numbers, foot_room)
        top = (sheet.top - _RISE) * PT_PER_MM - sum([slab.height for slab in head])
        below = (sheet.height - sheet.bottom + self._edition.folio.below) * PT_PER_MM
        lines = [*_stacked(head, left, top), *_stacked(foot, left, below - _PITCH / 2)]
        return MarginLines(tuple(lines), any(section.footers.values()))

    def _set(
        self, paragraphs: Sequence[MarginWords], numbers: tuple[str, str], room: float
    ) -> list[Slab]:
        """The rows of a margin, closer together where they are too many for it."""
        found: list[Slab] = []
        pitch = min(_PITCH, room / max(1, len(paragraphs)))
        for words in paragraphs:
            column = WordColumn(
                self._edition.sheet.type_width, pitch, min(_SIZE, pitch), room,
                placement=words.placement, loose=True,
            )  # fmt: skip
            part = PiecedPart(False, 0)
            part.add(*note_pieces(_filled(words, numbers), SONG, column.size))
            found += [slab for slab, _ in self._rows.rows(part, column, -1)]
        return found


def _stacked(slabs: Iterable[Slab], left: float, top: float) -> Iterator[PageLine]:
    for slab in slabs:
        yield from slab.moved(left, top).lines
        top += slab.height


def _filled(words: MarginWords, numbers: tuple[str, str]) -> NoteWords:
    """The words with the numbers of the page and of all pages in their places."""
    signs: dict[str, str] = {PAGE_NUMBER: numbers[0], PAGE_COUNT: numbers[1]}
    pieces = [signs.get(character, character) for character in words.text]
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    spans = [Mark(places[m.start], places[m.end], m.kind, m.value) for m in words.spans]
    return NoteWords("".join(pieces), tuple(spans))
