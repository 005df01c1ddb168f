"""A manuscript as bytes that can be read and changed by hand: one line a paragraph.

What a Word file says of it stands ahead, between two U+0001, as a row of `paragraph_rows`:
``\\x01[1,"一、","heading1"]\\x01words``.
"""

from __future__ import annotations

import json

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.paragraph_rows import paragraph_of_row
from tests.fuzz.mutate.text import text_of


def read(data: bytes) -> Manuscript:
    """The manuscript of an input; the keys count, as those of a file do."""
    lines = text_of(data).split("\n")
    return Manuscript(0, tuple([_paragraph(line, n) for n, line in enumerate(lines, 1)]))


def written(text: str) -> bytes:
    """The input of a text."""
    return text.encode("utf-8", "surrogatepass")


def _paragraph(line: str, number: int) -> Paragraph:
    empty, *rest = line.split("\x01", 2)
    if empty or len(rest) != 2:
        return Paragraph(line)
    try:
        row = json.loads(rest[0])
        return paragraph_of_row(rest[1], [number, *row[1:]])
    except (ValueError, TypeError, KeyError, RecursionError):
        return Paragraph(line)
