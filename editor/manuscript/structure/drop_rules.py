"""Which drops make sense for which sections, and where exactly a drop goes.

Separate from `relocate`, because the tree asks it while something is dragged over it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final, Protocol

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.point_runs import PointRun, point_run_of
from editor.manuscript.structure.section_extent import (
    HEADED,
    ExtentShape,
    Refused,
    line_beginning_at,
    parent,
    section_extent,
    siblings,
)
from editor.manuscript.structure.speech_ends import own_end, words_end


class ArrivingHead(Protocol):
    """What of a section decides where it may go."""

    @property
    def kind(self) -> SectionKind:
        """What it is."""
        ...

    @property
    def level(self) -> int:
        """How deep it is."""
        ...


class DropPosition(Enum):
    """Where something goes in relation to an anchor; inside is at its end."""

    BEFORE = "before"
    AFTER = "after"
    INSIDE = "inside"


_ALONE: Final = {
    SectionKind.TITLE: "一篇讲话只能放到另一篇的前面或后面。",
    SectionKind.SALUTATION: "称谓跟着标题走，不单独移动。",
    SectionKind.OPENING: "开头只能并进一节里，不能放到标题、称谓那里。",
    SectionKind.CLOSING: "结尾只能并进一节里，不能放到标题、称谓那里。",
}


def checked_drop(
    outline: Outline, chosen: Sequence[Section], anchor: Section, where: DropPosition
) -> DropPosition:
    """Whether (and how) the sections may go there. Raises Refused where they may not."""
    if not chosen:
        raise Refused("没有选中可以移动的节。")
    for section in chosen:
        if section.start <= anchor.start and anchor.end <= section.end:
            raise Refused("不能放到它自己里面。")
        where = _one_checked(outline, section, anchor, where)
    return where


def checked_arrival(
    outline: Outline, heads: Sequence[ArrivingHead], anchor: Section, where: DropPosition
) -> DropPosition:
    """The same of sections that come from another text, or from the clipboard."""
    for head in heads:
        where = _one_checked(outline, head, anchor, where)
    return where


def _one_checked(
    outline: Outline, section: ArrivingHead, anchor: Section, where: DropPosition
) -> DropPosition:
    if section.kind is SectionKind.TITLE or section.kind is SectionKind.SALUTATION:
        if section.kind is anchor.kind is SectionKind.TITLE and where is not DropPosition.INSIDE:
            return where
        raise Refused(_ALONE[section.kind])
    if anchor.kind in HEADED:
        if section.kind not in HEADED:
            return DropPosition.INSIDE if where is DropPosition.INSIDE else where
        return _by_level(outline, section, anchor, where)
    if section.kind not in HEADED:
        raise Refused(_ALONE[section.kind])
    return _around(anchor, where)


def _around(anchor: Section, where: DropPosition) -> DropPosition:
    """A numbered section at a title, salutation, opening or closing."""
    if anchor.kind is SectionKind.TITLE:
        if where is DropPosition.BEFORE:
            raise Refused("不能放到标题前面；要放进这篇讲话，请放到标题上。")
        return DropPosition.INSIDE
    if anchor.kind is SectionKind.CLOSING:
        if where is not DropPosition.BEFORE:
            raise Refused("各节要放在结尾前面。")
        return where
    if anchor.kind is SectionKind.OPENING and where is not DropPosition.BEFORE:
        return DropPosition.AFTER
    raise Refused("各节要放在称谓和开头的后面。")


def _by_level(
    outline: Outline, section: ArrivingHead, anchor: Section, where: DropPosition
) -> DropPosition:
    if where is DropPosition.INSIDE:
        return DropPosition.AFTER if anchor.kind is SectionKind.POINT else where
    own = siblings(outline, anchor)
    last = anchor.start == own[-1].start
    if section.level < anchor.level and not (last and where is DropPosition.AFTER):
        raise Refused("高一级的节放在这里，会把后面的小节并进来；请放到上一级的前面或后面。")
    if (
        section.level > anchor.level
        and where is DropPosition.BEFORE
        and anchor.start == own[0].start
    ):
        above = parent(outline, anchor)
        if above is None or section.level <= above.level + 1:
            raise Refused("前面没有它的上一级，放在这里层次就断了。")
    return where


def drop_target(
    manuscript: Manuscript, outline: Outline, anchor: Section, where: DropPosition, *, points: bool
) -> int | tuple[PointRun, int]:
    """The paragraph before which (or the run and the index in it at which) a place is.

    ``points`` join the run of points inside a section, other things go behind it.
    """
    if anchor.kind is SectionKind.TITLE and where is DropPosition.INSIDE:
        ends = [c for c in anchor.children if c.kind is SectionKind.CLOSING]
        if ends:
            return _line(manuscript, ends[-1].start)
    if anchor.kind not in HEADED:
        inside = anchor.kind is SectionKind.TITLE and where is DropPosition.INSIDE
        end = words_end(manuscript, outline, anchor.end)
        behind = end if inside else own_end(manuscript, outline, anchor)
        return _line(manuscript, anchor.start if where is DropPosition.BEFORE else behind)
    taken = section_extent(manuscript, outline, anchor)
    if taken.shape is ExtentShape.ITEM and where is not DropPosition.INSIDE:
        run = point_run_of(manuscript, outline, anchor)
        return run, run.index(anchor) + (0 if where is DropPosition.BEFORE else 1)
    inner = [c for c in anchor.children if c.kind is SectionKind.POINT]
    if where is DropPosition.INSIDE and inner and points:
        last = section_extent(manuscript, outline, inner[-1])
        if last.shape is ExtentShape.ITEM:
            run = point_run_of(manuscript, outline, inner[-1])
            return run, len(run.items)
    if taken.shape is ExtentShape.ITEM:
        raise Refused("段内的要点里面不能再放。")
    return _line(manuscript, taken.start if where is DropPosition.BEFORE else taken.end)


def _line(manuscript: Manuscript, place: Position) -> int:
    line = line_beginning_at(manuscript, place)
    if line is None:
        raise Refused("那里在一段话的中间，整节放不进去；请先另起一段。")
    return line
