"""The tool bar in the width there is: its words are whole, or not there, never shortened.

What has no room stands closer first; then the buttons are icons, whose tips tell the words.
What even so has no room is behind Qt's button at the end.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

_Style = Qt.ToolButtonStyle
# Closer or not, and what a button shows; from roomy to narrow.
_WAYS: Final = (
    (False, _Style.ToolButtonTextUnderIcon),
    (True, _Style.ToolButtonTextUnderIcon),
    (True, _Style.ToolButtonIconOnly),
)
_ASKING: Final = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show)
_OTHER_TYPE: Final = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


class ToolRoom(QObject):
    """Fits the buttons of a bar; ``last`` is what changes its own width at the end of it."""

    def __init__(self, bar: QToolBar, last: QWidget) -> None:
        super().__init__(bar)
        self._bar, self._last = bar, last
        self._way = 0
        self._needs: dict[int, int] = {}  # px of each way, but for the last part
        for button in (*self._buttons(), last):
            policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            button.setSizePolicy(policy)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The bar is wider or narrower, or its type is another."""
        if event.type() in _OTHER_TYPE:
            self._needs.clear()
        elif event.type() in _ASKING and self._bar.isVisible():
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Show the buttons in the roomiest way that the width allows."""
        room, ways = self._bar.width(), range(len(_WAYS))
        self._put(next((way for way in ways if self._need(way) <= room), ways[-1]))

    def _need(self, way: int) -> int:
        if way not in self._needs:
            self._put(way)
            self._needs[way] = self._bar.sizeHint().width() - self._last_width()
        return self._needs[way] + self._last_width()

    def _last_width(self) -> int:
        return self._last.sizeHint().width() if not self._last.isHidden() else 0

    def _put(self, way: int) -> None:
        if way == self._way:
            return
        self._way = way
        close, style = _WAYS[way]
        self._bar.setProperty("close", close)
        self._bar.setToolButtonStyle(style)
        for button in self._buttons():
            button.style().unpolish(button)
            button.style().polish(button)
        if layout := self._bar.layout():
            layout.invalidate()

    def _buttons(self) -> list[QToolButton]:
        widgets = [self._bar.widgetForAction(action) for action in self._bar.actions()]
        return [w for w in widgets if isinstance(w, QToolButton) and w is not self._last]
