"""The outline: nodes nest and lie in the text, and the reader that remembers agrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from editor.manuscript.edits import apply_all
from editor.manuscript.enumeration.renumber import renumber
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import OutlineReader, outline_of
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from tests.fuzz.manuscripts import read
from tests.fuzz.mutate.text import changed_text
from tests.fuzz.seed_texts import text_seeds
from tests.fuzz.target import Target, law


def run(data: bytes) -> None:
    """One text and the same with a line less: nested, in order, equal to a fresh reading."""
    manuscript = read(data)
    reader = OutlineReader()
    for text in (manuscript, shorter(manuscript, len(data)), manuscript):
        outline = outline_of(text)
        law(reader.read(text) == outline, "the reader finds what a fresh reading finds")
        nested(text, outline.sections, Position(0, 0), text.end)
    outline = outline_of(manuscript)
    for section in outline.walk():
        law(section in outline.path(section.start), "a section holds its own beginning")
    offered = renumber(manuscript, outline)
    spans = [one.span for one in offered]
    law(spans == sorted(set(spans)), "numbers that would change stand in order")
    edits = [one.edit for one in reversed(offered)]
    law(len(apply_all(manuscript, edits).paragraphs) == len(manuscript.paragraphs), "no line goes")


def shorter(text: Manuscript, number: int) -> Manuscript:
    """The text without one of its lines."""
    at = number % len(text.paragraphs)
    left = text.paragraphs[:at] + text.paragraphs[at + 1 :]
    return replace(text, paragraphs=left or text.paragraphs)


def nested(text: Manuscript, sections: Sequence[Section], start: Position, end: Position) -> None:
    """Each node in the stretch of the one above, none over another, its words in its line."""
    for section in sections:
        law(
            start <= section.start <= section.body <= section.end <= end, "a node lies in its place"
        )
        for place in (section.start, section.body, section.end):
            size = len(text.paragraphs[place.paragraph].text)
            law(0 <= place.offset <= size, "a place lies in its line")
        law(all(c.level >= section.level for c in section.children), "children stand deeper")
        nested(text, section.children, section.start, section.end)
    law(all(a.end <= b.start for a, b in pairwise(sections)), "no node runs over the next")


TARGET = Target("outline", run, text_seeds, changed_text)
