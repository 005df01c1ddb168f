"""A section split at the caret, and one merged with the next."""

from __future__ import annotations

from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import BODY
from editor.manuscript.numbering import MarkerStyle
from editor.manuscript.outline.sections import Outline, Section
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.insert_delete import insert_section
from editor.manuscript.structure.list_levels import unnumbered
from editor.manuscript.structure.new_headings import (
    PLACEHOLDER,
    HeadingTemplate,
    sibling_template,
    typed_marker,
)
from editor.manuscript.structure.point_runs import point_run_of
from editor.manuscript.structure.relocate import indent_of
from editor.manuscript.structure.section_extent import (
    BLANKS,
    HEADED,
    MARKS,
    ExtentShape,
    Refused,
    SectionExtent,
    section_extent,
    siblings,
)
from editor.manuscript.structure.speech_ends import within_words


def merge_sections(manuscript: Manuscript, outline: Outline, section: Section) -> tuple[Edit, ...]:
    """The edit that makes the next sibling part of a section: its number goes, no word.

    Of 二要学 the 要 stays; a heading that Word numbers becomes a plain paragraph. Raises
    Refused where there is no next one.
    """
    if section.kind not in HEADED:
        raise Refused("只有带序号的节和要点可以和下一个合并。")
    later = [s for s in siblings(outline, section) if s.start > section.start]
    if not later:
        raise Refused("后面没有同级的节，没有可以合并的。")
    following = later[0]
    marker = typed_marker(manuscript, following)
    if marker is None:
        return unnumbered(manuscript, following)
    end = marker.end - (1 if marker.style is MarkerStyle.POINT_MUST else 0)
    line = following.start.paragraph
    text = manuscript.paragraphs[line].text
    while end < len(text) and text[end] in BLANKS:
        end += 1
    return (Replace(Position(line, marker.start), Position(line, end), ""),)


def split_section(manuscript: Manuscript, outline: Outline, place: Position) -> tuple[Edit, ...]:
    """The edits that begin a new section of the same kind at a place.

    What stands behind the place in its section is the new one's. At the end of a
    paragraph a heading to be filled comes in.
    """
    place = within_words(manuscript, outline, place)
    section, taken = _at(manuscript, outline, place)
    if manuscript.paragraphs[place.paragraph].frame:
        raise Refused("表格、文本框里的段落不能拆开。")
    marker = typed_marker(manuscript, section)
    head = marker.end if marker else section.start.offset
    if place.paragraph == section.start.paragraph and place.offset <= head:
        raise Refused("光标要放在这一节的文字中间，从那里拆成两节。")
    if taken.shape is ExtentShape.ITEM:
        return _split_point(manuscript, outline, section, place)
    return _split_lines(manuscript, section, place)


def _at(manuscript: Manuscript, outline: Outline, place: Position) -> tuple[Section, SectionExtent]:
    """The innermost section that a place is in by what commands take."""
    for section in reversed([s for s in outline.path(place) if s.kind in HEADED]):
        taken = section_extent(manuscript, outline, section)
        if taken.start <= place <= taken.end:
            return section, taken
    raise Refused("光标不在带序号的节里。")


def _split_point(
    manuscript: Manuscript, outline: Outline, section: Section, place: Position
) -> tuple[Edit, ...]:
    run = point_run_of(manuscript, outline, section)
    item = run.items[run.index(section)]
    text = manuscript.paragraphs[run.line].text
    left = text[item.start : place.offset].rstrip(BLANKS).rstrip(MARKS)
    right = text[place.offset : item.start + len(item.words)].lstrip(BLANKS + MARKS)
    if not right or place.offset > item.end:
        return insert_section(manuscript, outline, section, DropPosition.AFTER)
    start = Position(run.line, item.start + len(left))
    end = Position(run.line, item.start + len(item.words) - len(right))
    return (Replace(start, end, run.inner + sibling_template(manuscript, section, 1).marker),)


def _split_lines(manuscript: Manuscript, section: Section, place: Position) -> tuple[Edit, ...]:
    line, offset = place
    text = manuscript.paragraphs[line].text
    pattern = sibling_template(manuscript, section, 1)
    behind, ahead = text[offset:].strip(), text[:offset].strip()
    if not behind:
        return (Splice(line + 1, line + 1, (pattern.paragraph(PLACEHOLDER),)),)
    if ahead:
        return _broken(manuscript, place, pattern)
    if not pattern.marker or manuscript.paragraphs[line].label:
        return (Splice(line, line, (pattern.paragraph(PLACEHOLDER),)),)
    indent = len(text) - len(text.lstrip(BLANKS))
    here = Position(line, indent)
    return (Replace(here, here, pattern.marker),)


def _broken(manuscript: Manuscript, place: Position, pattern: HeadingTemplate) -> tuple[Edit, ...]:
    indent = indent_of(manuscript, place.paragraph)
    if pattern.marker:
        return (Replace(place, place, "\n" + indent + pattern.marker, BODY),)
    parted = Replace(place, place, "\n" + indent, BODY)
    line = place.paragraph + 1
    return (parted, Splice(line, line, (pattern.paragraph(PLACEHOLDER),)))
