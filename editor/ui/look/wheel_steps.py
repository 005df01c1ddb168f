"""The wheel with Ctrl held, in whole steps: a notch of a mouse, as much of a touch pad."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_NOTCH: Final = 120  # eighths of a degree, as Qt counts a notch
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier


class WheelSteps:
    """Adds up small moves: a touch pad sends many of them, which would race as a step each."""

    def __init__(self) -> None:
        self._sum = 0

    def taken(self, event: QWheelEvent) -> int:
        """The steps to go now, up above 0; 0 while they add up.

        What a touch pad sends after the fingers have left it is not meant: Ctrl came later.
        """
        up = event.angleDelta().y()
        if event.phase() == Qt.ScrollPhase.ScrollMomentum or not up:
            return 0
        if event.phase() == Qt.ScrollPhase.ScrollBegin or up * self._sum < 0:
            self._sum = 0
        self._sum += up
        steps = int(self._sum / _NOTCH)
        self._sum -= steps * _NOTCH
        return steps


class TypeWheel(QObject):
    """The type of the interface grows and shrinks, as the page's does.

    Listens to the window and to the lists in it, which would keep the wheel.

    Not to the whole application: a filter there costs every event a step in Python.
    """

    def __init__(self, window: QWidget, change: Callable[[int], None]) -> None:
        super().__init__(window)
        self._change = change
        self._steps = WheelSteps()
        window.installEventFilter(self)

    def listen(self, part: QWidget) -> None:
        """Listen to the lists in a part of the window."""
        for area in part.findChildren(QAbstractScrollArea):
            area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the wheel where Ctrl is held."""
        if isinstance(event, QWheelEvent) and event.modifiers() & _CONTROL:
            if steps := self._steps.taken(event):
                self._change(steps)
            return True
        return super().eventFilter(watched, event)
