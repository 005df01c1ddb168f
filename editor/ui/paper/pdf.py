"""Pages to a PDF file; works without a screen, from the command line."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from editor.editions.composed_pages import Pages
from editor.files.opened import as_it_lies
from editor.files.write_file import write_file
from editor.ui.look.fonts import Typecase
from editor.ui.paper.painter import paint_page
from editor.ui.paper.pdf_properties import without_maker
from editor.ui.paper.searchable import with_characters_named

_RESOLUTION = 1200  # dots an inch; positions are exact to a fiftieth of a millimetre


def ensure_application() -> QGuiApplication:
    """The application that fonts need, made if there is none; the caller must keep it."""
    found = QGuiApplication.instance()
    if isinstance(found, QGuiApplication):
        return found
    # Nothing is shown: a display that is named but gone (ssh) must not end the program.
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    return QGuiApplication(["bigan"])


def write_pdf(path: Path | str, pages: Pages, title: str = "") -> list[str]:
    """Write pages as a PDF, whole or not at all; a sentence tells of missing faces.

    ``title`` is all that its properties tell.

    Raises Trouble where the file cannot be written.
    """
    typecase, still = Typecase(), as_it_lies(Path(path))
    write_file(path, pdf_bytes(pages, typecase, title), still=still)
    return typecase.summary(pages.faces)


def pdf_bytes(pages: Pages, typecase: Typecase, title: str = "") -> bytes:
    """The bytes of the PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title)
    writer.setPageLayout(layout_of(pages))
    painter = QPainter(writer)
    for page in pages.pages:
        if page.number > 1:
            writer.newPage()
        paint_page(painter, page, _RESOLUTION / 72, typecase)
    painter.end()
    return with_characters_named(without_maker(bytes(buffer.data().data())), pages, typecase)


def layout_of(pages: Pages) -> QPageLayout:
    """The sheet without margins: pages carry their own."""
    size = QPageSize(QSizeF(pages.width, pages.height), QPageSize.Unit.Millimeter)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
