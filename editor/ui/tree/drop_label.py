"""The words beside the mouse while something is dragged over the tree."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget


class DropLabel(QLabel):
    """Says what a drop will do; hidden when nothing is dragged."""

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
