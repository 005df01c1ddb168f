"""Paragraphs that are read in part: of a very long one only its beginning is looked at.

The longest paragraph of 370 real Word files has 2,400 characters; one of a hundred thousand is a
page that lost its line ends, or one character held down. What outline, blanks, checks and
cleaning do with a line is in proportion to it at best, so each reads as much of a line as it can
read at once. Places are those of the whole text: what is left out stands at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph

READ: Final = 50_000  # code points of a paragraph; two seconds of work for the worst of lines
MUCH: Final = 30_000  # code points to read at once; prose costs 3 µs each
MUCH_OF_ONE: Final = 3_000  # of one paragraph: a line of one character costs ten times that


def is_much(sizes: Sequence[int]) -> bool:
    """Whether paragraphs of such sizes take longer to read than a window may stand still."""
    return sum(sizes) > MUCH or max(sizes, default=0) > MUCH_OF_ONE


def part_of(paragraph: Paragraph, most: int = READ) -> Paragraph:
    """The paragraph as far as it is read; itself where that is all."""
    return paragraph if len(paragraph.text) <= most else paragraph.part(0, most)


def read_in_part(manuscript: Manuscript, most: int = READ) -> Manuscript:
    """The text with at most so much of each paragraph; itself where that is all."""
    if not any(len(p.text) > most for p in manuscript.paragraphs):
        return manuscript
    return replace(manuscript, paragraphs=tuple([part_of(p, most) for p in manuscript.paragraphs]))


def too_long(paragraphs: Iterable[Paragraph]) -> Iterator[int]:
    """The numbers of the paragraphs that are read in part."""
    return (n for n, p in enumerate(paragraphs) if len(p.text) > READ)
