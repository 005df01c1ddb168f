"""How high a row of a list is: as its type asks for, with room for a finger."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

LEAST: Final = 30  # px
AROUND: Final = 10  # px above and below the words together


def row_size() -> QSize:
    """The size of a row in px, for `setSizeHint`; the width is the view's to say."""
    return QSize(0, max(LEAST, QFontMetrics(QApplication.font()).height() + AROUND))
