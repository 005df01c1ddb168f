"""Put sections elsewhere: before, behind or into another node; one or several at once.

Whole paragraphs go with `Move`, which keeps what their file knows of them; points in a
paragraph go with their marks set right (`point_runs`). What makes no sense is refused
with a word why (`drop_rules`). Numbers stay as they are typed, see `renumber`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from editor.manuscript.edits import (
    Edit,
    Move,
    Replace,
    Splice,
    apply_all,
    from_last,
    map_position,
)
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import BODY, MarkedText, joined, marked, paragraph_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.drop_rules import DropPosition, checked_drop, drop_target
from editor.manuscript.structure.level_step import level_step
from editor.manuscript.structure.list_levels import recounted
from editor.manuscript.structure.point_runs import (
    PointRun,
    as_paragraph,
    point_run_of,
    put_in,
    reordered,
    taken_out,
    words_and_mark,
)
from editor.manuscript.structure.section_extent import (
    BLANKS,
    ExtentShape,
    Refused,
    SectionExtent,
    frame_among,
    outermost,
    section_extent,
    siblings,
)

NOWHERE = "已经在那里了。"


def move_sections(
    manuscript: Manuscript,
    outline: Outline,
    sections: Sequence[Section],
    anchor: Section,
    where: DropPosition,
) -> tuple[Edit, ...]:
    """The edits that put sections at an anchor, in the order they have.

    Put into a section of their own or a lower level they go down to below it. Raises
    Refused where it makes no sense, or changes nothing.
    """
    chosen = outermost(sections)
    where = checked_drop(outline, chosen, anchor, where)
    taken = [section_extent(manuscript, outline, s) for s in chosen]
    edits = _edits(manuscript, outline, chosen, taken, (anchor, where))
    deeper = anchor.kind is SectionKind.SECTION and where is DropPosition.INSIDE
    low = [
        s for s in chosen if deeper and s.level <= anchor.level and s.kind is SectionKind.SECTION
    ]
    return edits + _lowered(manuscript, edits, low, anchor.level + 1)


def shift_sections(
    manuscript: Manuscript, outline: Outline, sections: Sequence[Section], step: int
) -> tuple[Edit, ...]:
    """The edits that move neighbouring sections past the next (+1) or previous (-1) sibling.

    Raises Refused where there is none, or the sections are not neighbours.
    """
    chosen = outermost(sections)
    if not chosen:
        raise Refused("光标不在可以移动的节里。")
    if chosen[0].kind in (SectionKind.SALUTATION, SectionKind.OPENING, SectionKind.CLOSING):
        raise Refused("称谓、开头、结尾的位置是固定的；要并进某一节，请把它拖过去。")
    own = siblings(outline, chosen[0])
    starts = [s.start for s in own]
    places = [starts.index(s.start) for s in chosen if s.start in starts]
    if len(places) < len(chosen) or places[-1] - places[0] != len(places) - 1:
        raise Refused("选中的几节不在一起，不能一起上下移。")
    beyond = places[-1] + 1 if step > 0 else places[0] - 1
    if not 0 <= beyond < len(own):
        raise Refused("已经是同级的最后一节了。" if step > 0 else "已经是同级的第一节了。")
    where = DropPosition.AFTER if step > 0 else DropPosition.BEFORE
    return move_sections(manuscript, outline, chosen, own[beyond], where)


def _lowered(
    manuscript: Manuscript, edits: tuple[Edit, ...], sections: Sequence[Section], level: int
) -> tuple[Edit, ...]:
    """The edits, of the text after ``edits``, that bring sections down to a level."""
    made: list[Edit] = []
    after = apply_all(manuscript, edits)
    for section in sections:
        place = section.start
        for edit in (*edits, *made):
            place = map_position(edit, place, after=False)
        outline = outline_of(after)
        node = next((n for n in outline.walk() if n.start == place), None)
        while node and node.level < level:
            step = level_step(after, outline, node, 1)
            made += step
            after = recounted(apply_all(after, step))
            outline = outline_of(after)
            node = next((n for n in outline.walk() if n.start == place), None)
    return tuple(made)


def _edits(
    manuscript: Manuscript,
    outline: Outline,
    chosen: Sequence[Section],
    taken: Sequence[SectionExtent],
    at: tuple[Section, DropPosition],
) -> tuple[Edit, ...]:
    items = [r.shape is ExtentShape.ITEM for r in taken]
    points = all(i or s.kind is SectionKind.POINT for i, s in zip(items, chosen, strict=True))
    target = drop_target(manuscript, outline, *at, points=points)
    if not any(items):
        if isinstance(target, int):
            return _moved(manuscript, taken, target)
        return _joined(manuscript, chosen, taken, target)
    if not all(items) or len({r.first for r in taken}) > 1:
        raise Refused("段内的要点和整节、别段的要点要分开移动。")
    run = point_run_of(manuscript, outline, chosen[0])
    numbers = [run.index(s) for s in chosen]
    if isinstance(target, int):
        return _stood_alone(manuscript, run, numbers, target)
    other, index = target
    if other == run:
        return _within(run, numbers, index)
    pieces = [run.words(n) for n in numbers]
    if other.line == run.line:
        return _apart([*taken_out(run, numbers), put_in(other, index, pieces)])
    cut, into = without_points(manuscript, run, numbers), put_in(other, index, pieces)
    return (into, *cut) if other.line > run.line else (*cut, into)


def _within(run: PointRun, numbers: Sequence[int], index: int) -> tuple[Edit, ...]:
    order = [n for n in range(len(run.items)) if n not in numbers]
    before = sum(1 for n in order if n < index)
    order[before:before] = numbers
    if order == list(range(len(run.items))):
        raise Refused(NOWHERE)
    return (reordered(run, order),)


def _apart(edits: Sequence[Replace]) -> tuple[Replace, ...]:
    ordered = from_last(edits)
    for later, earlier in pairwise(ordered):
        if earlier.end > later.start:
            raise Refused("这一点和要去的地方互相交叠，请先把它移到段外。")
    return ordered


def _moved(manuscript: Manuscript, taken: Sequence[SectionExtent], before: int) -> tuple[Edit, ...]:
    """Runs of whole paragraphs, in order, before the paragraph ``before``."""
    edits, taken, before = _broken_off(manuscript, taken, before)
    breaks, top = len(edits), before
    for one in reversed([r for r in taken if r.first < before]):
        if one.last != top:
            edits.append(_unframed(manuscript, edits, Move(one.first, one.last, top)))
        top -= one.last - one.first
    for one in [r for r in taken if r.first >= before]:
        if one.first != before:
            edits.append(_unframed(manuscript, edits, Move(one.first, one.last, before)))
        before += one.last - one.first
    if len(edits) == breaks:
        raise Refused(NOWHERE)
    return tuple(edits)


def _unframed(manuscript: Manuscript, edits: Sequence[Edit], move: Move) -> Move:
    """The same move without lifting a table: then what is passed over moves instead."""
    now = apply_all(manuscript, edits) if edits else manuscript
    if not frame_among(now, move.first, move.last):
        return move
    other = (
        Move(move.before, move.first, move.last)
        if move.before <= move.first
        else Move(move.last, move.before, move.first)
    )
    if frame := frame_among(now, other.first, other.last):
        raise Refused(f"这里有“{frame}”，表格和文本框不能跟着移动。")
    return other


def _broken_off(
    manuscript: Manuscript, taken: Sequence[SectionExtent], before: int
) -> tuple[list[Edit], list[SectionExtent], int]:
    """Break paragraphs where a ragged section begins or ends, and count anew."""
    cuts: list[Position] = []
    for one in taken:
        if one.shape is ExtentShape.RAGGED:
            cuts += [p for p in (one.start, one.end) if _inside(manuscript, p)]
    if any(manuscript.paragraphs[p.paragraph].frame for p in cuts):
        raise Refused("表格、文本框里的段落不能拆开。")
    cuts = sorted(set(cuts))
    fresh = [_after_cuts(cuts, r) for r in taken]
    before += sum(1 for p in cuts if p.paragraph < before)
    breaks: list[Edit] = [
        Replace(p, p, "\n" + indent_of(manuscript, p.paragraph), BODY) for p in reversed(cuts)
    ]
    return breaks, fresh, before


def _inside(manuscript: Manuscript, place: Position) -> bool:
    text = manuscript.paragraphs[place.paragraph].text
    return bool(text[: place.offset].strip()) and bool(text[place.offset :].strip())


def _after_cuts(cuts: Sequence[Position], one: SectionExtent) -> SectionExtent:
    first = one.first + sum(1 for p in cuts if p <= one.start)
    last = one.last + sum(1 for p in cuts if p < one.end)
    return SectionExtent(one.start, one.end, one.shape, first, last)


def _stood_alone(
    manuscript: Manuscript, run: PointRun, numbers: Sequence[int], line: int
) -> tuple[Edit, ...]:
    """Points out of their paragraph, each a paragraph of its own before ``line``."""
    indent = indent_of(manuscript, run.line)
    made = tuple(
        paragraph_of(joined([indent, as_paragraph(run.words(n), run.ending(n))])) for n in numbers
    )
    cut = without_points(manuscript, run, numbers)
    put_there = Splice(line, line, made)
    return (put_there, *cut) if line > run.line else (*cut, put_there)


def without_points(
    manuscript: Manuscript, run: PointRun, numbers: Sequence[int]
) -> tuple[Edit, ...]:
    """Take points out; a paragraph in which nothing is left goes, where it may."""
    paragraph = manuscript.paragraphs[run.line]
    rest = paragraph.text[: run.items[0].start] + paragraph.text[run.items[-1].end :]
    bare = len(numbers) == len(run.items) and not rest.strip()
    if bare and not (paragraph.frame or paragraph.holds) and len(manuscript.paragraphs) > 1:
        return (Splice(run.line, run.line + 1, ()),)
    return from_last(taken_out(run, numbers))


def indent_of(manuscript: Manuscript, line: int) -> str:
    """The blanks that a paragraph begins with."""
    text = manuscript.paragraphs[line].text
    return text[: len(text) - len(text.lstrip(BLANKS))]


def _joined(
    manuscript: Manuscript,
    chosen: Sequence[Section],
    taken: Sequence[SectionExtent],
    to: tuple[PointRun, int],
) -> tuple[Edit, ...]:
    """Points that are paragraphs go into a run inside a paragraph."""
    run, index = to
    pieces: list[MarkedText] = []
    out: list[Edit] = []
    for section, one in zip(chosen, taken, strict=True):
        lines = [n for n in range(one.first, one.last) if manuscript.paragraphs[n].text.strip()]
        paragraph = manuscript.paragraphs[one.first]
        whole = len(lines) == 1 and one.shape is ExtentShape.WHOLE
        if not whole or section.kind is not SectionKind.POINT or paragraph.frame or paragraph.holds:
            raise Refused("整节不能放进一段话中间，请放到这一段的前面或后面。")
        words = marked(paragraph).stripped(BLANKS)
        pieces.append(words.part(0, len(words_and_mark(words.text)[0])))
        out.append(Splice(one.first, one.first + 1, ()))
    into = put_in(run, index, pieces)
    above = [e for e in out if isinstance(e, Splice) and e.first < run.line]
    below = [e for e in out if e not in above]
    return (*reversed(below), into, *reversed(above))
