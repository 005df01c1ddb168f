"""Empty cells on the page and in the fill sheet: seen, named by their label, filled in place."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from editor.analysis.analyzer import make_analyzer
from editor.ui.document.controller import DocumentController
from editor.ui.look.page_palette import PagePalette
from editor.ui.page.page_view import PageView
from editor.ui.panels.blanks_panel import BlanksPanel
from tests.blanks.cells.drawn import drawn
from tests.ui.panels.controllers import press, shown
from tests.ui.parts import light


def form(table: str) -> DocumentController:
    controller = DocumentController(PageView(), make_analyzer())
    controller.view.resize(600, 400)
    controller.view.show()
    controller.load(drawn(table))
    return controller


def test_the_sheet_names_the_label_and_fills_the_cell(application: object) -> None:
    controller = form("姓名│王建国 / 电话│ / 单位意见│")
    panel = BlanksPanel(controller, light(controller))
    shown(panel)
    told = [label.text() for label in panel.findChildren(QLabel)]
    assert "还有 1 处没填，归成 1 项" in told and "表1第2行“电话”旁边一格" in told
    panel.field("cell:电话#0").setText("62880001")
    press(panel, "填上")
    assert [p.text for p in controller.manuscript().paragraphs][3] == "62880001"
    controller.undo()
    controller.refresh()
    assert controller.analysis().blanks[0].slot == "cell:电话"
    panel.close()
    controller.close()


def test_an_empty_cell_that_waits_is_seen_on_the_page(application: object) -> None:
    colour = PagePalette().blank_ground
    seen: list[bool] = []
    for table in ("姓名│", "姓名│王"):
        controller = form(table)
        image = controller.view.viewport().grab().toImage()
        points = ((x, y) for x in range(image.width()) for y in range(0, image.height(), 3))
        seen.append(any(image.pixelColor(x, y).name() == colour for x, y in points))
        controller.close()
    assert seen == [True, False]
