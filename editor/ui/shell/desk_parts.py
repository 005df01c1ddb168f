"""What an open speech is made of: its parts, built in order; `desk` joins them.

What the window has once is given as `Shared`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from editor.analysis.analyzer import make_analyzer
from editor.files.versions.kept_documents import KeptDocument
from editor.ui.autosave import Autosave
from editor.ui.context import Context
from editor.ui.document.controller import DocumentController
from editor.ui.document.step_names import StepNames
from editor.ui.drafts.draft_commands import CommandHandlers, DraftCommands
from editor.ui.drafts.draft_state import DraftState
from editor.ui.files.arrival import SpeechHost
from editor.ui.files.current_objects import CurrentObjects
from editor.ui.files.file_flow import FileFlow
from editor.ui.files.recent_files import RecentFiles
from editor.ui.find.find_commands import FindCommands
from editor.ui.look.strip import strips
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
from editor.ui.receipt.tidy_commands import TidyCommands
from editor.ui.rehearsal.time_commands import TimeCommands
from editor.ui.repair.repair_commands import RepairCommands
from editor.ui.settings.live_settings import LiveSettings
from editor.ui.shell.analysis_health import AnalysisHealth, tell_as_of_any_slot
from editor.ui.shell.command_table import BY_ID
from editor.ui.shell.draft_button import DraftButton
from editor.ui.shell.status_bar import StatusBar
from editor.ui.shell.status_presenter import StatusPresenter
from editor.ui.shell.text_presenter import TextPresenter
from editor.ui.shell.unkept_notice import UnkeptNotice
from editor.ui.shell.window import DeskColumns, Window
from editor.ui.tool_bar.time_budget import TimeBudget
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
    host: SpeechHost
    status: StatusBar
    budget: TimeBudget
    live: LiveSettings
    draft: DraftButton
    unkept: UnkeptNotice


class DeskParts(QObject):
    """Builds the parts of one open speech; nothing is joined yet."""

    def __init__(self, shared: Shared, tree: OutlineView) -> None:
        super().__init__(shared.window)
        self._shared, self._window = shared, shared.window
        self._theme, self._settings = shared.window.theme, shared.window.settings
        self._build_text()
        self._build_places(tree)
        self._build_files()
        self._build_commands()

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
        for part in (*strips(self.messages, self.finding.bar), self.stack):
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
        self._shared.unkept.watch(text, self.autosave)
        self.files = FileFlow(self.context, self.autosave, self._shared.recent)
        self.drafts = DraftCommands(
            self.context, self._theme, self._shared.segmenter, self._shared.host
        )
        history = self.drafts.history
        self.autosave.history = lambda: history.document
        self.files.saving.replaced = history.replaced
        self.files.saving.overwritten = history.overwritten
        self.files.saving.compare = self.drafts.comparisons.with_changed
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
        named = _naming_steps(watched, self.controller.step_names)
        self._handlers = {**named, **self.outline_commands.in_tree(named)}

    def kept(self) -> KeptDocument | None:
        """Its speech as one of those that are kept; None where nothing is open."""
        return self.drafts.kept() if self.text.opened is not None else None

    def flow_of(self, path: Path) -> FileFlow | None:
        """Who saves it, where its file is this one."""
        return self.files if self.files.is_of(path) else None


def _naming_steps(handlers: CommandHandlers, names: StepNames) -> CommandHandlers:
    """The same handlers; the undo steps that some make are called as the menu calls them."""
    return {
        command: names.naming(run, BY_ID[command].text) if BY_ID[command].menu in NAMED else run
        for command, run in handlers.items()
    }
