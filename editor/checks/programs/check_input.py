"""What a program looks at: the text, its outline, its blanks and facts of paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from editor.blanks.blank import Blank, BlankKind
from editor.checks.programs.closing import stops_short
from editor.checks.programs.markers import Siblings, siblings_of
from editor.checks.programs.paragraph_memory import ParagraphMemory, TextPlaces, places_of
from editor.checks.traces.check_context import CheckContext
from editor.checks.traces.trace_reader import ParagraphTraces
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.framed import beside_text
from editor.manuscript.outline.sections import Outline, SectionKind


class CheckInput:
    """One reading of a text; what several programs need is made once."""

    def __init__(
        self,
        manuscript: Manuscript,
        outline: Outline,
        blanks: Sequence[Blank],
        memory: ParagraphMemory,
        context: CheckContext,
    ) -> None:
        self.manuscript = manuscript
        self.outline = outline
        self.blanks = blanks
        self.memory = memory
        self.context = context

    @cached_property
    def texts(self) -> list[str]:
        """The paragraphs' texts."""
        return [p.text for p in self.manuscript.paragraphs]

    @cached_property
    def places(self) -> TextPlaces:
        """Where each text stands: what `ParagraphMemory` asks by."""
        return places_of(self.texts)

    @cached_property
    def prose(self) -> list[str]:
        """The paragraphs' texts, '' for cells and boxes that stand beside the speech."""
        beside = beside_text(self.manuscript.paragraphs)
        if not beside:
            return self.texts
        return ["" if n in beside else text for n, text in enumerate(self.texts)]

    @cached_property
    def prose_places(self) -> TextPlaces:
        """Where each text of the speech itself stands."""
        return self.places if self.prose is self.texts else places_of(self.prose)

    @cached_property
    def siblings(self) -> list[Siblings]:
        """The rows of numbered siblings in the outline."""
        return siblings_of(self.manuscript, self.outline, self.memory)

    @cached_property
    def traced(self) -> list[tuple[int, ParagraphTraces]]:
        """The paragraphs that tell of time and place, with what they tell."""
        return self.memory.together(self.context.traces, self.places)

    @property
    def year(self) -> int:
        """The year to judge by."""
        return self.context.year

    def cut_after(self, paragraph: int) -> bool:
        """Whether the speech that holds a paragraph is cut off there or later."""
        last = next(end for _, end in self.speeches() if end > paragraph)
        if self.cut_between(paragraph, last - 1):
            return True
        ending = next((t for t in reversed(self.prose[paragraph:last]) if t.strip()), "")
        return stops_short(ending)

    def cut_between(self, first: int, last: int) -> bool:
        """Whether something was left out from paragraph ``first`` to ``last``."""
        return bisect_left(self._cuts, first) < bisect_right(self._cuts, last)

    @cached_property
    def _cuts(self) -> list[int]:
        """The paragraphs in which something was left out."""
        return sorted(b.span.paragraph for b in self.blanks if b.kind is BlankKind.ELIDED)

    def speeches(self) -> Iterator[tuple[int, int]]:
        """The runs of paragraphs ``[first, last)`` that are one speech each."""
        heads = [
            s.start.paragraph
            for s in self.outline.sections
            if s.kind is SectionKind.TITLE and s.level == 0
        ]
        starts = sorted({0, *heads})
        ends = [*starts[1:], len(self.manuscript.paragraphs)]
        yield from zip(starts, ends, strict=True)
