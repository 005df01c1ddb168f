"""Tables of a clipboard's HTML as rows of words: a paragraph a row, cells parted by tabs.

A table that only lays out a page (it holds others, or whole texts) is none. What stands in the
cells is read to find them in the plain text that comes with it; words are not changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from editor.blanks.cells.empty_cells import cell_blanks
from editor.manuscript.marked_text import MarkedText, joined
from editor.manuscript.paragraph import Paragraph
from editor.ui.page.html.html_looks import TOKEN, uncommented

LONGEST: Final = (
    400_000  # characters from the first table to the last, read in a twentieth of a second
)
OPEN: Final = "____"
"""What an empty cell shows that waits for words."""
_LONG: Final = 200  # characters in a cell of a table; a page laid out has whole texts in one
_WIDEST, _TALLEST = 60, 500  # columns, rows that one cell may go over
_CELLS: Final = 400  # of a table whose empty cells are looked at
_MISSES: Final = 20  # tables that the plain text has not, until no more are looked for
_FEW: Final = 3  # of so many cells below the headings one may be empty and be a hole
_BLANKS: Final = re.compile("[ \t\r\n\xa0]+")
_OVER: Final = re.compile(r"\b(col|row)span\s*=\s*[\"']?([1-9]\d{0,3})\b", re.IGNORECASE)
_PARTING: Final = ("br", "p", "div", "li")
_UNREAD: Final = ("script", "style", "template")


@dataclass(slots=True)
class _HtmlCell:
    words: list[str] = field(default_factory=list[str])
    wide: int = 1
    tall: int = 1

    @property
    def text(self) -> str:
        return _BLANKS.sub(" ", "".join(self.words)).strip(" \u3000")


class HtmlTable(NamedTuple):
    """The rows of a table, as many cells each; None: a cell beside or above goes on here."""

    rows: tuple[tuple[str | None, ...], ...]

    @property
    def letters(self) -> str:
        """All its letters that are no blanks."""
        return "".join("".join([cell or "" for row in self.rows for cell in row]).split())

    @property
    def empty_around(self) -> tuple[int, int]:
        """How many cells are empty before the first words and behind the last."""
        told = [bool(cell) for row in self.rows for cell in row if cell is not None]
        return told.index(True), told[::-1].index(True)


class RowOfWords(NamedTuple):
    """A line of words, and where in it (code points) an empty cell waits for some."""

    text: str
    open: tuple[int, ...] = ()

    def shown(self, words: MarkedText) -> MarkedText:
        """The words of the line with what an empty cell shows."""
        ends = (0, *self.open, len(words.text))
        pieces: list[MarkedText | str] = []
        for start, end in pairwise(ends):
            pieces += [words.part(start, end), OPEN]
        return joined(pieces[:-1])


def tables_in(html: str) -> tuple[HtmlTable, ...]:
    """The tables of a page, in their order; none where they are too long to read."""
    lower = html.lower()
    start, end = lower.find("<table"), lower.rfind("</table")
    if start < 0 or end - start > LONGEST:
        return ()
    reader = _TableReader()
    reader.read(uncommented(html[start:end]) + "</table>")
    return tuple(reader.found)


def in_rows(
    lines: Sequence[str], tables: Sequence[HtmlTable], *, of_page: bool, bare: bool
) -> list[RowOfWords]:
    """The lines of a text; those that hold a table's cells are its rows.

    ``of_page``: a web page's table, in which a few holes are meant to be filled.
    ``bare``: the lines were made of the HTML alone, with empty ones around each table.
    """
    made, at = list[RowOfWords](), 0
    letters = _LineLetters(lines, bare)
    for table in tables:
        if (found := letters.lines_of(table, at)) is not None:
            made += map(RowOfWords, lines[at : found[0]])
            made += _rows(table, of_page=of_page)
            at = found[1]
    return [*made, *map(RowOfWords, lines[at:])]


class _LineLetters:
    """The letters of lines without blanks, to look for those of a table."""

    def __init__(self, lines: Sequence[str], bare: bool) -> None:
        self._bare = bare
        solid = ["".join(line.split()) for line in lines]
        self._empty = [not line for line in solid]
        self._whole = "".join(solid)
        self._starts = [0, *accumulate(map(len, solid))]
        self._ends = {e: n + 1 for n, e in enumerate(self._starts[1:]) if solid[n]}
        self._missed = 0

    def lines_of(self, table: HtmlTable, at: int) -> tuple[int, int] | None:
        """The lines from ``at`` on that have the letters of a table and no others."""
        letters = table.letters
        for number in range(at, len(self._empty)) if self._missed < _MISSES and letters else ():
            start = self._starts[number]
            last = self._ends.get(start + len(letters))
            if last and not self._empty[number] and self._whole.startswith(letters, start):
                ahead, behind = (len(self._empty),) * 2 if self._bare else table.empty_around
                return self._over(number, at, ahead), self._over(last, len(self._empty), behind)
        self._missed += 1
        return None

    def _over(self, number: int, until: int, cells: int) -> int:
        """Past so many empty lines before or behind, which are cells of the table too."""
        step = 1 if until > number else -1
        while cells and number != until and self._empty[number if step > 0 else number - 1]:
            number, cells = number + step, cells - 1
        return number


def _rows(table: HtmlTable, *, of_page: bool) -> Iterator[RowOfWords]:
    opened = _opened(table, of_page=of_page)
    for number, row in enumerate(table.rows):
        if not any(row):
            continue
        text, places = "", list[int]()
        for column, cell in enumerate(row):
            text += "\t" if column else ""
            places += [len(text)] if (number, column) in opened else []
            text += cell or ""
        yield RowOfWords(text, tuple(places))


def _opened(table: HtmlTable, *, of_page: bool) -> set[tuple[int, int]]:
    """The empty cells that wait for words: by the rules of forms, or holes in a page's table."""
    if sum(map(len, table.rows)) > _CELLS:
        return set()
    places = [
        (r, c) for r, row in enumerate(table.rows) for c, w in enumerate(row) if w is not None
    ]
    cells = [Paragraph(table.rows[r][c] or "", frame=f"表1·{r + 1}行{c + 1}列") for r, c in places]
    found = cell_blanks(cells).found
    told = {
        places[n] for n, some in found.items() if not cells[n].text and any(b.sure for b in some)
    }
    empty = {p for p, cell in zip(places, cells, strict=True) if p[0] and not cell.text}
    few = _FEW * len(empty) <= len([p for p in places if p[0]])
    return told | empty if of_page and few else told


