"""A selected stretch of text moved to the end of a section."""

from __future__ import annotations

from editor.manuscript.edits import Edit, Move, Replace, Splice, map_position
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import joined, marked, marked_between, paragraph_of, put_words
from editor.manuscript.outline.sections import Outline, Section
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.drop_rules import DropPosition, drop_target
from editor.manuscript.structure.point_runs import words_and_mark
from editor.manuscript.structure.relocate import indent_of
from editor.manuscript.structure.section_extent import BLANKS, Refused, frame_among
from editor.manuscript.structure.speech_ends import within_words


def collect_text(
    manuscript: Manuscript, outline: Outline, stretch: tuple[Position, Position], section: Section
) -> tuple[Edit, ...]:
    """The edits that move ``stretch`` (start, end) to the end of a section, below its parts.

    Whole paragraphs keep what their file knows of them; words out of a paragraph become
    one of their own, or join a section that is a point in a paragraph.
    """
    start, end = _trimmed(manuscript, stretch[0], within_words(manuscript, outline, stretch[1]))
    if start >= end:
        raise Refused("没有选中文字。")
    target = _target(manuscript, outline, section)
    if start < target < end:
        raise Refused("选中的文字里有这一节的末尾，放不进去。")
    last = end.paragraph + 1
    if frame := frame_among(manuscript, start.paragraph, last):
        raise Refused(f"选中的文字在“{frame}”里，不能移出来。")
    whole = start.offset == 0 and end.offset == len(manuscript.paragraphs[end.paragraph].text)
    if target.offset:
        return _into_line(manuscript, start, end, target)
    if whole:
        if start.paragraph <= target.paragraph <= last:
            raise Refused("已经在这一节的末尾了。")
        return (Move(start.paragraph, last, target.paragraph),)
    return _out_of_line(manuscript, start, end, target.paragraph)


def _trimmed(manuscript: Manuscript, start: Position, end: Position) -> tuple[Position, Position]:
    """Without the line ends at either side, which a hand selects; with the indent it leaves."""
    while end.offset == 0 and end.paragraph > start.paragraph:
        end = Position(end.paragraph - 1, len(manuscript.paragraphs[end.paragraph - 1].text))
    while start.paragraph < end.paragraph:
        if start.offset < len(manuscript.paragraphs[start.paragraph].text):
            break
        start = Position(start.paragraph + 1, 0)
    ahead = manuscript.paragraphs[start.paragraph].text[: start.offset]
    last = manuscript.paragraphs[end.paragraph].text
    if start < end and not (ahead + last[end.offset :]).strip(BLANKS):
        return Position(start.paragraph, 0), Position(end.paragraph, len(last))
    return start, end


def _target(manuscript: Manuscript, outline: Outline, section: Section) -> Position:
    try:
        line = drop_target(manuscript, outline, section, DropPosition.INSIDE, points=False)
    except Refused:
        found = drop_target(manuscript, outline, section, DropPosition.AFTER, points=False)
        assert not isinstance(found, int)
        run, index = found
        item = run.items[index - 1]
        return Position(run.line, item.start + len(item.words))
    assert isinstance(line, int)
    return Position(line, 0)


def _out_of_line(
    manuscript: Manuscript, start: Position, end: Position, line: int
) -> tuple[Edit, ...]:
    """Words become paragraphs of their own before ``line``; whole ones between keep theirs."""
    indent = "" if start.offset == 0 else indent_of(manuscript, start.paragraph)
    run = manuscript.paragraphs[start.paragraph : end.paragraph + 1]
    first = marked(run[0]).part(start.offset, end.offset if len(run) == 1 else len(run[0].text))
    skipped = len(first.text) - len(first.text.lstrip(BLANKS)) if start.offset else 0
    made = joined([indent, first.part(skipped, len(first.text))])
    cut_off = [p.part(0, end.offset) for p in run[1:][-1:]]
    into = Splice(line, line, (paragraph_of(made), *run[1:-1], *cut_off))
    cut = Replace(start, end, "")
    if line > start.paragraph:
        return (into, cut)
    return (cut, into)


def _into_line(
    manuscript: Manuscript, start: Position, end: Position, target: Position
) -> tuple[Edit, ...]:
    if start.paragraph != end.paragraph:
        raise Refused("几段文字不能放进一段话中间，请放到整节上。")
    text = manuscript.paragraphs[start.paragraph].text
    chosen = marked_between(manuscript, start, end).stripped(BLANKS)
    words = chosen.part(0, len(words_and_mark(chosen.text)[0]))
    made = joined(["" if words.text[:1] in "，；。、" else "，", words])
    into = put_words(target, target, made)
    bare = start.offset == 0 and end.offset == len(text) and target.paragraph != start.paragraph
    cut: Edit = Replace(start, end, "")
    if bare and not manuscript.paragraphs[start.paragraph].holds:
        cut = Splice(start.paragraph, start.paragraph + 1, ())
    if target >= end:
        return (into, cut)
    moved = map_position(cut, target, after=False)
    return (cut, put_words(moved, moved, made))
