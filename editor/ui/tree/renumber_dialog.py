"""Every number that would change, old and new; only the ticked ones are changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.manuscript.edits import Replace, from_last
from editor.manuscript.enumeration.renumber import Renumbering
from editor.manuscript.manuscript import Manuscript
from editor.ui.look.button_row import accept_or_leave
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel

_AHEAD: Final = 12  # characters shown before a number in a sentence
_BEHIND: Final = 18
_EDGE, _HEAD = 16, 150  # px from the right of the window, and below its top


class RenumberDialog(QDialog):
    """Announced counts ('三点意见') are among the lines, and can be left alone too.

    ``looked_at`` tells the number (a Span) whose line was chosen, to be shown on the page.
    """

    looked_at = Signal(object)

    def __init__(
        self, parent: QWidget, manuscript: Manuscript, changes: Sequence[Renumbering]
    ) -> None:
        super().__init__(parent)
        explain(self, "outline")
        self.setWindowTitle("重排序号")
        fit(self, 460, 480)
        self._stand_beside(parent.window())
        self._changes = changes
        self._list = QListWidget()
        self._list.setAccessibleName("要改的序号")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for change in changes:
            item = QListWidgetItem(_line(manuscript, change))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self._list.addItem(item)
        self._list.currentRowChanged.connect(self._look_at)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        words = f"有 {len(changes)} 处序号要改，去掉勾的不动；点一行，稿子转到那里："
        head = PlainLabel(words)
        head.setWordWrap(True)
        column.addWidget(head)
        column.addWidget(self._list, 1)
        column.addWidget(accept_or_leave(self, "改正勾选的"))

    def _stand_beside(self, window: QWidget) -> None:
        """At the right of the window, where the words of the page are not."""
        corner = QPoint(max(0, window.width() - self.width() - _EDGE), _HEAD)
        self.move(window.mapToGlobal(corner))

    def _look_at(self, row: int) -> None:
        self.looked_at.emit(self._changes[row].span)

    def edits(self) -> tuple[Replace, ...]:
        """The edits of the ticked lines."""
        ticked = [
            change
            for row, change in enumerate(self._changes)
            if self._list.item(row).checkState() is Qt.CheckState.Checked
        ]
        return from_last(change.edit for change in ticked)


def _line(manuscript: Manuscript, change: Renumbering) -> str:
    """Old and new, and the number among the words it stands in."""
    text = manuscript.paragraphs[change.span.paragraph].text
    start, end = change.span.start, change.span.end
    ahead = text[max(0, start - _AHEAD) : start].lstrip()
    cut = "…" if len(text[:start].lstrip()) > _AHEAD else ""
    behind = text[end : end + _BEHIND] + ("…" if len(text) > end + _BEHIND else "")
    return f"{change.old} → {change.new}　　{cut}{ahead}〔{change.old}〕{behind}"
