"""A whole text back into its main part: what changed, moved, came and went, byte by byte.

Blocks (free paragraphs and whole tables) that keep their order stay where they are; the
others are cut and put behind the block that now stands before them. All bytes that
belong to no changed block are the source's own.
"""

from __future__ import annotations

from bisect import bisect_left

from editor.files.docx_glue.stretches import Origins, origins_of
from editor.files.docx_patch.assembly import Assembly, Patched, PlacedBlock
from editor.files.docx_patch.byte_map import ByteMap, map_bytes
from editor.files.docx_patch.list_changes import ListChanges
from editor.files.docx_patch.move_limits import limits_of
from editor.files.docx_patch.new_paragraph import models
from editor.files.docx_patch.paragraph_edits import ParagraphEdits
from editor.files.docx_patch.paragraph_patch import storable
from editor.files.docx_patch.range_order import ranges_in_order
from editor.files.docx_patch.save_plan import KeysNow, save_plan
from editor.files.opened import DocxSource
from editor.manuscript.paragraph import Paragraph


def patch_document(source: DocxSource, data: bytes, paragraphs: tuple[Paragraph, ...]) -> Patched:
    """Patch a main part (UTF-8 bytes ``data``) so that it shows ``paragraphs``."""
    old = {p.key: p for p in source.shown}
    paragraphs = _distinct(paragraphs, old)
    texts = {p.key: storable(p.text) for p in paragraphs if p.key}
    changed = {key for key, text in texts.items() if text != old[key].text}
    gone = set(old) - set(texts)
    origins = origins_of(paragraphs, old)
    lists = ListChanges(source, paragraphs)
    known = changed | gone | lists.keys | origins.keys
    byte_map = map_bytes(data, known)
    items = _items(byte_map, paragraphs, origins, old)
    staying = _longest_run([item.block for item in items if item.block >= 0])
    loose = {i.block for i in items if i.block >= 0} - staying
    loose |= {byte_map.block_of[key] for key in gone if key in byte_map.block_of}
    wanted = {byte_map.blocks[block].keys[0] for block in loose}
    wanted |= {item.model for item in items if item.model}
    wanted |= _beside(byte_map, origins.torn)
    if wanted - set(byte_map.nodes):
        byte_map = map_bytes(data, known | wanted)
    limits = {block: limits_of(byte_map.nodes[byte_map.blocks[block].keys[0]]) for block in loose}
    edits = ParagraphEdits(source, byte_map, paragraphs, origins)
    edits.rewrite(changed, gone)
    keys = KeysNow(old, set(texts), edits.absorbed())
    plan = save_plan(byte_map, keys, staying, limits)
    done = Assembly(edits, lists, plan, limits).run(items)
    if loose or origins.glued:
        done = done._replace(data=ranges_in_order(done.data, data))
    notes = (*done.notes, *edits.notes(), *_bound_notes(byte_map, old, changed | gone))
    return done._replace(notes=notes)


def _beside(byte_map: ByteMap, torn: frozenset[int]) -> set[int]:
    """The other paragraphs (of text boxes) in the blocks of torn ones."""
    blocks = {byte_map.block_of[key] for key in torn if key in byte_map.block_of}
    return {k for b in blocks if not byte_map.blocks[b].table for k in byte_map.blocks[b].keys}


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
        out.append(
            p if known else Paragraph(p.text, 0, p.label, p.style, listed=p.listed, marks=p.marks)
        )
    return tuple(out)


def _items(
    byte_map: ByteMap,
    paragraphs: tuple[Paragraph, ...],
    origins: Origins,
    old: dict[int, Paragraph],
) -> list[PlacedBlock]:
    items: list[PlacedBlock] = []
    seen: set[int] = set()
    there = {p.key for p in paragraphs}
    for number, (p, model) in enumerate(zip(paragraphs, models(paragraphs), strict=True)):
        if not p.key:
            # What was cut off a paragraph goes on looking like it.
            first = origins.first_key(number)
            like = first if first and old[first].style == p.style else model
            items.append(PlacedBlock(-1, number, like, p))
            continue
        # A table comes once, at its first paragraph; text boxes come with the one they hang on.
        block = byte_map.block_of.get(p.key, -1)
        own = byte_map.blocks[block].keys[0] if block >= 0 else 0
        hangs = own != p.key and own in there and not byte_map.blocks[block].table
        if block >= 0 and block not in seen and not hangs:
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
