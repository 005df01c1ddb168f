"""The text between two places."""

from __future__ import annotations

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position


def text_between(manuscript: Manuscript, start: Position, end: Position) -> str:
    """The text of ``[start, end)``, paragraphs joined by line feeds."""
    if start.paragraph == end.paragraph:
        return manuscript.paragraphs[start.paragraph].text[start.offset : end.offset]
    first, last = manuscript.paragraphs[start.paragraph], manuscript.paragraphs[end.paragraph]
    middle = [p.text for p in manuscript.paragraphs[start.paragraph + 1 : end.paragraph]]
    return "\n".join([first.text[start.offset :], *middle, last.text[: end.offset]])
