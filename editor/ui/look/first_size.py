"""The first size of a window: as much as its type asks for, never more than the screen has."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

USUAL = 13  # px of interface type for which sizes are given
FRAME_WIDTH, FRAME_HEIGHT = 16, 48  # px a title bar and borders may take


def fit(window: QWidget, width: int, height: int) -> None:
    """Give a window this size in px, more with larger type, within what the screen leaves."""
    type_size = QApplication.font().pixelSize()
    by = max(1.0, type_size / USUAL) if type_size > 0 else 1.0
    room = window.screen().availableSize()
    window.resize(
        min(round(width * by), room.width() - FRAME_WIDTH),
        min(round(height * by), room.height() - FRAME_HEIGHT),
    )
