"""Words of rows laid out once and drawn often.

Separate from the delegate, which says where they stand and in which colour. A row whose words
have changed is drawn by these; the others have a picture (`row_cache`).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import cast

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTransform

from editor.ui.look.plain_words import static_text

ROOM = 1000  # words kept; a tree shows some dozens at a time


class TextLayouts:
    """One font; the painter that is given must have it set."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        # Room for ten minutes and more, so that the figures stand in a column.
        self.column = self.metrics.horizontalAdvance("00′00″")
        self._known: dict[str, tuple[QStaticText, int, int]] = {}
        self._short: dict[tuple[str, int], str] = {}

    def draw(self, painter: QPainter, box: QRect, words: str, *, right: bool = False) -> int:
        """Draw words in the middle of a box's height; their width."""
        if words not in self._known:
            if len(self._known) > ROOM:
                self._known.clear()
            made = static_text(words)
            made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            made.prepare(QTransform(), self.font)
            height = int(made.size().height())
            self._known[words] = (made, self.metrics.horizontalAdvance(words), height)
        made, width, height = self._known[words]
        left, top, room, tall = cast("tuple[int, int, int, int]", box.getRect())
        left += room - width if right else 0
        painter.drawStaticText(QPointF(left, top + (tall - height) // 2), made)
        return width

    def fitting(self, words: str, width: int) -> int:
        """How many characters there is room for."""
        if self.metrics.horizontalAdvance(words) <= width:
            return len(words)
        ahead = range(len(words))
        wide = bisect_right(ahead, width, key=lambda n: self.metrics.horizontalAdvance(words[:n]))
        return max(0, wide - 1)

    def shortened(self, words: str, width: int) -> str:
        """The words as far as there is room for them."""
        found = self._short.get((words, width))
        if found is None:
            if len(self._short) > ROOM:
                self._short.clear()
            found = self.metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            self._short[words, width] = found
        return found
