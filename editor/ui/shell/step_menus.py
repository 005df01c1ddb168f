"""Undo and redo in the tool bar: a list of the steps beside each button, names in the tips.

Names are asked for when they are about to be seen: a keystroke costs nothing here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton

from editor.ui.menu_entries import MenuEntries
from editor.ui.shell.actions import Actions, fill_menu

LISTS = {"edit.undo": "edit.undo_to", "edit.redo": "edit.redo_to"}


class StepMenus(QObject):
    """``entries`` gives the rows of a command of kind 'menu' by its id."""

    def __init__(
        self, bar: QToolBar, actions: Actions, entries: Callable[[str], MenuEntries]
    ) -> None:
        super().__init__(bar)
        self._actions, self._entries = actions, entries
        self._buttons: dict[QObject, str] = {}
        for command, steps in LISTS.items():
            button = cast(QToolButton, bar.widgetForAction(actions.by_id[command]))
            menu = QMenu(button)
            menu.aboutToShow.connect(lambda menu=menu, steps=steps: self._fill(menu, steps))
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
            button.installEventFilter(self)
            self._buttons[button] = command
        actions.menus["编辑"].aboutToShow.connect(self._name_both)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The tip of a button tells what it would do."""
        if event.type() == QEvent.Type.ToolTip and watched in self._buttons:
            self._name(self._buttons[watched])
        return super().eventFilter(watched, event)

    def _fill(self, menu: QMenu, steps: str) -> None:
        fill_menu(menu, self._entries(steps))

    def _name_both(self) -> None:
        for command in LISTS:
            self._name(command)

    def _name(self, command: str) -> None:
        rows = self._entries(LISTS[command])
        self._actions.name_step(command, rows[0][0].partition("　")[2] if rows else "")
