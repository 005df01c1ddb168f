"""Ctrl and the wheel over the interface: its type grows and shrinks, as the page's does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from editor.ui.look.wheel_steps import WheelSteps

CONTROL = Qt.KeyboardModifier.ControlModifier


class TypeWheel(QObject):
    """Listens to the window and to the lists in it, which would keep the wheel.

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
        if isinstance(event, QWheelEvent) and event.modifiers() & CONTROL:
            if steps := self._steps.taken(event):
                self._change(steps)
            return True
        return super().eventFilter(watched, event)
