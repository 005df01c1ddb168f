"""The command of the list of all that is kept, and the pages of it in other windows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.files.backups.saved_state import SavedState
from editor.settings.store import Settings
from editor.ui.errands import while_there
from editor.ui.kept.kept_page import ALL_NOTE, STATES_NOTE, KeptPage
from editor.ui.kept.kept_texts import KeptTexts, OpenedBy
from editor.ui.kept.kept_window import KeptWindow


class KeptCommands(QObject):
    """The list of the window; `clear_asked` tells that a speech is to leave no traces."""

    clear_asked = Signal(object)  # KeptDocument

    def __init__(self, parent: QWidget, settings: Settings, opened: OpenedBy) -> None:
        super().__init__(parent)
        self._parent, self._settings = parent, settings
        self.texts = KeptTexts(parent, settings, opened)
        self.window: KeptWindow | None = None
        self._page: KeptPage | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"drafts.kept": self.show}

    def show(self) -> None:
        """The window of all that is kept."""
        if self.window is None:
            self._page = self.page_of_all()
            self.window = KeptWindow(self._parent, self._page)
            self.window.destroyed.connect(self._forget)
        else:
            self.refill()
        self.window.show()
        self.window.activateWindow()

    def refill(self) -> None:
        """Show what is kept by now."""
        if self._page is not None:
            self.texts.look(while_there(self._page, self._page.show_documents))

    def page_of_all(self) -> KeptPage:
        """A page with all speeches, filled as soon as they are known."""
        page = KeptPage(ALL_NOTE, whole=True)
        self.texts.join(page)
        page.clear_asked.connect(self.clear_asked)
        self.texts.look(while_there(page, page.show_documents))
        return page

    def page_of_states(self, states: Sequence[SavedState]) -> KeptPage:
        """A page with the saved states of one speech."""
        number = self._settings.number
        note = STATES_NOTE.format(kept=number("states_kept"), days=number("states_days"))
        page = KeptPage(note, whole=False)
        self.texts.join(page)
        page.show_states(states)
        return page

    def close(self) -> None:
        """The program ends."""
        if self.window is not None:
            self.window.close()

    def _forget(self) -> None:
        self.window = self._page = None
