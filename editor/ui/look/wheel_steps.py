"""The wheel with Ctrl held, in whole steps: a notch of a mouse, as much of a touch pad."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

_NOTCH: Final = 120  # eighths of a degree, as Qt counts a notch


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
