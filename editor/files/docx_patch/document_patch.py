"""A whole text back into its main part: what changed, moved, came and went, byte by byte.

Units (free paragraphs and whole tables) that keep their order stay where they are; the
others are cut and put behind the unit that now stands before them. All bytes that
belong to no changed unit are the source's own.
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
from editor.files.docx_source import DocxSource
from editor.manuscript.paragraph import Paragraph


class Patched(NamedTuple):
    """The new part, the texts it must show in order, and words for the user."""

    data: bytes
    texts: list[str]
    notes: tuple[str, ...]


class PlacedBlock(NamedTuple):
    """One thing in the new order: a unit of the source, or (unit -1) a new paragraph."""

    unit: int
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
    plan = map_bytes(data, changed | gone | lists.keys)
    items = _items(plan, paragraphs)
    staying = _longest_run([item.unit for item in items if item.unit >= 0])
    loose = {i.unit for i in items if i.unit >= 0} - staying
    loose |= {plan.unit_of[key] for key in gone if key in plan.unit_of}
    wanted = {plan.units[unit].keys[0] for unit in loose}
    wanted |= {item.model for item in items if item.model}
    if wanted - set(plan.nodes):
        plan = map_bytes(data, changed | gone | wanted | lists.keys)
    facts = {unit: limits_of(plan.nodes[plan.units[unit].keys[0]]) for unit in loose}
    fates = save_plan(plan, old, set(texts), staying, facts)
    assembly = _Assembly(source, plan, texts, fates, facts)
    assembly.lists = lists
    done = assembly.run(items, changed, gone)
    return done._replace(notes=(*done.notes, *_bound_notes(plan, old, changed | gone)))


def _bound_notes(plan: ByteMap, old: dict[int, Paragraph], keys: set[int]) -> list[str]:
    # Word fills a bound control from the document's properties when it opens the file.
    return [
        f"“{old[key].text[:12]}”一处是绑定文档属性的内容控件（如封面标题），"
        "Word 打开时可能恢复原来的字；请在 Word 里核对。"
        for key in sorted(keys & plan.bound)
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


def _items(plan: ByteMap, paragraphs: tuple[Paragraph, ...]) -> list[PlacedBlock]:
    items: list[PlacedBlock] = []
    seen: set[int] = set()
    for p, model in zip(paragraphs, models(paragraphs), strict=True):
        if not p.key:
            items.append(PlacedBlock(-1, storable(p.text), model, p))
            continue
        # A table, or a paragraph with text boxes, comes once, at its first paragraph.
        unit = plan.unit_of.get(p.key, -1)
        if unit >= 0 and unit not in seen:
            seen.add(unit)
            items.append(PlacedBlock(unit))
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
        plan: ByteMap,
        texts: dict[int, str],
        fates: SavePlan,
        facts: dict[int, MoveLimits],
    ) -> None:
        self._preserve = source.preserve
        self._shown = {p.key for p in source.shown}
        self._plan = plan
        self._texts = texts
        self._fates = fates
        self._facts = facts
        self.lists = ListChanges(source, ())
        self._splices: dict[int, list[ByteSplice]] = {}
        self._prefix = prefix_of(plan.data, plan.body)

    def run(self, items: list[PlacedBlock], changed: set[int], gone: set[int]) -> Patched:
        """The patched part."""
        for key in sorted(changed | gone):
            if self._fates.of.get(self._plan.unit_of.get(key, -1)) is not Action.DROP:
                self._edit(key)
        for key in self.lists.changed:
            unit = self._plan.unit_of.get(key, -1)
            if self._fates.of.get(unit) is not Action.DROP and key in self._plan.nodes:
                made = self.lists.splices(self._plan, self._prefix, key)
                self._splices.setdefault(unit, []).extend(made)
        arrivals, texts = self._arrivals(items)
        splices = list(self._splices.get(-1, ()))
        shown: list[str] = []
        first = min(self._fates.staying, default=0)
        if not self._plan.units:
            splices.append(self._into_body(b"".join(arrivals.get(-1, ()))))
            shown += texts.get(-1, [])
        for number, unit in enumerate(self._plan.units):
            if number == first and -1 in arrivals:
                splices.append(ByteSplice(unit.start, unit.start, b"".join(arrivals[-1])))
                shown += texts[-1]
            here, lines = self._in_place(number)
            splices += here
            shown += lines
            if number in arrivals:
                splices.append(ByteSplice(unit.end, unit.end, b"".join(arrivals[number])))
                shown += texts[number]
        data = spliced(self._plan.data, 0, len(self._plan.data), splices)
        return Patched(data, shown, self._fates.notes)

    def _edit(self, key: int) -> None:
        new = self._texts.get(key, "")
        twin = self._plan.twins.get(key, 0)
        for one in (key, twin):
            if one not in self._plan.nodes:
                continue
            node = self._plan.nodes[one]
            pieces = run_contents(node, self._preserve)
            if text_of(pieces) != new:
                found = changed_text(self._plan.data, node, pieces, new)
                self._splices.setdefault(self._plan.unit_of.get(key, -1), []).extend(found)

    def _arrivals(
        self, items: list[PlacedBlock]
    ) -> tuple[dict[int, list[bytes]], dict[int, list[str]]]:
        # What comes behind each unit that stays (-1: before the first of them).
        arrivals: dict[int, list[bytes]] = {}
        texts: dict[int, list[str]] = {}
        anchor = -1
        for item in items:
            if item.unit in self._fates.staying:
                anchor = item.unit
            elif item.unit < 0:
                model = self._plan.nodes.get(item.model)
                listing = self.lists.of_new(self._plan, self._prefix, item.model, item.made)
                made = cloned(self._plan.data, model, self._prefix, item.text, listing)
                arrivals.setdefault(anchor, []).append(made)
                texts.setdefault(anchor, []).append(item.text)
            elif self._fates.of[item.unit] is Action.MOVE:
                arrivals.setdefault(anchor, []).append(self._moved(item.unit))
                texts.setdefault(anchor, []).extend(self._lines(item.unit))
        return arrivals, texts

    def _moved(self, number: int) -> bytes:
        unit = self._plan.units[number]
        section = self._facts[number].section
        splices = list(self._splices.get(number, ()))
        if section is not None:
            splices.append(ByteSplice(section.start, section.end, b""))
        return spliced(self._plan.data, unit.start, unit.end, splices)

    def _in_place(self, number: int) -> tuple[list[ByteSplice], list[str]]:
        unit = self._plan.units[number]
        fate = self._fates.of.get(number, Action.STAY)
        if fate is Action.STAY:
            return self._splices.get(number, []), self._lines(number)
        facts = self._facts[number]
        data = self._plan.data
        left = section_shell(data, facts.section, self._prefix)
        if not left and number in self._fates.shells:
            left = f"<{self._prefix}p/>".encode()
        lines = [""] if left else []
        if fate is Action.DROP:
            left = b"".join([data[m.start : m.end] for m in facts.marks]) + left
        return [ByteSplice(unit.start, unit.end, left)], lines

    def _lines(self, number: int) -> list[str]:
        keys = self._plan.units[number].keys
        return [self._texts.get(key, "") for key in keys if key in self._shown]

    def _into_body(self, inner: bytes) -> ByteSplice:
        # A body without a single paragraph.
        tag = start_tag(self._plan.data, self._plan.body)
        end = self._plan.body + len(tag)
        if tag.endswith(b"/>"):
            opened = tag[:-2].rstrip() + b">" + inner + f"</{self._prefix}body>".encode()
            return ByteSplice(self._plan.body, end, opened)
        return ByteSplice(end, end, inner)
