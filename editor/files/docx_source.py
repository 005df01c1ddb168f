"""What an open docx keeps for its saves: the very bytes, and which paragraphs they show."""

from __future__ import annotations

from dataclasses import dataclass

from editor.manuscript.lists import NO_LISTS, Lists
from editor.manuscript.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class DocxSource:
    """A docx as first read. ``shown`` are the paragraphs as they were, by document order.

    A paragraph's key is the number of its w:p among all of the main part, from 1, shown
    or not: it needs no mark in the file and finds its bytes again.
    """

    data: bytes
    part: str
    preserve: bool
    shown: tuple[Paragraph, ...]
    macros: bool = False
    template: bool = False
    lists: Lists = NO_LISTS
