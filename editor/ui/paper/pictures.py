"""Drawing a picture's own bytes, whatever Qt can read of them."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QImageReader, QPainter

from editor.editions.composed_pages import PagePicture
from editor.ui.look.fonts import UNITS_PER_PT

_FORMATS = ("png", "jpg", "jpeg", "gif", "bmp", "svg", "webp")
_VECTOR = ("svg", "svgz")
_PHOTOGRAPHS = ("jpg", "jpeg")
_DOTS = 600  # an inch: finer no printer of an office shows
_MOST_PIXELS = 20_000  # on a side


def can_be_drawn(data: bytes) -> bool:
    """Whether Qt reads the whole picture here; half a file is none."""
    reader, buffer = _reader(data)
    size = reader.size()
    fits = max(size.width(), size.height()) <= _MOST_PIXELS
    if fits and size.width() > _DOTS and _format(reader) in _PHOTOGRAPHS:
        reader.setScaledSize(size / 8)  # all of it is read still, in an eighth of the time
    found = fits and _format(reader) in _FORMATS and not reader.read().isNull()
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
    dots = painter.worldTransform().m11() * UNITS_PER_PT * 72  # an inch of the device
    image, lossless = _image(picture, min(dots, _DOTS))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering, lossless)
    painter.drawImage(place, image)


def _image(picture: PagePicture, dots: float) -> tuple[QImage, bool]:
    """What is shown of the picture, in so many dots an inch at most; whether it has sharp edges.

    What is cut away is not in it: a PDF would keep it.
    """
    reader, buffer = _reader(picture.data)
    crop, kind = picture.crop, _format(reader)
    whole = (1 - crop.left - crop.right, 1 - crop.top - crop.bottom)
    width = (picture.right - picture.left) / 72 * dots / whole[0]
    height = (picture.bottom - picture.top) / 72 * dots / whole[1]
    size = reader.size()
    if kind in _VECTOR or size.width() > 1.5 * width:
        reader.setScaledSize(QSize(max(1, round(width)), max(1, round(height))))
    image = reader.read()
    buffer.close()
    shown = QRectF(
        crop.left * image.width(),
        crop.top * image.height(),
        whole[0] * image.width(),
        whole[1] * image.height(),
    )
    cut = any(crop)
    return (image.copy(shown.toAlignedRect()) if cut else image), kind not in _PHOTOGRAPHS


def _format(reader: QImageReader) -> str:
    return bytes(reader.format().data()).decode("ascii", "replace")


def _reader(data: bytes) -> tuple[QImageReader, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader, buffer
