"""Where a dragged section goes: from the row under the mouse to a place in the text.

Pure, apart from the view: above and below a row are before and behind its section; on a
row is its last part for a deeper section, and in its stead for one of the same level.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from editor.manuscript.paragraph import Position
from editor.manuscript.sections import Kind, Section

INTO_ITSELF = "不能放进它自己里面，没有移动。"
BEFORE_OPENING = "称谓和开头前面不能放别的部分，没有移动。"
BEHIND_CLOSING = "结尾后面不能放别的部分，没有移动。"
NOWHERE = "放到提纲的某一行上，才能移动。"


class Side(Enum):
    """Where on a row the mouse is; BELOW_OPEN is below a row that is unfolded."""

    ABOVE = auto()
    ON = auto()
    BELOW = auto()
    BELOW_OPEN = auto()


class Target(NamedTuple):
    """A place, or the reason why there is none."""

    place: Position | None
    refusal: str = ""


def target_of(dragged: Section, row: Section, side: Side) -> Target:
    """The place before which ``dragged`` is put."""
    if dragged.start <= row.start < dragged.end:
        return Target(None, INTO_ITSELF)
    if row.kind is Kind.TITLE:
        return _in_speech(row, side)
    if row.kind in (Kind.SALUTATION, Kind.OPENING):
        last = row.kind is Kind.OPENING and side in (Side.BELOW, Side.BELOW_OPEN)
        return Target(row.end) if last else Target(None, BEFORE_OPENING)
    if row.kind is Kind.CLOSING:
        return Target(row.start) if side is Side.ABOVE else Target(None, BEHIND_CLOSING)
    if side is Side.ABOVE:
        return Target(row.start)
    if side is Side.BELOW_OPEN and row.children:
        return Target(row.children[0].start)
    if side is Side.ON and row.level >= dragged.level:
        return Target(row.start if row.start < dragged.start else row.end)
    return Target(row.end)


def _in_speech(title: Section, side: Side) -> Target:
    """Onto a title: the last part of that speech, before its closing."""
    if side is Side.ABOVE:
        return Target(None, BEFORE_OPENING)
    closing = [s for s in title.children if s.kind is Kind.CLOSING]
    if side is Side.ON:
        return Target(closing[0].start if closing else title.end)
    parts = [s for s in title.children if s.kind in (Kind.SECTION, Kind.POINT)]
    return Target(parts[0].start if parts else title.end)
