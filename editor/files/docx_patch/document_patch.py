"""A whole text back into its main part: what changed, moved, came and went, byte by byte.

Blocks (free paragraphs and whole tables) that keep their order stay where they are; the
others are cut and put behind the block that now stands before them. All bytes that
belong to no changed block are the source's own.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from editor.files.docx.text_runs import run_contents, text_of
from editor.files.docx_patch.byte_map import ByteMap, map_bytes, start_tag
from editor.files.docx_patch.list_changes import ListChanges
from editor.files.docx_patch.move_limits import MoveLimits, limits_of
from editor.files.docx_patch.new_paragraph import cloned, models, section_shell
from editor.files.docx_patch.paragraph_patch import (
    ByteSplice,
    changed_text,
    prefix_of,
    spliced,
    storable,
)
from editor.files.docx_patch.save_plan import Action, SavePlan, save_plan
from editor.files.opened import DocxSource
from editor.manuscript.paragraph import Paragraph


class Patched(NamedTuple):
    """The new part, the texts it must show in order, and words for the user."""

    data: bytes
    texts: list[str]
    notes: tuple[str, ...]


class PlacedBlock(NamedTuple):
    """One thing in the new order: a block of the source, or (block -1) a new paragraph."""

    block: int
    text: str = ""
    model: int = 0
    made: Paragraph = Paragraph("")


def patch_document(source: DocxSource, data: bytes, paragraphs: tuple[Paragraph, ...]) -> Patched:
    """Patch a main part (UTF-8 bytes ``data``) so that it shows ``paragraphs``."""
    old = {p.key: p for p in source.shown}
    paragraphs = _distinct(paragraphs, old)
    texts = {p.key: storable(p.text) for p in paragraphs if p.key}
    changed = {key for key, text in texts.items() if text != old[key].text}
    gone = set(old) - set(texts)
    lists = ListChanges(source, paragraphs)
    byte_map = map_bytes(data, changed | gone | lists.keys)
    items = _items(byte_map, paragraphs)
    staying = _longest_run([item.block for item in items if item.block >= 0])
    loose = {i.block for i in items if i.block >= 0} - staying
    loose |= {byte_map.block_of[key] for key in gone if key in byte_map.block_of}
    wanted = {byte_map.blocks[block].keys[0] for block in loose}
    wanted |= {item.model for item in items if item.model}
    if wanted - set(byte_map.nodes):
        byte_map = map_bytes(data, changed | gone | wanted | lists.keys)
    limits = {block: limits_of(byte_map.nodes[byte_map.blocks[block].keys[0]]) for block in loose}
    plan = save_plan(byte_map, old, set(texts), staying, limits)
    assembly = _Assembly(source, byte_map, texts, plan, limits)
    assembly.lists = lists
    done = assembly.run(items, changed, gone)
    return done._replace(notes=(*done.notes, *_bound_notes(byte_map, old, changed | gone)))


def _bound_notes(byte_map: ByteMap, old: dict[int, Paragraph], keys: set[int]) -> list[str]:
    # Word fills a bound control from the document's properties when it opens the file.
    return [
        f"“{old[key].text[:12]}”一处是绑定文档属性的内容控件（如封面标题），"
        "Word 打开时可能恢复原来的字；请在 Word 里核对。"
        for key in sorted(keys & byte_map.bound)
    ]


def _distinct(
    paragraphs: tuple[Paragraph, ...], old: dict[int, Paragraph]
) -> tuple[Paragraph, ...]:
    # A key met twice (a split, a copy) or never given out is new the second time.
    seen: set[int] = set()
    out: list[Paragraph] = []
    for p in paragraphs:
        known = p.key in old and p.key not in seen
        seen.add(p.key)
        out.append(p if known else Paragraph(p.text, 0, p.label, p.style, listed=p.listed))
    return tuple(out)


def _items(byte_map: ByteMap, paragraphs: tuple[Paragraph, ...]) -> list[PlacedBlock]:
    items: list[PlacedBlock] = []
    seen: set[int] = set()
    for p, model in zip(paragraphs, models(paragraphs), strict=True):
        if not p.key:
            items.append(PlacedBlock(-1, storable(p.text), model, p))
            continue
        # A table, or a paragraph with text boxes, comes once, at its first paragraph.
        block = byte_map.block_of.get(p.key, -1)
        if block >= 0 and block not in seen:
            seen.add(block)
            items.append(PlacedBlock(block))
    return items


def _longest_run(order: list[int]) -> set[int]:
    """The longest rising run of numbers (patience sorting), so that few things move."""
    tails: list[int] = []
    back: dict[int, int] = {}
    for number in order:
        at = bisect_left(tails, number)
        back[number] = tails[at - 1] if at else -1
        tails[at : at + 1] = [number]
    found: set[int] = set()
    number = tails[-1] if tails else -1
    while number >= 0:
        found.add(number)
        number = back[number]
    return found


class _Assembly:
    """Puts the new part together from the source's bytes."""

    def __init__(
        self,
        source: DocxSource,
        byte_map: ByteMap,
        texts: dict[int, str],
        plan: SavePlan,
        limits: dict[int, MoveLimits],
    ) -> None:
        self._preserve = source.preserve
        self._shown = {p.key for p in source.shown}
        self._byte_map = byte_map
        self._texts = texts
        self._plan = plan
        self._limits = limits
        self.lists = ListChanges(source, ())
        self._splices: dict[int, list[ByteSplice]] = {}
        self._prefix = prefix_of(byte_map.data, byte_map.body)

    def run(self, items: list[PlacedBlock], changed: set[int], gone: set[int]) -> Patched:
        """The patched part."""
        for key in sorted(changed | gone):
            if self._plan.actions.get(self._byte_map.block_of.get(key, -1)) is not Action.DROP:
                self._edit(key)
        for key in self.lists.changed:
            block = self._byte_map.block_of.get(key, -1)
            if self._plan.actions.get(block) is not Action.DROP and key in self._byte_map.nodes:
                made = self.lists.splices(self._byte_map, self._prefix, key)
                self._splices.setdefault(block, []).extend(made)
        arrivals, texts = self._arrivals(items)
        splices = list(self._splices.get(-1, ()))
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

    def _edit(self, key: int) -> None:
        new = self._texts.get(key, "")
        twin = self._byte_map.twins.get(key, 0)
        for one in (key, twin):
            if one not in self._byte_map.nodes:
                continue
            node = self._byte_map.nodes[one]
            contents = run_contents(node, self._preserve)
            if text_of(contents) != new:
                found = changed_text(self._byte_map.data, node, contents, new)
                self._splices.setdefault(self._byte_map.block_of.get(key, -1), []).extend(found)

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
                model = self._byte_map.nodes.get(item.model)
                listing = self.lists.of_new(self._byte_map, self._prefix, item.model, item.made)
                made = cloned(self._byte_map.data, model, self._prefix, item.text, listing)
                arrivals.setdefault(anchor, []).append(made)
                texts.setdefault(anchor, []).append(item.text)
            elif self._plan.actions[item.block] is Action.MOVE:
                arrivals.setdefault(anchor, []).append(self._moved(item.block))
                texts.setdefault(anchor, []).extend(self._lines(item.block))
        return arrivals, texts

    def _moved(self, number: int) -> bytes:
        block = self._byte_map.blocks[number]
        section = self._limits[number].section
        splices = list(self._splices.get(number, ()))
        if section is not None:
            splices.append(ByteSplice(section.start, section.end, b""))
        return spliced(self._byte_map.data, block.start, block.end, splices)

    def _in_place(self, number: int) -> tuple[list[ByteSplice], list[str]]:
        block = self._byte_map.blocks[number]
        action = self._plan.actions.get(number, Action.STAY)
        if action is Action.STAY:
            return self._splices.get(number, []), self._lines(number)
        limits = self._limits[number]
        data = self._byte_map.data
        left = section_shell(data, limits.section, self._prefix)
        if not left and number in self._plan.shells:
            left = f"<{self._prefix}p/>".encode()
        lines = [""] if left else []
        if action is Action.DROP:
            left = b"".join([data[m.start : m.end] for m in limits.marks]) + left
        return [ByteSplice(block.start, block.end, left)], lines

    def _lines(self, number: int) -> list[str]:
        keys = self._byte_map.blocks[number].keys
        return [self._texts.get(key, "") for key in keys if key in self._shown]

    def _into_body(self, inner: bytes) -> ByteSplice:
        # A body without a single paragraph.
        tag = start_tag(self._byte_map.data, self._byte_map.body)
        end = self._byte_map.body + len(tag)
        if tag.endswith(b"/>"):
            opened = tag[:-2].rstrip() + b">" + inner + f"</{self._prefix}body>".encode()
            return ByteSplice(self._byte_map.body, end, opened)
        return ByteSplice(end, end, inner)
