"""Structural commands on the open text: each one undo step, checked before it is done.

Between the panel (what is chosen) and the controller (what is changed). It also says, while
something is dragged, what a drop would do, by trying it on the frozen text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from editor.garbage import collection_paused
from editor.manuscript.edits import Edit, Replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.apply_command import apply_command
from editor.manuscript.structure.behind_heading import end_of_heading
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.section_extent import Refused
from editor.manuscript.structure.structure_commands import (
    CollectText,
    MoveSections,
    RenameSection,
    StructureCommand,
)
from editor.ui.document.controller import DocumentController
from editor.ui.document.view_cursors import cursor_at
from editor.ui.look.section_numbers import NAMES
from editor.ui.tree.step_words import step_name

SHOWN = 12  # characters of a title in a message


class DropPreview(NamedTuple):
    """What a drop would do, or (``possible`` false) why it cannot be."""

    possible: bool
    words: str


class OutlineEditor(QObject):
    """Carries out commands on one controller."""

    said = Signal(str)
    moved = Signal()  # the order, the number or the level of nodes has changed
    done = Signal(tuple)  # the starts of the sections that were acted on, as they are now

    def __init__(self, controller: DocumentController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._tried: tuple[object, DropPreview, tuple[Edit, ...]] | None = None

    def text_id(self) -> str:
        """Which text the commands are on: words dragged out of another are not to be moved."""
        return self._controller.view.text_id()

    def read(self) -> tuple[Manuscript, Outline]:
        """The text and its outline as they are now."""
        manuscript = self._controller.manuscript()
        if self._controller.structure().manuscript is not manuscript:
            self._controller.show_structure()
        return manuscript, self._controller.structure().outline

    def apply(self, command: StructureCommand, *, about: Sequence[Section] = ()) -> bool:
        """Do a command on the text that was `read` just now; False (and said) if refused.

        ``about``: the sections that it is about; the first is in view afterwards.
        """
        # Until it is done nothing that it makes is garbage.
        with collection_paused(), self._controller.all_or_nothing():
            return self._apply(command, about)

    def _apply(self, command: StructureCommand, about: Sequence[Section]) -> bool:
        manuscript, outline = self.read()
        try:
            step = apply_command(manuscript, outline, command)
        except Refused as refused:
            self.said.emit(refused.why)
            return False
        view = self._controller.active_view
        ahead = view.cursorRect(view.textCursor()).top()
        dragged = isinstance(command, MoveSections)
        start, end = self._controller.selection()
        if dragged and about:  # the caret goes with what was dragged, wherever it had been
            start = end = end_of_heading(manuscript, about[0])
        chosen = step.select or step.selection(start, end)
        value = view.verticalScrollBar().value()
        with self._controller.step_names.called(step_name(command)):
            done = view.perform(step.edits, chosen)
        if not done:
            return False
        self._controller.show_structure()
        starts = tuple(step.carried(section.start) for section in about)
        if dragged:
            view.verticalScrollBar().setValue(value)
        else:
            self._keep_in_sight(ahead)
        self._bring_into_view(None if step.select else starts)
        self.done.emit(starts)
        if not isinstance(command, RenameSection | CollectText):
            self.moved.emit()
        return True

    def preview_drop(
        self, dragged: Sequence[Section], anchor: Section, where: DropPosition
    ) -> DropPreview:
        """What dropping sections there would do; the latest answer is kept."""
        manuscript = self._controller.manuscript()
        asked = (manuscript.revision, [s.start for s in dragged], anchor.start, anchor.kind, where)
        command = MoveSections(tuple(dragged), anchor, where)
        return self._preview(asked, command, drop_words(anchor, where))

    def preview_text_drop(self, anchor: Section) -> DropPreview:
        """What dropping the selected words on a section would do."""
        start, end = self._controller.selection()
        asked = (self._controller.manuscript().revision, start, end, anchor.start)
        words = f"放到{quoted_title(anchor)}的末尾"
        return self._preview(asked, CollectText(start, end, anchor), words)

    def preview(self, command: StructureCommand, words: str) -> DropPreview:
        """What a command would do, told in ``words``; or why it cannot be."""
        return self._preview((self._controller.manuscript().revision, command), command, words)

    def _preview(self, asked: object, command: StructureCommand, words: str) -> DropPreview:
        """What a command would do; whether the view lets it be done is asked each time."""
        if self._tried is None or self._tried[0] != asked:
            self._tried = (asked, *self._try(command, words))
        _, preview, edits = self._tried
        forbidden = preview.possible and self._controller.active_view.forbids(edits)
        return DropPreview(False, forbidden) if forbidden else preview

    def _try(self, command: StructureCommand, words: str) -> tuple[DropPreview, tuple[Edit, ...]]:
        manuscript, outline = self.read()
        try:
            edits = apply_command(manuscript, outline, command).edits
        except Refused as refused:
            return DropPreview(False, refused.why), ()
        inside = isinstance(command, MoveSections) and command.where is DropPosition.INSIDE
        lower = inside and any(isinstance(e, Replace) for e in edits)
        return DropPreview(True, words + ("，级别跟着变" if lower else "")), edits

    def _bring_into_view(self, starts: Sequence[Position] | None) -> None:
        """What the command was about comes into view; what it made and selected, if None."""
        view = self._controller.active_view
        if starts is None:
            view.bring_into_view(view.textCursor())
        elif starts:
            self._keep_heading_in_view(starts[0])

    def _keep_heading_in_view(self, start: Position) -> None:
        """A heading that cannot be seen comes to the top; the caret stays if it still is seen."""
        view = self._controller.active_view
        head, caret = cursor_at(view, start), view.textCursor()
        if view.sees(head):
            return
        view.bring_into_view(caret, head)
        path = self._controller.structure().outline.path(start)
        if path and not view.sees(caret):
            behind = end_of_heading(self._controller.manuscript(), path[-1])
            view.bring_into_view(cursor_at(view, behind), head)

    def _keep_in_sight(self, ahead: int) -> None:
        """Put the caret at the height of the window where it was."""
        view = self._controller.active_view
        bar = view.verticalScrollBar()
        if 0 <= ahead < view.viewport().height():
            bar.setValue(bar.value() + view.cursorRect(view.textCursor()).top() - ahead)


def quoted_title(section: Section) -> str:
    """A section as a message calls it."""
    title = section.called or NAMES.get(section.kind, "")
    return f"“{title[:SHOWN]}{'…' if len(title) > SHOWN else ''}”"


def drop_words(anchor: Section, where: DropPosition) -> str:
    """What a place is called while something is dragged there."""
    if where is DropPosition.INSIDE and anchor.kind is not SectionKind.POINT:
        return f"放进{quoted_title(anchor)}，排在末尾"
    return f"放到{quoted_title(anchor)}{'前面' if where is DropPosition.BEFORE else '后面'}"
