"""How wide tree, page and panels are: they grow with the interface type, and all fit the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from editor.ui.look.first_size import USUAL

# px at the usual type, and the share of the screen that they never exceed
_LEAST: Final = ((200, 0.20), (360, 0.30), (280, 0.25))
_FIRST: Final = (288, 340)  # px at the usual type: tree and panels
_SHARES: Final = (0.26, 0.32)  # of the window that they take at first, at most
_LEAST_HEIGHT: Final = 240  # px; what is in a column scrolls rather than making the window taller


class ColumnSplitter(QSplitter):
    """A splitter that says when it has another size."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt shares the room out first."""
        super().resizeEvent(event)
        self.resized.emit()


class Columns:
    """The three columns of a splitter at a size of type."""

    def __init__(self, splitter: QSplitter, parts: Sequence[QWidget], size: int) -> None:
        """``parts``: tree, page and panels; ``size``: px of the interface type."""
        self._splitter, self._parts, self._size = splitter, tuple(parts), size
        self._wished = (0, 0)  # tree and panels; a window that grows again gives them back
        self._put_least()
        splitter.splitterMoved.connect(self.note)
        if isinstance(splitter, ColumnSplitter):
            splitter.resized.connect(self._give_back)

    def note(self) -> None:
        """The widths of now are those that the writer wants."""
        now = self._splitter.sizes()
        shown = [now[0] or self._wished[0], now[2] or self._wished[1]]
        self._wished = (shown[0], shown[1])

    def _give_back(self) -> None:
        """Tree and panels as wide as they were wanted, as far as the page has its least."""
        left, centre, right = self._splitter.sizes()
        if not (left and centre and right and all(self._wished)):
            return
        whole = left + centre + right
        squeezed = min(1.0, (whole - self._parts[1].minimumWidth()) / sum(self._wished))
        first, last = (round(px * squeezed) for px in self._wished)
        if (first, last) != (left, right):
            self._splitter.setSizes([first, whole - first - last, last])

    def put_first(self, width: int) -> None:
        """The widths where none are remembered, of a window ``width`` px wide."""
        left, right = (
            min(px * self._size // USUAL, round(width * share))
            for px, share in zip(_FIRST, _SHARES, strict=True)
        )
        self._wished = (left, right)
        self._splitter.setSizes([left, width - left - right, right])

    def take_type(self, size: int) -> None:
        """Another size of type in px: tree and panels are wider or narrower by as much."""
        if size == self._size:
            return
        by, self._size = size / self._size, size
        left, centre, right = self._splitter.sizes()
        self._put_least()
        before = self._wished if all(self._wished) else (left, right)
        wished = (round(before[0] * by), round(before[1] * by))
        self._wished = wished
        whole = left + centre + right
        room = whole - self._parts[1].minimumWidth()
        squeezed = min(1.0, room / max(1, sum(wished)))
        left, right = (round(px * squeezed) for px in wished)
        self._splitter.setSizes([left, whole - left - right, right])

    def _put_least(self) -> None:
        screen = self._splitter.screen().availableSize().width()
        for part, (px, share) in zip(self._parts, _LEAST, strict=True):
            part.setMinimumWidth(min(px * self._size // USUAL, round(screen * share)))
            part.setMinimumHeight(_LEAST_HEIGHT)
