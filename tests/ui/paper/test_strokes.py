"""The lines of a table are drawn, on paper and at any zoom of the screen."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QImage, QPainter

from editor.editions.composed_pages import Page
from editor.editions.report import Report, ReportBlock, ReportCell, ReportColumn, ReportTable
from editor.editions.report_pages import compose_report
from editor.editions.text_measure import FixedMeasure
from editor.ui.look.fonts import Typecase
from editor.ui.paper.painter import paint_page

EMPTY = tuple(tuple(ReportCell("") for _ in range(3)) for _ in range(8))
TABLE = ReportTable(tuple(ReportColumn("", 50) for _ in range(3)), EMPTY)


def page() -> Page:
    return compose_report(Report("", (ReportBlock("", (), TABLE),)), FixedMeasure()).pages[0]


def dark_runs(values: list[int]) -> int:
    """How many separate dark stretches there are."""
    return sum(here < 128 <= before for before, here in pairwise([255, *values]))


@pytest.mark.parametrize("dpi", [24, 61, 96, 107, 144, 600])
def test_no_line_falls_between_the_dots(application: object, dpi: int) -> None:
    image = QImage(round(8.3 * dpi), round(11.7 * dpi), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    made = page()
    paint_page(painter, made, dpi / 72, Typecase())
    painter.end()
    scale = dpi / 72
    across = [s for s in made.strokes if s.left == s.right]
    level = round((across[0].top + 8) * scale)
    row = [image.pixelColor(x, level).value() for x in range(image.width())]
    assert dark_runs(row) == 4
    upright = round((across[0].left + 20) * scale)
    column = [image.pixelColor(upright, y).value() for y in range(image.height())]
    assert dark_runs(column) == 10
