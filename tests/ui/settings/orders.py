"""Invented commands, and a settings window over them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QWidget

from editor.settings.store import Settings
from editor.ui.settings.command_keys import CommandKeys
from editor.ui.settings.live_settings import LiveSettings
from editor.ui.settings.settings_commands import GivenToSettings, SettingsCommands


class Order(NamedTuple):
    """A command of the tests."""

    id: str
    text: str
    keys: str
    menu: str = "编辑"


ORDERS = (
    Order("undo", "撤销", "Ctrl+Z"),
    Order("find", "查找…", "Ctrl+F"),
    Order("next", "下一处毛病", "F8"),
    Order("split", "拆成两节", "Ctrl+Return"),
    Order("bare", "统计", ""),
)


class Shown(NamedTuple):
    """A settings window that is shown, and what it works on."""

    commands: SettingsCommands
    settings: Settings
    keys: CommandKeys
    live: LiveSettings


def show_settings(parent: QWidget, home: Path) -> Shown:
    """The window over a parent, as the command 设置 shows it."""
    settings = Settings(home)
    live = LiveSettings(settings, parent)
    keys = CommandKeys(settings, ORDERS)
    given = GivenToSettings(settings, live, keys, "FE", lambda words: words)
    commands = SettingsCommands(parent, given)
    commands.show()
    QApplication.processEvents()
    return Shown(commands, settings, keys, live)
