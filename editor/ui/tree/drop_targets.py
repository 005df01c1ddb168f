"""Where a dragged section goes: from the row under the mouse to a neighbour in the text.

Pure, apart from the view: above and below a row are before and behind its section; on a
row is its last part for a deeper section, and in its stead for one of the same level.
Whether it may go there is the business of the command (`structure.drop_rules`).
"""

from __future__ import annotations

from enum import Enum, auto

from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.structure.drop_rules import DropPosition

NO_ROW = "放到提纲的某一行上，才能移动。"


class RowPart(Enum):
    """Where on a row the mouse is; BELOW_OPEN is below a row that is unfolded."""

    ABOVE = auto()
    ON = auto()
    BELOW = auto()
    BELOW_OPEN = auto()


def target_under_mouse(
    dragged: Section, row: Section, part: RowPart
) -> tuple[Section, DropPosition]:
    """The neighbour of the place, and the side of it."""
    if part is RowPart.ABOVE:
        return row, DropPosition.BEFORE
    numbered = row.kind in (SectionKind.SECTION, SectionKind.POINT)
    if part is RowPart.BELOW_OPEN and row.children:
        deeper = not numbered or dragged.level > row.level
        parts = [s for s in row.children if s.kind in (SectionKind.SECTION, SectionKind.POINT)]
        if deeper and parts:
            return parts[0], DropPosition.BEFORE
        return row, DropPosition.AFTER if numbered else DropPosition.INSIDE
    if part is RowPart.ON and numbered and row.level >= dragged.level:
        return row, DropPosition.BEFORE if row.start < dragged.start else DropPosition.AFTER
    if part is RowPart.ON:
        return row, DropPosition.INSIDE
    return row, DropPosition.AFTER
