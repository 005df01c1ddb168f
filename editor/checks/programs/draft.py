"""What a program looks at: the text, its outline, its blanks and facts of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from editor.blanks.blank import Blank, BlankKind
from editor.checks.aids import Aids, Traces
from editor.checks.eras import EraSign
from editor.checks.facts import Facts
from editor.checks.programs.closing import stops_short
from editor.checks.programs.markers import Siblings, siblings_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.sections import Kind, Outline


class Draft:
    """One reading of a text; what several programs need is made once."""

    def __init__(
        self,
        manuscript: Manuscript,
        outline: Outline,
        blanks: Sequence[Blank],
        facts: Facts,
        aids: Aids,
    ) -> None:
        self.manuscript = manuscript
        self.outline = outline
        self.blanks = blanks
        self.facts = facts
        self.aids = aids

    @cached_property
    def texts(self) -> list[str]:
        """The paragraphs' texts."""
        return [p.text for p in self.manuscript.paragraphs]

    @cached_property
    def siblings(self) -> list[Siblings]:
        """The rows of numbered siblings in the outline."""
        return siblings_of(self.manuscript, self.outline, self.facts)

    @cached_property
    def traces(self) -> list[Traces]:
        """What each paragraph tells of time and place."""
        return self.facts.each(self.aids.traces, self.texts)

    @property
    def era_signs(self) -> list[tuple[EraSign, ...]]:
        """What each paragraph tells of time."""
        return [traces.eras for traces in self.traces]

    @property
    def year(self) -> int:
        """The year to judge by."""
        return self.aids.year

    def cut_after(self, paragraph: int) -> bool:
        """Whether the speech that holds a paragraph is cut off there or later."""
        last = next(end for _, end in self.speeches() if end > paragraph)
        cut = (b.span.paragraph for b in self.blanks if b.kind is BlankKind.ELIDED)
        if any(paragraph <= place < last for place in cut):
            return True
        ending = next((t for t in reversed(self.texts[paragraph:last]) if t.strip()), "")
        return stops_short(ending)

    def cut_between(self, first: int, last: int) -> bool:
        """Whether something was left out from paragraph ``first`` to ``last``."""
        cut = (b.span.paragraph for b in self.blanks if b.kind is BlankKind.ELIDED)
        return any(first <= place <= last for place in cut)

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
