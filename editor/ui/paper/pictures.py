"""Drawing a picture's own bytes, whatever Qt can read of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter, QTransform

from editor.editions.carried import WHOLE_PICTURE
from editor.editions.composed_pages import PagePicture, Pages
from editor.ui.look.fonts import UNITS_PER_PT

_FORMATS = ("png", "jpg", "jpeg", "gif", "bmp", "svg", "webp")
_VECTOR = ("svg", "svgz")
_PHOTOGRAPHS = ("jpg", "jpeg")
_DOTS = 600  # an inch: finer no printer of an office shows
_SEEN_DOTS = 300  # an inch, of a preview and of a printer
_LIGHT = 1 << 20  # bytes of a picture that is drawn at once
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


def lighter(pages: Pages) -> Pages:
    """The same pages with no picture finer than is seen: drawing it holds no window then."""
    made: dict[PagePicture, PagePicture] = {}
    for picture in [picture for page in pages.pages for picture in page.pictures]:
        if picture not in made and len(picture.data) > _LIGHT:
            made[picture] = _lightened(picture)
    if not made:
        return pages
    return replace(
        pages,
        pages=tuple(
            replace(page, pictures=tuple([made.get(p, p) for p in page.pictures]))
            for page in pages.pages
        ),
    )


def _lightened(picture: PagePicture) -> PagePicture:
    image, lossless = _image(picture, _SEEN_DOTS)
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png" if lossless else b"jpg"))
    writer.setQuality(80 if lossless else 92)
    written = writer.write(image)
    buffer.close()
    data = bytes(held.data())
    return replace(picture, data=data, crop=WHOLE_PICTURE, quarters=0) if written else picture


def _image(picture: PagePicture, dots: float) -> tuple[QImage, bool]:
    """What is shown of the picture, in so many dots an inch at most; whether it has sharp edges.

    What is cut away is not in it: a PDF would keep it.
    """
    reader, buffer = _reader(picture.data)
    crop, kind = picture.crop, _format(reader)
    whole = (1 - crop.left - crop.right, 1 - crop.top - crop.bottom)
    seen = (picture.right - picture.left, picture.bottom - picture.top)
    upright = seen[::-1] if picture.quarters % 2 else seen
    width, height = upright[0] / 72 * dots / whole[0], upright[1] / 72 * dots / whole[1]
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
    if any(crop):
        image = image.copy(shown.toAlignedRect())
    if picture.quarters:
        image = image.transformed(QTransform().rotate(90 * picture.quarters))
    return image, kind not in _PHOTOGRAPHS


def _format(reader: QImageReader) -> str:
    return bytes(reader.format().data()).decode("ascii", "replace")


def _reader(data: bytes) -> tuple[QImageReader, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader, buffer
