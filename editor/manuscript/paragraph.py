"""The smallest values of a text: a paragraph, a place in it, a stretch of it.

Separate from `manuscript` so that pure functions on one paragraph need nothing more.
All offsets are code points (Python ``str`` indices), never UTF-16 units.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from editor.manuscript.marks import Mark, cut, rewritten


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the speech and what its file knows about it.

    ``text`` holds no line feed; it may hold U+2028 (a soft line break) and tabs.
    ``key`` is the identity given by the file it came from, unique among the non-zero
    keys of a manuscript; 0 means written here, no element behind it.
    ``label`` is an automatic number ('一、') that the file shows and the text lacks.
    ``style`` is what the file says it is: 'title', 'heading1' … 'heading9', or ''.
    ``frame`` is '' in the body, else where it stands ('表1·2行3列', '文本框1'):
    such a paragraph can be edited, but not moved, split, joined or removed.
    ``holds`` names what is in it and is not text ('图片', '脚注'), or ''.
    ``listed`` is the list and level of the file that number it ('3/0', see `lists`), or ''.
    ``marks`` are what the file keeps beside the letters (see `marks`), in order.
    """

    text: str
    key: int = 0
    label: str = ""
    style: str = ""
    frame: str = ""
    holds: str = ""
    listed: str = ""
    marks: tuple[Mark, ...] = ()

    def with_text(self, text: str) -> Paragraph:
        """The same paragraph (same key) with other words; marks keep to the letters that stay."""
        marks = rewritten(self.marks, self.text, text) if self.marks else ()
        return Paragraph(
            text, self.key, self.label, self.style, self.frame, self.holds, self.listed, marks
        )

    def part(self, start: int, end: int) -> Paragraph:
        """The same paragraph (same key) with the words of ``[start, end)`` only."""
        marks = cut(self.marks, start, end)
        return Paragraph(
            self.text[start:end], self.key, self.label, self.style, self.frame, self.holds,
            self.listed, marks,
        )  # fmt: skip


class Position(NamedTuple):
    """A place between two code points; ordered as the text is."""

    paragraph: int
    offset: int


class Span(NamedTuple):
    """A stretch inside one paragraph: ``start <= end``, in code points."""

    paragraph: int
    start: int
    end: int

    @property
    def head(self) -> Position:
        """Where the stretch begins."""
        return Position(self.paragraph, self.start)

    @property
    def tail(self) -> Position:
        """Where the stretch ends."""
        return Position(self.paragraph, self.end)
