"""Promote and demote one node or several; a point leaves its paragraph to go up."""

from __future__ import annotations

from collections.abc import Sequence

from editor.manuscript.edits import Edit, apply_all, map_position
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import BODY, NO_WORDS, joined, put_words
from editor.manuscript.numbering import MarkerStyle
from editor.manuscript.outline.reader import OutlineReader
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.level_step import level_step
from editor.manuscript.structure.list_levels import recounted
from editor.manuscript.structure.new_headings import child_template, sibling_template, typed_marker
from editor.manuscript.structure.point_runs import as_paragraph, point_run_of
from editor.manuscript.structure.relocate import indent_of
from editor.manuscript.structure.section_extent import (
    HEADED,
    ExtentShape,
    Refused,
    outermost,
    parent,
    section_extent,
)


def change_levels(
    manuscript: Manuscript, outline: Outline, sections: Sequence[Section], step: int
) -> tuple[Edit, ...]:
    """The edits that promote (-1) or demote (+1) sections, one after the other.

    Raises Refused where a section has no level or no number to change.
    """
    chosen = outermost(sections)
    if not chosen or any(s.kind not in HEADED for s in chosen):
        raise Refused("只有带序号的节和要点可以升降级。")
    reader, now, edits = OutlineReader(), manuscript, list[Edit]()
    for section in chosen:
        place = section.start
        for edit in edits:
            place = map_position(edit, place)
        outline = reader.read(now) if edits else outline
        node = next((n for n in outline.walk() if n.start == place and n.kind in HEADED), None)
        if node is None:
            raise Refused("这几节不能一起升降级，请一节一节来。")
        made = _one(now, outline, node, step)
        edits += made
        now = recounted(apply_all(now, made))
    return tuple(edits)


def _one(manuscript: Manuscript, outline: Outline, section: Section, step: int) -> tuple[Edit, ...]:
    marker = typed_marker(manuscript, section)
    taken = section_extent(manuscript, outline, section)
    if marker and taken.shape is ExtentShape.ITEM and step < 0:
        return _out_of_line(manuscript, outline, section)
    return level_step(manuscript, outline, section, step)


def _out_of_line(manuscript: Manuscript, outline: Outline, section: Section) -> tuple[Edit, ...]:
    """A point becomes a heading of its own paragraph, below the section that holds it."""
    run = point_run_of(manuscript, outline, section)
    number = run.index(section)
    item, line = run.items[number], run.line
    text = manuscript.paragraphs[line].text
    if manuscript.paragraphs[line].frame:
        raise Refused("表格、文本框里的段落不能拆开。")
    marker = typed_marker(manuscript, section)
    assert marker is not None
    must = "要" if marker.style is MarkerStyle.POINT_MUST else ""
    words = run.text.part(marker.end, item.start + len(item.words))
    fresh = _marker_above(manuscript, outline, section)
    indent = indent_of(manuscript, line)
    start, lead = item.start, NO_WORDS
    if number:
        before, previous = run.words(number - 1), run.items[number - 1]
        start = previous.end - len(previous.mark)
        ended = as_paragraph(before, run.ending(number - 1))
        lead = ended.part(len(before.text), len(ended.text))
    alone = not text[:start].strip()
    head = ("" if alone else "\n" + indent) + fresh + must
    rest = text[item.end :].strip()
    own = as_paragraph(words, run.ending(number))
    made = joined([lead, head, own, "\n" + indent if rest else ""])
    end = Position(line, item.end if rest else len(text))
    heads = BODY * made.text.count("\n")
    return (put_words(Position(line, start), end, made, heads),)


def _marker_above(manuscript: Manuscript, outline: Outline, section: Section) -> str:
    """The number a point gets one level up: after its parent's, or first below it."""
    above = parent(outline, section)
    if above is None or above.kind not in HEADED:
        return "一、"
    if above.level >= section.level - 1:
        return sibling_template(manuscript, above, 1).marker
    earlier = [
        c for c in above.children if c.kind is SectionKind.SECTION and c.start < section.start
    ]
    if earlier:
        return sibling_template(manuscript, earlier[-1], 1).marker
    return child_template(manuscript, outline, above).marker
