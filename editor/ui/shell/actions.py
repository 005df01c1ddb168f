"""The commands as QActions: menus and tool bar built from the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from editor.ui.look.plain_words import caption, literal
from editor.ui.menu_entries import MenuEntries
from editor.ui.settings.command_keys import CommandKeys, shown
from editor.ui.shell.command_table import BY_ID, COMMANDS, MENU_LETTERS, MENUS, TOOLS, Command

Handlers = Mapping[str, Callable[[], object]]


class Actions:
    """One QAction a command, owned by the window."""

    def __init__(self, window: QMainWindow, handlers: Handlers, keys: CommandKeys) -> None:
        self._window, self._keys = window, keys
        self._handlers = handlers
        self.by_id: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}

    def build_tools(self) -> QToolBar:
        """The row of large buttons with words under the icons."""
        bar = QToolBar("工具栏", self._window)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(24, 24))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLS:
            if name == "|":
                bar.addSeparator()
            else:
                bar.addAction(self.action(BY_ID[name]))
        return bar

    def build_menus(self) -> None:
        """The menu bar; every command becomes reachable by its keys."""
        self._window.menuBar().setAccessibleName("菜单")
        for title, letter in zip(MENUS, MENU_LETTERS, strict=True):
            menu = self._window.menuBar().addMenu(f"{title}(&{letter})")
            self.menus[title] = menu
            for command in COMMANDS:
                if command.menu != title:
                    continue
                if command.id == "-":
                    menu.addSeparator()
                elif command.kind == "menu":
                    self._add_list(menu, command)
                else:
                    menu.addAction(self.action(command))

    def action(self, command: Command) -> QAction:
        """The action of a command, made at its first use."""
        if command.id in self.by_id:
            return self.by_id[command.id]
        action = QAction(command.text, self._window)
        action.setObjectName(command.id)
        action.setIconText(command.tool or command.text.rstrip("…"))
        self._put_keys(command, action)
        action.setCheckable(command.kind == "tick")
        handler = self._handlers[command.id]
        action.triggered.connect(lambda _=False: handler())
        # The window holds it too: keys of a hidden menu bar would be dead (F11).
        self._window.addAction(action)
        self.by_id[command.id] = action
        return action

    def put_keys(self) -> None:
        """Every command has the keys that hold now, and its tip tells them."""
        known = [(BY_ID[name], action) for name, action in self.by_id.items()]
        for _, action in known:
            action.setShortcut(QKeySequence())  # never two with one key, not even meanwhile
        for command, action in known:
            if command.kind != "menu":
                self._put_keys(command, action)

    def _put_keys(self, command: Command, action: QAction, words: str = "") -> None:
        keys = self._keys.keys(command.id)
        free = command.more and not self._keys.holder(command.more)
        action.setShortcuts([QKeySequence(k) for k in (keys, command.more if free else "") if k])
        told = f"（{shown(keys)}）" if keys else ""
        action.setToolTip(literal(f"{words or command.tip or command.text.rstrip('…')}{told}"))

    def name_step(self, name: str, step: str) -> None:
        """Say in the menu and in the tip which step a command is about ('' for none)."""
        command, action = BY_ID[name], self.by_id[name]
        words = f"{command.text} {step}".rstrip()
        action.setText(caption(words))
        self._put_keys(command, action, words)

    def tick(self, name: str, on: bool) -> None:
        """Show whether a command of kind 'tick' is on."""
        self.by_id[name].setChecked(on)

    def put_icons(self, make: Callable[[str], QIcon]) -> None:
        """Give every action that has one its icon."""
        for name, action in self.by_id.items():
            if BY_ID[name].icon:
                action.setIcon(make(BY_ID[name].icon))

    def enable(self, *, text: bool) -> None:
        """Switch off what needs an open speech where there is none."""
        for name, action in self.by_id.items():
            action.setEnabled(text or not BY_ID[name].needs)

    def _add_list(self, menu: QMenu, command: Command) -> None:
        inner = menu.addMenu(command.text)
        inner.setObjectName(command.id)
        inner.setToolTipsVisible(True)
        self.by_id[command.id] = inner.menuAction()
        handler = self._handlers[command.id]
        inner.aboutToShow.connect(lambda: fill_menu(inner, cast(MenuEntries, handler())))


def fill_menu(menu: QMenu, entries: MenuEntries) -> None:
    """Put rows into a menu in place of those that are there."""
    menu.clear()
    for words, tip, run in entries:
        _add_entry(menu, words, tip, run)
    if not entries:
        menu.addAction("（没有）").setEnabled(False)


def _add_entry(menu: QMenu, words: str, tip: str, run: Callable[[], object]) -> None:
    action = menu.addAction(caption(words))
    action.setToolTip(literal(tip))
    action.triggered.connect(lambda _=False: run())
