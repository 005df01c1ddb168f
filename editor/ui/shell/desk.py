"""A desk: everything that belongs to one open speech, in every column of the window.

What the window has once is given as `Shared`; what an open speech has to tell the window it
tells by signals, or is asked when it comes to the front. Desks know nothing of each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from editor.analysis.analyzer import make_analyzer
from editor.files.opened import Opened
from editor.ui.autosave import Autosave
from editor.ui.context import Context
from editor.ui.document.controller import DocumentController
from editor.ui.document.step_names import StepNames
from editor.ui.drafts.draft_commands import CommandHandlers, DraftCommands
from editor.ui.drafts.draft_state import DraftState
from editor.ui.drafts.unfiled_page import UnfiledPage
from editor.ui.files.current_objects import CurrentObjects
from editor.ui.files.file_flow import FileFlow
from editor.ui.files.recent_files import RecentFiles
from editor.ui.find.find_commands import FindCommands
from editor.ui.look.explained import explain
from editor.ui.look.palette import Colours
from editor.ui.look.theme import page_palette
from editor.ui.marked_words.mark_commands import MarkCommands
from editor.ui.message_bar import MessageBar
from editor.ui.open_text import OpenText
from editor.ui.outline_views.outline_view_commands import OutlineViewCommands
from editor.ui.page.inline_completion import InlineCompletion
from editor.ui.page.page_view import PageView
from editor.ui.page.spoken_headings import SpokenHeadings
from editor.ui.page.text_commands import TextCommands
from editor.ui.panels.check_commands import CheckCommands
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.ui.panels.phrase_commands import PhraseCommands
from editor.ui.panels.side_tabs import SideTabs
from editor.ui.paper.pictures import can_be_drawn
from editor.ui.printing.gate_flow import GateFlow
from editor.ui.printing.print_flow import PrintFlow
from editor.ui.profile.profile_commands import ProfileCommands
from editor.ui.proof.proof_commands import ProofCommands
from editor.ui.receipt.tidy_commands import TidyCommands, looks_messy
from editor.ui.rehearsal.time_commands import TimeCommands
from editor.ui.repair.repair_commands import RepairCommands
from editor.ui.settings.live_settings import LiveSettings
from editor.ui.shell.analysis_health import AnalysisHealth, tell_as_of_any_slot
from editor.ui.shell.command_table import BY_ID
from editor.ui.shell.desk_options import DeskOptions, GovernedParts
from editor.ui.shell.draft_button import DraftButton
from editor.ui.shell.status_bar import StatusBar
from editor.ui.shell.status_presenter import StatusPresenter
from editor.ui.shell.text_presenter import TextPresenter
from editor.ui.shell.time_budget import TimeBudget
from editor.ui.shell.window import DeskColumns, Window
from editor.ui.tree.outline_commands import OutlineCommands
from editor.ui.tree.outline_panel import OutlinePanel
from editor.ui.tree.outline_view import OutlineView
from editor.words.segmenter import Segmenter

NAMED = ("提纲", "插入")  # menus whose commands name the undo steps that they make


@dataclass(frozen=True, slots=True)
class Shared:
    """What the window has once, and every desk works with."""

    window: Window
    phrase_bank: PhraseBankSource
    segmenter: Segmenter
    recent: RecentFiles
    status: StatusBar
    budget: TimeBudget
    live: LiveSettings
    draft: DraftButton


class Desk(QObject):
    """The parts of one open speech."""

    def __init__(self, shared: Shared, tree: OutlineView) -> None:
        super().__init__(shared.window)
        self._shared, self._window = shared, shared.window
        self._theme, self._settings = shared.window.theme, shared.window.settings
        self._front = False
        self._ticks: dict[str, bool] = {}
        self._build_text()
        self._build_places(tree)
        self._build_files()
        self._build_commands()
        self._join_text()
        self._join_window()
        self._join_panels()
        self._join_outline()
        self._put_options_on()
        _explain_parts(self)
        self.presenter.bring(False)
        self.drafts.badges.tick()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command of the table does to this speech."""
        return self._handlers

    def bring(self, front: bool) -> None:
        """To the front of the window, or from there."""
        self._front = front
        if front:
            self._window.show_desk(self.columns)
            for command, on in self._ticks.items():
                self._window.tick(command, on)
            self._shared.draft.follow(self.draft_state)
        self.presenter.bring(front)
        self.figures.bring(front)
        self._show_zoom()

    def join_unfiled(self, join: Callable[[UnfiledPage], object]) -> None:
        """Who does what the page of never saved texts asks for."""
        self.drafts.presenter.join_unfiled = join

    # -- building

    def _build_text(self) -> None:
        self.analyzer = make_analyzer(tell_as_of_any_slot)
        self.page = PageView()
        self.page.words = self._shared.segmenter
        self.controller = DocumentController(self.page, self.analyzer)
        self.text = OpenText(self.controller)
        self.messages = MessageBar()
        # Dialogs of this speech stand above its column, and go with it.
        self.context = Context(self.controller, self.text, self.messages, self._settings, QWidget())
        self.health = AnalysisHealth(self.controller, self.messages)

    def _build_places(self, tree: OutlineView) -> None:
        colours, rules = self._theme.colours, self.analyzer.rules
        self.page.set_palette(page_palette(colours, self._settings.text("page_colours")))
        self.finding = FindCommands(self.context, self.page)
        self.places = QSplitter()  # the page, and a second place beside it
        self.places.setChildrenCollapsible(False)
        self.places.addWidget(self.page)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.places)
        column = QVBoxLayout(self.context.parent)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.messages, self.finding.bar, self.stack):
            column.addWidget(part)
        pace = self._settings.number("pace")
        self.tree = tree
        self.outline = OutlinePanel(self.controller, tree, colours, pace, rules)
        tree.show()  # the stack it stood in at the first paint has hidden it when it went
        self.tabs = SideTabs(self.context, self._theme, self._shared.phrase_bank, rules)
        self.columns = DeskColumns(self.outline, self.context.parent, self.tabs)
        self._window.take_desk(self.columns)

    def _build_files(self) -> None:
        settings, text = self._settings, self.text
        self.presenter = TextPresenter(self._window, text)
        self.autosave = Autosave(text, self.controller, settings.folder / "recovery")
        self.files = FileFlow(self.context, self.autosave, self._shared.recent)
        self.drafts = DraftCommands(self.context, self._theme, self._shared.segmenter, self.files)
        history = self.drafts.history
        self.autosave.history = lambda: history.document
        self.draft_state = DraftState(self.context, self.autosave, history)

    def _build_commands(self) -> None:
        context, theme, shared = self.context, self._theme, self._shared
        self.gate = GateFlow(context, objects := CurrentObjects(context, can_be_drawn))
        self.checks = CheckCommands(context, self.analyzer, self.tabs)
        self.marks = MarkCommands(context, theme, self.page, self.tabs, self.checks)
        self.proofs = ProofCommands(context, self.analyzer, objects)
        self.tidying = TidyCommands(context, theme)
        self.repairs = RepairCommands(context, theme, self.analyzer.rules)
        self.profiles = ProfileCommands(context, self.analyzer)
        self.times = TimeCommands(context, theme)
        plan = self.times.plan
        self.proofs.pace = lambda: plan.pace
        self.figures = StatusPresenter(context, shared.status, shared.budget, plan)
        self.outline_commands = OutlineCommands(context, self.outline)
        self.outline_views = OutlineViewCommands(context, self.page, self.outline, self.places)
        self.phrase_commands = PhraseCommands(context, self.tabs, shared.phrase_bank)
        self.completion = InlineCompletion(
            self.controller, self.page, self.phrase_commands.continuation
        )
        SpokenHeadings(self.controller, self.page)
        parts = (
            self.files, self.drafts, self.tidying, self.checks, self.marks, self.gate,
            self.proofs, self.repairs, self.profiles, self.times, self.figures,
            self.outline_commands, self.outline_views, self.phrase_commands,
            TextCommands(context), self.finding, PrintFlow(context, self.gate),
        )  # fmt: skip
        handlers = {name: run for part in parts for name, run in part.handlers().items()}
        watched = self.drafts.watch(handlers, lambda command: BY_ID[command].text)
        self._handlers = _naming_steps(watched, self.controller.step_names)

    def _put_options_on(self) -> None:
        parts = GovernedParts(
            self.page, self.autosave, self.completion, self.outline, self.tabs.findings, self.times
        )
        self.options = DeskOptions(self._settings, self._shared.live, parts)

    # -- joining

    def _join_text(self) -> None:
        self.text.about_to_load.connect(self._make_ready)
        self.text.loaded.connect(self._focus_page)
        self.controller.refused.connect(self.messages.say)
        self.controller.told.connect(self.messages.say)
        self.presenter.shown.connect(self._show_parts)
        self.page.messy, self.page.keeps_looks = looks_messy, self.text.keeps_looks
        self.page.paste_is_messy.connect(self.tidying.take_paste)

    def _focus_page(self) -> None:
        self.page.setFocus()

    def _make_ready(self, _opened: Opened) -> None:
        self.outline.forget_expanded()
        self.analyzer.forget()
        self.health.forget()

    def _show_parts(self, shown: bool) -> None:
        self.tabs.show_text(shown)
        self.outline.setEnabled(shown)
        if shown:
            self.stack.setCurrentWidget(self.places)
        else:
            self.finding.close()

    def _join_window(self) -> None:
        self._theme.changed.connect(self._put_colours)
        self.page.zoom_changed.connect(self._show_zoom)
        self.text.loaded.connect(self._show_zoom)
        for part in (self.drafts.badges, self.outline_views):
            part.ticked.connect(self._tick)

    def _tick(self, command: str, on: bool) -> None:
        self._ticks[command] = on
        if self._front:
            self._window.tick(command, on)

    def _show_zoom(self) -> None:
        if self._front and self.text.opened is not None:
            self._shared.status.show_zoom(self.page.zoom())

    def _put_colours(self, colours: Colours) -> None:
        self.outline.put_colours(colours)
        self.figures.show_figures()
        palette = page_palette(colours, self._settings.text("page_colours"))
        self.page.set_palette(palette)
        self.outline_views.put_page_colours(palette)

    def _join_panels(self) -> None:
        self.tabs.raised.connect(self._window.right.show)
        self.tabs.blanks.offers = self.profiles.offers
        self.tabs.findings.repair_asked.connect(self.repairs.repair)
        self.tabs.findings.renumber_asked.connect(self.outline_commands.renumber)
        self.profiles.changed.connect(self.tabs.show_afresh)
        self.outline_views.opened.connect(self.marks.watch)
        self.gate.fill_asked.connect(self.checks.fill_sheet)
        self.gate.check_asked.connect(self.checks.check_all)
        self.gate.proof_sheet_asked.connect(self.proofs.show)

    def _join_outline(self) -> None:
        outline = self.outline
        outline.said.connect(self.messages.say)
        outline.moved.connect(self.drafts.keep_before_move)
        self.drafts.badges.kept_changed.connect(outline.put_kept)
        self.tree.menu_asked.connect(self._show_outline_menu)
        self.times.pace_changed.connect(outline.put_pace)
        self.times.given_changed.connect(outline.put_given)
        self.times.given_changed.connect(self.figures.show_figures)

    def _show_outline_menu(self, at: QPoint) -> None:
        self._window.popup_menu("提纲", at)


def _explain_parts(desk: Desk) -> None:
    tabs = desk.tabs
    for part, page in (
        (desk.page, "page"), (desk.columns.left, "outline"), (desk.finding.bar, "find"),
        (tabs.phrases, "phrases"), (tabs.findings, "check"), (tabs.blanks, "blanks"),
    ):  # fmt: skip
        explain(part, page)


def _naming_steps(handlers: CommandHandlers, names: StepNames) -> CommandHandlers:
    """The same handlers; the undo steps that some make are called as the menu calls them."""
    return {
        command: names.naming(run, BY_ID[command].text) if BY_ID[command].menu in NAMED else run
        for command, run in handlers.items()
    }
