"""What must not happen to a paragraph that stands in a frame (a table cell, a text box).

Such a paragraph can be edited, but not moved, split, joined or removed: its place is the
file's. A whole table moves with what stands around it. Asked by the controller and by the
keys of the page before an edit is done.
"""

from __future__ import annotations

from collections.abc import Sequence

from editor.manuscript.edits import Edit, Move, Replace, Splice, apply
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.structure.hanging_boxes import BOX

TABLE = "表"  # how the frame of a paragraph in a table of the body begins


def refusal(manuscript: Manuscript, edits: Sequence[Edit]) -> str:
    """Why the edits cannot be done ('' when they can), for the message bar above the page."""
    if all(_inside_one(edit) for edit in edits) or not any(p.frame for p in manuscript.paragraphs):
        return ""
    for edit in edits:
        frame = _hurt(manuscript.paragraphs, edit)
        if frame:
            return f"“{frame}”里的段落由原文件定位，只能改字，不能拆分、合并、移动或删除整段。"
        manuscript = apply(manuscript, edit)
    return ""


def _inside_one(edit: Edit) -> bool:
    """Whether an edit only changes words of one paragraph."""
    if not isinstance(edit, Replace) or "\n" in edit.text:
        return False
    return edit.start.paragraph == edit.end.paragraph


def _hurt(paragraphs: tuple[Paragraph, ...], edit: Edit) -> str:
    match edit:
        case Replace(start, end, _, _):
            if _inside_one(edit):
                return ""
            return _first_frame(paragraphs[start.paragraph : end.paragraph + 1])
        case Splice(first, last, made):
            old = paragraphs[first:last]
            if [_frame_of(p) for p in old] == [_frame_of(p) for p in made]:
                return ""
            return _first_frame(old) or _between(paragraphs, first, last)
        case Move(first, last, before):
            torn = _between(paragraphs, first, first) or _between(paragraphs, last, last)
            fixed = _fixed_frame(paragraphs[first:last])
            return torn or fixed or _between(paragraphs, before, before)


def _frame_of(paragraph: Paragraph) -> tuple[str, int]:
    return (paragraph.frame, paragraph.key if paragraph.frame else 0)


def _first_frame(run: Sequence[Paragraph]) -> str:
    return next((p.frame for p in run if p.frame), "")


def _fixed_frame(run: Sequence[Paragraph]) -> str:
    """A frame that is neither a table nor a text box whose paragraph moves with it."""
    bearing = False
    for p in run:
        if not p.frame:
            bearing = BOX in p.holds
        elif not (p.frame.startswith(TABLE) or (bearing and p.frame.startswith(BOX))):
            return p.frame
    return ""


def _between(paragraphs: tuple[Paragraph, ...], first: int, last: int) -> str:
    """The frame that a paragraph put between these two would stand in."""
    if first == 0 or last >= len(paragraphs):
        return ""
    ahead, behind = paragraphs[first - 1].frame, paragraphs[last].frame
    same = ahead and behind and ahead.split("·")[0] == behind.split("·")[0]
    return ahead if same else ""
