"""What findings and blanks share: they follow the controller, but never at the cost of typing."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from editor.analysis.values import Analysis
from editor.ui.document.controller import DocumentController
from editor.ui.look.palette import Colours
from editor.ui.look.theme import Theme

NO_TEXT = "还没有打开稿子。打开或新建一份，要改的、要填的就列在这里。"
REST_MS = 350  # a panel is rebuilt when nothing was typed for so long


class SidePanel(QWidget):
    """Shows something of the analysis; a hidden panel does nothing until it is shown.

    Subclasses give `signature` (what they show, cheaply) and `rebuild`.
    """

    said = Signal(str)

    def __init__(self, controller: DocumentController, theme: Theme) -> None:
        super().__init__()
        self.controller = controller
        self._theme, self._painted = theme, theme.colours
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 0)
        self.column.setSpacing(4)
        self._shown: object = None
        self.has_text = True
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._update)
        controller.analysis_changed.connect(self._update_soon)
        theme.changed.connect(self._recolour)

    @property
    def colours(self) -> Colours:
        """The colours of now."""
        return self._theme.colours

    def show_text(self, shown: bool) -> None:
        """Whether a text is open; without one the panel says what to do."""
        if shown != self.has_text:
            self.has_text = shown
            self.update_now(force=True)

    def analysis(self) -> Analysis:
        """The latest analysis."""
        return self.controller.analysis()

    def outdated(self) -> bool:
        """Whether the text is another by now: what was found counts in the one that was read."""
        return self.analysis().manuscript.revision != self.controller.manuscript().revision

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

    def _recolour(self, colours: Colours) -> None:
        if colours is not self._painted:  # other type alone is Qt's work
            self._painted = colours
            self.update_now(force=True)

    def _update_soon(self, _analysis: Analysis) -> None:
        """When the hand rests; at once where it works in the panel: nothing may move later."""
        at_work = QApplication.focusWidget()
        if at_work is not None and self.isAncestorOf(at_work):
            self.update_now()
        else:
            self._timer.start()

    def _update(self) -> None:
        if not self.isVisible():
            return
        now = self.signature()
        if self._shown is None or now != self._shown:
            self._shown = now
            self.rebuild()
