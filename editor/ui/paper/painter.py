"""Drawing a page: one function for the preview, the printer and the PDF."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from editor.editions.composed_pages import (
    Box,
    Dot,
    Page,
    PageLine,
    PageStamp,
    Stroke,
    TextRun,
)
from editor.ui.look.fonts import UNITS_PER_PT, Typecase
from editor.ui.paper.pictures import paint_picture

# Light enough to print well in grey, with a line under it so that colour is not alone.
_BLANK_GROUND = QColor(255, 226, 153)
_BLANK_LINE = QColor(160, 98, 0)
_LINE_THICKNESS = 1.0  # pt
_JOINERS = ("Mn", "Me", "Cf")


def paint_page(painter: QPainter, page: Page, scale: float, typecase: Typecase) -> None:
    """Draw a page with the sheet's corner at the painter's origin.

    ``scale`` is device units per pt: 1200/72 for a 1200-dpi device.
    """
    painter.save()
    painter.scale(scale / UNITS_PER_PT, scale / UNITS_PER_PT)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for stamp in page.stamps:
        _paint_stamp(painter, stamp, typecase)
    for box in page.boxes:
        _paint_box(painter, box)
    for picture in page.pictures:
        paint_picture(painter, picture)
    for stroke in page.strokes:
        _paint_stroke(painter, stroke)
    _paint_dots(painter, page.dots)
    painter.setPen(Qt.GlobalColor.black)
    for line in (*page.lines, page.folio):
        _paint_line(painter, line, typecase)
    painter.restore()


def _paint_line(painter: QPainter, line: PageLine, typecase: Typecase) -> None:
    y = line.y * UNITS_PER_PT
    for run in line.runs:
        painter.setFont(typecase.font(run.face, run.size))
        raised = y - run.rise * UNITS_PER_PT
        for x, cluster in _clusters(run):
            painter.drawText(QPointF((line.x + x) * UNITS_PER_PT, raised), cluster)


def _clusters(run: TextRun) -> Iterator[tuple[float, str]]:
    """What is drawn at one place: a character with the marks that combine with it."""
    start = 0
    for end in range(1, len(run.text) + 1):
        if end < len(run.text) and unicodedata.category(run.text[end]) in _JOINERS:
            continue
        cluster = run.text[start:end]
        if not cluster.isspace():
            yield run.xs[start], cluster
        start = end


def _paint_box(painter: QPainter, box: Box) -> None:
    ground = QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
    foot = QRectF(box.left, box.bottom, ground.width(), _LINE_THICKNESS)
    painter.fillRect(_in_units(ground), _BLANK_GROUND)
    painter.fillRect(_in_units(foot), _BLANK_LINE)


def _paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    # On a screen a thin line would fall between the dots: never less than one of them.
    dot = 1 / painter.worldTransform().m11() / UNITS_PER_PT
    weight = max(stroke.weight, dot)
    if stroke.left != stroke.right and stroke.top != stroke.bottom:
        painter.setPen(QPen(Qt.GlobalColor.black, weight * UNITS_PER_PT))
        ends = (stroke.left, stroke.top, stroke.right, stroke.bottom)
        painter.drawLine(QLineF(*[end * UNITS_PER_PT for end in ends]))
        return
    width, height = stroke.right - stroke.left, stroke.bottom - stroke.top
    corner = (stroke.left - weight / 2, stroke.top - weight / 2)
    line = QRectF(*corner, width + weight, height + weight)
    painter.fillRect(_in_units(line), Qt.GlobalColor.black)


def _paint_dots(painter: QPainter, dots: Iterable[Dot]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    for dot in dots:
        radius = dot.radius * UNITS_PER_PT
        painter.drawEllipse(QPointF(dot.x * UNITS_PER_PT, dot.y * UNITS_PER_PT), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_stamp(painter: QPainter, stamp: PageStamp, typecase: Typecase) -> None:
    font = typecase.font(stamp.face, stamp.size)
    width = QFontMetricsF(font).horizontalAdvance(stamp.text)
    painter.save()
    painter.translate(stamp.x * UNITS_PER_PT, stamp.y * UNITS_PER_PT)
    painter.rotate(stamp.angle)
    painter.setFont(font)
    painter.setPen(QColor.fromRgbF(stamp.shade, stamp.shade, stamp.shade))
    # The middle of an ideograph is 0.38 em above the baseline.
    painter.drawText(QPointF(-width / 2, 0.38 * stamp.size * UNITS_PER_PT), stamp.text)
    painter.restore()


def _in_units(box: QRectF) -> QRectF:
    u = UNITS_PER_PT
    return QRectF(box.x() * u, box.y() * u, box.width() * u, box.height() * u)
