"""A window with one page of text; not modal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from editor.ui.look.button_row import close_only
from editor.ui.look.first_size import fit


def show_page(parent: QWidget, title: str, html: str) -> QDialog:
    """Show a page of HTML beside the window."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    fit(dialog, 640, 620)
    page = QTextBrowser()
    page.setAccessibleName(title)
    page.setOpenExternalLinks(False)
    page.setHtml(html)
    page.document().setDocumentMargin(16)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(dialog)
    column.addWidget(page)
    column.addWidget(close_only(dialog))
    dialog.show()
    return dialog
