"""Random structural commands in random order: nothing lost, nothing doubled, all undone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import takewhile

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.structure.apply_command import apply_command
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.section_extent import Refused
from editor.manuscript.structure.speech_ends import is_empty
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    CollectText,
    DeleteSections,
    DuplicateSection,
    InsertSection,
    MergeSections,
    MoveSections,
    RenameSection,
    ShiftSections,
    SplitSection,
    StructureCommand,
)
from tests.manuscript.marked import Look, letter_by_letter, marked_letters
from tests.manuscript.structure.storm_speeches import SPEECHES

# What numbers, and marks between points, are written with; the rest is conserved.
LOOSE = re.compile(
    "[一二三四五六七八九十第部分是要首先其次再者最后另方面点个条关键词句话0-9①-⑳"
    "、.．，,：:；;。（）() \u3000\n【小标题】]"
)
WHOLE = 700  # characters, above which nothing more is doubled


def solid(m: Manuscript) -> Counter[tuple[str, Look]]:
    """The letters that no command may touch, each with the marks that tell where it is from."""
    return Counter([one for one in marked_letters(m) if not LOOSE.match(one[0])])


def end_lines(m: Manuscript) -> list[Paragraph]:
    """The empty paragraphs behind the last words, from the last."""
    return [replace(p, marks=()) for p in takewhile(is_empty, reversed(m.paragraphs))]


def ends_kept(before: Manuscript, after: Manuscript) -> bool:
    """Whether the text ends as it did; one without words has no end."""
    return all(map(is_empty, after.paragraphs)) or end_lines(after) == end_lines(before)


def words(letters: Counter[tuple[str, Look]]) -> Counter[str]:
    return Counter([letter for letter, _ in letters.elements()])


class Storm(RuleBasedStateMachine):
    """One text; every rule is one command, undo and redo."""

    @initialize(text=st.sampled_from(SPEECHES))
    def begin(self, text: Manuscript) -> None:
        self.start = self.text = letter_by_letter(text)
        self.done: list[tuple[Manuscript, Manuscript]] = []
        self.undone: list[tuple[Manuscript, Manuscript]] = []

    def carry(self, order: StructureCommand) -> bool:
        try:
            step = apply_command(self.text, outline_of(self.text), order)
        except Refused as refused:
            assert "丢字" not in refused.why, (order, self.text.text)
            assert re.search("[\u4e00-\u9fff]", refused.why)
            return False
        after = apply_all(self.text, step.edits)
        assert after.paragraphs == step.after.paragraphs
        step.carried(self.text.end)
        assert ends_kept(self.text, after), (order, self.text.text, after.text)
        self.done.append((self.text, after))
        self.undone.clear()
        self.text = after
        return True

    def keeps(self, order: StructureCommand) -> None:
        before = solid(self.text)
        self.carry(order)
        assert solid(self.text) == before

    def node(self, data: st.DataObject) -> Section | None:
        nodes = list(outline_of(self.text).walk())
        return nodes[data.draw(st.integers(0, 999)) % len(nodes)] if nodes else None

    def place(self, data: st.DataObject) -> Position:
        line = data.draw(st.integers(0, len(self.text.paragraphs) - 1))
        return Position(line, data.draw(st.integers(0, len(self.text.paragraphs[line].text))))

    @rule(data=st.data(), step=st.sampled_from([-1, 1]), more=st.booleans())
    def shift(self, data: st.DataObject, step: int, more: bool) -> None:
        one, two = self.node(data), self.node(data) if more else None
        self.keeps(ShiftSections(tuple(s for s in (one, two) if s), step))

    @rule(data=st.data(), where=st.sampled_from(DropPosition), more=st.booleans())
    def put(self, data: st.DataObject, where: DropPosition, more: bool) -> None:
        one, two, anchor = self.node(data), self.node(data) if more else None, self.node(data)
        if anchor:
            self.keeps(MoveSections(tuple(s for s in (one, two) if s), anchor, where))

    @rule(data=st.data(), step=st.sampled_from([-1, 1]))
    def level(self, data: st.DataObject, step: int) -> None:
        one, two = self.node(data), self.node(data)
        self.keeps(ChangeLevel(tuple(s for s in (one, two) if s), step))

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        if node := self.node(data):
            self.keeps(MergeSections(node))

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        self.keeps(SplitSection(self.place(data)))

    @rule(data=st.data())
    def collect(self, data: st.DataObject) -> None:
        start, end = sorted((self.place(data), self.place(data)))
        if node := self.node(data):
            self.keeps(CollectText(start, end, node))

    @rule(data=st.data(), where=st.sampled_from(DropPosition))
    def insert(self, data: st.DataObject, where: DropPosition) -> None:
        before = solid(self.text)
        if (node := self.node(data)) and self.carry(InsertSection(node, where, "𠮷新设")):
            assert words(solid(self.text) - before) == Counter("𠮷新设")
            assert not before - solid(self.text)

    @rule(data=st.data())
    def rename(self, data: st.DataObject) -> None:
        before = solid(self.text)
        if (node := self.node(data)) and self.carry(RenameSection(node, "𬭚改名")):
            gone, now = Counter(LOOSE.sub("", node.title)), solid(self.text)
            assert words(now) + gone == words(before) + Counter("𬭚改名")
            assert not words(before - now) - gone

    @precondition(lambda self: len(self.text.text) < WHOLE)
    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        before = solid(self.text)
        if (node := self.node(data)) and self.carry(DuplicateSection(node)):
            assert not before - solid(self.text)

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        before = solid(self.text)
        if (node := self.node(data)) and self.carry(DeleteSections((node,))):
            assert not solid(self.text) - before
            self.undo()

    @rule()
    def undo(self) -> None:
        if self.done:
            before, after = self.done.pop()
            self.undone.append((before, after))
            self.text = before

    @rule()
    def redo(self) -> None:
        if self.undone:
            before, after = self.undone.pop()
            self.done.append((before, after))
            self.text = after

    @invariant()
    def keys_are_unique_and_tables_stand(self) -> None:
        if not hasattr(self, "text"):
            return
        keys = [p.key for p in self.text.paragraphs if p.key]
        assert len(keys) == len(set(keys))
        frames = [(p.key, p.frame) for p in self.text.paragraphs if p.frame]
        assert frames == [(p.key, p.frame) for p in self.start.paragraphs if p.frame]


Storm.TestCase.settings = settings(
    max_examples=30,
    stateful_step_count=35,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a long story shrinks for minutes
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)
TestStorm = Storm.TestCase
