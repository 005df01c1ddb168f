"""At the right of the tool bar: minutes given, minutes needed, what is left."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel

from editor.ui.look.clock import clock
from editor.ui.look.theme import Theme


class TimeBudget(QLabel):
    """A click asks for the given minutes."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setContentsMargins(8, 0, 12, 0)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("会务给的讲话时间和现在的时长；点一下改")

    def show_minutes(self, needed: float, given: int) -> None:
        """``needed`` minutes at the present speed against ``given`` (0: no limit)."""
        if not given:
            self._put("没有限定时间", clock(needed), "", "")
            return
        left = given - needed
        words = f"余 {clock(left)}" if left >= 0 else f"超 {clock(-left)}"
        self._put(f"给定 {given} 分钟", clock(needed), words, self._colour(left))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for other minutes."""
        del event
        self.asked.emit()

    def _colour(self, left: float) -> str:
        colours = self._theme.colours
        return colours.good if left >= 0 else colours.must

    def _put(self, given: str, needed: str, left: str, colour: str) -> None:
        self.setAccessibleName(f"{given}，现在 {needed} {left}".strip())
        tail = f' <span style="color:{colour}">{escape(left)}</span>' if left else ""
        self.setText(
            f'<span style="color:{self._theme.colours.dim}">{escape(given)}</span><br>'
            f"<b>{escape(needed)}</b>{tail}"
        )
