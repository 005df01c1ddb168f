"""A main part put together again: blocks that stay, move or go, and paragraphs that are new."""

from __future__ import annotations

from typing import NamedTuple

from editor.files.docx_patch.byte_map import start_tag
from editor.files.docx_patch.list_changes import ListChanges
from editor.files.docx_patch.move_limits import MoveLimits
from editor.files.docx_patch.new_paragraph import section_shell
from editor.files.docx_patch.paragraph_edits import ParagraphEdits
from editor.files.docx_patch.paragraph_patch import ByteSplice, spliced
from editor.files.docx_patch.save_plan import Action, SavePlan
from editor.manuscript.paragraph import Paragraph


class Patched(NamedTuple):
    """The new part, the texts it must show in order, and words for the user."""

    data: bytes
    texts: list[str]
    notes: tuple[str, ...]


class PlacedBlock(NamedTuple):
    """One thing in the new order: a block of the source, or (block -1) a new paragraph.

    ``number`` is the new one's place in the text, ``model`` the key of the one it looks like.
    """

    block: int
    number: int = -1
    model: int = 0
    made: Paragraph = Paragraph("")


class Assembly:
    """Puts the new part together from the source's bytes."""

    def __init__(
        self,
        edits: ParagraphEdits,
        lists: ListChanges,
        plan: SavePlan,
        limits: dict[int, MoveLimits],
    ) -> None:
        self._edits = edits
        self._lists = lists
        self._byte_map = edits.byte_map
        self._prefix = edits.prefix
        self._plan = plan
        self._limits = limits
        self._absorbed = edits.absorbed()

    def run(self, items: list[PlacedBlock]) -> Patched:
        """The patched part."""
        for key in self._lists.changed:
            if self._action_of(key) is not Action.DROP and key in self._byte_map.nodes:
                self._edits.add(key, self._lists.splices(self._byte_map, self._prefix, key))
        arrivals, texts = self._arrivals(items)
        splices = list(self._edits.of(-1))
        shown: list[str] = []
        first = min(self._plan.staying, default=0)
        if not self._byte_map.blocks:
            splices.append(self._into_body(b"".join(arrivals.get(-1, ()))))
            shown += texts.get(-1, [])
        for number, block in enumerate(self._byte_map.blocks):
            if number == first and -1 in arrivals:
                splices.append(ByteSplice(block.start, block.start, b"".join(arrivals[-1])))
                shown += texts[-1]
            here, lines = self._in_place(number)
            splices += here
            shown += lines
            if number in arrivals:
                splices.append(ByteSplice(block.end, block.end, b"".join(arrivals[number])))
                shown += texts[number]
        data = spliced(self._byte_map.data, 0, len(self._byte_map.data), splices)
        return Patched(data, shown, self._plan.notes)

    def _arrivals(
        self, items: list[PlacedBlock]
    ) -> tuple[dict[int, list[bytes]], dict[int, list[str]]]:
        # What comes behind each block that stays (-1: before the first of them).
        arrivals: dict[int, list[bytes]] = {}
        texts: dict[int, list[str]] = {}
        anchor = -1
        for item in items:
            if item.block in self._plan.staying:
                anchor = item.block
            elif item.block < 0:
                listing = self._lists.of_new(self._byte_map, self._prefix, item.model, item.made)
                made = self._edits.fresh(item.number, item.model, listing)
                arrivals.setdefault(anchor, []).append(made)
                texts.setdefault(anchor, []).extend(self._edits.lines_of(item.number))
            elif self._plan.actions[item.block] is Action.MOVE:
                arrivals.setdefault(anchor, []).append(self._moved(item.block))
                texts.setdefault(anchor, []).extend(self._edits.lines_in(item.block))
        return arrivals, texts

    def _moved(self, number: int) -> bytes:
        block = self._byte_map.blocks[number]
        section = self._limits[number].section
        splices = list(self._edits.of(number))
        if section is not None:
            splices.append(ByteSplice(section.start, section.end, b""))
        return spliced(self._byte_map.data, block.start, block.end, splices)

    def _in_place(self, number: int) -> tuple[list[ByteSplice], list[str]]:
        block = self._byte_map.blocks[number]
        action = self._plan.actions.get(number, Action.STAY)
        if action is Action.STAY:
            return self._edits.of(number), self._edits.lines_in(number)
        limits = self._limits[number]
        data = self._byte_map.data
        left = section_shell(data, limits.section, self._prefix)
        if not left and number in self._plan.shells:
            left = f"<{self._prefix}p/>".encode()
        lines = [""] if left else []
        if action is Action.DROP and self._byte_map.blocks[number].keys[0] not in self._absorbed:
            key = self._byte_map.blocks[number].keys[0]
            marks = limits.marks if self._edits.had_words(key) else limits.ranges
            left = b"".join([data[m.start : m.end] for m in marks]) + left
        return [ByteSplice(block.start, block.end, left)], lines

    def _action_of(self, key: int) -> Action:
        return self._plan.actions.get(self._byte_map.block_of.get(key, -1), Action.STAY)

    def _into_body(self, inner: bytes) -> ByteSplice:
        # A body without a single paragraph.
        tag = start_tag(self._byte_map.data, self._byte_map.body)
        end = self._byte_map.body + len(tag)
        if tag.endswith(b"/>"):
            opened = tag[:-2].rstrip() + b">" + inner + f"</{self._prefix}body>".encode()
            return ByteSplice(self._byte_map.body, end, opened)
        return ByteSplice(end, end, inner)
