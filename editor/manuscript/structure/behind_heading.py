"""Where the caret stands when one goes to a heading: behind its words, so that typing adds to them.

Before the number, typed words would make a plain paragraph of the heading; between number and
title, Backspace would.
"""

from __future__ import annotations

from editor.language.markdown import HEADING
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import marker_at
from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.insert_delete import title_span
from editor.manuscript.structure.section_extent import Refused

UNHEADED = (SectionKind.SALUTATION, SectionKind.OPENING, SectionKind.CLOSING)


def end_of_heading(manuscript: Manuscript, section: Section) -> Position:
    """Behind the words of a heading, before the mark that ends it; a part without one: its start.

    Where no end can be told, behind the number. Never in another paragraph than the start.
    """
    line = section.start.paragraph
    if section.kind in UNHEADED or line >= len(manuscript.paragraphs):
        return section.start
    text = manuscript.paragraphs[line].text
    try:
        _, end = title_span(manuscript, section)
    except Refused:
        return _behind_number(text, section)
    if end.paragraph != line:
        end = Position(line, len(text.rstrip()))
    inside = end < section.end or end == manuscript.end  # else it is the next node's start
    return end if inside else _behind_number(text, section)


def _behind_number(text: str, section: Section) -> Position:
    line, at = section.start
    sign = HEADING.match(text, at)
    at = sign.end() if sign else at
    marker = marker_at(text, at) if section.number else None
    return Position(line, marker.end if marker else at)
