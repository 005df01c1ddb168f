"""What becomes of each unit of the source: it stays, moves or goes; and what is said of it.

Nothing that is not text goes with a removed paragraph: such a paragraph stays, emptied,
and the user is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from editor.files.docx_patch.byte_map import BodyBlock, ByteMap
from editor.files.docx_patch.move_limits import MoveLimits
from editor.manuscript.paragraph import Paragraph


class Action(Enum):
    """Stay in place (perhaps with other words), move elsewhere, or go."""

    STAY = 1
    MOVE = 2
    DROP = 3


@dataclass(frozen=True, slots=True)
class SavePlan:
    """Fates by unit number. ``staying`` are the units that others are put behind.

    ``shells`` are units that leave an empty paragraph, because something must stand there.
    """

    of: Mapping[int, Action]
    staying: set[int]
    shells: set[int]
    notes: tuple[str, ...]


def save_plan(
    plan: ByteMap,
    old: dict[int, Paragraph],
    present: set[int],
    staying: set[int],
    facts: dict[int, MoveLimits],
) -> SavePlan:
    """Decide for every unit in ``facts``; all others stay."""
    fates: dict[int, Action] = {}
    notes: list[str] = []
    for number, fact in sorted(facts.items()):
        unit = plan.units[number]
        shown = [key for key in unit.keys if key in old]
        missing = [key for key in shown if key not in present]
        if shown and len(missing) == len(shown):
            notes += _kept_whole(unit, fact, old)
            fates[number] = Action.STAY if _kept_whole(unit, fact, old) else Action.DROP
            continue
        notes += [_emptied(old[key]) for key in missing]
        if number in staying:
            fates[number] = Action.STAY
        elif fact.crossed and not unit.table:
            notes.append(f"“{_brief(old[shown[0]])}”有跨段的域（如目录），留在原处没有移动。")
            fates[number] = Action.STAY
        else:
            fates[number] = Action.MOVE
    notes += [_emptied(old[k]) for k in old if k not in present and k not in plan.unit_of]
    shells = _shells(plan.units, fates)
    return SavePlan(fates, staying, shells, tuple(dict.fromkeys(notes)))


def _kept_whole(unit: BodyBlock, fact: MoveLimits, old: dict[int, Paragraph]) -> list[str]:
    own = old.get(unit.keys[0])
    if unit.table:
        frames = {old[k].frame.partition("·")[0] for k in unit.keys if k in old}
        return [f"{'、'.join(sorted(frames))}删不掉，文字已清空，表格保留在原处。"]
    if own is None or len([k for k in unit.keys if k in old]) > 1:
        return ["文本框保留在原处，文字已清空。"]
    if own.holds:
        return [f"“{_brief(own)}”这一段有{own.holds}，段落保留在原处，只清空了文字。"]
    if fact.crossed:
        return [f"“{_brief(own)}”这一段有跨段的域（如目录），段落保留在原处，只清空了文字。"]
    return []


def _emptied(paragraph: Paragraph) -> str:
    where = paragraph.frame or f"“{_brief(paragraph)}”"
    return f"{where}的段落不能删掉，文字已清空，位置保留。"


def _brief(paragraph: Paragraph) -> str:
    text = paragraph.label + paragraph.text
    return text[:12] + ("…" if len(text) > 12 else "") if text else "空段"


def _shells(units: list[BodyBlock], fates: dict[int, Action]) -> set[int]:
    # A content control must not be empty, and two tables with nothing between them
    # would become one.
    shells: set[int] = set()
    left: set[int] = {u.container for n, u in enumerate(units) if _stays(n, fates)}
    for number, unit in enumerate(units):
        if unit.container and unit.container not in left:
            left.add(unit.container)
            shells.add(number)
    before: BodyBlock | None = None
    between: list[int] = []
    for number, unit in enumerate(units):
        if not _stays(number, fates):
            between.append(number)
            continue
        if before and before.table and unit.table and between:
            shells.add(between[0])
        before, between = unit, []
    return shells


def _stays(number: int, fates: dict[int, Action]) -> bool:
    return fates.get(number, Action.STAY) is Action.STAY
