"""Drawing a picture's own bytes, whatever Qt can read of them."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QImageReader, QPainter

from editor.editions.composed_pages import PagePicture
from editor.ui.look.fonts import UNITS_PER_PT

_FORMATS = ("png", "jpg", "jpeg", "gif", "bmp", "svg", "webp")
_VECTOR = (b"svg", b"svgz")
_DOTS = 300  # an inch: what a drawn vector picture is set in
_MOST_PIXELS = 12_000  # on a side


def can_be_drawn(data: bytes) -> bool:
    """Whether Qt reads the whole picture here; half a file is none."""
    reader, buffer = _reader(data)
    drawn = bytes(reader.format().data()).decode("ascii", "replace") in _FORMATS
    size = reader.size()
    too_large = max(size.width(), size.height()) > _MOST_PIXELS
    found = drawn and not too_large and not reader.read().isNull()
    buffer.close()
    return found


def paint_picture(painter: QPainter, picture: PagePicture) -> None:
    """Draw a picture into its place on the page, in units of the fonts."""
    place = QRectF(
        picture.left * UNITS_PER_PT,
        picture.top * UNITS_PER_PT,
        (picture.right - picture.left) * UNITS_PER_PT,
        (picture.bottom - picture.top) * UNITS_PER_PT,
    )
    image = _image(picture)
    crop, width, height = picture.crop, image.width(), image.height()
    shown = QRectF(
        crop.left * width,
        crop.top * height,
        (1 - crop.left - crop.right) * width,
        (1 - crop.top - crop.bottom) * height,
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    # What is cut away must not be in the file: a PDF would keep the whole picture.
    part = image.copy(shown.toAlignedRect())
    painter.drawImage(place, part)


def _image(picture: PagePicture) -> QImage:
    reader, buffer = _reader(picture.data)
    if bytes(reader.format().data()) in _VECTOR:
        width = (picture.right - picture.left) / 72 * _DOTS
        height = (picture.bottom - picture.top) / 72 * _DOTS
        reader.setScaledSize(QSize(max(1, round(width)), max(1, round(height))))
    image = reader.read()
    buffer.close()
    return image


def _reader(data: bytes) -> tuple[QImageReader, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader, buffer
