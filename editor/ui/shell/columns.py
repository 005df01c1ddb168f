"""How wide tree, page and panels are: they grow with the interface type, and all fit the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QSplitter, QWidget

from editor.ui.look.first_size import USUAL

# px at the usual type, and the share of the screen that they never exceed
_LEAST: Final = ((200, 0.26), (360, 0.40), (280, 0.32))
_FIRST: Final = (288, 340)  # px at the usual type: tree and panels
_SHARE: Final = 0.32  # of the window that one of them takes at first, at most
_LEAST_HEIGHT: Final = 240  # px; what is in a column scrolls rather than making the window taller


class Columns:
    """The three columns of a splitter at a size of type."""

    def __init__(self, splitter: QSplitter, parts: Sequence[QWidget], size: int) -> None:
        """``parts``: tree, page and panels; ``size``: px of the interface type."""
        self._splitter, self._parts, self._size = splitter, tuple(parts), size
        self._put_least()

    def put_first(self, width: int) -> None:
        """The widths where none are remembered, of a window ``width`` px wide."""
        most = round(width * _SHARE)
        left, right = (min(px * self._size // USUAL, most) for px in _FIRST)
        self._splitter.setSizes([left, width - left - right, right])

    def take_type(self, size: int) -> None:
        """Another size of type in px: tree and panels are wider or narrower by as much."""
        if size == self._size:
            return
        by, self._size = size / self._size, size
        left, centre, right = self._splitter.sizes()
        self._put_least()
        wished = (round(left * by), round(right * by))
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
