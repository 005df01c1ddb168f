"""What works on the open speech: controller, panels and the classes behind the commands.

Built after the first paint and joined here by signals; each part does one thing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from editor.analysis.analyzer import make_analyzer
from editor.analysis.values import Analysis
from editor.files.opened import Opened
from editor.ui.context import Context
from editor.ui.document.controller import DocumentController
from editor.ui.drafts.draft_commands import DraftCommands
from editor.ui.files.file_flow import FileFlow
from editor.ui.files.recent_files import recent_paths
from editor.ui.files.start_page import StartPage
from editor.ui.look.palette import Colours
from editor.ui.look.theme import page_palette
from editor.ui.message_bar import MessageBar
from editor.ui.open_text import OpenText
from editor.ui.outline_views.outline_view_commands import OutlineViewCommands
from editor.ui.page.find_bar import FindBar
from editor.ui.page.inline_completion import InlineCompletion
from editor.ui.page.text_commands import TextCommands
from editor.ui.panels.check_commands import CheckCommands
from editor.ui.panels.phrase_commands import PhraseCommands
from editor.ui.panels.side_tabs import SideTabs
from editor.ui.printing.gate_flow import GateFlow
from editor.ui.printing.print_flow import PrintFlow
from editor.ui.profile.profile_commands import ProfileCommands
from editor.ui.proof.proof_commands import ProofCommands
from editor.ui.receipt.tidy_commands import TidyCommands
from editor.ui.rehearsal.time_commands import TimeCommands
from editor.ui.repair.repair_commands import RepairCommands
from editor.ui.session.session import Session
from editor.ui.session.unsaved_texts import UnsavedTexts
from editor.ui.shell.analysis_health import AnalysisHealth, tell_as_of_any_slot
from editor.ui.shell.command_table import BY_ID
from editor.ui.shell.help_commands import HelpCommands
from editor.ui.shell.services import Services
from editor.ui.shell.status_bar import StatusBar
from editor.ui.shell.status_presenter import StatusPresenter
from editor.ui.shell.time_budget import TimeBudget
from editor.ui.shell.view_commands import ViewCommands
from editor.ui.shell.window import column_of
from editor.ui.tree.outline_commands import OutlineCommands
from editor.ui.tree.outline_panel import OutlinePanel

if TYPE_CHECKING:
    from editor.ui.shell.window import Window


class Workshop:
    """The parts of a complete window."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.services = Services(window.settings)
        self.analyzer = make_analyzer(tell_as_of_any_slot)
        self.controller = DocumentController(window.page, self.analyzer)
        self.text = OpenText(self.controller)
        self.strip = MessageBar()
        self.health = AnalysisHealth(self.controller, self.strip)
        self.context = Context(self.controller, self.text, self.strip, window.settings, window)
        window.page.words = self.services.words
        window.page.set_palette(page_palette(window.theme.colours))
        self.find_bar = FindBar(self.controller)
        self.start = StartPage()
        self.status = StatusBar(window.statusBar())
        self.slot = TimeBudget(window.theme.colours)
        self._place_centre()
        self._place_panels()
        self.files = FileFlow(self)
        self.session = Session(self)
        self.gate = GateFlow(self.context)
        self.checks = CheckCommands(self.context, self.analyzer, self.tabs)
        self.proofs = ProofCommands(self.context, self.analyzer)
        self.tidying = TidyCommands(self.context, window.theme)
        self.drafts = DraftCommands(self.context, window.theme, self.services.words, self.files)
        drafts = self.drafts
        self.unsaved = UnsavedTexts(self, drafts.history, drafts.comparisons, drafts.presenter)
        drafts.presenter.join_unfiled = self.unsaved.join_unfiled
        self.outline_commands = OutlineCommands(self.context, self.outline)
        self.outline_views = OutlineViewCommands(self.context, self.outline, window.splitter)
        self.times = TimeCommands(self.context, window.theme)
        self.shown = StatusPresenter(self)
        self.views = ViewCommands(self)
        self.repairs = RepairCommands(self.context, window.theme, self.analyzer.rules)
        self.profiles = ProfileCommands(self.context, self.analyzer)
        self.banked = PhraseCommands(self.context, self.tabs, self.services.library)
        self.completion = InlineCompletion(self.controller, self.banked.continuation)
        self._parts = (
            self.files, self.checks, self.tidying, self.shown, self.views, self.gate,
            TextCommands(self.context, self.find_bar), self.banked, self.outline_commands,
            PrintFlow(self.context, self.gate), HelpCommands(self), self.proofs, self.repairs,
            self.outline_views, self.times, self.profiles, self.drafts, self.unsaved,
        )  # fmt: skip
        self._join()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command of the table does."""
        handlers = {n: run for part in self._parts for n, run in part.handlers().items()}
        return self.drafts.watch(handlers, lambda command: BY_ID[command].text)

    def begin(self, path: str) -> None:
        """Open what was asked for, or go on where the last session ended."""
        self.session.begin(path)
        self.services.warm_up()

    def may_close(self) -> bool:
        """Whether nothing unsaved would be lost, the user asked where needed."""
        return self.files.may_leave()

    def end(self) -> None:
        """Stop what runs beside the window."""
        self.session.end()
        self.unsaved.close()
        self.drafts.end(self.unsaved.histories())
        self.controller.close()
        self.services.end()

    def analysis(self) -> Analysis:
        """The latest analysis of the text."""
        return self.controller.analysis()

    def place_slot(self, bar: QToolBar) -> None:
        """Put the slot at the right end of the tool bar."""
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addWidget(self.slot)

    def show_text(self, shown: bool) -> None:
        """The page, or the start page where no speech is open."""
        window = self.window
        window.stack.setCurrentWidget(window.page if shown else self.start)
        self.start.show_recent(recent_paths(window.settings))
        window.actions_.enable(text=shown)
        self.slot.setVisible(shown)
        if not shown:
            self.status.clear()
            self.find_bar.hide()
        self.tabs.show_text(shown)
        self.outline.setEnabled(shown)

    def _make_ready(self, _opened: Opened) -> None:
        self.session.withdraw()
        self.outline.forget_expanded()
        self.show_text(True)
        self.analyzer.forget()
        self.health.forget()

    def _take_text(self, opened: Opened) -> None:
        self.shown.show_file(opened)
        self.window.page.setFocus()

    def put_colours(self, colours: Colours) -> None:
        """Other colours for what paints itself."""
        self.outline.put_colours(colours)
        self.slot.colours = colours
        self.shown.show_figures()
        self.window.page.set_palette(page_palette(colours))

    def _place_centre(self) -> None:
        column = column_of(self.window.centre)
        column.insertWidget(0, self.strip)
        column.insertWidget(1, self.find_bar)
        self.find_bar.hide()
        self.window.stack.addWidget(self.start)

    def _place_panels(self) -> None:
        colours = self.window.theme.colours
        pace = self.window.settings.number("pace")
        self.outline = OutlinePanel(self.controller, self.window.tree, colours, pace)
        column_of(self.window.left).addWidget(self.outline)
        library, rules = self.services.library, self.analyzer.rules
        self.tabs = SideTabs(self.context, self.window.theme, library, rules)
        self.phrases, self.findings = self.tabs.phrases, self.tabs.findings
        self.blanks = self.tabs.blanks
        column_of(self.window.right).addWidget(self.tabs)

    def _follow_text(self) -> None:
        self.text.about_to_load.connect(self._make_ready)
        self.text.loaded.connect(self._take_text)
        self.text.saved.connect(self.shown.show_file)
        self.text.closed.connect(self._nothing_open)

    def _nothing_open(self) -> None:
        self.session.withdraw()
        self.show_text(False)

    def _join_drafts(self) -> None:
        self.outline.moved.connect(self.drafts.keep_before_move)
        self.drafts.badges.kept_changed.connect(self.outline.put_kept)
        self.drafts.badges.ticked.connect(self._tick)

    def _join_outline(self) -> None:
        self.outline_views.ticked.connect(self._tick)
        self.findings.renumber_asked.connect(self.outline_commands.renumber)
        self.window.tree.menu_asked.connect(self._show_outline_menu)

    def _tick(self, command: str, on: bool) -> None:
        self.window.actions_.tick(command, on)

    def _show_outline_menu(self, at: QPoint) -> None:
        self.window.actions_.menus["提纲"].popup(at)

    def _join_panels(self) -> None:
        self.tabs.raised.connect(self.window.right.show)
        self.blanks.offers = self.profiles.offers
        self.profiles.changed.connect(self.tabs.show_afresh)
        self.findings.repair_asked.connect(self.repairs.repair)
        self.gate.fill_asked.connect(self.checks.fill_sheet)
        self.gate.check_asked.connect(self.checks.check_all)
        self.gate.proof_sheet_asked.connect(self.proofs.show)
        self.times.pace_changed.connect(self.outline.put_pace)
        self.times.given_changed.connect(self.outline.put_given)
        self.times.given_changed.connect(self.shown.show_figures)

    def _join(self) -> None:
        self._follow_text()
        self._join_drafts()
        self._join_outline()
        self.controller.refused.connect(self.strip.say)
        self.outline.said.connect(self.strip.say)
        self._join_panels()
        self.start.open_asked.connect(self.files.open_dialog)
        self.start.path_asked.connect(self.files.open_path)
        self.start.skeleton_asked.connect(self.files.new_from)
        self.start.sample_asked.connect(self.files.open_sample)
        self.window.page.files_dropped.connect(
            lambda paths: self.window.later(lambda: self.files.open_path(paths[0]))
        )
