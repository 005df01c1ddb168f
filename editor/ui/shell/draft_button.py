"""At the right of the menu bar: which draft is open and whether it is saved."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton
from shiboken6 import isValid

from editor.ui.drafts.draft_state import DraftState


class DraftButton(QToolButton):
    """Shows the state of the speech in front; a click leads to its versions."""

    def __init__(self) -> None:
        super().__init__()
        self._state: DraftState | None = None
        self.setAutoRaise(True)
        self.setObjectName("draft")
        self.setToolTip("第几稿、存了没有；点一下看留存的各版")
        self._show("")

    def follow(self, state: DraftState) -> None:
        """Show the state of another speech from now on."""
        if self._state is not None and isValid(self._state):
            self._state.changed.disconnect(self._show)
        self._state = state
        state.changed.connect(self._show)
        self._show(state.words())

    def _show(self, words: str) -> None:
        self.setText(words)
        self.setVisible(bool(words))
        self.setAccessibleName(words)
        bar = self.parentWidget()
        if bar is not None:  # a menu bar gives its corner room only when it is resized
            QCoreApplication.sendEvent(bar, QResizeEvent(bar.size(), bar.size()))
