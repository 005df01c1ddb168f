"""The composition of the window: builds every part after the first paint and joins them.

It knows everyone and is known by none: a part is given what it works with by name; what it has to
tell it tells by signals, which are joined here. What belongs to one open speech is built and
joined in `desk`; `open_speeches` has them all; here is what the window has once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast
from weakref import ref

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from editor.ui.files.open_flow import OpenFlow
from editor.ui.files.recent_files import RecentFiles
from editor.ui.files.start_page import StartPage
from editor.ui.guard.log_commands import LogCommands
from editor.ui.help.help_commands import HelpCommands
from editor.ui.look.explained import explain
from editor.ui.menu_entries import MenuEntries
from editor.ui.page.composed_fields import ComposedFields
from editor.ui.page.page_view import PageView
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.ui.session.leftovers import Leftovers
from editor.ui.session.lost_texts import LostTexts
from editor.ui.session.recovery import Recovery
from editor.ui.session.session import Session
from editor.ui.session.unsaved_texts import UnsavedTexts
from editor.ui.settings.command_keys import OPTION, CommandKeys, shown
from editor.ui.settings.live_settings import LiveSettings
from editor.ui.settings.settings_commands import GivenToSettings, SettingsCommands
from editor.ui.shell.actions import Actions
from editor.ui.shell.command_table import BY_ID, MENU_LETTERS
from editor.ui.shell.desk import Desk
from editor.ui.shell.desk_parts import Shared
from editor.ui.shell.draft_button import DraftButton
from editor.ui.shell.first_run import FirstRun
from editor.ui.shell.keeping_parts.keeping import Keeping
from editor.ui.shell.open_speeches import OpenSpeeches, may_leave
from editor.ui.shell.status_bar import StatusBar
from editor.ui.shell.step_menus import StepMenus
from editor.ui.shell.unkept_notice import UnkeptNotice
from editor.ui.shell.view_commands import ViewCommands
from editor.ui.shell.window import Window
from editor.ui.shell.window_parts import WindowParts
from editor.ui.tabs.tab_strip import TabStrip
from editor.ui.tool_bar.time_budget import TimeBudget
from editor.ui.tool_bar.tool_room import ToolRoom
from editor.ui.tree.outline_view import OutlineView
from editor.words.segmenter import Segmenter

KEEP_MS = 1000  # after a tab came, went or was turned to: the session is written down


class Composition(QObject):
    """The parts of a complete window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window, self._theme, self._settings = window, window.theme, window.settings
        self._tree: OutlineView | None = window.tree  # painted already; of the first desk
        self._build_shared()
        self._build_files()
        self.views = ViewCommands(self.window, self._in_front)
        self.parts = WindowParts(self.window, self._in_front)
        self.desks.begin(self._make_desk)
        self._build_commands()
        self._join_window()
        self._join_tabs()
        self.views.show_ticks()

    @property
    def desk(self) -> Desk:
        """The speech in front."""
        return self.desks.front

    def begin(self, path: str) -> None:
        """Open what was asked for, or go on where the last session ended."""
        self.desks.bring(self.desk)
        self.session.begin(path)
        self.first_run.begin()
        self.recovery.empty_old()
        self.unsaved.offer()
        self.phrase_bank.load()
        self.segmenter.load_in_background()

    def take_up(self, path: str) -> None:
        """A second start of the program asks for a file, or ('') only for the window."""
        self.window.come_to_the_front()
        self.openings.take_up(path)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command of the table does."""
        return self._handlers

    def pages(self) -> list[PageView]:
        """The pages of all open speeches."""
        return [desk.page for desk in self.desks.all()]

    def _build_shared(self) -> None:
        # Both are loaded late, in threads that only read: nothing waits for them at the end.
        self.phrase_bank = PhraseBankSource(self._settings.folder / "phrases.txt")
        self.segmenter = Segmenter()
        self.recent = RecentFiles(self._settings)
        self.start = StartPage()
        explain(self.start, "open")
        self.strip = TabStrip(self._theme)
        self.status = StatusBar(self.window.statusBar())
        self.budget = TimeBudget(self._theme)
        self.live = LiveSettings(self._settings, self)
        self.draft = DraftButton()
        self.desks = OpenSpeeches(self)
        self.shared = Shared(
            self.window, self.phrase_bank, self.segmenter, self.recent, self.desks, self.status,
            self.budget, self.live, self.draft, UnkeptNotice(self.status),
        )  # fmt: skip

    def _build_files(self) -> None:
        self.openings = OpenFlow(self.window, self.desks, self.recent, self._settings)
        self.recovery = Recovery(self.desks, LostTexts(self._settings.folder / "recovery"))
        self.unsaved = UnsavedTexts(
            self.window, self._settings, self.recovery, self.desks, lambda: self.desk.drafts
        )
        self.session = Session(self._settings, self.desks, self.openings, self.desks.files)
        self.keeping = Keeping(self.window, self._settings, self.desks, self.openings, self.start)
        self.leftovers = Leftovers(self._settings.folder, self)
        self._keep = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keep.timeout.connect(self.session.keep)

    def _make_desk(self) -> Desk:
        tree, self._tree = self._tree or OutlineView(), None
        desk = Desk(self.shared, tree)
        self.leftovers.watch(desk.text)
        self._join_desk(desk)
        return desk

    def _build_commands(self) -> None:
        listed = [command for command in BY_ID.values() if command.kind != "menu"]
        self.keys = CommandKeys(self._settings, listed)
        self.start.show_keys(self._keys_shown)
        given = GivenToSettings(
            self._settings, self.live, self.keys, MENU_LETTERS, self.phrase_bank.initials
        )
        self.options = SettingsCommands(self.window, given)
        self.help = HelpCommands(self.window, self.keys, _places_in_menus())
        self.help.command_asked.connect(self._ask)
        self.first_run = FirstRun(self.window, self.start, self.desks, self.openings)
        self._handlers: dict[str, Callable[[], object]] = {
            command: partial(self._run, command) for command in self.desk.handlers()
        }
        once = (self.openings, self.unsaved, self.keeping, self.views, self.options, self.help)
        for part in (*once, self.first_run):
            self._handlers |= part.handlers()
        self._handlers |= {
            "file.close": self._close,
            "tabs.next": partial(self.desks.turn, 1),
            "tabs.previous": partial(self.desks.turn, -1),
        }
        self._handlers |= self.parts.handlers()
        self._handlers |= LogCommands(self._settings, lambda: self.desk.context).handlers()
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

    def _run(self, command: str) -> object:
        """A command on the speech that is in front; what is being composed belongs to it."""
        self.desk.text.settle()
        return self.desk.run(command)

    def _entries(self, command: str) -> MenuEntries:
        return cast(MenuEntries, self._run(command))

    def _ask(self, command: str) -> None:
        self._handlers[command]()

    def _in_front(self) -> Desk:
        return self.desk

    def _close(self) -> None:
        self.desks.close(self.desks.place())

    def _join_desk(self, desk: Desk) -> None:
        desk.presenter.shown.connect(self._show_start)
        desk.page.files_dropped.connect(self._open_dropped)
        desk.outline.find_by(self.phrase_bank.initials)
        self.parts.watch(desk)
        desk.join_unsaved(self.unsaved.join_unfiled, self.desks.documents)
        self.keeping.join(desk)
        own = ref(desk)  # what is kept by the desk's own text must not keep the desk
        desk.refuse_names(lambda path: self.desks.holds(path, own()))
        desk.profiles.changed.connect(partial(self.desks.use_profile, desk))
        self.unsaved.watch(desk.text, desk.messages)
        self.views.join(desk)

    def _join_window(self) -> None:
        window, start, openings = self.window, self.start, self.openings
        window.may_close = partial(may_leave, window, self.desks)
        window.ended.connect(self._end)
        self.live.changed.connect(self._take_option)
        self.fields = ComposedFields(self)
        window.files_dropped.connect(openings.open_paths)
        self.status.command_asked.connect(self._ask)
        self.draft.clicked.connect(partial(self._ask, "drafts.versions"))
        self.budget.clicked.connect(partial(self._ask, "check.slot"))
        _join_start(start, openings)

    def _join_tabs(self) -> None:
        self.window.take_tabs(self.strip)
        _join_strip(self.strip, self.desks)
        self.strip.new_asked.connect(partial(self.openings.new_from, ""))
        self.desks.wanted.connect(self.openings.read)
        self.desks.shown.connect(self._show_start)
        self.desks.changed.connect(self._show_tabs)

    def _show_tabs(self) -> None:
        self.strip.show_tabs(self.desks.labels(), self.desks.place())
        self._keep.start()

    def _show_start(self) -> None:
        """Without a text the start page, with the recent files."""
        shown = (desk := self.desk).text.opened is not None
        self._budget_place.setVisible(shown)  # the tool bar hides what it has no room for
        if not shown:
            self.start.show_recent(self.recent.paths())
            self.keeping.show_on_start()
            desk.stack.addWidget(self.start)
            desk.stack.setCurrentWidget(self.start)

    def _open_dropped(self, paths: list[Path]) -> None:
        self.window.later(lambda: self.openings.open_paths(paths))

    def _end(self) -> None:
        self._keep.stop()
        self.desk.tabs.remember()
        self.session.keep()
        self.unsaved.close()
        self.keeping.end()
        self.desk.drafts.clean({*self.recovery.histories(), *self.desks.documents()})
        for desk in self.desks.all():
            desk.end()
        self.live.end()


def _join_start(start: StartPage, openings: OpenFlow) -> None:
    start.open_asked.connect(openings.open_dialog)
    start.path_asked.connect(openings.open_path)
    start.skeleton_asked.connect(openings.new_from)
    start.sample_asked.connect(openings.open_sample)


def _places_in_menus() -> dict[str, str]:
    """Where each command stands in the menus, by its id."""
    return {command.id: f"{command.menu}—{command.text.rstrip('…')}" for command in BY_ID.values()}


def _join_strip(strip: TabStrip, desks: OpenSpeeches) -> None:
    strip.chosen.connect(desks.go_to)
    strip.close_asked.connect(desks.close)
    strip.others_close_asked.connect(desks.close_others)
    strip.moved.connect(desks.move)
    strip.ask_about_drops(partial(_tab_drop, desks))
    strip.dropped.connect(partial(_drop_on_tab, desks))


def _tab_drop(desks: OpenSpeeches, place: int, event: QDropEvent) -> str:
    drags = desks.drags(place)
    plan = drags.plan_at_end(event) if drags else None
    return plan.preview.words if plan else ""


def _drop_on_tab(desks: OpenSpeeches, place: int, event: QDropEvent) -> None:
    drags = desks.drags(place)
    plan = drags.plan_at_end(event) if drags else None
    if drags and plan:
        desks.go_to(place)
        drags.take(plan, event)


def _place_at_the_end(bar: QToolBar, part: QWidget) -> QAction:
    gap = QWidget()
    gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(gap)
    place = bar.addWidget(part)
    ToolRoom(bar, part)
    return place
