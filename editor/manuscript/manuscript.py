"""The whole text as one frozen value, and the way between places and flat offsets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from editor.manuscript.lists import NO_LISTS, Lists
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.side_texts import NO_SIDE_TEXTS, SideTexts


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All paragraphs of a file in order; there is always at least one.

    ``revision`` grows with every change, so that a late result can be told from a
    current one. ``lists`` are those of the file that number its paragraphs, ``beside`` the
    texts that stand in it beside the speech. Raises ValueError when built without paragraphs.
    """

    revision: int
    paragraphs: tuple[Paragraph, ...]
    lists: Lists = field(default=NO_LISTS, compare=False, repr=False)
    beside: SideTexts = field(default=NO_SIDE_TEXTS, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.paragraphs:
            raise ValueError("a manuscript has at least one paragraph")

    @property
    def text(self) -> str:
        """The paragraphs joined by line feeds."""
        return "\n".join([p.text for p in self.paragraphs])

    @property
    def end(self) -> Position:
        """The last place of the text."""
        return Position(len(self.paragraphs) - 1, len(self.paragraphs[-1].text))


def manuscript_of(text: str, revision: int = 0) -> Manuscript:
    """A manuscript of plain text, one paragraph a line (split at line feeds only)."""
    return Manuscript(revision, tuple(Paragraph(line) for line in text.split("\n")))


class Offsets:
    """Flat offsets into `Manuscript.text` and back, both in O(log paragraphs)."""

    def __init__(self, manuscript: Manuscript) -> None:
        lengths = [len(p.text) + 1 for p in manuscript.paragraphs]
        self._starts = [0, *accumulate(lengths)]
        self._last = manuscript.end

    def flat(self, position: Position) -> int:
        """The offset in the joined text of a place."""
        return self._starts[position.paragraph] + position.offset

    def place(self, flat: int) -> Position:
        """The place of an offset; beyond the ends it is the nearest end."""
        flat = max(0, flat)
        paragraph = bisect_right(self._starts, flat) - 1
        if paragraph > self._last.paragraph:
            return self._last
        return Position(paragraph, flat - self._starts[paragraph])


def text_between(manuscript: Manuscript, start: Position, end: Position) -> str:
    """The text of ``[start, end)``, paragraphs joined by line feeds."""
    if start.paragraph == end.paragraph:
        return manuscript.paragraphs[start.paragraph].text[start.offset : end.offset]
    first, last = manuscript.paragraphs[start.paragraph], manuscript.paragraphs[end.paragraph]
    middle = [p.text for p in manuscript.paragraphs[start.paragraph + 1 : end.paragraph]]
    return "\n".join([first.text[start.offset :], *middle, last.text[: end.offset]])
