"""A list of texts, the words of the chosen one beside it, a note and buttons under both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.button_row import ButtonRow
from editor.ui.look.row_size import row_size


def set_columns(rows: QTreeWidget, heads: Sequence[str], wide: int, fixed: Sequence[int]) -> None:
    """The columns: one takes the room that is left, the others fit; the fixed are set elsewhere."""
    rows.setHeaderLabels(list(heads))
    rows.setUniformRowHeights(True)
    rows.setAllColumnsShowFocus(True)
    head = rows.header()
    head.setStretchLastSection(False)
    for column in range(len(heads)):
        if column not in fixed:
            fits, takes = QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, takes if column == wide else fits)


def format_row(row: QTreeWidgetItem, figure: int) -> None:
    """The height of a row, and its column of figures to the right."""
    row.setSizeHint(0, row_size())
    row.setTextAlignment(figure, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def lay_out_list(
    page: QWidget,
    beside: tuple[QTreeWidget, QPlainTextEdit],
    sizes: tuple[int, int],
    note: QLabel,
    foot: ButtonRow,
) -> None:
    """List and text side by side, ``sizes`` px wide at first; the text is only to be read."""
    beside[1].setReadOnly(True)
    note.setProperty("role", "dim")
    note.setWordWrap(True)
    split = QSplitter(Qt.Orientation.Horizontal)
    for part in beside:
        split.addWidget(part)
    split.setSizes(list(sizes))
    column = QVBoxLayout(page)
    column.setContentsMargins(12, 12, 12, 8)
    column.setSpacing(8)
    column.addWidget(split, 1)
    column.addWidget(note)
    column.addWidget(foot)
