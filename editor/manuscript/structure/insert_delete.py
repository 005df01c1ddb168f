"""Sections inserted, duplicated, renamed and deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from editor.language.markdown import HEADING
from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import marked, marked_between, put_words
from editor.manuscript.numbering import marker_at
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.structure.drop_rules import DropPosition, drop_target
from editor.manuscript.structure.new_headings import (
    PLACEHOLDER,
    HeadingTemplate,
    child_template,
    sibling_template,
)
from editor.manuscript.structure.point_runs import point_run_of, put_in
from editor.manuscript.structure.relocate import without_points
from editor.manuscript.structure.section_extent import (
    HEADED,
    ExtentShape,
    Refused,
    SectionExtent,
    frame_among,
    outermost,
    section_extent,
    section_family,
)
from editor.manuscript.structure.speech_ends import above_empty

_WHOLE_ONLY: Final = "这一部分和别的文字在同一段里，请先另起一段。"


def duplicate_section(
    manuscript: Manuscript, outline: Outline, section: Section
) -> tuple[Edit, ...]:
    """The edits that put a copy of a section behind it. Raises Refused for tables, pictures."""
    taken = section_extent(manuscript, outline, section)
    if taken.shape is ExtentShape.ITEM:
        run = point_run_of(manuscript, outline, section)
        number = run.index(section)
        return (put_in(run, number + 1, [run.words(number)]),)
    if taken.shape is ExtentShape.RAGGED:
        raise Refused(_WHOLE_ONLY)
    lines = manuscript.paragraphs[taken.first : taken.last]
    bound = frame_among(manuscript, taken.first, taken.last) or next(
        (p.holds for p in lines if p.holds), ""
    )
    if bound:
        raise Refused(f"这里有“{bound}”，只能移动，不能复制。")
    copies = tuple(replace(p, key=0, frame="", holds="", marks=marked(p).marks) for p in lines)
    last = above_empty(manuscript, taken.last) == taken.last
    above = parting(manuscript, taken.first) if last else ()  # else they are among the copies
    return (Splice(taken.last, taken.last, (*above, *copies)),)


def parting(manuscript: Manuscript, line: int) -> tuple[Paragraph, ...]:
    """Copies of the empty paragraphs right above a line."""
    above = above_empty(manuscript, line)
    return tuple(Paragraph(p.text, 0, "", p.style) for p in manuscript.paragraphs[above:line])


def delete_sections(
    manuscript: Manuscript, outline: Outline, sections: Sequence[Section]
) -> tuple[Edit, ...]:
    """The edits that take sections out with all under them. Raises Refused for tables."""
    chosen = outermost(sections)
    if not chosen:
        raise Refused("没有选中可以删除的节。")
    taken = [section_extent(manuscript, outline, s) for s in chosen]
    edits: list[Edit] = []
    lines_done: set[int] = set()
    for section, one in reversed(list(zip(chosen, taken, strict=True))):
        if one.shape is not ExtentShape.ITEM:
            if frame := frame_among(manuscript, one.first, one.last):
                raise Refused(f"这里有“{frame}”，表格和文本框不能随节删除。")
            edits += _lines_gone(manuscript, one)
        elif one.first not in lines_done:
            lines_done.add(one.first)
            edits += _points_gone(manuscript, outline, chosen, section)
    whole = [r for r in taken if r.shape is ExtentShape.WHOLE]
    if sum(r.last - r.first for r in whole) == len(manuscript.paragraphs):
        first = whole[0]  # gone last: a text has at least one paragraph
        edits[-1] = Splice(first.first, first.last, (Paragraph(""),))
    return tuple(edits)


def _points_gone(
    manuscript: Manuscript, outline: Outline, chosen: Sequence[Section], section: Section
) -> tuple[Edit, ...]:
    run = point_run_of(manuscript, outline, section)
    starts = {s.start for s in chosen}
    numbers = [n for n, i in enumerate(run.items) if i.section.start in starts]
    return without_points(manuscript, run, numbers)


def _lines_gone(manuscript: Manuscript, one: SectionExtent) -> tuple[Edit, ...]:
    if one.shape is ExtentShape.WHOLE:
        return (Splice(one.first, one.last, ()),)
    start, end = one.start, one.end
    if end.offset == 0 and end.paragraph > start.paragraph:
        above = end.paragraph - 1
        end = Position(above, len(manuscript.paragraphs[above].text))
    return (Replace(start, end, ""),)


def rename_section(
    manuscript: Manuscript, outline: Outline, section: Section, words: str
) -> tuple[Edit, ...]:
    """The edit that gives a section's heading other words; number and marks stay."""
    del outline
    words = words.strip()
    if not words or "\n" in words:
        raise Refused("标题要有字，而且只能是一行。")
    if section.kind in (SectionKind.OPENING, SectionKind.CLOSING):
        raise Refused("开头和结尾没有小标题。")
    start, end = title_span(manuscript, section)
    old = marked_between(manuscript, start, end)
    if words in (old.text, section.title):
        raise Refused("标题没有变。")
    return (put_words(start, end, old.reworded(words)),)


