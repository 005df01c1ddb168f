"""What the menu 帮助 shows, and F1: the page on the part one is in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from editor.ui.look.explained import HERE, page_of
from editor.ui.settings.command_keys import CommandKeys, shown

if TYPE_CHECKING:
    from editor.ui.help.help_book import HelpBook
    from editor.ui.help.help_window import HelpWindow

FIRST_PAGE = "start"


class HelpCommands(QObject):
    """One window of help beside the program's, and one above a dialog that waits for an answer."""

    command_asked = Signal(str)

    def __init__(self, parent: QWidget, keys: CommandKeys, places: Mapping[str, str]) -> None:
        """``places``: where each command stands in the menus, by its id."""
        super().__init__(parent)
        self._parent, self._keys, self._places = parent, keys, places
        self._windows: dict[QWidget, HelpWindow] = {}

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            HERE: self.here,
            "help.guide": partial(self.show, FIRST_PAGE),
            "help.keys": partial(self.show, "keys"),
            "help.rules": partial(self.show, "rules"),
            "help.about": partial(self.show, "about"),
        }

    def here(self) -> None:
        """What can be done in the part that has the keys."""
        self.show(page_of(QApplication.focusWidget()) or FIRST_PAGE)

    def show(self, page: str) -> None:
        """Turn the help to a page; above a dialog that waits it can be read all the same."""
        from editor.ui.help.help_window import HelpWindow

        above = QApplication.activeModalWidget() or self._parent
        window = self._windows.get(above)
        if window is None:
            window = self._windows[above] = HelpWindow(above, self._read())
            window.command_asked.connect(self._run)
            window.destroyed.connect(partial(self._windows.pop, above, None))
        window.show_page(page)
        window.show()
        window.activateWindow()

    def _run(self, command: str) -> None:
        """A page offers a command: not while a dialog waits."""
        if QApplication.activeModalWidget() is None:
            self.command_asked.emit(command)

    def _read(self) -> HelpBook:
        """The book with the keys of now."""
        from editor.ui.help.help_book import read_book
        from editor.ui.help.made_pages import about_page, keys_page, rules_page

        made = {
            "keys": partial(keys_page, self._keys), "rules": rules_page, "about": about_page,
        }  # fmt: skip
        return read_book(self._told, made)

    def _told(self, command: str) -> str:
        """The keys of a command, or where it stands in the menus."""
        held = self._keys.keys(command) if command in self._keys.commands else ""
        return f"**{shown(held)}**" if held else f"“{self._places[command]}”"
