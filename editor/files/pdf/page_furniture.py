"""What stands on every page and is no part of the speech: page numbers, headers, footers.

Only what is sure: it stands at the edge of the page and comes again, at one height, with the page's
own number or word for word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from editor.files.pdf.page_lines import PdfLine

_NUMBER = re.compile(r"[\W_]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:[\s/,，]*共?\s*\d{1,4}\s*页?)?[\W_]*")
_EDGE = 2  # lines from the top or the foot of a page that can be furniture
_OFTEN = 3  # pages on which a header comes again
_DIGITS = re.compile(r"\d+")


class Furnished(NamedTuple):
    """The lines that are left; how many page numbers went; what else went, once each."""

    lines: tuple[PdfLine, ...]
    numbers: int
    repeated: tuple[str, ...]


def without_furniture(lines: Sequence[PdfLine], pages: int) -> Furnished:
    """The lines without what all pages have."""
    numbers = _page_numbers(_edges(lines))
    headers = _headers([line for line in _edges(lines) if line not in numbers], pages)
    kept = tuple([line for line in lines if line not in numbers and line not in headers])
    return Furnished(kept, len(numbers), tuple(dict.fromkeys(line.text for line in headers)))


def _edges(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The uppermost and lowest lines of each page."""
    by_page: dict[int, list[PdfLine]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    found: list[PdfLine] = []
    for page in by_page.values():
        page.sort(key=lambda line: line.middle)
        found += page if len(page) <= 2 * _EDGE else (*page[:_EDGE], *page[-_EDGE:])
    return found


def _page_numbers(edges: Sequence[PdfLine]) -> dict[PdfLine, None]:
    """Lines that are a number, as far from the page's own on two pages at least."""
    found: dict[tuple[int, int], list[PdfLine]] = defaultdict(list)
    for line in edges:
        if number := _NUMBER.fullmatch(line.text):
            found[int(number[1]) - line.page, _height(line)].append(line)
    return dict.fromkeys(line for same in found.values() if len(same) > 1 for line in same)


def _headers(edges: Sequence[PdfLine], pages: int) -> dict[PdfLine, None]:
    """Lines with the same words, but for digits, at the same height of many pages."""
    found: dict[tuple[str, int], list[PdfLine]] = defaultdict(list)
    for line in edges:
        found[_DIGITS.sub("#", line.text), _height(line)].append(line)
    many = max(_OFTEN, pages // 3)
    return dict.fromkeys(line for same in found.values() if len(same) >= many for line in same)


def _height(line: PdfLine) -> int:
    return round(line.middle / max(line.size, 1) * 2)
