"""How much of a speech is still the text it was opened from, section by section.

A sentence is kept when the original has the same words, whatever happened to its number,
marks, spaces and width; so a full-width comma does not make a sentence one's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline, Section
from editor.manuscript.sentences import bare_words, sentences


@dataclass(frozen=True, slots=True)
class KeptShare:
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


def kept_shares(original: Manuscript, now: Manuscript, outline: Outline) -> tuple[KeptShare, ...]:
    """The whole text first, then each section of ``outline`` (which is that of ``now``).

    A sentence that the original has once is kept once: a copy of it is one's own work.
    """
    known: dict[str, list[_Sentence]] = {}  # most paragraphs stand in both texts
    for paragraph in (*original.paragraphs, *now.paragraphs):
        if paragraph.text not in known:
            known[paragraph.text] = list(_sentences(paragraph.text))
    stock = Counter([s.words for p in original.paragraphs for s in known[p.text]])
    used: Counter[str] = Counter()
    marks: list[list[tuple[int, bool]]] = []
    for paragraph in now.paragraphs:
        line: list[tuple[int, bool]] = []
        for sentence in known[paragraph.text]:
            used[sentence.words] += 1
            line.append((sentence.middle, used[sentence.words] <= stock[sentence.words]))
        marks.append(line)
    whole = [mark for line in marks for _, mark in line]
    rows = [KeptShare(None, sum(whole), len(whole))]
    return (*rows, *[_of_section(section, marks) for section in outline.walk()])


def _of_section(section: Section, marks: list[list[tuple[int, bool]]]) -> KeptShare:
    """A sentence is the section's that its middle stands in: headings may be run into it."""
    (first, start), (last, end) = section.start, section.end
    own = [
        mark
        for number, line in enumerate(marks[first : last + 1], first)
        for middle, mark in line
        if (number > first or middle >= start) and (number < last or middle < end)
    ]
    return KeptShare(section, sum(own), len(own))


class _Sentence(NamedTuple):
    """The bare words of a sentence, and the offset of its middle in its paragraph."""

    words: str
    middle: int


def _sentences(text: str) -> Iterator[_Sentence]:
    """The sentences; those without any words (a number, a mark) are left out."""
    at = 0
    for part in sentences(text):
        words = bare_words(part)
        if any(c.isalnum() for c in words):
            yield _Sentence(words, at + len(part) // 2)
        at += len(part)
