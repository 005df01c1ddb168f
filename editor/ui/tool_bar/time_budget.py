"""At the right of the tool bar: minutes given, minutes needed, what is left."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
)

from editor.ui.look.clock import clock
from editor.ui.look.plain_words import RichLabel
from editor.ui.look.theme import Theme


class TimeBudget(QToolButton):
    """A button in two lines; who presses it asks for the given minutes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("budget")  # it is as wide as its words, not as a tool
        self._words = RichLabel()
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 2, 12, 2)
        self._column.addWidget(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
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

    def sizeHint(self) -> QSize:
        """The room of its words; a tool button looks only at a text of its own."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """All of its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a button; the words stand on it."""
        del event
        painter, option = QStylePainter(self), QStyleOptionToolButton()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)

    def _colour(self, left: float) -> str:
        colours = self._theme.colours
        return colours.good if left >= 0 else colours.must

    def _put(self, given: str, needed: str, left: str, colour: str) -> None:
        self.setAccessibleName(f"{given}，现在 {needed} {left}".strip())
        tail = f' <span style="color:{colour}">{escape(left)}</span>' if left else ""
        self._words.setText(
            f'<span style="color:{self._theme.colours.dim}">{escape(given)}</span><br>'
            f"<b>{escape(needed)}</b>{tail}"
        )
        self.updateGeometry()
