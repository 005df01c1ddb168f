"""Rows of the tree drawn once and shown often: every command paints all rows in sight again.

Separate from the delegate, which knows what a row looks like. A picture is opaque, so that
letters in it are smoothed as they are on the ground itself.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

ROOM = 160  # pictures kept, of some 30 kB each; a tree shows some dozens at a time


class Row(NamedTuple):
    """Where a row is: ``box`` is all of it, its own words begin ``indent`` px from the left.

    ``unfolded`` is None where nothing is under it; ``ground`` is what it stands on.
    """

    box: QRect
    indent: int
    unfolded: bool | None
    chosen: bool
    ground: QBrush


class RowPictures:
    """The pictures of one tree, in one setting (colours, type, screen)."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, QPixmap] = {}
        self._setting: tuple[object, ...] = ()

    def draw(
        self,
        painter: QPainter,
        row: Row,
        look: tuple[Hashable, ...],
        setting: tuple[object, ...],
        paint: Callable[[QPainter, QRect], None],
    ) -> None:
        """Show a row of a ``look``, which ``paint`` draws where it has no picture yet."""
        box = row.box
        ratio = painter.device().devicePixelRatioF()
        if ratio != int(ratio) or row.ground.style() is not Qt.BrushStyle.SolidPattern:
            paint(painter, box)  # between pixels a picture would be blurred
            return
        ground = row.ground.color()
        setting = (*setting, ratio, ground.rgba())
        if setting != self._setting or len(self._kept) > ROOM:
            self._kept.clear()
            self._setting = setting
        size = box.size()
        look = (*look, row.indent, row.unfolded, row.chosen, size.width(), size.height())
        made = self._kept.get(look)
        if made is None:
            made = self._kept[look] = _made(size * ratio, ratio, ground)
            on = QPainter(made)
            paint(on, QRect(QPoint(box.left(), 0), size))
            on.end()
        painter.drawPixmap(box.topLeft(), made)


def _made(size: QSize, ratio: float, ground: QColor) -> QPixmap:
    made = QPixmap(size)
    made.setDevicePixelRatio(ratio)
    made.fill(ground)
    return made
