"""The controller: one open text in the window. Panels talk to this and to nothing else.

It joins the page (what is typed), the tracked document (what stands there) and the analysis
scheduler (what it means). Everything a panel does to the text is one undo step.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.analysis.values import Analysis, Analyzer, Structure
from editor.manuscript.edits import Edit
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.behind_heading import end_of_heading
from editor.ui.document.all_or_nothing import all_or_nothing
from editor.ui.document.analysis_scheduler import AnalysisScheduler
from editor.ui.document.insertion import Chosen, insertion
from editor.ui.document.text_view import TextView
from editor.ui.document.tracked_document import words_between
from editor.ui.document.view_cursors import cursor_at


class DocumentController(QObject):
    """One open text: what it is, what it means, and the one way to change it."""

    analysis_changed = Signal(object)  # Analysis
    structure_changed = Signal(object)  # Structure: after a command, before the analysis
    caret_moved = Signal(object)  # Position
    selection_changed = Signal()
    edited = Signal()
    walked = Signal()  # a step was taken back or done again
    refused = Signal(str)  # why an edit was not done, for the message bar
    told = Signal(str)  # what an edit has done besides, for the message bar

    def __init__(self, view: TextView, analyzer: Analyzer) -> None:
        super().__init__(view if isinstance(view, QObject) else None)
        self.view = view
        self.active_view = view  # the view one works in: another one of the same text may take over
        self._tracked, self.step_names = view.tracked, view.step_names
        self.all_or_nothing = partial(all_or_nothing, self._tracked, self.step_names)
        self._scheduler = AnalysisScheduler(analyzer, self.manuscript, view.composing, self)
        self._scheduler.finished.connect(self._take_analysis)
        self._analysis = analyzer.analyze(self.manuscript())
        self._structure: Structure = self._analysis
        self._tracked.changed.connect(self._on_change)
        view.follow(self.caret_has_moved, self.selection_changed.emit, self.refused.emit)

    def load(self, manuscript: Manuscript) -> None:
        """Show another text, caret at its start; the undo stack is empty then."""
        self.view.load(manuscript)
        self._scheduler.read_now()
        self.caret_moved.emit(self.caret())

    def drop_beside(self) -> None:
        """What stood beside the text is not in the file that it is now."""
        if self.manuscript().beside:
            self._tracked.drop_beside()
            self._scheduler.read_now()

    def manuscript(self) -> Manuscript:
        """The text now; cheap, and the same object until the next change."""
        return self._tracked.manuscript()

    def analysis(self) -> Analysis:
        """The latest finished analysis; `.manuscript.revision` tells its age.

        Never older than `structure`: what was only begun is read to its end first.
        """
        if self._structure is not self._analysis:
            self.refresh()
        return self._analysis

    def structure(self) -> Structure:
        """Tree and blanks as they were last read; as old as the analysis, or newer."""
        return self._structure

    def show_structure(self) -> None:
        """After a command: tree and looks now, findings when the hand rests (as after typing)."""
        self._structure = structure = self._scheduler.structure()
        self.view.show_structure(structure)
        self.structure_changed.emit(structure)

    def refresh(self) -> None:
        """Read the text through, so that a command does not act on an old analysis."""
        self._scheduler.read_through()

    def catch_up(self) -> None:
        """Read the text only if its latest analysis is not of now: for what needs the words alone.

        `refresh` also sees what was set beside the text (a decision, a perspective).
        """
        if self._scheduler.waiting() or self._analysis.manuscript is not self.manuscript():
            self.refresh()

    def use(self, analyzer: Analyzer) -> None:
        """Read with another analyzer (rules or settings have changed)."""
        self._scheduler.use(analyzer)

    def close(self) -> None:
        """Stop reading; call before the window is torn down."""
        self._scheduler.stop()

    def caret(self) -> Position:
        """Where the caret is."""
        return self._tracked.place(self.active_view.textCursor().position())

    def selection(self) -> tuple[Position, Position]:
        """The selected stretch, start before end; equal where nothing is selected."""
        cursor = self.active_view.textCursor()
        place = self._tracked.place
        return place(cursor.selectionStart()), place(cursor.selectionEnd())

    def selected_text(self) -> str:
        """What is selected, paragraphs joined by line feeds."""
        return words_between(self._tracked, *self.selection())

    def apply(
        self, edits: Sequence[Edit], select: tuple[Position, Position] | None = None, name: str = ""
    ) -> bool:
        """Do the edits as ONE undo step (``name``: see `StepNames.called`), then select and read.

        ``select`` are places of the new text; without it the caret keeps its place in the words.
        Refused with a signal where a framed paragraph would be hurt. Raises ValueError for a
        bad place.
        """
        with self.all_or_nothing():
            with self.step_names.called(name):
                done = self.active_view.perform(edits, select)
            if done:
                self._scheduler.read_now()
        return done

    def insert(self, text: str, *, phrase: bool = False) -> None:
        """Put text at the caret in place of what the hand selected, and tell that; one undo step.

        What a command selected stays; where the text goes then, and a whole ``phrase``, says
        the module `insertion`.
        """
        chosen = Chosen(*self.selection(), self.active_view.selected_by_command())
        gone = len("".join(self.selected_text().split()))
        found = insertion(text, chosen, self._scheduler.structure(), phrase=phrase)
        if self.apply((found.edit,), (found.caret, found.caret)) and found.replaces:
            self.told.emit(f"已替换选中的 {gone} 字，按 Ctrl+Z 撤销。")

    def go_to(self, start: Position, end: Position | None = None) -> None:
        """Put the page's caret there (or select up to ``end``), where it is seen well; take focus.

        A start of a section comes to the top, and the caret behind the words of its heading;
        ``end`` equal to ``start`` keeps the caret exactly there.
        """
        self.show(start, end)
        self.view.setFocus()

    def show(self, start: Position, end: Position | None = None) -> None:
        """The same without the focus: the hand stays where it is, in an input beside the page."""
        section = self._section_at(start) if end is None else None
        self.activate(self.view)
        if section is not None:
            behind = end_of_heading(self.manuscript(), section)
            self.view.bring_into_view(self.cursor_at(behind), self.cursor_at(start))
            return
        cursor = self.cursor_at(start)
        if end is not None:
            cursor.setPosition(self._tracked.flat(end), QTextCursor.MoveMode.KeepAnchor)
        self.view.bring_into_view(cursor)

    def cursor_at(self, place: Position) -> QTextCursor:
        """A cursor at a place of the page; the page's own stays where it is."""
        return cursor_at(self.view, place)

    def _section_at(self, place: Position) -> Section | None:
        """The innermost node that begins there, as far as the text was read."""
        path = self._structure.outline.path(place)
        return path[-1] if path and path[-1].start == place else None

    def document(self) -> QTextDocument:
        """Qt's document of the text: whether it is modified, what it counts."""
        return self.view.document()

    def focus(self) -> None:
        """The keys go to the page."""
        self.view.setFocus()

    def can_undo(self) -> bool:
        """Whether there is a step to take back, wherever one works."""
        return self.view.document().isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return self.view.document().isRedoAvailable()

    def undo(self) -> None:
        """Take the last step back."""
        self.active_view.undo()
        self.walked.emit()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self.active_view.redo()
        self.walked.emit()

    def activate(self, view: TextView | None = None) -> None:
        """Work in this view (the page, unless said) from now on: its caret is the caret."""
        view = view or self.view
        if view is not self.active_view:
            self.active_view = view
            self.caret_has_moved()

    def _on_change(self, _change: object) -> None:
        self._scheduler.mark_dirty()
        self.edited.emit()

    def caret_has_moved(self) -> None:
        """Tell where the caret is; called by the views."""
        if not self.view.composing():
            self.caret_moved.emit(self.caret())

    def _take_analysis(self, analysis: Analysis) -> None:
        self._analysis = self._structure = analysis
        self.view.show_analysis(analysis)
        self.analysis_changed.emit(analysis)
