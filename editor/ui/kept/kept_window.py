"""留着的文稿: all that is kept, in a window of its own; nothing has to be open for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from editor.ui.kept.kept_page import KeptPage
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit


class KeptWindow(QDialog):
    """Not modal: one goes to and fro between it and what is opened."""

    def __init__(self, parent: QWidget, page: KeptPage) -> None:
        super().__init__(parent)
        explain(self, "kept")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("留着的文稿")
        fit(self, 1040, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.addWidget(page)
