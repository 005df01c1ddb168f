"""Parts below each other that scroll up and down."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


class ScrollColumn(QScrollArea):
    """A `column` of parts in the height that each asks for in the width there is.

    What room is left is below the last (`add`). The column itself has no alignment: Qt would
    cut it to the height its words have in a wider line, in the middle of a line of words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.begin()

    def begin(self) -> None:
        """An empty column, shown with its parts by `show_column`."""
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.column.addStretch(1)

    def show_column(self) -> QWidget | None:
        """Show the column that was begun; the one before, taken out of its place."""
        before = self.takeWidget()
        self.setWidget(self._body)
        self._body.setAutoFillBackground(False)  # the ground below shows
        return before

    def add(self, part: QWidget) -> None:
        """One more part, below the others."""
        self.column.insertWidget(self.column.count() - 1, part)
