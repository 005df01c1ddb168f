"""Paragraphs of the page as pictures: what a command only moves is not drawn again.

Letters are what painting costs (a paragraph 0.2 ms, its picture 0.01). A picture is made
when the hand rests, or at a paint, but no more than one then; a paragraph one writes in or
has selected words in has none. Opaque, so that letters are smoothed as on the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

MARGIN = 4  # px beside the measure
FEW = 500  # looks without a picture that are no burden
MOST = 3_000_000  # pixels that are kept (12 MB): three screens, on a fine screen one and a half
# Of one picture: a paragraph that is higher than a screen is not moved in one piece, and one of
# 300,000 characters would be a gigabyte.
LARGEST = MOST // 2


class PaintCache:
    """The pictures of one page in one setting (type, colours, screen)."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, QPixmap | None] = {}
        self._setting: tuple[object, ...] = ()

    @property
    def looks(self) -> Collection[Hashable]:
        """What is known of: those that have a picture, and those that can have none."""
        return self._kept.keys()

    @property
    def pixels(self) -> int:
        """How large all pictures are together."""
        return sum(one.width() * one.height() for one in self._kept.values() if one)

    def use(self, setting: tuple[object, ...]) -> None:
        """Look at it in another setting: all must be drawn again."""
        if setting != self._setting:
            self._setting = setting
            self._kept.clear()

    def known(self, look: Hashable) -> bool:
        """Whether there is a picture of a look, or it is known that there can be none."""
        return look in self._kept

    def show(self, painter: QPainter, look: Hashable, box: QRectF) -> bool:
        """Show the picture of a look where its paragraph stands; False where there is none."""
        made = self._kept.get(look)
        if made is not None and on_pixels(box):
            painter.drawPixmap(QPointF(floor(box.left()) - MARGIN, box.top()), made)
            return True
        return False

    def fits(self, box: QRectF, ratio: float) -> bool:
        """Whether a picture of that size is one of those that are kept."""
        return box.width() * box.height() * ratio * ratio <= LARGEST

    def make(self, look: Hashable, box: QRectF, ratio: float, ground: QColor, paint: Paint) -> None:
        """Draw the picture of a look; ``paint`` draws the paragraph at a place."""
        left = floor(box.left()) - MARGIN
        size = QSize(ceil(box.right()) + MARGIN - left, int(box.height()))
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(ground)
        painter = QPainter(made)
        paint(painter, QPointF(box.left() - left, 0))
        painter.end()
        self._kept[look] = made
        self._spare()

    def none(self, look: Hashable) -> None:
        """This look can have no picture."""
        if len(self._kept) > FEW:
            self._kept.clear()
        self._kept[look] = None

    def _spare(self) -> None:
        """Let the oldest go."""
        sizes = {look: one.width() * one.height() for look, one in self._kept.items() if one}
        over = sum(sizes.values()) - MOST
        for look, size in sizes.items():
            if over <= 0:
                return
            over -= size
            del self._kept[look]


Paint = Callable[[QPainter, QPointF], None]


def on_pixels(box: QRectF) -> bool:
    """Whether a picture can stand there without being blurred."""
    return box.top() == int(box.top()) and box.left() == int(box.left())
