"""A second place of the same speech beside the page, to write on as well.

The text is one, and so is its undo stack; each place keeps its own caret and scroll.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.analysis.values import Analysis, Structure
from editor.manuscript.paragraph import Position
from editor.ui.document.controller import DocumentController
from editor.ui.document.view_cursors import cursor_at
from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.page_palette import PagePalette
from editor.ui.look.plain_words import PlainLabel
from editor.ui.outline_views.split_page import SplitPage, move_between_pages
from editor.ui.page.page_view import PageView


class SplitView(QWidget):
    """The other page with a line over it; ``closed`` when it is not wanted any more."""

    closed = Signal()

    def __init__(self, controller: DocumentController, main: PageView) -> None:
        super().__init__()
        self._controller, self._main = controller, main
        self.page = SplitPage(controller, main)
        self._tracked = self.page.tracked
        here, close = QPushButton("正文转到这里"), QPushButton("收起")
        line = FlowLayout()
        line.setContentsMargins(12, 6, 8, 6)
        what = PlainLabel("另一处（两边都能改）")
        what.setWordWrap(True)
        line.add_wide(what, 5)
        line.addWidget(here)
        line.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.page, 1)
        here.clicked.connect(self._go)
        close.clicked.connect(self.closed)
        self.page.refused.connect(controller.refused)
        _application().focusChanged.connect(self._focus_went)
        self._main.viewport().installEventFilter(self)
        controller.analysis_changed.connect(self._show_analysis)
        controller.structure_changed.connect(self._show_structure)
        self._show_analysis(controller.analysis())

    def put_look(self, palette: PagePalette, zoom: int) -> None:
        """Colours and size (in per cent) of the page."""
        self.page.set_palette(palette)
        self.page.set_zoom(zoom)

    def show_place(self, place: Position) -> None:
        """Scroll a place into view, the caret there."""
        self.page.bring_into_view(cursor_at(self.page, place))

    def leave(self) -> None:
        """Stop keeping in step."""
        _application().focusChanged.disconnect(self._focus_went)
        self._main.viewport().removeEventFilter(self)
        self._controller.analysis_changed.disconnect(self._show_analysis)
        self._controller.structure_changed.disconnect(self._show_structure)
        self.page.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Words dragged from here to the page move."""
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return move_between_pages(self.page, self._main, event)
        return super().eventFilter(watched, event)

    def _focus_went(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The page takes the hand back with the focus."""
        if new is self._main:
            self._controller.activate(self._main)

    def _go(self) -> None:
        place = self._tracked.place(self.page.textCursor().position())
        self._controller.go_to(place, place)

    def _show_analysis(self, analysis: Analysis) -> None:
        if self._is_of_now(analysis):
            self.page.show_analysis(analysis)

    def _show_structure(self, structure: Structure) -> None:
        if self._is_of_now(structure):
            self.page.show_structure(structure)

    def _is_of_now(self, structure: Structure) -> bool:
        """Whether it is of the text of now; the two documents count alike from here on."""
        return structure.manuscript.revision == self.page.count_as_main()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
