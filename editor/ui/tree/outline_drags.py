"""What is dragged over the tree, where it would go and what that would do.

Beside the view, which has the mouse: made with the panel, as the first paint does without.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTreeView, QWidget

from editor.manuscript.outline.sections import Section
from editor.manuscript.structure.drop_rules import DropPosition
from editor.ui.page.clipboard import text_of
from editor.ui.tree.drop_targets import NO_ROW, RowPart, target_under_mouse
from editor.ui.tree.outline_editor import DropPreview, OutlineEditor
from editor.ui.tree.outline_model import MIME, OutlineModel

_Indicator = QAbstractItemView.DropIndicatorPosition
_PARTS = {_Indicator.AboveItem: RowPart.ABOVE, _Indicator.BelowItem: RowPart.BELOW}


class DropPlan(NamedTuple):
    """``sections`` to move (none: words of the page), to where, and what that would do."""

    sections: tuple[Section, ...]
    target: tuple[Section, DropPosition] | None
    preview: DropPreview


class OutlineDrags:
    """Reads the drags over one tree."""

    def __init__(self, view: QTreeView, model: OutlineModel, editor: OutlineEditor) -> None:
        self._view, self._model, self._editor = view, model, editor
        self._label = DropLabel(view.viewport())

    def welcome(self, event: QDropEvent) -> bool:
        """Whether it is ours: sections of this text, or words of its page."""
        mime = event.mimeData()
        if mime.hasFormat(MIME):
            return self._is_of_this_tree(event)
        return text_of(mime) == self._editor.text_id()

    def plan(self, event: QDropEvent) -> DropPlan:
        """What letting go here would do."""
        sections = self._dragged(event)
        target = self._target(event, sections)
        if target is None:
            return DropPlan(sections, None, DropPreview(False, NO_ROW))
        if sections:
            return DropPlan(sections, target, self._editor.preview_drop(sections, *target))
        return DropPlan(sections, target, self._editor.preview_text_drop(target[0]))

    def show_preview(self, event: QDropEvent, preview: DropPreview) -> None:
        """Say beside the mouse what a drop would do."""
        self._label.tell(preview.words, event.position().toPoint(), possible=preview.possible)

    def hide_preview(self) -> None:
        """Nothing is dragged here any more."""
        self._label.hide()

    def _target(
        self, event: QDropEvent, dragged: tuple[Section, ...]
    ) -> tuple[Section, DropPosition] | None:
        index = self._view.indexAt(event.position().toPoint())
        row = self._model.node(index)
        if row.section is None:
            return None
        part = _PARTS.get(self._view.dropIndicatorPosition(), RowPart.ON)
        if part is RowPart.BELOW and self._view.isExpanded(index) and row.children:
            part = RowPart.BELOW_OPEN
        return target_under_mouse(dragged[0] if dragged else row.section, row.section, part)

    def _is_of_this_tree(self, event: QDropEvent) -> bool:
        """Rows are places of one text: those of another speech's tree say nothing here."""
        source = cast("QObject | None", event.source())
        return source is None or source in (self._view, self._view.viewport())

    def _dragged(self, event: QDropEvent) -> tuple[Section, ...]:
        if not self._is_of_this_tree(event):
            return ()
        rows = set(bytes(event.mimeData().data(MIME).data()).decode().split(";"))
        found = [node.section for node in self._model.walk() if node.section]
        return tuple(
            s for s in found if f"{s.start.paragraph},{s.start.offset},{s.kind.value}" in rows
        )


class DropLabel(QLabel):
    """The words beside the mouse: what a drop will do; hidden when nothing is dragged."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
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
