"""Pages under one another on a scrolling ground, as they will be on paper."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from editor.editions.composed_pages import Page, Pages
from editor.ui.look.fonts import Typecase
from editor.ui.paper.painter import paint_page

_GAP = 16  # pixels between pages and around them
_SMALLEST, _LARGEST = 25, 400  # per cent
_KEPT_PIXMAPS = 6
_EDGE = QColor(0, 0, 0, 60)


class PaperView(QAbstractScrollArea):
    """Shows `Pages` at a zoom in per cent of their size on paper; draws visible pages only."""

    page_changed = Signal(int)  # number of the page in the middle of the view
    zoom_changed = Signal(int)  # per cent

    def __init__(self, typecase: Typecase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typecase = typecase
        self._pages: Pages | None = None
        self._zoom = 100
        self._fit_width = True
        self._pixmaps: dict[int, QPixmap] = {}
        self._shown = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName("打印预览的纸面")
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    @property
    def zoom(self) -> int:
        """Per cent of the size on paper."""
        return self._zoom

    @property
    def pages(self) -> Pages | None:
        """What is shown."""
        return self._pages

    @property
    def page(self) -> int:
        """The number of the page in the middle of the view."""
        if self._pages is None:
            return 1
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return min(max(1, middle // self._step() + 1), self._pages.count)

    def show_pages(self, pages: Pages) -> None:
        """Show other pages, staying where the view is."""
        self._pages = pages
        self._relay()
        self._tell_page()

    def set_zoom(self, per_cent: int) -> None:
        """Zoom, with the same page in view."""
        self._fit_width = False
        self._apply_zoom(per_cent)

    def fit_width(self) -> None:
        """As large as the width of the view allows, also when it is resized."""
        self._fit_width = True
        if self._pages is not None:
            room = self.viewport().width() - 2 * _GAP
            paper = self._pages.width / 25.4 * self.logicalDpiX()
            self._apply_zoom(int(room / paper * 100))

    def fit_page(self) -> None:
        """So that one whole page is seen."""
        if self._pages is not None:
            room = self.viewport().height() - 2 * _GAP
            self.set_zoom(int(room / (self._pages.height / 25.4 * self.logicalDpiX()) * 100))

    def go_to(self, number: int) -> None:
        """Scroll to the head of a page."""
        self.verticalScrollBar().setValue((number - 1) * self._step())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that the view shows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        if self._pages is None:
            return
        for page in self._pages.pages:
            place = self._place(page.number)
            if place.intersects(event.rect()):
                painter.drawPixmap(place.topLeft(), self._pixmap(page))
                painter.setPen(_EDGE)
                painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page as wide as the view where that is wished."""
        super().resizeEvent(event)
        if self._fit_width:
            self.fit_width()
        self._relay()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zooms; else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (10 if event.angleDelta().y() > 0 else -10))
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn whole pages, Home and End go to the first and the last."""
        count = self._pages.count if self._pages else 1
        target = {
            Qt.Key.Key_PageDown: self.page + 1,
            Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: count,
        }.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.go_to(min(max(1, target), count))

    def _apply_zoom(self, per_cent: int) -> None:
        page = self.page
        self._zoom = min(max(per_cent, _SMALLEST), _LARGEST)
        self._relay()
        self.go_to(page)
        self.zoom_changed.emit(self._zoom)

    def _scale(self) -> float:
        """Pixels of the view per pt."""
        return self.logicalDpiX() / 72 * self._zoom / 100

    def _size(self) -> tuple[int, int]:
        pages, scale = self._pages, self._scale() * 72 / 25.4
        if pages is None:
            return 0, 0
        return round(pages.width * scale), round(pages.height * scale)

    def _step(self) -> int:
        return self._size()[1] + _GAP

    def _place(self, number: int) -> QRect:
        width, height = self._size()
        left = max(_GAP, (self.viewport().width() - width) // 2)
        left -= self.horizontalScrollBar().value()
        top = _GAP + (number - 1) * self._step() - self.verticalScrollBar().value()
        return QRect(left, top, width, height)

    def _pixmap(self, page: Page) -> QPixmap:
        if page.number not in self._pixmaps:
            while len(self._pixmaps) >= _KEPT_PIXMAPS:
                self._pixmaps.pop(next(iter(self._pixmaps)))
            self._pixmaps[page.number] = self._drawn(page)
        return self._pixmaps[page.number]

    def _drawn(self, page: Page) -> QPixmap:
        ratio = self.devicePixelRatioF()
        width, height = self._size()
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.fill(Qt.GlobalColor.white)
        painter = QPainter(pixmap)
        paint_page(painter, page, self._scale() * ratio, self._typecase)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _relay(self) -> None:
        self._pixmaps.clear()
        count = self._pages.count if self._pages else 0
        width, view = self._size()[0] + 2 * _GAP, self.viewport()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(view.height())
        down.setSingleStep(40)
        down.setRange(0, max(0, count * self._step() + _GAP - view.height()))
        across.setPageStep(view.width())
        across.setRange(0, max(0, width - view.width()))
        view.update()

    def _tell_page(self) -> None:
        if self.page != self._shown:
            self._shown = self.page
            self.page_changed.emit(self._shown)
