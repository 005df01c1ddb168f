"""The two texts painted: side by side in rows that stand level, or merged into one column.

One widget paints both columns, so they cannot drift apart when scrolled. Rows are laid out
when the width or the rows change; only those in view are painted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from editor.ui.document.utf16 import unit_of
from editor.ui.drafts.comparison_rows import ChangeMark, DisplayCell, DisplayRow
from editor.ui.look.palette import Colours

GUTTER: Final = 60  # px: number and sign before each column
EDGE: Final = 12  # px between a text and the rule beside it
ROW_GAP: Final = 6  # px above and below a text
PITCH: Final = 1.35  # line height in heights of the font


@dataclass
class _PlacedRow:
    """A row with its layouts and where it is painted."""

    shown: DisplayRow
    cells: list[tuple[DisplayCell, QTextLayout, int]]  # cell, layout, x
    top: float
    height: float


class ComparisonView(QAbstractScrollArea):
    """Shows rows; ``chosen`` tells the change that was clicked on."""

    chosen = Signal(int)

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self._colours = colours
        self._rows: Sequence[DisplayRow] = ()
        self._placed: list[_PlacedRow] = []
        self._merged = False
        self._current = -1
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("两份稿子的比较")

    def show_rows(self, rows: Sequence[DisplayRow], *, merged: bool) -> None:
        """Show these rows; the scroll place is kept as far as it can be."""
        place = self.verticalScrollBar().value()
        self._rows, self._merged = rows, merged
        self._lay_out()
        self.verticalScrollBar().setValue(place)

    def show_current(self, change: int, words: str) -> None:
        """Frame a change and bring it into view; ``words`` are for a screen reader."""
        self._current = change
        self.setAccessibleDescription(words)
        self._reveal()
        self.viewport().update()

    def extent(self, change: int) -> tuple[float, float] | None:
        """From where to where a change reaches, in px from the top of all rows."""
        rows = (p for p in self._placed if change in p.shown.changes)
        row = next(rows, None)
        return (row.top, row.top + row.height) if row else None

    def _reveal(self) -> None:
        extent = self.extent(self._current)
        if extent is not None:
            top, bottom = extent
            bar, room = self.verticalScrollBar(), self.viewport().height()
            if top < bar.value() or bottom > bar.value() + room:
                bar.setValue(round(top - room / 3))

    def put_colours(self, colours: Colours) -> None:
        """Other colours."""
        self._colours = colours
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Room for two columns."""
        return QSize(980, 560)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for the new width."""
        super().resizeEvent(event)
        self._lay_out()
        self._reveal()  # also when the window first gets its size

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a change makes it the current one."""
        at = event.position().y() + self.verticalScrollBar().value()
        row = next((p for p in self._placed if p.top <= at < p.top + p.height), None)
        if row and row.shown.changes:
            others = [c for c in row.shown.changes if c > self._current]
            again = self._current in row.shown.changes and others
            self.chosen.emit(others[0] if again else row.shown.changes[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view."""
        del event
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._colours.card))
        shift, room = self.verticalScrollBar().value(), self.viewport().height()
        if not self._merged:
            middle = self.viewport().width() // 2
            painter.setPen(QColor(self._colours.line))
            painter.drawLine(middle, 0, middle, room)
        painter.translate(0, -shift)
        for row in self._placed:
            if row.top + row.height >= shift and row.top <= shift + room:
                self._paint(painter, row)
        painter.end()

    def _columns(self) -> tuple[int, int]:
        """How many columns there are and the width of the text in one."""
        count = 1 if self._merged else 2
        return count, max(80, self.viewport().width() // count - GUTTER - EDGE)

    def _lay_out(self) -> None:
        count, width = self._columns()
        second = self.viewport().width() // 2 + GUTTER
        top = 4.0
        self._placed = []
        for row in self._rows:
            cells = [row.left, row.right]
            if count == 1:
                cells = [row.both or row.right or row.left]
            placed = [
                (cell, self._laid(cell, width), GUTTER if n == 0 else second)
                for n, cell in enumerate(cells)
                if cell
            ]
            pitch = self.fontMetrics().height() * PITCH
            tallest = max((layout.lineCount() for _, layout, _ in placed), default=1)
            height = pitch * (tallest + bool(row.note)) + 2 * ROW_GAP
            self._placed.append(_PlacedRow(row, placed, top, height))
            top += height
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(top) + 8 - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self.fontMetrics().height() * 3)
        self.viewport().update()

    def _laid(self, cell: DisplayCell, width: int) -> QTextLayout:
        layout = QTextLayout(cell.text.replace("\t", " "), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._format(cell.text, mark) for mark in cell.marks])
        pitch, y = self.fontMetrics().height() * PITCH, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (pitch - line.height()) / 2))
            y += pitch
        layout.endLayout()
        return layout

    def _format(self, text: str, mark: ChangeMark) -> QTextLayout.FormatRange:
        c = self._colours
        style = QTextCharFormat()
        colour = QColor({"out": c.must, "in": c.good, "moved": c.look}[mark.kind])
        style.setForeground(colour)
        ground = QColor(colour)
        ground.setAlpha(34)
        if mark.kind == "out":
            style.setFontStrikeOut(True)
        if mark.kind == "in":
            style.setFontUnderline(True)
        if mark.kind != "moved":
            style.setBackground(ground)
        found = QTextLayout.FormatRange()
        found.start = unit_of(text, mark.start)
        found.length = unit_of(text, mark.end) - found.start
        found.format = style
        return found

    def _paint(self, painter: QPainter, row: _PlacedRow) -> None:
        c, shown = self._colours, row.shown
        area = QRectF(0, row.top, self.viewport().width(), row.height)
        if shown.folded:
            painter.fillRect(area, QColor(c.panel))
            painter.setPen(QColor(c.dim))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"…… {shown.folded} 段没有改动 ……")
            return
        if self._current in shown.changes:
            painter.fillRect(area, QColor(c.accent_soft))
            painter.fillRect(QRectF(0, row.top, 4, row.height), QColor(c.accent))
        for cell, layout, x in row.cells:
            painter.setPen(QColor(c.ink))
            layout.draw(painter, QPointF(x, row.top + ROW_GAP))
            self._paint_gutter(painter, row, cell, x)
        if shown.note and row.cells:
            painter.setPen(QColor(c.look))
            x = row.cells[0][2]
            foot = QRectF(x, row.top, self._columns()[1], row.height - ROW_GAP)
            painter.drawText(foot, Qt.AlignmentFlag.AlignBottom, shown.note)

    def _paint_gutter(self, painter: QPainter, row: _PlacedRow, cell: DisplayCell, x: int) -> None:
        c = self._colours
        height = self.fontMetrics().height() * PITCH
        box = QRectF(x - GUTTER, row.top + ROW_GAP, GUTTER - 10, height)
        painter.setPen(QColor(c.dim))
        painter.drawText(box, _RIGHT, cell.count)
        if row.shown.glyph:
            colour = {"增": c.good, "删": c.must, "移": c.look}.get(row.shown.glyph, c.accent)
            painter.setPen(QColor(colour))
            before = painter.font()
            bold = QFont(before)
            bold.setBold(True)
            painter.setFont(bold)
            painter.drawText(box.adjusted(10, 0, 0, 0), _LEFT, row.shown.glyph)
            painter.setFont(before)


_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
