"""What a program looks at: the text, its outline, its blanks and facts of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from editor.blanks.blank import Blank
from editor.checks.facts import Facts
from editor.checks.programs.markers import Siblings, siblings_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.sections import Kind, Outline


class Draft:
    """One reading of a text; what several programs need is made once."""

    def __init__(
        self, manuscript: Manuscript, outline: Outline, blanks: Sequence[Blank], facts: Facts
    ) -> None:
        self.manuscript = manuscript
        self.outline = outline
        self.blanks = blanks
        self.facts = facts

    @cached_property
    def texts(self) -> list[str]:
        """The paragraphs' texts."""
        return [p.text for p in self.manuscript.paragraphs]

    @cached_property
    def siblings(self) -> list[Siblings]:
        """The rows of numbered siblings in the outline."""
        return siblings_of(self.manuscript, self.outline, self.facts)

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
