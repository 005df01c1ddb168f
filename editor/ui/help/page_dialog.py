"""A window with one page of text; not modal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from editor.ui.look.button_row import close_only
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import HtmlPane


def show_page(parent: QWidget, title: str, html: str) -> QDialog:
    """Show a page of HTML beside the window."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    fit(dialog, 640, 620)
    page = HtmlPane()
    page.setAccessibleName(title)
    page.show_html(html)
    page.document().setDocumentMargin(16)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(dialog)
    column.addWidget(page)
    column.addWidget(close_only(dialog))
    dialog.show()
    return dialog
