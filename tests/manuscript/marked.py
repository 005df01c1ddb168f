"""Texts whose letters tell where they came from, and what lies on each letter of a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, LINK, RUN, Mark, explicit, merged
from editor.manuscript.paragraph import Paragraph

Look = frozenset[tuple[str, str]]
LETTERS = st.text("一二三X，。𠮷😀\u2028 a1", max_size=8)


def looks(paragraph: Paragraph) -> list[Look]:
    """What lies on each letter of a paragraph."""
    found: list[set[tuple[str, str]]] = [set() for _ in paragraph.text]
    for mark in explicit(paragraph.key, len(paragraph.text), paragraph.marks):
        for offset in range(mark.start, mark.end):
            found[offset].add((mark.kind, mark.value))
    return [frozenset(one) for one in found]


def marked_letters(manuscript: Manuscript) -> Iterator[tuple[str, Look]]:
    """All letters with what lies on them, in order."""
    for paragraph in manuscript.paragraphs:
        yield from zip(paragraph.text, looks(paragraph), strict=True)


def letter_by_letter(manuscript: Manuscript) -> Manuscript:
    """The text with another ``run`` mark, and one look of three, on each letter."""
    return Manuscript(
        manuscript.revision,
        tuple([_told(p, 900 + n) for n, p in enumerate(manuscript.paragraphs)]),
        manuscript.lists,
    )


def _told(paragraph: Paragraph, number: int) -> Paragraph:
    key = paragraph.key or number
    runs = [Mark(n, n + 1, RUN, f"{key}.{n}") for n in range(len(paragraph.text))]
    bold = [Mark(n, n + 1, BOLD) for n in range(number % 3, len(paragraph.text), 3)]
    return replace(paragraph, marks=merged([*runs, *bold]))


def sound(paragraph: Paragraph) -> bool:
    """Whether the marks are in order, inside the text, and none could be one with another."""
    marks = paragraph.marks
    inside = all(0 <= m.start < m.end <= len(paragraph.text) for m in marks)
    return inside and merged(marks) == marks


@st.composite
def marked_paragraphs(draw: st.DrawFn, key: int) -> Paragraph:
    """A paragraph as files give it: plain, of one look, or each letter told from where."""
    text = draw(LETTERS)
    sort = draw(st.sampled_from(["typed", "plain", "runs"]))
    if sort == "typed":
        return Paragraph(text, style=draw(st.sampled_from(["", "heading1"])))
    if sort == "plain" or not text:
        return Paragraph(text, key)
    border = draw(st.integers(0, len(text)))
    runs = [Mark(0, border, RUN, f"{key}.0"), Mark(border, len(text), RUN, f"{key}.1")]
    more = [Mark(border, len(text), BOLD), Mark(0, draw(st.integers(0, len(text))), LINK, "a")]
    return Paragraph(text, key, marks=merged([*runs, *more]))


@st.composite
def marked_manuscripts(draw: st.DrawFn) -> Manuscript:
    """One to five such paragraphs."""
    count = draw(st.integers(1, 5))
    return Manuscript(0, tuple([draw(marked_paragraphs(n + 1)) for n in range(count)]))
