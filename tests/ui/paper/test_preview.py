"""The preview: where one is, how large, and that it only asks for printing."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton

from editor.editions.compose import compose
from editor.editions.composed_pages import Pages, Undrawn
from editor.editions.styles import OFFICIAL
from editor.editions.text_measure import FixedMeasure
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.sections import Outline
from editor.ui.look.fonts import Typecase
from editor.ui.paper.preview import Preview
from editor.ui.paper.printer import print_on, printer_for, wanted_pages


def pages_of(count: int) -> Pages:
    text = "国" * (28 * 22 * count - 2)
    return compose(manuscript_of(text), Outline(), OFFICIAL, FixedMeasure())


@pytest.fixture
def preview(application: object) -> Preview:
    made = Preview(pages_of(4))
    made.show()
    return made


def press(preview: Preview, words: str) -> None:
    next(b for b in preview.findChildren(QPushButton) if b.text().startswith(words)).click()


def test_it_tells_the_page_and_how_many(preview: Preview) -> None:
    assert preview.where.text() == "第 1 页 / 共 4 页"
    preview.view.go_to(3)
    assert preview.where.text() == "第 3 页 / 共 4 页"


def test_what_no_page_shows_is_named(preview: Preview) -> None:
    missing = (Undrawn(ObjectKind.FORMULA, 3), Undrawn(ObjectKind.CHART, 4))
    preview.show_pages(replace(pages_of(1), undrawn=(*missing, missing[0])))
    assert "公式 2 个、图表 1 张" in preview.notes.text() and preview.notes.isVisible()


def test_zooming_keeps_the_page(preview: Preview) -> None:
    preview.view.go_to(3)
    press(preview, "放大")
    assert preview.view.page == 3 and preview.zoom.text() == f"{preview.view.zoom}%"


def test_the_whole_page_fits_when_asked(preview: Preview) -> None:
    press(preview, "整页")
    assert preview.view.verticalScrollBar().pageStep() >= preview.view.viewport().height()
    assert preview.view.zoom < 100


@pytest.mark.parametrize(
    ("button", "signal"),
    [("打印", "print_requested"), ("导出 PDF", "pdf_requested"), ("导出 Word", "docx_requested")],
)
def test_a_button_asks_and_the_preview_stays(preview: Preview, button: str, signal: str) -> None:
    spy = QSignalSpy(getattr(preview, signal))
    press(preview, button)
    assert spy.count() == 1 and preview.isVisible()


def test_the_paper_is_white_and_carries_ink(preview: Preview) -> None:
    image = preview.view.grab().toImage()
    lightness = [
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    ]
    assert max(lightness) == 255 and min(lightness) < 100


def test_fewer_pages_after_an_edit_leave_a_page_in_view(preview: Preview) -> None:
    preview.view.go_to(4)
    preview.show_pages(pages_of(1))
    assert preview.where.text() == "第 1 页 / 共 1 页"


def test_missing_faces_are_named_in_one_line(
    application: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.ui.paper.preview.Typecase", lambda: Typecase(["SimSun"]))
    made = Preview(pages_of(1))
    assert "仿宋。" in made.notes.text() and "宋体" not in made.notes.text()
    assert "仿宋_GB2312" in made.notes.toolTip()


def pdf_printer(pages: Pages, path: Path) -> QPrinter:
    printer = printer_for(pages)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_the_printer_gets_the_pages_it_was_asked_for(tmp_path: Path, application: object) -> None:
    pages = pages_of(4)
    printer = pdf_printer(pages, tmp_path / "out.pdf")
    printer.setFromTo(2, 3)
    assert [page.number for page in wanted_pages(printer, pages)] == [2, 3]
    print_on(printer, pages)
    assert (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n") == 2


def test_last_page_first_prints_from_the_back(tmp_path: Path, application: object) -> None:
    pages = pages_of(3)
    printer = pdf_printer(pages, tmp_path / "out.pdf")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert [page.number for page in wanted_pages(printer, pages)] == [3, 2, 1]
