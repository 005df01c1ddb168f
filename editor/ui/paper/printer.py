"""Printing pages: the dialog, and the drawing on what the user chose there."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from editor.editions.composed_pages import Page, Pages
from editor.ui.look.fonts import Typecase
from editor.ui.paper.painter import paint_page
from editor.ui.paper.pdf import layout_of


class NotPrintedError(Exception):
    """The printer took no pages; says so in the user's words."""


class Sent(NamedTuple):
    """Pages were printed: on paper, or into a file."""

    file: Path | None


def ask_and_print(pages: Pages, parent: QWidget | None, title: str = "") -> Sent | None:
    """Ask for printer, copies and range, then print; None where the user went back.

    Raises NotPrintedError where the printer takes no pages.
    """
    printer = printer_for(pages, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    print_on(printer, pages)
    return Sent(Path(printer.outputFileName()) if printer.outputFileName() else None)


def printer_for(pages: Pages, title: str = "") -> QPrinter:
    """A printer set to the sheet of the pages, its corner the corner of the paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout_of(pages))
    printer.setFullPage(True)
    printer.setDocName(title)
    printer.setCreator("笔杆")
    if printer.outputFormat() is QPrinter.OutputFormat.NativeFormat:
        printer.setFromTo(1, pages.count)
    return printer


def print_on(printer: QPrinter, pages: Pages) -> None:
    """Draw the wanted pages. Raises NotPrintedError where the printer takes no pages."""
    # The dialog may have changed the paper; the pages stay what they are, so that a
    # driver set to Letter crops or scales, but nothing moves to another page.
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrintedError(f"打印机没有接受任务：{printer.printerName()}")
    typecase = Typecase()
    try:
        for count, page in enumerate(wanted_pages(printer, pages)):
            if count:
                printer.newPage()
            paint_page(painter, page, printer.resolution() / 72, typecase)
    finally:
        painter.end()


def wanted_pages(printer: QPrinter, pages: Pages) -> list[Page]:
    """The pages to draw, in the order and as often as the printer cannot do itself."""
    first = printer.fromPage() or 1
    last = printer.toPage() or pages.count
    chosen = [page for page in pages.pages if first <= page.number <= last]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _ in range(copies)]
