"""Rows of the tree drawn once and shown often: every command paints all rows in sight again.

Separate from the delegate, which knows what a row looks like. A picture is opaque, so that
letters in it are smoothed as they are on the ground itself.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple, cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

ROOM = 160  # pictures kept, of some 30 kB each; a tree shows some dozens at a time
_Rect = tuple[int, int, int, int]  # Qt's stubs do not say what `getRect` gives


class DrawnRow(NamedTuple):
    """Where a row is: ``box`` is all of it, its own words begin ``indent`` px from the left.

    ``unfolded`` is None where nothing is under it.
    """

    box: QRect
    indent: int
    unfolded: bool | None
    chosen: bool


class RowCache:
    """The pictures of one tree, in one setting (colours, type, screen)."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, QPixmap] = {}
        self._setting: tuple[object, ...] = ()
        self._ratio = 0.0  # pixels a point; 0 where there can be no pictures
        self._ground = QColor()

    def __len__(self) -> int:
        """How many pictures are kept."""
        return len(self._kept)

    def use(self, ground: QBrush, ratio: float, setting: tuple[object, ...]) -> None:
        """Rows will be painted on a ground, in a setting; between pixels pictures would blur."""
        plain = ground.style() is Qt.BrushStyle.SolidPattern
        self._ratio = ratio if plain and ratio == int(ratio) else 0.0
        self._ground = ground.color()
        setting = (*setting, ratio, self._ground.rgba())
        if setting != self._setting or len(self._kept) > ROOM:
            self._kept.clear()
            self._setting = setting

    def draw(
        self,
        painter: QPainter,
        row: DrawnRow,
        look: tuple[Hashable, ...],
        paint: Callable[[QPainter, QRect], None],
    ) -> None:
        """Show a row of a ``look``, which ``paint`` draws where it has no picture yet."""
        box = row.box
        if not self._ratio:
            paint(painter, box)
            return
        left, top, width, height = cast("_Rect", box.getRect())
        look = (*look, *row[1:], width, height)
        made = self._kept.get(look)
        if made is None:
            made = self._kept[look] = _made(box.size(), self._ratio, self._ground)
            on = QPainter(made)
            paint(on, QRect(left, 0, width, height))
            on.end()
        painter.drawPixmap(left, top, made)


def _made(size: QSize, ratio: float, ground: QColor) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(ground)
    return made
