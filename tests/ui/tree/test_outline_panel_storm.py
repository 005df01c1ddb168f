"""Random commands in the window's own parts, with undo, redo and typing mixed in.

The page's document is the truth here: after each step it must read as the command said,
undone to the start it must be the start, and the tree must show the outline of the text.
"""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QAbstractItemModelTester

from editor.analysis.analyzer import SpeechAnalyzer
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import RuleSet
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.drop_rules import DropPosition
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
from editor.ui.document.controller import DocumentController
from editor.ui.document.tracked_document import read_document
from editor.ui.layout.style_cache import all_styles
from editor.ui.look.palette import LIGHT
from editor.ui.page.page_view import PageView
from editor.ui.tree.outline_model import OutlineModel
from editor.ui.tree.outline_panel import OutlinePanel
from editor.ui.tree.outline_view import OutlineView
from tests.manuscript.structure.storm_speeches import SPEECHES
from tests.manuscript.structure.test_structure_storm import ends_kept, solid

KEPT = (ShiftSections, MoveSections, ChangeLevel, MergeSections, SplitSection, CollectText)
LONGEST = 900  # characters, above which nothing more is doubled


class OutlinePanelStorm(RuleBasedStateMachine):
    """A controller, a page, a tree and its commands."""

    def __init__(self) -> None:
        super().__init__()
        self.warnings: list[str] = []
        self.before = qInstallMessageHandler(self.listen)
        self.controller = DocumentController(PageView(), SpeechAnalyzer(Checker(RuleSet(()))))
        self.view = OutlineView()
        self.panel = OutlinePanel(self.controller, self.view, LIGHT, 180)
        model = self.view.model()
        assert isinstance(model, OutlineModel)
        mode = QAbstractItemModelTester.FailureReportingMode.Warning
        self.model, self.tester = model, QAbstractItemModelTester(model, mode)

    def listen(self, kind: QtMsgType, _context: object, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and "propagate" not in text:
            self.warnings.append(text)

    @initialize(text=st.sampled_from(SPEECHES))
    def begin(self, text: Manuscript) -> None:
        self.controller.load(text)
        self.start = self.controller.manuscript().paragraphs

    def node(self, number: int) -> Section | None:
        nodes = list(self.panel.editor.read()[1].walk())
        return nodes[number % len(nodes)] if nodes else None

    def place(self, number: int) -> Position:
        lines = self.controller.manuscript().paragraphs
        line = number % len(lines)
        return Position(line, (number // 7) % (len(lines[line].text) + 1))

    def apply(self, order: StructureCommand) -> None:
        before, solid_before = self.controller.manuscript(), solid(self.controller.manuscript())
        done = self.panel.editor.apply(order, about=[])
        after = self.controller.manuscript()
        if not done:
            assert after.paragraphs == before.paragraphs
            return
        # at once, before anything is read: the tree, and how every paragraph is set
        fresh = outline_of(after)
        assert self.titles() == [s.title for s in fresh.walk() if s.title]
        assert self.controller.structure().outline == fresh
        assert self.controller.view.decorations.styles == all_styles(self.controller.structure())
        assert ends_kept(before, after), (order, before.text, after.text)
        if isinstance(order, KEPT):
            assert solid(after) == solid_before
        view = self.controller.view
        view.undo()
        assert self.controller.manuscript().paragraphs == before.paragraphs
        view.redo()
        assert self.controller.manuscript().paragraphs == after.paragraphs

    @rule(n=st.integers(0, 999), more=st.integers(0, 999), step=st.sampled_from([-1, 1]))
    def shift_or_level(self, n: int, more: int, step: int) -> None:
        some = tuple(s for s in (self.node(n), self.node(more) if more % 3 == 0 else None) if s)
        if some:
            self.apply(ShiftSections(some, step) if more % 2 else ChangeLevel(some, step))

    @rule(n=st.integers(0, 999), to=st.integers(0, 999), where=st.sampled_from(DropPosition))
    def put(self, n: int, to: int, where: DropPosition) -> None:
        one, anchor = self.node(n), self.node(to)
        if one and anchor:
            self.apply(MoveSections((one,), anchor, where))

    @rule(n=st.integers(0, 999), kind=st.integers(0, 4), where=st.sampled_from(DropPosition))
    def remake(self, n: int, kind: int, where: DropPosition) -> None:
        one = self.node(n)
        if one is None or (kind == 3 and len(self.controller.manuscript().text) > LONGEST):
            return
        self.apply(
            (
                MergeSections(one),
                InsertSection(one, where, "𠮷新设"),
                RenameSection(one, "𬭚改名"),
                DuplicateSection(one),
                DeleteSections((one,)),
            )[kind]
        )

    @rule(at=st.integers(0, 99_999))
    def split(self, at: int) -> None:
        self.apply(SplitSection(self.place(at)))

    @rule(n=st.integers(0, 999), at=st.integers(0, 99_999), to=st.integers(0, 99_999))
    def collect(self, n: int, at: int, to: int) -> None:
        start, end = sorted((self.place(at), self.place(to)))
        if one := self.node(n):
            self.controller.go_to(start, end)
            self.apply(CollectText(start, end, one))

    @rule(at=st.integers(0, 99_999), words=st.sampled_from(["字", "一、", "𠮷", "；二是", "\n"]))
    def type_words(self, at: int, words: str) -> None:
        self.controller.go_to(self.place(at))
        self.controller.insert(words)

    @rule(steps=st.integers(1, 4))
    def undo_and_redo(self, steps: int) -> None:
        document, after = self.controller.view.document(), self.controller.manuscript().paragraphs
        undone = 0
        while undone < steps and document.isUndoAvailable():
            self.controller.undo()
            undone += 1
        for _ in range(undone):
            self.controller.redo()
        assert self.controller.manuscript().paragraphs == after

    @rule()
    def undo(self) -> None:
        self.controller.undo()

    @invariant()
    def all_agrees(self) -> None:
        if not hasattr(self, "start"):
            return
        text = self.controller.manuscript().paragraphs
        tracked = self.controller.view.tracked
        assert text == read_document(tracked.document, tracked.table)
        keys = [p.key for p in text if p.key]
        assert len(keys) == len(set(keys))
        self.controller.refresh()
        _, outline = self.panel.editor.read()
        assert self.titles() == [s.title for s in outline.walk() if s.title]
        assert self.controller.view.decorations.styles == all_styles(self.controller.structure())
        assert self.warnings == []

    def titles(self) -> list[str]:
        nodes = self.model.walk()
        return [n.section.title for n in nodes if n.section and n.section.title]

    def teardown(self) -> None:
        if hasattr(self, "start"):
            while self.controller.view.document().isUndoAvailable():
                self.controller.undo()
            assert self.controller.manuscript().paragraphs == self.start
        self.controller.close()
        qInstallMessageHandler(self.before)


OutlinePanelStorm.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=40,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a long story shrinks for minutes
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def test_outline_panel_storm(application: object) -> None:
    OutlinePanelStorm.TestCase("runTest").runTest()
