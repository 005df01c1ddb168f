"""Our line icons from resources/icons, drawn in the colour of the palette."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "icons"


def icon(name: str, colour: str, size: int = 24, ratio: float = 2.0) -> QIcon:
    """The icon ``name`` with its strokes in ``colour``; an empty one where its file is gone."""
    found = QIcon(_pixmap(name, colour, size, ratio))
    dimmed = _pixmap(name, colour, size, ratio, opacity=0.4)
    found.addPixmap(dimmed, QIcon.Mode.Disabled)
    return found


def program_icon() -> QIcon:
    """The icon of the program itself."""
    return QIcon(_drawn(_read("bigan"), 64, 1.0, 1.0))


def _pixmap(name: str, colour: str, size: int, ratio: float, opacity: float = 1.0) -> QPixmap:
    return _drawn(_read(name).replace("#000", colour), size, ratio, opacity)


def _read(name: str) -> str:
    """The words under a button say what it does, with its picture or without."""
    try:
        return (FOLDER / f"{name}.svg").read_text("utf-8")
    except (OSError, UnicodeError):
        return ""


def _drawn(svg: str, size: int, ratio: float, opacity: float) -> QPixmap:
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    edge = size * ratio
    if svg:
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
