"""Where a card goes beside a word: pure numbers in pixels of the window."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

GAP = 6  # pixels between a word and its card
LEAST = 96  # pixels of height that a card needs to be read


def card_place(size: QSize, word: QRect, bounds: QRect) -> QRect:
    """Below the word, else above it, never over it; lower than wished where there is no room."""
    width = min(size.width(), bounds.width())
    left = max(bounds.left(), min(word.left(), bounds.right() + 1 - width))
    below = bounds.bottom() - word.bottom() - GAP
    above = word.top() - bounds.top() - GAP
    if size.height() <= below or below >= above:
        return QRect(left, word.bottom() + 1 + GAP, width, min(size.height(), below))
    height = min(size.height(), above)
    return QRect(left, word.top() - GAP - height, width, height)


def leaves_room(word: QRect, bounds: QRect) -> bool:
    """Whether a card can be read above or below the word."""
    rooms = (bounds.bottom() - word.bottom(), word.top() - bounds.top())
    return max(rooms) >= LEAST + GAP
