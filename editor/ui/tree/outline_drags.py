"""What is dragged over the tree, where it would go and what that would do.

Beside the view, which has the mouse: made with the panel, as the first paint does without.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple, Protocol, cast, runtime_checkable

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.section_copies import Place
from editor.ui.look.plain_words import PlainLabel
from editor.ui.page.clipboard import text_of
from editor.ui.tree.drop_targets import NO_ROW, RowPart, target_under_mouse
from editor.ui.tree.outline_editor import DropPreview, OutlineEditor
from editor.ui.tree.outline_model import MIME, OutlineModel
from editor.ui.tree.section_mime import Arriving
from editor.ui.tree.section_transfers import SectionTransfers

_Indicator = QAbstractItemView.DropIndicatorPosition
_PARTS = {_Indicator.AboveItem: RowPart.ABOVE, _Indicator.BelowItem: RowPart.BELOW}


class DropPlan(NamedTuple):
    """``sections`` to move (none: words of the page), to where, and what that would do.

    ``come``: sections of another speech, which are copied or (``moves``) moved here.
    """

    sections: tuple[Section, ...]
    target: Place | None
    preview: DropPreview
    come: Arriving | None = None
    moves: bool = False


class OutlineDrags:
    """Reads the drags over one tree."""

    def __init__(
        self,
        view: QTreeView,
        model: OutlineModel,
        editor: OutlineEditor,
        transfers: SectionTransfers,
    ) -> None:
        self._view, self._model = view, model
        self._editor, self._transfers = editor, transfers
        model.take_along = transfers.take_along
        self._label = DropLabel(view.viewport())

    def welcome(self, event: QDropEvent) -> bool:
        """Whether it is for us: sections of this text or of another, or words of its page."""
        mime = event.mimeData()
        return mime.hasFormat(MIME) or text_of(mime) == self._editor.text_id()

    def plan(self, event: QDropEvent) -> DropPlan:
        """What letting go here would do."""
        if event.mimeData().hasFormat(MIME) and not self._is_of_this_tree(event):
            return self._arrival(event)
        sections = self.rows(event.mimeData())
        target = self._target(event, sections[0] if sections else None)
        if target is None:
            return DropPlan(sections, None, DropPreview(False, NO_ROW))
        if sections:
            return DropPlan(sections, target, self._editor.preview_drop(sections, *target))
        return DropPlan(sections, target, self._editor.preview_text_drop(target[0]))

    def plan_at_end(self, event: QDropEvent) -> DropPlan | None:
        """What letting go on the tab of this speech would do; None: nothing of ours, or its own."""
        if not event.mimeData().hasFormat(MIME) or self._is_of_this_tree(event):
            return None
        come, moves = self._transfers.arriving(event.mimeData()), is_moved(event)
        place = self._transfers.at_end(come)
        return DropPlan((), place, self._transfers.preview(come, place, moves=moves), come, moves)

    def take(self, plan: DropPlan, event: QDropEvent) -> None:
        """Sections of another speech were let go here, or on the tab."""
        event.setDropAction(Qt.DropAction.IgnoreAction)  # their tree is told by us, if they moved
        event.accept()
        if plan.come is None or not plan.preview.possible:
            self._editor.said.emit(plan.preview.words)
            return
        source = cast("object", event.source())
        if isinstance(source, RowSource):
            source.have_arrived()
        leave = partial(leave_with, event) if plan.moves else None
        self._transfers.take(plan.come, plan.target, leave)

    def leave(self, mime: QMimeData) -> bool:
        """Rows of this tree have come to another speech, and go from here."""
        return self._transfers.leave(self.rows(mime))

    def show_preview(self, event: QDropEvent, preview: DropPreview) -> None:
        """Say beside the mouse what a drop would do."""
        self._label.tell(preview.words, event.position().toPoint(), possible=preview.possible)

    def hide_preview(self) -> None:
        """Nothing is dragged here any more."""
        self._label.hide()

    def _arrival(self, event: QDropEvent) -> DropPlan:
        come, moves = self._transfers.arriving(event.mimeData()), is_moved(event)
        if not self._model.nodes():  # a speech that has no sections yet
            place, nowhere = self._transfers.at_end(come), False
        else:
            place = self._target(event, _first(come))
            nowhere = place is None and not come.why
        preview = (
            DropPreview(False, NO_ROW)
            if nowhere
            else self._transfers.preview(come, place, moves=moves)
        )
        return DropPlan((), place, preview, come, moves)

    def _target(self, event: QDropEvent, dragged: Section | None) -> Place | None:
        index = self._view.indexAt(event.position().toPoint())
        row = self._model.node(index)
        if row.section is None:
            return None
        part = _PARTS.get(self._view.dropIndicatorPosition(), RowPart.ON)
        if part is RowPart.BELOW and self._view.isExpanded(index) and row.children:
            part = RowPart.BELOW_OPEN
        return target_under_mouse(dragged or row.section, row.section, part)

    def _is_of_this_tree(self, event: QDropEvent) -> bool:
        """Rows are places of one text: those of another speech's tree are others here."""
        source = cast("QObject | None", event.source())
        return source is None or source in (self._view, self._view.viewport())

    def rows(self, mime: QMimeData) -> tuple[Section, ...]:
        """The sections of this tree that are dragged."""
        rows = set(bytes(mime.data(MIME).data()).decode().split(";"))
        found = [node.section for node in self._model.walk() if node.section]
        return tuple(
            s for s in found if f"{s.start.paragraph},{s.start.offset},{s.kind.value}" in rows
        )


@runtime_checkable
class RowSource(Protocol):
    """The tree that rows are dragged from."""

    def have_arrived(self) -> None:
        """They were let go where they can be."""
        ...

    def let_go(self, mime: QMimeData) -> bool:
        """Rows that another speech has now go from here; False where they stay."""
        ...


def is_moved(event: QDropEvent) -> bool:
    """Between two speeches sections are copied; with Shift they move."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def leave_with(event: QDropEvent) -> bool:
    """Take what is dragged out of the tree it comes from; False where it stays there."""
    source = cast("QObject | None", event.source())
    return isinstance(source, RowSource) and source.let_go(event.mimeData())


def _first(come: Arriving) -> Section | None:
    """A section as what comes first is: it stands in no order with those that are here."""
    if not come.copy.heads:
        return None
    head, top = come.copy.heads[0], Position(0, 0)
    return Section(head.kind, head.level, "", "", top, top, top)


class DropLabel(PlainLabel):
    """The words beside the mouse: what a drop will do; hidden when nothing is dragged."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(parent=over)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, words: str, at: QPoint, *, possible: bool) -> None:
        """Show words below a point of the tree, inside it; a refusal looks like one."""
        self.setText(("→ " if possible else "✕ ") + words)
        palette = self.palette()
        ground, ink = palette.toolTipBase().color().name(), palette.toolTipText().color().name()
        # A style sheet, as the tree's own would make the ground transparent.
        self.setStyleSheet(
            f"background: {ground}; color: {ink}; border: 1px solid {ink}; padding: 4px 8px"
        )
        parent = self.parentWidget()
        room = parent.rect() if parent else self.rect()
        self.setFixedWidth(
            min(room.width() - 16, self.fontMetrics().horizontalAdvance(self.text()) + 24)
        )
        self.adjustSize()
        y = at.y() + 20
        if y + self.height() > room.bottom():
            y = at.y() - self.height() - 12
        x = min(max(8, at.x() - 20), room.right() - self.width() - 8)
        self.move(x, max(0, y))
        self.show()
        self.raise_()
