"""The composition of the window: builds every part after the first paint and joins them.

It knows everyone and is known by none: a part is given a `Context` and, by name, what else it
works with; what it has to tell it tells by signals, which are joined here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from editor.analysis.analyzer import make_analyzer
from editor.files.opened import Opened
from editor.ui.autosave import Autosave
from editor.ui.context import Context
from editor.ui.document.controller import DocumentController
from editor.ui.drafts.draft_commands import DraftCommands
from editor.ui.files.current_objects import CurrentObjects
from editor.ui.files.file_flow import FileFlow
from editor.ui.files.recent_files import RecentFiles
from editor.ui.files.start_page import StartPage
from editor.ui.look.palette import Colours
from editor.ui.look.theme import page_palette
from editor.ui.message_bar import MessageBar
from editor.ui.open_text import OpenText
from editor.ui.outline_views.outline_view_commands import OutlineViewCommands
from editor.ui.page.find_bar import FindBar
from editor.ui.page.inline_completion import InlineCompletion
from editor.ui.page.page_view import PageView
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
from editor.ui.session.recovery import Recovery
from editor.ui.session.session import Session
from editor.ui.session.unsaved_texts import UnsavedTexts
from editor.ui.shell.actions import Actions
from editor.ui.shell.analysis_health import AnalysisHealth, tell_as_of_any_slot
from editor.ui.shell.command_table import BY_ID
from editor.ui.shell.help_commands import HelpCommands
from editor.ui.shell.status_bar import StatusBar
from editor.ui.shell.status_presenter import StatusPresenter
from editor.ui.shell.text_presenter import TextPresenter
from editor.ui.shell.time_budget import TimeBudget
from editor.ui.shell.view_commands import ViewCommands
from editor.ui.shell.window import Window, column_of
from editor.ui.tree.outline_commands import OutlineCommands
from editor.ui.tree.outline_panel import OutlinePanel
from editor.words.segmenter import Segmenter


class Composition(QObject):
    """The parts of a complete window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window, self._theme, self._settings = window, window.theme, window.settings
        self._build_text()
        self._build_places()
        self._build_files()
        self._build_commands()
        self._join_text()
        self._join_window()
        self._join_panels()
        self._join_outline()
        self.views.show_ticks()
        self.drafts.badges.tick()

    def begin(self, path: str) -> None:
        """Open what was asked for, or go on where the last session ended."""
        self.presenter.show_text(False)
        self.session.begin(path)
        self.autosave.bin.empty_old()
        self.unsaved.offer()
        self.phrase_bank.load()
        self.segmenter.load_in_background()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command of the table does."""
        return self._handlers

    # -- building

    def _build_text(self) -> None:
        # Both are loaded late, in threads that only read: nothing waits for them at the end.
        self.phrase_bank = PhraseBankSource(self._settings.folder / "phrases.txt")
        self.segmenter = Segmenter()
        self.analyzer = make_analyzer(tell_as_of_any_slot)
        self.page = PageView()
        self.page.words = self.segmenter
        self.controller = DocumentController(self.page, self.analyzer)
        self.text = OpenText(self.controller)
        self.messages = MessageBar()
        self.context = Context(
            self.controller, self.text, self.messages, self._settings, self.window
        )
        self.health = AnalysisHealth(self.controller, self.messages)

    def _build_places(self) -> None:
        window, colours = self.window, self._theme.colours
        self.page.set_palette(page_palette(colours))
        self.find_bar = FindBar(self.controller, self.page)
        self.find_bar.hide()
        centre = column_of(window.centre)
        centre.insertWidget(0, self.messages)
        centre.insertWidget(1, self.find_bar)
        self.start = StartPage()
        window.take_page(self.page, self.start)
        pace, rules = self._settings.number("pace"), self.analyzer.rules
        self.outline = OutlinePanel(self.controller, window.tree, colours, pace, rules)
        column_of(window.left).addWidget(self.outline)
        self.tabs = SideTabs(self.context, self._theme, self.phrase_bank, rules)
        column_of(window.right).addWidget(self.tabs)

    def _build_files(self) -> None:
        settings, text = self._settings, self.text
        self.recent = RecentFiles(settings)
        self.presenter = TextPresenter(self.window, text, self.start, self.recent)
        self.autosave = Autosave(text, self.controller, settings.folder / "recovery")
        self.files = FileFlow(self.context, self.autosave, self.recent)
        self.drafts = DraftCommands(self.context, self._theme, self.segmenter, self.files)
        history = self.drafts.history
        self.autosave.history = lambda: history.document
        self.recovery = Recovery(self.files, self.autosave, history, self.messages)
        self.unsaved = UnsavedTexts(
            self.context, self.recovery, history, self.drafts.comparisons, self.drafts.presenter
        )
        self.session = Session(self.context, self.files)

    def _build_commands(self) -> None:
        context, theme, window = self.context, self._theme, self.window
        self.gate = GateFlow(context, objects := CurrentObjects(context, can_be_drawn))
        self.checks = CheckCommands(context, self.analyzer, self.tabs)
        self.proofs = ProofCommands(context, self.analyzer, objects)
        self.tidying = TidyCommands(context, theme)
        self.repairs = RepairCommands(context, theme, self.analyzer.rules)
        self.profiles = ProfileCommands(context, self.analyzer)
        self.times = TimeCommands(context, theme)
        self.budget = TimeBudget(theme)
        self.status = StatusBar(window.statusBar())
        self.figures = StatusPresenter(context, self.status, self.budget, self.times.plan)
        self.outline_commands = OutlineCommands(context, self.outline)
        self.outline_views = OutlineViewCommands(context, self.page, self.outline, window.splitter)
        self.phrase_commands = PhraseCommands(context, self.tabs, self.phrase_bank)
        self.completion = InlineCompletion(
            self.controller, self.page, self.phrase_commands.continuation
        )
        self.views = ViewCommands(window, context, self.page)
        parts = (
            self.files, self.drafts, self.unsaved, self.tidying, self.checks, self.gate,
            self.proofs, self.repairs, self.profiles, self.times, self.figures,
            self.outline_commands, self.outline_views, self.phrase_commands, self.views,
            TextCommands(context, self.find_bar), PrintFlow(context, self.gate),
            HelpCommands(window),
        )  # fmt: skip
        handlers = {name: run for part in parts for name, run in part.handlers().items()}
        self._handlers = self.drafts.watch(handlers, lambda command: BY_ID[command].text)
        window.take_actions(Actions(window, self._handlers))
        _place_at_the_end(window.tools, self.budget)

    # -- joining

    def _join_text(self) -> None:
        self.text.about_to_load.connect(self._make_ready)
        self.text.loaded.connect(self._focus_page)
        self.controller.refused.connect(self.messages.say)
        self.presenter.shown.connect(self._show_parts)
        self.start.open_asked.connect(self.files.open_dialog)
        self.start.path_asked.connect(self.files.open_path)
        self.start.skeleton_asked.connect(self.files.new_from)
        self.start.sample_asked.connect(self.files.open_sample)
        self.page.messy, self.page.keeps_looks = looks_messy, self.text.keeps_looks
        self.page.paste_is_messy.connect(self._offer_to_tidy)
        self.page.files_dropped.connect(self._open_dropped)

    def _focus_page(self) -> None:
        self.page.setFocus()

    def _offer_to_tidy(self) -> None:
        self.tidying.offer()

    def _open_dropped(self, paths: list[Path]) -> None:
        self.window.later(lambda: self.files.open_path(paths[0]))

    def _make_ready(self, _opened: Opened) -> None:
        self.outline.forget_expanded()
        self.analyzer.forget()
        self.health.forget()

    def _show_parts(self, shown: bool) -> None:
        self.budget.setVisible(shown)
        self.tabs.show_text(shown)
        self.outline.setEnabled(shown)
        if not shown:
            self.find_bar.hide()

    def _join_window(self) -> None:
        window = self.window
        window.may_close = self.files.may_leave
        window.ended.connect(self._end)
        window.files_dropped.connect(self.files.open_path)
        self._theme.changed.connect(self._put_colours)
        self.page.zoom_changed.connect(self.status.show_zoom)
        self.text.loaded.connect(self._show_zoom)
        self.figures.command_asked.connect(self._run)
        for part in (self.drafts.badges, self.outline_views):
            part.ticked.connect(window.tick)

    def _show_zoom(self) -> None:
        self.status.show_zoom(self.page.zoom())

    def _run(self, command: str) -> None:
        self._handlers[command]()

    def _put_colours(self, colours: Colours) -> None:
        self.outline.put_colours(colours)
        self.figures.show_figures()
        self.page.set_palette(page_palette(colours))

    def _join_panels(self) -> None:
        self.tabs.raised.connect(self.window.right.show)
        self.tabs.blanks.offers = self.profiles.offers
        self.tabs.findings.repair_asked.connect(self.repairs.repair)
        self.tabs.findings.renumber_asked.connect(self.outline_commands.renumber)
        self.profiles.changed.connect(self.tabs.show_afresh)
        self.gate.fill_asked.connect(self.checks.fill_sheet)
        self.gate.check_asked.connect(self.checks.check_all)
        self.gate.proof_sheet_asked.connect(self.proofs.show)

    def _join_outline(self) -> None:
        window, outline = self.window, self.outline
        outline.said.connect(self.messages.say)
        outline.moved.connect(self.drafts.keep_before_move)
        self.drafts.badges.kept_changed.connect(outline.put_kept)
        self.drafts.presenter.join_unfiled = self.unsaved.join_unfiled
        window.tree.menu_asked.connect(self._show_outline_menu)
        self.views.pace_changed.connect(self.times.use_pace)
        self.times.pace_changed.connect(outline.put_pace)
        self.times.given_changed.connect(outline.put_given)
        self.times.given_changed.connect(self.figures.show_figures)

    def _show_outline_menu(self, at: QPoint) -> None:
        self.window.popup_menu("提纲", at)

    def _end(self) -> None:
        self.tabs.remember()
        self.session.end()
        self.autosave.end()
        self.unsaved.close()
        self.drafts.end(self.recovery.histories())
        self.controller.close()


def _place_at_the_end(bar: QToolBar, part: QWidget) -> None:
    gap = QWidget()
    gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(gap)
    bar.addWidget(part)
