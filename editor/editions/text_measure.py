"""How wide text is: the question composing asks, and an answer that needs no fonts."""

from __future__ import annotations

import unicodedata
from typing import Protocol

from editor.editions.styles import Face

# Sample of a full-width ideograph: all of them share one advance in a Chinese face.
IDEOGRAPH = "国"


# PNG, JPEG, GIF, BMP
_DRAWN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM")


class Measure(Protocol):
    """The advance width of text set in a face at a size, in pt, without kerning.

    It belongs to what will draw the pages, and so it also knows which pictures can be drawn.
    """

    def width(self, text: str, face: Face, size: float, /) -> float:
        """Advance in pt."""
        ...

    def draws(self, picture: bytes, /) -> bool:
        """Whether a picture can be drawn."""
        ...


class FixedMeasure:
    """Full-width characters one em, others half an em, combining marks nothing."""

    def width(self, text: str, face: Face, size: float, /) -> float:
        """Advance in pt; the face does not matter."""
        del face
        return size * sum(map(_ems, text))

    def draws(self, picture: bytes, /) -> bool:
        """Whether it begins as a picture of a kind that is drawn everywhere."""
        return picture.startswith(_DRAWN)


class Advances(dict[str, float]):
    """Widths of single characters in one face and size, asked once each.

    Common ideographs all take the width of one sample, so that a long text asks little.
    """

    def __init__(self, measure: Measure, face: Face, size: float, tracking: float) -> None:
        super().__init__()
        self._measure = measure
        self._face = face
        self._size = size
        self._tracking = tracking
        self._ideograph = self._tracked(IDEOGRAPH)

    def __missing__(self, character: str) -> float:
        if "\u4e00" <= character <= "\u9fa5":
            width = self._ideograph
        elif _ems(character) == 0:
            width = 0.0
        else:
            width = self._tracked(character)
        self[character] = width
        return width

    def _tracked(self, character: str) -> float:
        """Tracking belongs to full-width characters: Latin words keep their shape."""
        width = self._measure.width(character, self._face, self._size)
        return width + self._tracking if width >= 0.9 * self._size else width


def _ems(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    wide = unicodedata.east_asian_width(character) in "WFA"
    return 1.0 if wide else 0.5