def title_span(manuscript: Manuscript, section: Section) -> tuple[Position, Position]:
    """Where the words of a heading stand. Raises Refused where they are in pieces."""
    line, start = section.start
    if section.kind is SectionKind.TITLE and section.body.paragraph > line:
        return section.start, section.body  # broken by hand: its lines become one
    text = manuscript.paragraphs[line].text
    sign = HEADING.match(text, start)
    start = sign.end() if sign else start
    marker = marker_at(text, start) if section.number else None
    start = marker.end if marker else start
    at = text.find(section.title, start)
    if at < 0 or not section.title or text[start:at].strip():
        raise Refused("这个标题和正文连在一起，请在稿纸上改。")
    return Position(line, at), Position(line, at + len(section.title))


def insert_section(
    manuscript: Manuscript,
    outline: Outline,
    section: Section,
    where: DropPosition,
    words: str = PLACEHOLDER,
) -> tuple[Edit, ...]:
    """The edits that put a new heading before, behind or under a section.

    Its number goes on from its neighbour's; those behind it stay as typed.
    """
    anchor, where = _anchor(outline, section, where)
    if where is DropPosition.INSIDE:
        children = [c for c in anchor.children if c.kind in HEADED]
        if children:
            return insert_section(manuscript, outline, children[-1], DropPosition.AFTER, words)
        pattern = child_template(manuscript, outline, anchor)
    else:
        pattern = sibling_template(manuscript, anchor, 0 if where is DropPosition.BEFORE else 1)
    target = drop_target(
        manuscript, outline, anchor, where, points=anchor.kind is SectionKind.POINT
    )
    if isinstance(target, int):
        made = _closed(pattern, anchor, words)
        behind = parting(manuscript, target)
        last = not behind and where is not DropPosition.BEFORE and anchor.kind in HEADED
        above = parting(manuscript, anchor.start.paragraph) if last else ()
        return (Splice(target, target, (*above, made, *behind)),)
    run, index = target
    return (put_in(run, index, [pattern.marker + words]),)


def _closed(pattern: HeadingTemplate, anchor: Section, words: str) -> Paragraph:
    """A point that is a paragraph ends with a full stop; a heading with none."""
    point = anchor.kind is SectionKind.POINT and words[-1:] not in "。！？"
    return pattern.paragraph(words + ("。" if point else ""))


def _anchor(
    outline: Outline, section: Section, where: DropPosition
) -> tuple[Section, DropPosition]:
    """The numbered neighbour of a place at a title, an opening or a closing."""
    if section.kind in HEADED:
        return section, where
    if section.kind is SectionKind.TITLE:
        if where is not DropPosition.INSIDE:
            raise Refused("要添一篇讲话，请另起一段写它的标题。")
        return section, where
    own = [s for s in section_family(outline, section) if s.kind in HEADED]
    behind = [s for s in own if s.start >= section.end]
    ahead = [s for s in own if s.end <= section.start]
    if section.kind is SectionKind.OPENING and where is DropPosition.AFTER and behind:
        return behind[0], DropPosition.BEFORE
    if section.kind is SectionKind.CLOSING and where is DropPosition.BEFORE and ahead:
        return ahead[-1], DropPosition.AFTER
    raise Refused("新的一节要放在开头和结尾之间。")
