"""The dots and waves under words as small pictures.

Pictures, because Qt draws a dotted or waved line fifty times slower than a tiled picture.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from editor.ui.layout.paragraph_style import UnderlineKind
from editor.ui.look.page_palette import PagePalette

TILE_HEIGHT = 4  # pixels
_TILE_WIDTH = 6


class UnderlineTiles:
    """One period of each line, made once for a colour and a screen."""

    def __init__(self) -> None:
        self._made: dict[tuple[UnderlineKind, str, float], QPixmap] = {}

    def tile(self, kind: UnderlineKind, palette: PagePalette, ratio: float) -> QPixmap:
        """The picture for 必改 (a wave) or 请看 (dots); ``ratio`` is the screen's."""
        colour = palette.must if kind is UnderlineKind.MUST else palette.look
        key = (kind, colour, ratio)
        if key not in self._made:
            self._made[key] = _draw(kind, QColor(colour), ratio)
        return self._made[key]


def _draw(kind: UnderlineKind, colour: QColor, ratio: float) -> QPixmap:
    made = QPixmap(QSize(round(_TILE_WIDTH * ratio), round(TILE_HEIGHT * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind is UnderlineKind.MUST:
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
