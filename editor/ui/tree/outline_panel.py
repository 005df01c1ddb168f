"""The left column: head line, tree, and the line that tells whether counts agree."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.analysis.values import Analysis, Structure
from editor.checks.report.structure_line import structure_line
from editor.checks.rules.rule import Rule
from editor.manuscript.comparison.provenance import KeptShare
from editor.manuscript.delivery.allotment import GivenMinutes
from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.heading_level import set_level
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    CollectText,
    MoveSections,
    ShiftSections,
    StructureCommand,
)
from editor.ui.document.controller import DocumentController
from editor.ui.look.palette import Colours
from editor.ui.look.plain_words import PlainLabel
from editor.ui.tree.expanded_rows import ExpandedRows
from editor.ui.tree.outline_delegate import OutlineDelegate
from editor.ui.tree.outline_editor import OutlineEditor
from editor.ui.tree.outline_keys import OutlineKeys
from editor.ui.tree.outline_model import OutlineModel
from editor.ui.tree.outline_view import OutlineView
from editor.ui.tree.row_badges import RowBadges
from editor.ui.tree.section_transfers import SectionTransfers

MOVABLE = (SectionKind.SECTION, SectionKind.POINT)
NOT_IN_A_SECTION = "光标不在有标题的节里。"


class OutlinePanel(QWidget):
    """Keeps the tree in step with the text; restructures it when asked."""

    said = Signal(str)
    moved = Signal()  # the order or the levels have changed by a command

    def __init__(
        self,
        controller: DocumentController,
        view: OutlineView,
        colours: Colours,
        pace: int,
        rules: Sequence[Rule] = (),
    ) -> None:
        """``rules``: the line below the tree tells their findings by their titles."""
        super().__init__()
        self._meant: tuple[Section, ...] = ()
        self._controller, self._view, self._rules = controller, view, rules
        self._model = OutlineModel()
        self.badges = RowBadges(self._model)
        self._model.extra_tip = self.badges.words
        self._delegate = OutlineDelegate(colours, pace, self.badges)
        self.editor = OutlineEditor(controller, self)
        self.transfers = SectionTransfers(self.editor)
        view.prepare(self._model, self._delegate, self.editor, self.transfers)
        self._expanded = ExpandedRows(view, self._model)
        self.keys = OutlineKeys(controller, view, self._model)
        self._pace = PlainLabel()
        self._footer = PlainLabel()
        self._footer.setWordWrap(True)
        self._lay_out()
        self.put_pace(pace)
        self._join()

    def _join(self) -> None:
        controller, view = self._controller, self._view
        view.chosen.connect(controller.go_to)
        view.dropped.connect(self.move_to)
        view.words_dropped.connect(self.collect)
        view.refused.connect(self.said)
        self.editor.said.connect(self.said)
        self.editor.moved.connect(self.moved)
        self.editor.done.connect(self._choose)
        controller.structure_changed.connect(self.show_structure)
        controller.analysis_changed.connect(self.show_analysis)
        controller.caret_moved.connect(self._follow)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show the outline of an analysis, and what was found in its numbers."""
        self._view.fault = analysis.outline_fault
        self.show_structure(analysis)
        told = structure_line(analysis.outline, analysis.findings, self._rules)
        self._footer.setText(analysis.outline_fault or told if analysis.manuscript.text else "")

    def show_structure(self, structure: Structure) -> None:
        """Show an outline."""
        self._model.show(structure)
        self.badges.forget_timings()
        self._expanded.restore()
        self._view.executeDelayedItemsLayout()  # else in the next paint, which comes twice then
        if self._delegate.whole != self._model.total():
            self._delegate.whole = self._model.total()
            self._view.viewport().update()  # all bars are of other lengths
        if len(self._view.selectedIndexes()) < 2:
            self._follow(self._controller.caret())

    def forget_expanded(self) -> None:
        """Another text comes: unfold its tree anew."""
        self._expanded.forget()

    def find_by(self, initials: Callable[[str], str]) -> None:
        """Letters typed in the tree find titles by these, of their pinyin, too."""
        self.keys.initials = initials

    def put_pace(self, pace: int) -> None:
        """Minutes by another speed, in 字 a minute."""
        self._delegate.pace = self._model.pace = pace
        self._pace.setText(f"{pace} 字/分")
        self._view.viewport().update()

    def show_beside(self, *, minutes: bool, blanks: bool) -> None:
        """Whether minutes and the number of open blanks stand behind a title."""
        self._delegate.minutes, self._delegate.blanks = minutes, blanks
        self._view.viewport().update()

    def put_given(self, given: GivenMinutes) -> None:
        """The time the speech has, and how it is dealt out."""
        self.badges.put_given(given)
        self._view.viewport().update()

    def put_kept(self, rows: Sequence[KeptShare]) -> None:
        """What of each section is still the template's; nothing takes the signs away."""
        self.badges.put_kept(rows)
        self._view.viewport().update()

    def put_colours(self, colours: Colours) -> None:
        """Other colours."""
        self._delegate.colours = colours
        self._view.viewport().update()

    def sections(self) -> tuple[Section, ...]:
        """What a command is about: the rows selected together, else the section of the caret."""
        if self._meant:
            return self._meant
        chosen = self._view.chosen_sections()
        if len(chosen) > 1 or (chosen and self._view.hasFocus()):
            return tuple(chosen)
        _, outline = self.editor.read()
        path = [s for s in outline.path(self._controller.caret()) if s.kind in MOVABLE]
        if not path:
            self.said.emit(NOT_IN_A_SECTION)
        if len(chosen) == 1 and chosen[0] in path:
            return tuple(chosen)  # the row that is lit: the caret may be in one folded under it
        return tuple(path[-1:])

    @contextmanager
    def about(self, sections: tuple[Section, ...]) -> Generator[None]:
        """Commands are about these while it lasts: those chosen in another list of headings."""
        self._meant = sections
        try:
            yield
        finally:
            self._meant = ()

    def apply_to_chosen(self, make: Callable[[tuple[Section, ...]], StructureCommand]) -> None:
        """Carry out what ``make`` makes of the sections that are meant."""
        sections = self.sections()
        if sections:
            self.editor.apply(make(sections), about=sections)

    def shift(self, step: int) -> None:
        """Move the sections past their neighbour: -1 up, 1 down."""
        self.apply_to_chosen(lambda sections: ShiftSections(sections, step))

    def change_level(self, step: int) -> None:
        """One level up (-1) or down (1)."""
        self.apply_to_chosen(lambda sections: ChangeLevel(sections, step))

    def move_to(self, sections: tuple[Section, ...], anchor: Section, where: DropPosition) -> None:
        """Move sections to another; one undo step."""
        self.editor.apply(MoveSections(sections, anchor, where), about=sections)

    def collect(self, section: Section) -> None:
        """Move the selected words to the end of a section."""
        self.editor.apply(CollectText(*self._controller.selection(), section))

    def set_level(self, level: int) -> None:
        """Make the paragraph at the caret a heading of a level; 0 body text."""
        self._controller.catch_up()
        analysis = self._controller.analysis()
        edits = set_level(
            analysis.manuscript, analysis.outline, self._controller.caret().paragraph, level
        )
        if edits:
            self._controller.apply(edits)
            self.moved.emit()

    def _choose(self, starts: tuple[Position, ...]) -> None:
        """What a command was about is selected after it, and in view: several rows or the one."""
        if len(starts) < 2:
            self._follow(self._controller.caret(), unfold=bool(starts))
            return
        self._view.scrollTo(self._model.at(starts[0]))
        model = self._view.selectionModel()
        model.clearSelection()
        for start in starts:
            index = self._model.at(start)
            if index.isValid():
                model.select(index, QItemSelectionModel.SelectionFlag.Select)

    def _follow(self, place: Position, *, unfold: bool = False) -> None:
        """Select the row of a place; ``unfold`` it is folded away in is opened."""
        if self._controller.manuscript() is not self._controller.structure().manuscript:
            return  # the tree is of another text; the next analysis will follow
        if self.keys.walking:
            return  # the page follows the tree
        found = self._model.at(place)
        index = found if unfold else self._expanded.shown(found)
        if index.isValid() and (unfold or index != self._view.currentIndex()):
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._view.selectionModel().setCurrentIndex(index, flag)
            self._view.scrollTo(index)  # unfolds what is above it

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 8)
        title = PlainLabel("提纲")
        title.setStyleSheet("font-weight: 600")
        self._pace.setProperty("role", "dim")
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._pace)
        self._footer.setProperty("role", "dim")
        self._footer.setContentsMargins(12, 8, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._view, 1)
        column.addWidget(self._footer)
