"""Which row stands on which page: full pages, headings never left alone at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.editions.roles import PageParagraph, style_of
from editor.editions.set_lines import SetLine
from editor.editions.styles import Edition, Role

Block = tuple[PageParagraph, Sequence[SetLine]]
_HEAD = (Role.TITLE, Role.SUBTITLE, Role.BYLINE)


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A row of a paragraph at ``line`` (from 0) of a page (from 0)."""

    page: int
    line: int
    paragraph: int
    row: SetLine


def paginate(blocks: Sequence[Block], edition: Edition) -> Iterator[PlacedLine]:
    """Every row with its place, in order."""
    page = line = 0
    for index, (part, rows) in enumerate(blocks):
        if line and part.opens:
            page, line = page + 1, 0
        elif line:
            line += _gap(blocks, index, edition)
            if line + _together(blocks, index, edition) > edition.lines:
                page, line = page + 1, 0
        for row in rows:
            if line == edition.lines:
                page, line = page + 1, 0
            yield PlacedLine(page, line, part.paragraph, row)
            line += 1


def _gap(blocks: Sequence[Block], index: int, edition: Edition) -> int:
    """Empty lines before a block: between the title block and the text."""
    ends_head = blocks[index - 1][0].role in _HEAD and blocks[index][0].role not in _HEAD
    return edition.head_gap if ends_head else 0


def _together(blocks: Sequence[Block], index: int, edition: Edition) -> int:
    """How many lines, from this block on, must stand on one page; 1 if too many."""
    total = 0
    for at in range(index, len(blocks)):
        part, rows = blocks[at]
        if at > index:
            if part.opens:
                return total
            total += _gap(blocks, at, edition)
        if not style_of(part, edition).keep_next:
            return total + 1
        total += len(rows)
        if total >= edition.lines:
            return 1
    return total
