"""Nodes made, doubled, named and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import marker_at
from editor.manuscript.outline.sections import Kind, Outline, Section
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.structure.drop_rules import Where, lands
from editor.manuscript.structure.new_headings import PLACEHOLDER, Pattern, below, like
from editor.manuscript.structure.point_runs import put_in, run_of
from editor.manuscript.structure.relocate import without
from editor.manuscript.structure.section_extent import (
    HEADED,
    Reach,
    Refused,
    Shape,
    family,
    framed,
    reach,
    tops,
)

_WHOLE_ONLY: Final = "这一部分和别的文字在同一段里，请先另起一段。"


def duplicate(manuscript: Manuscript, outline: Outline, section: Section) -> tuple[Edit, ...]:
    """The edits that put a copy of a section behind it. Raises Refused for tables, pictures."""
    taken = reach(manuscript, outline, section)
    if taken.shape is Shape.ITEM:
        run = run_of(manuscript, outline, section)
        number = run.index(section)
        return (put_in(run, number + 1, [run.items[number].words]),)
    if taken.shape is Shape.RAGGED:
        raise Refused(_WHOLE_ONLY)
    lines = manuscript.paragraphs[taken.first : taken.last]
    bound = framed(manuscript, taken.first, taken.last) or next(
        (p.holds for p in lines if p.holds), ""
    )
    if bound:
        raise Refused(f"这里有“{bound}”，只能移动，不能复制。")
    copies = tuple(Paragraph(p.text, 0, p.label, p.style, listed=p.listed) for p in lines)
    return (Splice(taken.last, taken.last, copies),)


def delete(
    manuscript: Manuscript, outline: Outline, sections: Sequence[Section]
) -> tuple[Edit, ...]:
    """The edits that take sections out with all under them. Raises Refused for tables."""
    chosen = tops(sections)
    if not chosen:
        raise Refused("没有选中可以删除的节。")
    taken = [reach(manuscript, outline, s) for s in chosen]
    edits: list[Edit] = []
    lines_done: set[int] = set()
    for section, one in reversed(list(zip(chosen, taken, strict=True))):
        if one.shape is not Shape.ITEM:
            if frame := framed(manuscript, one.first, one.last):
                raise Refused(f"这里有“{frame}”，表格和文本框不能随节删除。")
            edits += _lines_gone(manuscript, one)
        elif one.first not in lines_done:
            lines_done.add(one.first)
            edits += _points_gone(manuscript, outline, chosen, section)
    return tuple(edits)


def _points_gone(
    manuscript: Manuscript, outline: Outline, chosen: Sequence[Section], section: Section
) -> tuple[Edit, ...]:
    run = run_of(manuscript, outline, section)
    starts = {s.start for s in chosen}
    numbers = [n for n, i in enumerate(run.items) if i.section.start in starts]
    return without(manuscript, run, numbers)


def _lines_gone(manuscript: Manuscript, one: Reach) -> tuple[Edit, ...]:
    if one.shape is Shape.WHOLE:
        everything = one.last - one.first == len(manuscript.paragraphs)
        return (Splice(one.first, one.last, (Paragraph(""),) if everything else ()),)
    start, end = one.start, one.end
    if end.offset == 0 and end.paragraph > start.paragraph:
        above = end.paragraph - 1
        end = Position(above, len(manuscript.paragraphs[above].text))
    return (Replace(start, end, ""),)


def rename(
    manuscript: Manuscript, outline: Outline, section: Section, words: str
) -> tuple[Edit, ...]:
    """The edit that gives a section's heading other words; number and marks stay."""
    del outline
    words = words.strip()
    if not words or "\n" in words:
        raise Refused("标题要有字，而且只能是一行。")
    if section.kind in (Kind.OPENING, Kind.CLOSING):
        raise Refused("开头和结尾没有小标题。")
    start, end = title_span(manuscript, section)
    if manuscript.paragraphs[start.paragraph].text[start.offset : end.offset] == words:
        raise Refused("标题没有变。")
    return (Replace(start, end, words),)


def title_span(manuscript: Manuscript, section: Section) -> tuple[Position, Position]:
    """Where the words of a heading stand. Raises Refused where they are in pieces."""
    line, start = section.start
    text = manuscript.paragraphs[line].text
    marker = marker_at(text, start) if section.number else None
    start = marker.end if marker else start
    at = text.find(section.title, start)
    if at < 0 or not section.title or text[start:at].strip():
        raise Refused("这个标题和正文连在一起，请在稿纸上改。")
    return Position(line, at), Position(line, at + len(section.title))


def insert(
    manuscript: Manuscript,
    outline: Outline,
    section: Section,
    where: Where,
    words: str = PLACEHOLDER,
) -> tuple[Edit, ...]:
    """The edits that put a new heading before, behind or under a section.

    Its number goes on from its neighbour's; those behind it stay as typed.
    """
    anchor, where = _anchor(outline, section, where)
    if where is Where.INSIDE:
        children = [c for c in anchor.children if c.kind in HEADED]
        if children:
            return insert(manuscript, outline, children[-1], Where.AFTER, words)
        pattern = below(manuscript, outline, anchor)
    else:
        pattern = like(manuscript, anchor, 0 if where is Where.BEFORE else 1)
    target = lands(manuscript, outline, anchor, where, points=anchor.kind is Kind.POINT)
    if isinstance(target, int):
        return (Splice(target, target, (_closed(pattern, anchor, words),)),)
    run, index = target
    return (put_in(run, index, [pattern.marker + words]),)


def _closed(pattern: Pattern, anchor: Section, words: str) -> Paragraph:
    """A point that is a paragraph ends with a full stop; a heading with none."""
    point = anchor.kind is Kind.POINT and words[-1:] not in "。！？"
    return pattern.paragraph(words + ("。" if point else ""))


def _anchor(outline: Outline, section: Section, where: Where) -> tuple[Section, Where]:
    """The numbered neighbour of a place at a title, an opening or a closing."""
    if section.kind in HEADED:
        return section, where
    if section.kind is Kind.TITLE:
        if where is not Where.INSIDE:
            raise Refused("要添一篇讲话，请另起一段写它的标题。")
        return section, where
    own = [s for s in family(outline, section) if s.kind in HEADED]
    behind = [s for s in own if s.start >= section.end]
    ahead = [s for s in own if s.end <= section.start]
    if section.kind is Kind.OPENING and where is Where.AFTER and behind:
        return behind[0], Where.BEFORE
    if section.kind is Kind.CLOSING and where is Where.BEFORE and ahead:
        return ahead[-1], Where.AFTER
    raise Refused("新的一节要放在开头和结尾之间。")
