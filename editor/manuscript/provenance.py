"""How much of a speech is still the text it was opened from, section by section.

A sentence is kept when the original has the same words, whatever happened to its number,
marks, spaces and width; so a full-width comma does not make a sentence one's own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.sections import Outline, Section
from editor.manuscript.stretch import text_between
from editor.manuscript.wording import plain, sentences


@dataclass(frozen=True, slots=True)
class Kept:
    """The sentences of one section (None: of the whole text) that are the original's."""

    section: Section | None
    kept: int
    total: int

    @property
    def share(self) -> float:
        """0 … 1; 0 for a section without sentences."""
        return self.kept / self.total if self.total else 0.0

    @property
    def untouched(self) -> bool:
        """Whether every sentence of it is the original's."""
        return 0 < self.total == self.kept


def kept_share(original: Manuscript, now: Manuscript, outline: Outline) -> tuple[Kept, ...]:
    """The whole text first, then each section of ``outline`` (which is that of ``now``).

    A sentence that the original has once is kept once: a copy of it is one's own work.
    """
    known: dict[str, list[str]] = {}  # most paragraphs stand in both texts
    for paragraph in (*original.paragraphs, *now.paragraphs):
        if paragraph.text not in known:
            known[paragraph.text] = _sentences(paragraph.text)
    stock = Counter([s for paragraph in original.paragraphs for s in known[paragraph.text]])
    used: Counter[str] = Counter()
    marks: list[list[bool]] = []
    for paragraph in now.paragraphs:
        line: list[bool] = []
        for sentence in known[paragraph.text]:
            used[sentence] += 1
            line.append(used[sentence] <= stock[sentence])
        marks.append(line)
    whole = [mark for line in marks for mark in line]
    rows = [Kept(None, sum(whole), len(whole))]
    return (*rows, *[_of_section(stock, now, section, marks) for section in outline.walk()])


def _of_section(
    stock: Counter[str], now: Manuscript, section: Section, marks: list[list[bool]]
) -> Kept:
    start, end = section.start, section.end
    if start.offset == 0 and end.offset in (0, len(now.paragraphs[end.paragraph].text)):
        last = end.paragraph + (1 if end.offset else 0)
        own = [mark for line in marks[start.paragraph : last] for mark in line]
        return Kept(section, sum(own), len(own))
    found = _sentences(text_between(now, start, end))
    return Kept(section, sum([sentence in stock for sentence in found]), len(found))


def _sentences(text: str) -> list[str]:
    """The bare words of each sentence; those without any (a number, a mark) are left out."""
    bare = [plain(part) for line in text.split("\n") for part in sentences(line)]
    return [words for words in bare if any(c.isalnum() for c in words)]
