"""The composition of the window: builds every part after the first paint and joins them.

It knows everyone and is known by none: a part is given a `Context` and, by name, what else it
works with; what it has to tell it tells by signals, which are joined here. What belongs to one
open speech is built and joined in `desk`; here is what the window has once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from editor.ui.files.recent_files import RecentFiles
from editor.ui.files.start_page import StartPage
from editor.ui.help.help_commands import HelpCommands
from editor.ui.look.explained import explain
from editor.ui.menu_entries import MenuEntries
from editor.ui.page.composed_fields import ComposedFields
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.ui.session.recovery import Recovery
from editor.ui.session.session import Session
from editor.ui.session.unsaved_texts import UnsavedTexts
from editor.ui.settings.command_keys import OPTION, CommandKeys, shown
from editor.ui.settings.live_settings import LiveSettings
from editor.ui.settings.settings_commands import GivenToSettings, SettingsCommands
from editor.ui.shell.actions import Actions
from editor.ui.shell.command_table import BY_ID, MENU_LETTERS
from editor.ui.shell.desk import Desk, Shared
from editor.ui.shell.draft_button import DraftButton
from editor.ui.shell.status_bar import StatusBar
from editor.ui.shell.step_menus import StepMenus
from editor.ui.shell.time_budget import TimeBudget
from editor.ui.shell.view_commands import ViewCommands
from editor.ui.shell.window import Window
from editor.ui.shell.window_parts import WindowParts
from editor.words.segmenter import Segmenter


class Composition(QObject):
    """The parts of a complete window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window, self._theme, self._settings = window, window.theme, window.settings
        self._build_shared()
        self.desk = Desk(self.shared, window.tree)
        self._build_files()
        self._build_commands()
        self._join_desk(self.desk)
        self._join_window()
        self.views.show_ticks()

    def begin(self, path: str) -> None:
        """Open what was asked for, or go on where the last session ended."""
        self.desk.bring(True)
        self.session.begin(path)
        self.recovery.empty_old()
        self.unsaved.offer()
        self.phrase_bank.load()
        self.segmenter.load_in_background()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command of the table does."""
        return self._handlers

    # -- building

    def _build_shared(self) -> None:
        # Both are loaded late, in threads that only read: nothing waits for them at the end.
        self.phrase_bank = PhraseBankSource(self._settings.folder / "phrases.txt")
        self.segmenter = Segmenter()
        self.recent = RecentFiles(self._settings)
        self.start = StartPage()
        explain(self.start, "open")
        self.status = StatusBar(self.window.statusBar())
        self.budget = TimeBudget(self._theme)
        self.live = LiveSettings(self._settings, self)
        self.draft = DraftButton()
        self.shared = Shared(
            self.window,
            self.phrase_bank,
            self.segmenter,
            self.recent,
            self.status,
            self.budget,
            self.live,
            self.draft,
        )

    def _build_files(self) -> None:
        desk = self.desk
        history = desk.drafts.history
        self.recovery = Recovery(desk.files, desk.autosave, history, desk.messages)
        self.unsaved = UnsavedTexts(
            desk.context, self.recovery, history, desk.drafts.comparisons, desk.drafts.presenter
        )
        self.session = Session(desk.context, desk.files)

    def _build_commands(self) -> None:
        self.views = ViewCommands(self.window, self.desk.context, self.desk.page)
        listed = [command for command in BY_ID.values() if command.kind != "menu"]
        self.keys = CommandKeys(self._settings, listed)
        self.start.show_keys(self._keys_shown)
        given = GivenToSettings(self._settings, self.live, self.keys, MENU_LETTERS, self._letters)
        self.options = SettingsCommands(self.window, given)
        places = {c.id: f"{c.menu}—{c.text.rstrip('…')}" for c in BY_ID.values()}
        self.help = HelpCommands(self.window, self.keys, places)
        self.help.command_asked.connect(self._ask)
        own = (self.unsaved, self.views, self.options, self.help)
        self._handlers: dict[str, Callable[[], object]] = {
            command: partial(self._run, command) for command in self.desk.handlers()
        }
        for part in own:
            self._handlers |= part.handlers()
        self.parts = WindowParts(self.window, lambda: self.desk)
        self._handlers |= self.parts.handlers()
        self.window.take_actions(Actions(self.window, self._handlers, self.keys))
        StepMenus(self.window.tools, self.window.actions_, self._entries)
        self.window.menuBar().setCornerWidget(self.draft)
        self.parts.watch_tools()
        self._budget_place = _place_at_the_end(self.window.tools, self.budget)
        explain(self.budget, "time")
        explain(self.window, "window")  # whatever says nothing of its own

    def _keys_shown(self, command: str) -> str:
        return shown(self.keys.keys(command))

    def _take_option(self, name: str) -> None:
        self.views.take_option(name)
        if name == OPTION:
            self.start.show_keys(self._keys_shown)

    def _letters(self, words: str) -> str:
        """Pinyin initials, once the phrase bank is there."""
        bank = self.phrase_bank.get() if self.phrase_bank.loaded() else None
        return bank.initials.of(words) if bank else ""

    def _run(self, command: str) -> object:
        """A command on the speech that is in front; what is being composed belongs to it."""
        self.desk.text.settle()
        return self.desk.handlers()[command]()

    def _entries(self, command: str) -> MenuEntries:
        return cast(MenuEntries, self._run(command))

    def _ask(self, command: str) -> None:
        self._handlers[command]()

    # -- joining

    def _join_desk(self, desk: Desk) -> None:
        desk.stack.addWidget(self.start)
        desk.presenter.shown.connect(self._show_start)
        desk.page.files_dropped.connect(self._open_dropped)
        desk.outline.keys.initials = self._letters
        self.parts.watch(desk)
        desk.join_unfiled(self.unsaved.join_unfiled)

    def _join_window(self) -> None:
        window, start = self.window, self.start
        window.may_close = self.desk.files.may_leave
        window.ended.connect(self._end)
        self.live.changed.connect(self._take_option)
        self.fields = ComposedFields(self)
        window.files_dropped.connect(self.desk.files.open_path)
        self.status.command_asked.connect(self._ask)
        self.draft.clicked.connect(partial(self._ask, "drafts.versions"))
        self.budget.clicked.connect(partial(self._ask, "check.slot"))
        start.open_asked.connect(self.desk.files.open_dialog)
        start.path_asked.connect(self.desk.files.open_path)
        start.skeleton_asked.connect(self.desk.files.new_from)
        start.sample_asked.connect(self.desk.files.open_sample)

    def _show_start(self, shown: bool) -> None:
        """Without a text the start page, with the recent files."""
        self._budget_place.setVisible(shown)  # the tool bar hides what it has no room for
        self.start.show_recent(self.recent.paths())
        if not shown:
            self.desk.stack.setCurrentWidget(self.start)

    def _open_dropped(self, paths: list[Path]) -> None:
        self.window.later(lambda: self.desk.files.open_path(paths[0]))

    def _end(self) -> None:
        self.desk.tabs.remember()
        self.session.end()
        self.desk.autosave.end()
        self.unsaved.close()
        self.desk.drafts.end(self.recovery.histories())
        self.desk.controller.close()
        self.live.end()


def _place_at_the_end(bar: QToolBar, part: QWidget) -> QAction:
    gap = QWidget()
    gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(gap)
    return bar.addWidget(part)
