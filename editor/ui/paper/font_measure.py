"""Widths of text in the fonts of this machine, independent of any screen; which pictures draw."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from editor.editions.styles import Face
from editor.ui.look.fonts import Typecase
from editor.ui.paper.pictures import can_be_drawn

_EM = 1000  # pixels; unhinted at this size a width is the font's own to a thousandth


class FontMeasure:
    """The `Measure` that composing uses for what will be painted with a typecase."""

    def __init__(self, typecase: Typecase | None = None) -> None:
        self._typecase = typecase or Typecase()
        self._metrics: dict[Face, QFontMetricsF] = {}

    def width(self, text: str, face: Face, size: float, /) -> float:
        """Advance in pt."""
        if face not in self._metrics:
            self._metrics[face] = QFontMetricsF(self._typecase.font_of(face, _EM))
        return self._metrics[face].horizontalAdvance(text) * size / _EM

    def draws(self, picture: bytes, /) -> bool:
        """Whether a picture can be drawn here: asked of the picture, not of its name."""
        return can_be_drawn(picture)
