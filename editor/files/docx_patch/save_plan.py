"""What becomes of each block of the source: it stays, moves or goes; and what is said of it.

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
    """Actions by block number. ``staying`` are the blocks that others are put behind.

    ``shells`` are blocks that leave an empty paragraph, because something must stand there.
    """

    actions: Mapping[int, Action]
    staying: set[int]
    shells: set[int]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeysNow:
    """The paragraphs there were by key, which keys are there now, and which are ``absorbed``:
    gone, and all that was in them is in other paragraphs."""

    old: Mapping[int, Paragraph]
    present: set[int]
    absorbed: set[int]


def save_plan(
    byte_map: ByteMap, keys: KeysNow, staying: set[int], limits: dict[int, MoveLimits]
) -> SavePlan:
    """Decide for every block in ``limits``; all others stay."""
    old, present = keys.old, keys.present
    actions: dict[int, Action] = {}
    notes: list[str] = []
    for number, limit in sorted(limits.items()):
        block = byte_map.blocks[number]
        shown = [key for key in block.keys if key in old]
        missing = [key for key in shown if key not in present]
        if block.keys[0] in keys.absorbed and not block.table:
            actions[number] = Action.DROP
            continue
        if shown and len(missing) == len(shown):
            notes += _kept_whole(block, limit, old)
            actions[number] = Action.STAY if _kept_whole(block, limit, old) else Action.DROP
            continue
        notes += [_emptied(old[key]) for key in missing]
        if number in staying:
            actions[number] = Action.STAY
        elif limit.crossed and not block.table:
            notes.append(f"“{_brief(old[shown[0]])}”有跨段的域（如目录），留在原处没有移动。")
            actions[number] = Action.STAY
        else:
            actions[number] = Action.MOVE
    notes += [_emptied(old[k]) for k in old if k not in present and k not in byte_map.block_of]
    shells = _shells(byte_map.blocks, actions)
    return SavePlan(actions, staying, shells, tuple(dict.fromkeys(notes)))


def _kept_whole(block: BodyBlock, limit: MoveLimits, old: Mapping[int, Paragraph]) -> list[str]:
    own = old.get(block.keys[0])
    if block.table:
        frames = {old[k].frame.partition("·")[0] for k in block.keys if k in old}
        return [f"{'、'.join(sorted(frames))}删不掉，文字已清空，表格保留在原处。"]
    if own is None or len([k for k in block.keys if k in old]) > 1:
        return ["文本框保留在原处，文字已清空。"]
    if own.holds:
        return [f"“{_brief(own)}”这一段有{own.holds}，段落保留在原处，只清空了文字。"]
    if not own.text and limit.wordless:
        return [f"“{_brief(own)}”里有域或者修订删去的字，段落保留在原处。"]
    if limit.crossed:
        return [f"“{_brief(own)}”这一段有跨段的域（如目录），段落保留在原处，只清空了文字。"]
    return []


def _emptied(paragraph: Paragraph) -> str:
    where = paragraph.frame or f"“{_brief(paragraph)}”"
    return f"{where}的段落不能删掉，文字已清空，位置保留。"


def _brief(paragraph: Paragraph) -> str:
    text = paragraph.label + paragraph.text
    return text[:12] + ("…" if len(text) > 12 else "") if text else "空段"


def _shells(blocks: list[BodyBlock], actions: dict[int, Action]) -> set[int]:
    # A content control must not be empty, and two tables with nothing between them
    # would become one.
    shells: set[int] = set()
    left: set[int] = {u.container for n, u in enumerate(blocks) if _stays(n, actions)}
    for number, block in enumerate(blocks):
        if block.container and block.container not in left:
            left.add(block.container)
            shells.add(number)
    before: BodyBlock | None = None
    between: list[int] = []
    for number, block in enumerate(blocks):
        if not _stays(number, actions):
            between.append(number)
            continue
        if before and before.table and block.table and between:
            shells.add(between[0])
        before, between = block, []
    return shells


def _stays(number: int, actions: dict[int, Action]) -> bool:
    return actions.get(number, Action.STAY) is Action.STAY
