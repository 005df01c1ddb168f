"""From the lines of pages to paragraphs: which line goes on where the one before it ended.

By the places of the lines, as an eye sees it: a paragraph begins with an indent, after a line that
the next word would have fitted into, after a gap, or in another size. Knows no words but how a
heading's number looks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from editor.files.pdf.columns import Column, columns_of
from editor.files.pdf.letters import plain_letters
from editor.files.pdf.page_lines import PdfLine

_END = re.compile(r"[。！？!?…：:；;.][”’）)】》]*$")
_HEADING = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、"
    r"|第[一二三四五六七八九十\d]{1,3}[章节条部]|\d{1,2}[.．、])"
)
_LATIN = re.compile("[A-Za-z0-9]{2}")
# A word or a figure, or one letter, with the marks that may not stand apart from it.
_UNCUT = re.compile(r"[（(“‘《【〔]*(?:[A-Za-z0-9.,%+-]+|.)[，。、；：！？”’）)》】〕…]*")
_INDENT = 0.8  # characters to the right of the edge
_SPARE = 0.7  # of a character, that a full line may have left beside the next word
_GAP = 1.5  # of the usual distance of lines
_NOTE = 0.92  # of the usual size: what is smaller at the foot of a page are its notes


def paragraphs_of(lines: Sequence[PdfLine]) -> list[str]:
    """The paragraphs of a text; notes at the foot of a page follow what they interrupted."""
    if not lines:
        return []
    columns = columns_of(lines)
    notes = _notes(lines)
    body = _grouped([at for at in range(len(lines)) if at not in notes], lines, columns)
    below = _grouped(sorted(notes), lines, columns)
    found: list[list[int]] = []
    for group in body:
        while below and below[0][0] < group[0]:
            found.append(below.pop(0))
        found.append(group)
    return [_text([lines[at].text for at in group]) for group in (*found, *below)]


def _notes(lines: Sequence[PdfLine]) -> set[int]:
    """The last lines of each page that are smaller than the text."""
    usual = median([line.size for line in lines])
    found: set[int] = set()
    last, open_page = -1, False
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        open_page = open_page or line.page != last
        last = line.page
        open_page = open_page and line.size < _NOTE * usual
        if open_page:
            found.add(at)
    return found


def _grouped(
    places: Sequence[int], lines: Sequence[PdfLine], columns: Sequence[Column]
) -> list[list[int]]:
    """The places of lines, those of one paragraph together."""
    found: list[list[int]] = []
    for at in places:
        before = found[-1][-1] if found else None
        if before is not None and _goes_on(lines[before], lines[at], columns[before], columns[at]):
            found[-1].append(at)
        else:
            found.append([at])
    return found


def _goes_on(before: PdfLine, line: PdfLine, above: Column, column: Column) -> bool:
    if abs(before.size - line.size) > 0.1 * before.size:
        return False
    if line.left > column.left + _INDENT * line.size:
        return False
    if above.right - before.right > _first_word(line) + _SPARE * before.step:
        return False
    if above is column and not 0 < before.middle - line.middle < _GAP * column.pitch:
        return False
    return column.indented or not (_END.search(before.text) and _HEADING.match(line.text))


def _first_word(line: PdfLine) -> float:
    """How wide the beginning of a line is that could not be cut off for the line before."""
    found = _UNCUT.match(line.text)
    word = found[0] if found else line.text[:1]
    return sum(0.5 * line.size if char.isascii() else line.step for char in word)


def _text(rows: Sequence[str]) -> str:
    text = rows[0]
    for row in rows[1:]:
        between = text[-1:] + row[:1]
        words = _LATIN.fullmatch(between) and not between.isdigit()  # a figure may be cut: 2|300
        text += f" {row}" if words else row
    return plain_letters(text)
