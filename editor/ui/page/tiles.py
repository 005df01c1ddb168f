"""The colours of the page, and the dots and waves under words as small pictures.

Pictures, because Qt draws a dotted or waved line fifty times slower than a tiled picture.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from editor.ui.page.dress import Marked

TILE_HEIGHT = 4  # pixels
_TILE_WIDTH = 6


@dataclass(frozen=True, slots=True)
class PagePalette:
    """The colours of the page ('#rrggbb'); the theme gives others."""

    desk: str = "#f0efea"
    page: str = "#ffffff"
    edge: str = "#d9d6ce"
    ink: str = "#1e1e1c"
    dim: str = "#66635c"
    selection: str = "#bcd3ec"
    must: str = "#a8281c"
    blank: str = "#d98e00"
    blank_ground: str = "#fde8a8"
    look: str = "#2459b0"
    hit: str = "#d9ecc7"
    current_hit: str = "#f7b267"


class Tiles:
    """One period of each line, made once for a colour and a screen."""

    def __init__(self) -> None:
        self._made: dict[tuple[Marked, str, float], QPixmap] = {}

    def tile(self, kind: Marked, palette: PagePalette, ratio: float) -> QPixmap:
        """The picture for 必改 (a wave) or 请看 (dots); ``ratio`` is the screen's."""
        colour = palette.must if kind is Marked.MUST else palette.look
        key = (kind, colour, ratio)
        if key not in self._made:
            self._made[key] = _draw(kind, QColor(colour), ratio)
        return self._made[key]


def _draw(kind: Marked, colour: QColor, ratio: float) -> QPixmap:
    made = QPixmap(QSize(round(_TILE_WIDTH * ratio), round(TILE_HEIGHT * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind is Marked.MUST:
        wave = QPainterPath(QPointF(0, 2))
        wave.quadTo(1.5, -0.6, 3, 2)
        wave.quadTo(4.5, 4.6, 6, 2)
        painter.setPen(QPen(colour, 1.3))
        painter.drawPath(wave)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(1.5, 2), 1.2, 1.2)
        painter.drawEllipse(QPointF(4.5, 2), 1.2, 1.2)
    painter.end()
    return made
