"""The command 设置, and what tells its window of changes made elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.settings.store import Settings
from editor.ui.settings.command_keys import OPTION, CommandKeys
from editor.ui.settings.live_settings import LiveSettings

if TYPE_CHECKING:
    from editor.ui.settings.keys_page import KeysPage
    from editor.ui.settings.settings_window import SettingsWindow

KEYS = "快捷键"


@dataclass(frozen=True, slots=True)
class GivenToSettings:
    """What the window works with.

    ``menu_letters`` open a menu together with Alt; ``initials`` gives the pinyin letters of a
    text, as many as it has characters ('' where they are not known yet).
    """

    settings: Settings
    live: LiveSettings
    keys: CommandKeys
    menu_letters: str
    initials: Callable[[str], str]


class SettingsCommands(QObject):
    """Shows one window at a time."""

    def __init__(self, parent: QWidget, given: GivenToSettings) -> None:
        super().__init__(parent)
        self._parent, self._given = parent, given
        self.window: SettingsWindow | None = None
        self._keys_page: KeysPage | None = None
        given.live.changed.connect(self._follow)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"app.settings": self.show, "app.keys": self.show_keys}

    def show(self) -> None:
        """The window, in front."""
        if self.window is None:
            self.window = self._made()
            self.window.destroyed.connect(self._forget)
        self.window.show()
        self.window.activateWindow()

    def show_keys(self) -> None:
        """The window, its keys in front."""
        self.show()
        if self.window is not None:
            self.window.go_to(KEYS)

    def _made(self) -> SettingsWindow:
        from editor.ui.settings.keys_page import KeysPage
        from editor.ui.settings.settings_window import OtherPage, SettingsWindow

        given = self._given
        page = self._keys_page = KeysPage(given.keys, given.menu_letters, given.initials)
        other = OtherPage(KEYS, page, page.found)
        page.go_asked.connect(self._go_to_command)
        return SettingsWindow(self._parent, given.settings, given.initials, (other,))

    def _go_to_command(self, command: str) -> None:
        if self.window is not None and self._keys_page is not None:
            self.window.go_to(KEYS)
            self._keys_page.go_to(command)

    def _follow(self, name: str) -> None:
        if self.window is not None:
            self.window.show_option(name)
        if self._keys_page is not None and name == OPTION:
            self._keys_page.show_keys()

    def _forget(self) -> None:
        self.window = self._keys_page = None
