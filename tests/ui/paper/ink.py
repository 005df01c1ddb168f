"""Where the ink of a painted page is, in millimetres."""

from PySide6.QtGui import QImage, QPainter

from editor.editions.composed_pages import Page
from editor.ui.look.fonts import Typecase
from editor.ui.paper.painter import paint_page

DPI = 150
MM = DPI / 25.4


def painted(page: Page) -> QImage:
    """An A4 page in grey at `DPI`."""
    image = QImage(round(210 * MM), round(297 * MM), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    paint_page(painter, page, DPI / 72, Typecase())
    painter.end()
    return image


def ink(image: QImage, top: float = 0, bottom: float = 297) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the ink between two heights, in mm."""
    first, last = round(top * MM), min(round(bottom * MM), image.height())
    width = image.width()
    bits = bytes(image.constBits())
    step = image.bytesPerLine()
    rows = [bits[y * step : y * step + width] for y in range(first, last)]
    inked = [first + at for at, row in enumerate(rows) if min(row) < 128]
    columns = [x for x in range(width) if min(row[x] for row in rows) < 128]
    return columns[0] / MM, inked[0] / MM, (columns[-1] + 1) / MM, (inked[-1] + 1) / MM