class _TableReader:
    """Finds the tables of a page that are in no other."""

    def __init__(self) -> None:
        self.found: list[HtmlTable] = []
        self._rows: list[list[_HtmlCell]] = []
        self._deep = 0
        self._holds_others = False
        self._unread = ""

    def read(self, html: str) -> None:
        """Take the tables of this HTML."""
        for token in TOKEN.finditer(html):
            if token[2]:
                self._close(token[2].lower())
            elif token[3]:
                self._begin(token[3])
            elif token[1] and not self._unread:
                self._take(unescape(token[1]))

    def _begin(self, tag: str) -> None:
        name = tag.split(None, 1)[0].rstrip("/").lower()
        if name == "table":
            self._deep += 1
            self._holds_others = self._holds_others or self._deep > 1
        elif self._deep == 1 and name == "tr":
            self._rows.append([])
        elif self._deep == 1 and name in ("td", "th"):
            said = {hit[1].lower(): int(hit[2]) for hit in _OVER.finditer(tag)}
            wide, tall = said.get("col", 1), said.get("row", 1)
            self._rows = self._rows or [[]]
            self._rows[-1].append(_HtmlCell([], min(wide, _WIDEST), min(tall, _TALLEST)))
        elif name in _UNREAD:
            self._unread = name
        elif name in _PARTING:
            self._take(" ")

    def _close(self, name: str) -> None:
        if name == self._unread:
            self._unread = ""
        if name != "table" or not self._deep:
            return
        self._deep -= 1
        if not self._deep:
            table = _even(self._rows)
            if not self._holds_others and _is_of_data(table):
                self.found.append(table)
            self._rows, self._holds_others = [], False

    def _take(self, words: str) -> None:
        if self._deep and self._rows and self._rows[-1]:
            self._rows[-1][-1].words.append(words)


def _even(rows: Sequence[Sequence[_HtmlCell]]) -> HtmlTable:
    """Rows of the same columns, whatever cells go over several."""
    covered: set[tuple[int, int]] = set()
    made: list[list[str | None]] = []
    for number, row in enumerate(rows):
        line: list[str | None] = []
        for cell in row:
            while (number, len(line)) in covered:
                line.append(None)
            column = len(line)
            line += [cell.text, *[None] * (cell.wide - 1)]
            below = range(number + 1, min(number + cell.tall, len(rows)))
            covered |= {(r, c) for r in below for c in range(column, column + cell.wide)}
        made.append(line)
    widest = min(max((len(line) for line in made), default=0), _WIDEST)
    return HtmlTable(tuple(tuple([*line, *[None] * widest][:widest]) for line in made))


def _is_of_data(table: HtmlTable) -> bool:
    """Whether a table tells something in columns, and does not lay out a page."""
    cells = [cell for row in table.rows for cell in row if cell]
    beside = any(sum(cell is not None for cell in row) > 1 for row in table.rows)
    return beside and len(cells) > 1 and all(len(cell) <= _LONG for cell in cells)
