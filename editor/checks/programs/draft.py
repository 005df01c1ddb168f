"""What a program looks at: the text, its outline, its blanks and facts of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor.blanks.blank import Blank
from editor.checks.facts import Facts
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.sections import Kind, Outline


@dataclass(frozen=True, slots=True)
class Draft:
    """One reading of a text, as frozen values."""

    manuscript: Manuscript
    outline: Outline
    blanks: tuple[Blank, ...]
    facts: Facts

    def texts(self) -> list[str]:
        """The paragraphs' texts."""
        return [p.text for p in self.manuscript.paragraphs]

    def speeches(self) -> Iterator[tuple[int, int]]:
        """The runs of paragraphs ``[first, last)`` that are one speech each."""
        heads = [
            s.start.paragraph
            for s in self.outline.sections
            if s.kind is Kind.TITLE and s.level == 0
        ]
        starts = sorted({0, *heads})
        ends = [*starts[1:], len(self.manuscript.paragraphs)]
        yield from zip(starts, ends, strict=True)
