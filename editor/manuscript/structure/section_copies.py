"""Sections taken along as paragraphs, and put in again: in the same text or in another one.

What is put in comes as paragraphs that already fit the text (numbers of another file as words);
here is only where they go, and what may not be copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile
from typing import NamedTuple

from editor.manuscript.edits import Edit, Splice
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import joined, marked, paragraph_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.structure.drop_rules import DropPosition, checked_arrival, drop_target
from editor.manuscript.structure.insert_delete import parting
from editor.manuscript.structure.point_runs import (
    as_paragraph,
    point_run_of,
    put_in,
    words_and_mark,
)
from editor.manuscript.structure.relocate import indent_of
from editor.manuscript.structure.section_extent import (
    BLANKS,
    HEADED,
    ExtentShape,
    Refused,
    SectionExtent,
    frame_among,
    outermost,
    parent,
    section_extent,
)
from editor.manuscript.structure.speech_ends import above_empty, is_empty

Place = tuple[Section, DropPosition]


class SectionHead(NamedTuple):
    """What of a section decides where it may go."""

    kind: SectionKind
    level: int


class SectionCopy(NamedTuple):
    """Sections as paragraphs, in the order of the text; ``heads`` of the outermost ones."""

    paragraphs: tuple[Paragraph, ...]
    heads: tuple[SectionHead, ...]


def sections_copied(
    manuscript: Manuscript, outline: Outline, sections: Sequence[Section]
) -> SectionCopy:
    """The sections with their headings and all under them, as their file has them.

    Raises Refused where something is among them that only its own file can hold.
    """
    chosen = outermost(sections)
    run: list[Paragraph] = []
    for section in chosen:
        run += _lines(manuscript, outline, section)
    return SectionCopy(tuple(run), tuple([SectionHead(s.kind, s.level) for s in chosen]))


def _lines(manuscript: Manuscript, outline: Outline, section: Section) -> list[Paragraph]:
    taken = section_extent(manuscript, outline, section)
    lines = manuscript.paragraphs[taken.first : taken.last]
    held = frame_among(manuscript, taken.first, taken.last) or "".join([p.holds for p in lines])
    if held:
        raise Refused(f"这里有“{held}”，只在它自己的文件里，不能整节复制；请在稿纸上选中文字复制。")
    if taken.shape is ExtentShape.ITEM:
        run = point_run_of(manuscript, outline, section)
        number = run.index(section)
        indent = indent_of(manuscript, run.line)
        words = as_paragraph(run.words(number), run.ending(number))
        return [paragraph_of(joined([indent, words]))]
    if taken.shape is ExtentShape.RAGGED:
        lines = _cut(lines, taken)
    return _without_ends(lines)


def _cut(lines: Sequence[Paragraph], taken: SectionExtent) -> tuple[Paragraph, ...]:
    """Only what is the section's of the paragraphs that it begins and ends in."""
    inside = taken.end.paragraph - taken.first
    run = list(lines[: inside + 1])
    if inside < len(run):
        run[inside] = run[inside].part(0, taken.end.offset)
    if at := taken.start.offset:
        run[0] = paragraph_of(marked(run[0]).part(at, len(run[0].text)))
    return tuple(run)


def _without_ends(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Without the empty paragraphs at the end: they part it from what follows there."""
    return list(dropwhile(is_empty, reversed(lines)))[::-1]


def heads_of(paragraphs: Sequence[Paragraph]) -> tuple[SectionHead, ...]:
    """What words from elsewhere are; words without a heading are as an opening is."""
    found = outline_of(Manuscript(0, tuple(paragraphs))).sections
    heads = tuple([SectionHead(s.kind, s.level) for s in found if s.kind in _HEADS])
    return heads or (SectionHead(SectionKind.OPENING, 1),)


_HEADS = (*HEADED, SectionKind.TITLE)


def place_behind(outline: Outline, row: Section, heads: Sequence[SectionHead]) -> Place:
    """The place of what is put in behind a chosen section: behind its parent for a higher one."""
    if row.kind is SectionKind.TITLE:
        whole = any(head.kind is SectionKind.TITLE for head in heads)
        return row, DropPosition.AFTER if whole else DropPosition.INSIDE
    if any(head.kind is SectionKind.TITLE for head in heads):
        speech = outline.path(row.start)[0]
        return speech, DropPosition.AFTER
    if row.kind is SectionKind.CLOSING:
        return row, DropPosition.BEFORE
    if row.kind in HEADED and all(head.kind in HEADED for head in heads):
        level = min(head.level for head in heads)
        while row.level > level and (above := parent(outline, row)) and above.kind in HEADED:
            row = above
    return row, DropPosition.AFTER


def place_at_end(outline: Outline, heads: Sequence[SectionHead]) -> Place | None:
    """The end of the last speech of a text, before its closing; None: of a text without parts."""
    if not outline.sections:
        return None
    last = outline.sections[-1]
    if last.kind is SectionKind.TITLE:
        return place_behind(outline, last, heads)
    if last.kind is SectionKind.CLOSING:
        return last, DropPosition.BEFORE
    return last, DropPosition.AFTER


def paste_sections(
    manuscript: Manuscript, outline: Outline, copy: SectionCopy, place: Place | None
) -> tuple[Edit, ...]:
    """The edits that put paragraphs at a place, None: at the end of the text.

    Raises Refused where they may not stand there.
    """
    if not copy.paragraphs:
        raise Refused("没有可以粘贴的内容。")
    if place is None:
        return (_at_end(manuscript, copy.paragraphs),)
    anchor, where = place
    where = checked_arrival(outline, copy.heads, anchor, where)
    points = anchor.kind is SectionKind.POINT or all(
        head.kind is SectionKind.POINT for head in copy.heads
    )
    target = drop_target(
        manuscript, outline, anchor, where, points=points and len(copy.paragraphs) == 1
    )
    if not isinstance(target, int):
        line, *more = copy.paragraphs
        if more:
            raise Refused("整节不能放进一段话中间，请放到这一段的前面或后面。")
        words = marked(line).stripped(BLANKS)
        run, index = target
        return (put_in(run, index, [words.part(0, len(words_and_mark(words.text)[0]))]),)
    behind = parting(manuscript, target)
    last = not behind and where is not DropPosition.BEFORE and anchor.kind in HEADED
    above = parting(manuscript, anchor.start.paragraph) if last else ()
    return (Splice(target, target, (*above, *copy.paragraphs, *behind)),)


def _at_end(manuscript: Manuscript, paragraphs: tuple[Paragraph, ...]) -> Edit:
    if all(is_empty(p) for p in manuscript.paragraphs):
        return Splice(0, len(manuscript.paragraphs), paragraphs)
    line = above_empty(manuscript, len(manuscript.paragraphs))
    return Splice(line, line, paragraphs)
