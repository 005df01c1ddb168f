"""The command 设置, and what tells its window of changes made elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.settings.store import Settings
from editor.ui.settings.live_settings import LiveSettings

if TYPE_CHECKING:
    from editor.ui.settings.settings_window import SettingsWindow


class SettingsCommands(QObject):
    """Shows one window at a time."""

    def __init__(
        self,
        parent: QWidget,
        settings: Settings,
        live: LiveSettings,
        initials: Callable[[str], str],
    ) -> None:
        super().__init__(parent)
        self._parent, self._settings, self._initials = parent, settings, initials
        self.window: SettingsWindow | None = None
        live.changed.connect(self._follow)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"app.settings": self.show}

    def show(self) -> None:
        """The window, in front."""
        from editor.ui.settings.settings_window import SettingsWindow

        if self.window is None:
            self.window = SettingsWindow(self._parent, self._settings, self._initials)
            self.window.destroyed.connect(self._forget)
        self.window.show()
        self.window.activateWindow()

    def _follow(self, name: str) -> None:
        if self.window is not None:
            self.window.show_option(name)

    def _forget(self) -> None:
        self.window = None
