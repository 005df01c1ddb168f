"""Tells when the mouse rests on a mark of a page, and when it is gone from it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from editor.ui.layout.mark_boxes import MarkUnder, mark_under
from editor.ui.layout.page_layout import PageLayout
from editor.ui.page.page_view import PageView

REST_MS = 400
_DISTURBED = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.DragEnter,
    QEvent.Type.Hide,
    QEvent.Type.Resize,
)


class MouseRest(QObject):
    """Watches one page; only moves of the mouse cost anything, and they start a timer."""

    rested = Signal(object)  # MarkUnder
    left = Signal()  # on no mark any more
    disturbed = Signal()  # a press, the wheel: nobody wants to read now

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self._page = page
        self._on: MarkUnder | None = None
        self._point = QPointF()
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._look)
        page.viewport().setMouseTracking(True)
        page.viewport().installEventFilter(self)

    def stop(self) -> None:
        """One types: the mouse was not put here to ask."""
        self._timer.stop()
        self._on = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse of the page; nothing is kept from it."""
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._moved(event)
        elif kind == QEvent.Type.Leave:
            self._gone()
        elif kind in _DISTURBED:
            self.stop()
            self.disturbed.emit()
        return super().eventFilter(watched, event)

    def _moved(self, event: QMouseEvent) -> None:
        if event.buttons() != Qt.MouseButton.NoButton:
            self.stop()
            return
        self._point = event.position()
        if self._on is not None:
            place = self._in_document()
            if any(box.contains(place) for box in self._on.boxes):
                return
            self._gone()
        self._timer.start()

    def _gone(self) -> None:
        self._timer.stop()
        if self._on is not None:
            self._on = None
            self.left.emit()

    def _look(self) -> None:
        page, layout = self._page, self._page.document().documentLayout()
        busy = QApplication.mouseButtons() != Qt.MouseButton.NoButton or page.composing()
        if busy or QApplication.activePopupWidget() or not isinstance(layout, PageLayout):
            return
        found = mark_under(layout, self._in_document())
        if found is not None:
            self._on = found
            self.rested.emit(found)

    def _in_document(self) -> QPointF:
        scrolled = self._page.verticalScrollBar().value()
        across = self._page.horizontalScrollBar().value()
        return self._point + QPointF(across, scrolled)
