"""What the three panels share: they follow the controller, but never at the cost of typing."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.analysis.values import Analysis
from editor.ui.document.controller import DocumentController
from editor.ui.look.palette import Colours

REST_MS = 350  # a panel is rebuilt when the hand has rested this long


class SidePanel(QWidget):
    """Shows something of the analysis; a hidden panel does nothing until it is shown.

    Subclasses give `signature` (what they show, cheaply) and `rebuild`.
    """

    said = Signal(str)

    def __init__(self, controller: DocumentController, colours: Colours) -> None:
        super().__init__()
        self.controller = controller
        self.colours = colours
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 0)
        self.column.setSpacing(4)
        self._shown: object = None
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._update)
        controller.analysis_changed.connect(lambda _: self._timer.start())

    def analysis(self) -> Analysis:
        """The latest analysis."""
        return self.controller.analysis()

    def put_colours(self, colours: Colours) -> None:
        """Other colours."""
        self.colours = colours
        self.update_now(force=True)

    def signature(self) -> object:
        """What is shown; the panel is rebuilt only when it differs."""
        raise NotImplementedError

    def rebuild(self) -> None:
        """Show the analysis."""
        raise NotImplementedError

    def update_now(self, *, force: bool = False) -> None:
        """Rebuild at once where something differs."""
        self._timer.stop()
        if force:
            self._shown = None
        self._update()

    def showEvent(self, event: QShowEvent) -> None:
        """A panel that comes to the front catches up."""
        super().showEvent(event)
        self._update()

    def _update(self) -> None:
        if not self.isVisible():
            return
        now = self.signature()
        if self._shown is None or now != self._shown:
            self._shown = now
            self.rebuild()
